/** Episodes to look at: the page with targets and zooms, and the conversation with the crops that the model got. */
import type { Box } from "../../../geometry/index.ts";
import { goldAnswer, questionText } from "../../../grading/index.ts";
import type { EpisodeTurn } from "../../../records/index.ts";
import { type Html, html } from "../../html.ts";
import type { GalleryCase, GalleryEpisode } from "../gallery.ts";
import type { EmbeddedPicture } from "../report-input.ts";
import { decimal, taskTitle } from "../wording.ts";

const LONGEST_TURN = 1500;

export function galleryCaseHtml({ question, page, episodes }: GalleryCase): Html {
  return html`<article class="case">
<header><h3>${taskTitle(question.task)}</h3><p class="id">${question.id}</p></header>
<div class="case-body">
<figure class="page"><svg viewBox="0 0 ${question.page.width} ${question.page.height}" role="img" aria-label="The page with targets and zooms">
<image href="${dataUri(page)}" width="${question.page.width}" height="${question.page.height}"/>
${episodes.flatMap((episode, series) => zoomFrames(episode, series, question.page.width))}
${question.targets.zoom.map((box) => targetFrame(box, question.page.width))}
</svg></figure>
<div class="case-text">
<p class="question">${questionText(question)}</p>
<p class="gold">Gold: <b>${goldAnswer(question)}</b></p>
${episodes.map(episodeHtml)}
</div></div></article>`;
}

const dataUri = ({ mediaType, bytes }: EmbeddedPicture): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;

function frame([x1, y1, x2, y2]: Box, className: string, line: number): Html {
  const size = { width: Math.max(1, x2 - x1).toFixed(1), height: Math.max(1, y2 - y1).toFixed(1) };
  return html`<rect class="${className}" x="${x1.toFixed(1)}" y="${y1.toFixed(1)}" width="${size.width}" height="${size.height}" stroke-width="${line.toFixed(1)}"/>`;
}

/** Yellow on black, so that it shows on any page; thinner than a zoom's frame, so that it shows on one of the same place. */
function targetFrame(box: Box, pageWidth: number): Html {
  const line = pageWidth / 250;
  return html`${frame(box, "target-under", line)}${frame(box, "target", line)}`;
}

function zoomFrames({ episode }: GalleryEpisode, series: number, pageWidth: number): Html[] {
  const calls = episode.turns.flatMap(({ calls: made }) => made.filter(({ error }) => error === undefined));
  return calls.flatMap(({ box }, index) => {
    if (box === undefined) return [];
    const size = pageWidth / 28;
    return [
      html`<g class="zoom series-${series}">${frame(box, "zoom-box", pageWidth / 110)}
<rect class="flag" x="${box[0].toFixed(1)}" y="${box[1].toFixed(1)}" width="${size.toFixed(1)}" height="${size.toFixed(1)}"/>
<text x="${(box[0] + size / 2).toFixed(1)}" y="${(box[1] + size * 0.74).toFixed(1)}" font-size="${(size * 0.72).toFixed(1)}" text-anchor="middle">${index + 1}</text></g>`,
    ];
  });
}

function episodeHtml(shown: GalleryEpisode, series: number): Html {
  const { system, episode, score } = shown;
  const turns = episode.turns.filter(({ role, images }) => role === "assistant" || images.length > 0);
  return html`<details class="episode"${series === 0 && openAttribute}><summary><span class="swatch series-${series}"></span>
<span class="system">${system}</span><span class="verdict ${score.outcome}">${score.outcome}${score.extracted !== undefined && `: ${score.extracted.slice(0, 60)}`}</span></summary>
<ol class="turns">${turns.map((turn) => turnHtml(turn, shown))}</ol>
${score.calls.length > 0 && html`<p class="ious">IoU with the targets: ${score.calls.map(({ iou }) => decimal(iou)).join(", ")}</p>`}
</details>`;
}

const openAttribute: Html = { html: " open" };

function turnHtml(turn: EpisodeTurn, { pictures }: GalleryEpisode): Html {
  const crops = turn.images.flatMap((image) => {
    const picture = pictures.get(image.hash);
    if (picture === undefined) return [];
    return [
      html`<figure><figcaption>${image.content}, ${image.width} × ${image.height} px</figcaption>
<img src="${dataUri(picture)}" width="${picture.width}" height="${picture.height}" alt="${image.content} as the model saw it"/></figure>`,
    ];
  });
  if (turn.role !== "assistant" && crops.length === 0) return html``;
  const faults = turn.calls.flatMap(({ error }) => (error === undefined ? [] : [error.message]));
  return html`<li class="${turn.role}">${turn.role === "assistant" && html`<pre>${saidText(turn)}</pre>`}
${faults.map((message) => html`<p class="fault">Call not run: ${message}</p>`)}
${crops.length > 0 && html`<div class="crops">${crops}</div>`}</li>`;
}

/** What the model said, with calls that its text does not hold. */
function saidText({ text, reasoning, calls }: EpisodeTurn): string {
  const native = calls.filter(({ id }) => id !== undefined).map(({ name, raw }) => `→ ${name} ${raw}`);
  const said = [reasoning, text, ...native]
    .filter((part) => part !== undefined && part.trim() !== "")
    .join("\n");
  return said.length > LONGEST_TURN ? `${said.slice(0, LONGEST_TURN)} […]` : said || "(nothing)";
}
