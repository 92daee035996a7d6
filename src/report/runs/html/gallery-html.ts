/** Episodes to look at: the page with targets and zooms, and the conversation with the crops that the model got. */
import type { Score } from "../../../records/index.ts";
import { type Html, html } from "../../html.ts";
import type { GalleryCase, GalleryEpisode } from "../gallery.ts";
import { decimal, taskTitle } from "../wording.ts";
import { pageFigure, pageImage } from "./page-figure.ts";
import { questionHtml } from "./question-html.ts";
import { transcriptHtml } from "./transcript.ts";

export function galleryCaseHtml({ question, page, episodes }: GalleryCase): Html {
  const zooms = episodes.map((shown, series) => ({ shown, series }));
  return html`<article class="case">
<header><h3>${taskTitle(question.task)}</h3><p class="id">${question.id}</p></header>
<div class="case-body">
${pageFigure(question, pageImage(question, page), zooms)}
<div class="case-text">
${questionHtml(question)}
${episodes.map(episodeHtml)}
</div></div></article>`;
}

function episodeHtml(shown: GalleryEpisode, series: number): Html {
  const { system, score } = shown;
  return html`<details class="episode"${series === 0 && openAttribute}><summary><span class="swatch series-${series}"></span>
<span class="system">${system}</span>${verdictHtml(score)}</summary>
${transcriptHtml(shown)}
${score.calls.length > 0 && html`<p class="ious">IoU with the targets: ${score.calls.map(({ iou }) => decimal(iou)).join(", ")}</p>`}
</details>`;
}

const openAttribute: Html = { html: " open" };

/** Characters of an answer that are shown beside the verdict. */
const LONGEST_ANSWER = 60;

/** What the answer was worth, and what was read from it. */
export const verdictHtml = ({ outcome, extracted }: Score): Html =>
  html`<span class="verdict ${outcome}">${outcome}${extracted !== undefined && `: ${extracted.slice(0, LONGEST_ANSWER)}`}</span>`;
