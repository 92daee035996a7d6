/** Look-ups that a reader of a page's truth makes; written apart from the tasks, from the records alone. */
import { orderPanels, type ReadingOrder, resolvePhrase } from "../../../src/comics/index.ts";
import { type Box, centreOf } from "../../../src/geometry/index.ts";
import type { Character, Page, Panel, Question } from "../../../src/records/index.ts";

/** What a model is given of a question. */
export type Shown = Pick<Question, "task" | "prompt" | "marks" | "choices">;

const isSame = (a: Box, b: Box): boolean => a.every((value, index) => value === b[index]);

/** Panels from first to last. */
export const inReadingOrder = (page: Page): readonly Panel[] =>
  page.panels.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));

function readingOf(page: Page): ReadingOrder {
  const { direction, image } = page;
  const order = inReadingOrder(page).map(({ id }) => id);
  return { ...orderPanels(page.panels, { direction, size: image }), order };
}

/** Panels that a phrase may mean. */
export function panelsNamed(page: Page, phrase: string): readonly Panel[] {
  const ids = resolvePhrase(phrase, readingOf(page));
  return page.panels.filter(({ id }) => ids.includes(id));
}

/** Figures that a mark frames: one, unless two have the same box. */
export const figuresAt = (page: Page, box: Box): readonly Character[] =>
  page.characters.filter((character) => isSame(character.box, box));

/** The figures of all marks, or undefined where a mark frames none or several. */
export function markedFigures(page: Page, { marks }: Shown): readonly Character[] | undefined {
  const figures = marks.map(({ box }) => figuresAt(page, box));
  return figures.every(({ length }) => length === 1) ? figures.flat() : undefined;
}

/** Panels that are marked, in the order of the marks. */
export const markedPanels = (page: Page, { marks }: Shown): readonly Panel[] =>
  marks.flatMap(({ box }) => page.panels.filter((panel) => isSame(panel.box, box)));

/** The panels that the cut-outs of a prompt show, in the order of the prompt. */
export function cutOutPanels(page: Page, { prompt }: Shown): readonly Panel[] {
  return prompt.flatMap((part) => {
    if (part.type !== "crop") return [];
    const [x, y] = centreOf(part.box);
    return page.panels.filter(({ box: [x1, y1, x2, y2] }) => x >= x1 && x < x2 && y >= y1 && y < y2);
  });
}

/** The texts of a prompt, joined. */
export const askedText = ({ prompt }: Shown): string =>
  prompt.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");

/** A label of a data set in words. */
export const inWords = (label: string): string => label.split(/[_-]+/).join(" ");

/** The texts of a Dialog Reordering list, by place. */
export const listedTexts = (shown: Shown): readonly string[] =>
  [...askedText(shown).matchAll(/^\(\d+\) "(.*)"$/gm)].map((match) => match[1] ?? "");

/** The spoken lines of panels, first to last. */
export function linesOf(page: Page, panels: readonly Panel[]): readonly string[] {
  return panels.flatMap(({ id }) =>
    page.balloons
      .filter(({ panel, kind }) => panel === id && kind !== "caption" && kind !== "sound")
      .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
      .map(({ text }) => text ?? ""),
  );
}

/** The texts in the order that a choice such as "2, 1, 3" gives. */
export const inChosenOrder = (texts: readonly string[], choice: string): readonly string[] =>
  choice.split(", ").map((place) => texts[Number(place) - 1] ?? "");
