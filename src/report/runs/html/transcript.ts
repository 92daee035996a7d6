/** A conversation: what the model said, and the crops that it got. */
import type { EpisodeTurn } from "../../../records/index.ts";
import { type Html, html } from "../../html.ts";
import type { GalleryEpisode } from "../gallery.ts";
import { dataUri } from "./page-figure.ts";

/** Characters of a turn that are shown. */
const LONGEST_TURN = 1500;

/** Crops are shown as far as the episode comes with pictures. */
export function transcriptHtml({ episode, pictures }: Pick<GalleryEpisode, "episode" | "pictures">): Html {
  const turns = episode.turns.filter(({ role, images }) => role === "assistant" || images.length > 0);
  return html`<ol class="turns">${turns.map((turn) => turnHtml(turn, pictures))}</ol>`;
}

function turnHtml(turn: EpisodeTurn, pictures: GalleryEpisode["pictures"]): Html {
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
