/** The questions as one self-contained HTML page for a person; nothing on it tells the answers. */
import { type Box, clampTo, expand, heightOf, type Size, widthOf } from "../../src/geometry/index.ts";
import { cropAndScale, decodeImage, drawMarks, encodeWebp, type Raster } from "../../src/pixels/index.ts";
import { castSheet } from "./cast-sheet.ts";
import type { Chosen, ChosenQuestions } from "./choose.ts";

/** px; height of a figure, width of a page. */
const FIGURE_HEIGHT = 250;
const PAGE_WIDTH = 800;
const PANELS_WIDTH = 620;
/** Page px around a figure. */
const MARGIN = 8;

const STYLE = `body{font:15px sans-serif;margin:12px}section{display:flex;flex-wrap:wrap;gap:14px}
figure{margin:0;border:1px solid #999;padding:6px;max-width:820px}img{display:block;max-width:100%}pre{font:inherit;white-space:pre-wrap;margin:4px 0}`;

export async function htmlPage(chosen: ChosenQuestions): Promise<string> {
  const cast = await Promise.all(castSheet().map(({ name, picture }) => figure(name, [picture])));
  const sections = [
    section("Cast", cast),
    section(
      "Figures: what does it do, and who is it?",
      await inTurn(chosen["action-recognition"], askFigure),
    ),
    section("Dialogue: in which order?", await inTurn(chosen["dialog-reordering"], askDialogue)),
    section("Panels: where from?", await inTurn(chosen["panel-reordering"], askPanel)),
  ];
  return `<!doctype html><meta charset="utf-8"><title>Reading test</title><style>${STYLE}</style>${sections.join("\n")}`;
}

const section = (title: string, figures: readonly string[]): string =>
  `<h2>${escaped(title)}</h2><section>${figures.join("\n")}</section>`;

async function figure(words: string, pictures: readonly Raster[]): Promise<string> {
  const images = await Promise.all(
    pictures.map(async (picture) => {
      const bytes = await encodeWebp(picture, { quality: 88 });
      return `<img src="data:image/webp;base64,${Buffer.from(bytes).toString("base64")}">`;
    }),
  );
  return `<figure>${images.join("")}<pre>${escaped(words)}</pre></figure>`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** One after the other: pages are large. */
async function inTurn(
  chosen: readonly Chosen[],
  ask: (one: Chosen, words: string) => Promise<string>,
): Promise<readonly string[]> {
  const asked: string[] = [];
  for (const [index, one] of chosen.entries()) asked.push(await ask(one, `${index + 1}. ${choicesOf(one)}`));
  return asked;
}

const choicesOf = ({ question }: Chosen): string =>
  question.choices.map((choice, index) => `${"ABCD".charAt(index)}: ${choice}`).join("   ");

async function askFigure({ question, page, pageFile }: Chosen, words: string): Promise<string> {
  const picture = await decodeImage({ file: pageFile });
  const [entity = [0, 0, 1, 1]] = question.targets.entities;
  return figure(words, [cutOut(picture, entity, page.image, { height: FIGURE_HEIGHT })]);
}

/** The region with a margin, at a height or a width. */
function cutOut(
  picture: Raster,
  box: Box,
  page: Size,
  to: { readonly height: number } | { readonly width: number },
): Raster {
  const region = clampTo(expand(box, MARGIN), page) ?? box;
  const scale = "height" in to ? to.height / heightOf(region) : to.width / widthOf(region);
  return cropAndScale(picture, region, {
    width: Math.max(1, Math.round(widthOf(region) * scale)),
    height: Math.max(1, Math.round(heightOf(region) * scale)),
  });
}

async function askDialogue({ question, page, pageFile }: Chosen, words: string): Promise<string> {
  const picture = await decodeImage({ file: pageFile });
  const panels = question.targets.panels.map((box) =>
    cutOut(picture, box, page.image, { width: PANELS_WIDTH }),
  );
  const texts = question.prompt.flatMap((part) => (part.type === "text" ? [part.text] : []));
  return figure(`${texts.join("\n")}\n${words}`, panels);
}

async function askPanel({ question, pageFile }: Chosen, words: string): Promise<string> {
  const picture = await decodeImage({ file: pageFile });
  const size = { width: PAGE_WIDTH, height: Math.round((picture.height * PAGE_WIDTH) / picture.width) };
  const whole = cropAndScale(picture, [0, 0, picture.width, picture.height], size);
  const scale = { x: size.width / picture.width, y: size.height / picture.height };
  const crops = question.prompt.flatMap((part) =>
    part.type === "crop" ? [cropAndScale(picture, part.box, { width: part.width, height: part.height })] : [],
  );
  const texts = question.prompt.flatMap((part) => (part.type === "text" ? [part.text] : []));
  return figure(`${texts.join("\n")}\n${words}`, [drawMarks(whole, question.marks, scale), ...crops]);
}
