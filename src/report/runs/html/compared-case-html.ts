/** Before and after: one question, and beside each other where each model zoomed, what it got, and what it answered. */
import { hash32 } from "../../../random.ts";

import { type Html, html } from "../../html.ts";
import type { ComparedCase, ComparisonPane, GalleryEpisode } from "../gallery.ts";
import { decimal, plural, taskTitle } from "../wording.ts";
import type { Change } from "../zoom-changes.ts";
import { verdictHtml } from "./gallery-html.ts";
import { dataUri, pageFigure, pageImage } from "./page-figure.ts";
import { questionHtml } from "./question-html.ts";
import { transcriptHtml } from "./transcript.ts";

/** Pages of panes are small, and frames on them want to be seen. */
const LINE = 1.8;

const CHANGE_TITLES: Readonly<Record<Change, string>> = {
  better: "Better",
  worse: "Worse",
  "still-wrong": "Still wrong",
  "still-right": "Still right",
};

export function comparedCaseHtml(shown: ComparedCase): Html {
  const { question, panes, change, others } = shown;
  return html`<article class="case compared">
<header><h3>${taskTitle(question.task)}</h3>${change !== undefined && html`<span class="change ${change.kind}">${CHANGE_TITLES[change.kind]}</span>`}<p class="id">${question.id}</p></header>
<div class="case-text">
${questionHtml(question)}
${change !== undefined && html`<p class="change-words">${changeWords(shown)}</p>`}
</div>
<div class="panes panes-${panes.length}">${panes.map((pane, series) => paneHtml(pane, series, shown))}</div>
${others.length > 0 && html`<p class="others">Under other conditions: ${others.map(({ system, score }) => html`<span>${system} ${verdictHtml(score)}</span> `)}</p>`}
</article>`;
}

/** Who was right, and how the task's other questions changed, so that one case is not taken for the rule. */
export function changeWords({
  question,
  panes,
  change,
}: Pick<ComparedCase, "question" | "panes" | "change">) {
  const [first, last] = [panes[0]?.name ?? "", panes.at(-1)?.name ?? ""];
  if (change === undefined) return "";
  const { better, worse, "still-wrong": wrong, "still-right": right } = change.ofTask;
  const words = {
    better: `${first} was wrong, ${last} is right.`,
    worse: `${first} was right, ${last} is wrong.`,
    "still-wrong": `${first} was wrong, and so is ${last}.`,
    "still-right": `${first} was right, and so is ${last}.`,
  } satisfies Record<Change, string>;
  const all = plural(better + worse + wrong + right, "question");
  return `${words[change.kind]} ${taskTitle(question.task)}, ${all}: ${better} better, ${worse} worse, ${wrong} still wrong, ${right} still right.`;
}

function paneHtml(
  { name, model, shown }: ComparisonPane,
  series: number,
  { question, page }: ComparedCase,
): Html {
  // The picture stands in the file once; the other panes point at it.
  const id = `page-${hash32(question.id)}`;
  const { width, height } = question.page;
  const picture =
    series === 0
      ? pageImage(question, page, id)
      : html`<use href="#${id}" width="${width}" height="${height}"/>`;
  return html`<section class="pane series-${series}"><header class="pane-head"><h4><span class="swatch"></span>${name}</h4>
${model !== name && html`<p class="model" title="${model}">${model}</p>`}<p>${shown === undefined ? "no answer" : verdictHtml(shown.score)}</p></header>
<div class="pane-body">${pageFigure(question, picture, shown === undefined ? [] : [{ shown, series }], LINE)}
<div class="looked">${shown !== undefined && lookedHtml(shown)}</div></div>
${shown !== undefined && html`<details class="said"><summary>What was said</summary>${transcriptHtml(withoutZooms(shown))}</details>`}</section>`;
}

/** The crops that the model got, each with its number on the page and its overlap with a target. */
function lookedHtml({ episode, score, pictures }: GalleryEpisode): Html {
  const crops = zoomsOf(episode).map(({ hash, width, height }, index) => {
    const picture = pictures.get(hash);
    const overlap = score.calls[index];
    return html`<figure><figcaption><b class="number">${index + 1}</b>${overlap !== undefined && ` IoU ${decimal(overlap.iou)}`}</figcaption>
${picture === undefined ? html`<p class="note">${width} × ${height} px; the pictures of the benchmark have changed since.</p>` : html`<img src="${dataUri(picture)}" width="${picture.width}" height="${picture.height}" alt="zoom ${index + 1} as the model saw it"/>`}</figure>`;
  });
  const failed = episode.turns.flatMap(({ calls }) =>
    calls.filter(({ error }) => error !== undefined),
  ).length;
  return html`${crops.length === 0 && html`<p class="idle">Did not zoom.</p>`}${failed > 0 && html`<p class="fault">${plural(failed, "call")} not run.</p>`}${crops.length > 0 && html`<div class="crops">${crops}</div>`}`;
}

const zoomsOf = ({ turns }: GalleryEpisode["episode"]) =>
  turns.flatMap(({ images }) => images.filter(({ content }) => content === "zoom"));

/** Their pictures stand in the pane already. */
function withoutZooms({ episode, pictures }: GalleryEpisode): Pick<GalleryEpisode, "episode" | "pictures"> {
  const zooms = new Set(zoomsOf(episode).map(({ hash }) => hash));
  return { episode, pictures: new Map([...pictures].filter(([hash]) => !zooms.has(hash))) };
}
