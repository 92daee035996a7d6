/** The page of a question with frames: where the evidence is, and where models looked. */
import type { Box } from "../../../geometry/index.ts";
import type { Question } from "../../../records/index.ts";
import { type Html, html } from "../../html.ts";
import type { GalleryEpisode } from "../gallery.ts";
import type { EmbeddedPicture } from "../report-input.ts";

/** An episode in the colour of its series. */
export interface ShownZooms {
  readonly shown: GalleryEpisode;
  readonly series: number;
}

/**
 * @param picture an SVG element that fills the page: {@link pageImage}, or one that uses it
 * @param line thickness of frames, 1 for a page that is shown large
 */
export function pageFigure(
  { page, targets }: Question,
  picture: Html,
  episodes: readonly ShownZooms[],
  line = 1,
): Html {
  const unit = page.width * line;
  return html`<figure class="page"><svg viewBox="0 0 ${page.width} ${page.height}" role="img" aria-label="The page with targets and zooms">
${picture}
${episodes.flatMap((episode) => zoomFrames(episode, unit))}
${targets.zoom.map((box) => targetFrame(box, unit))}
</svg></figure>`;
}

export const pageImage = ({ page }: Question, picture: EmbeddedPicture, id?: string): Html =>
  html`<image ${id !== undefined && html`id="${id}" `}href="${dataUri(picture)}" width="${page.width}" height="${page.height}"/>`;

export const dataUri = ({ mediaType, bytes }: EmbeddedPicture): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString("base64")}`;

function frame([x1, y1, x2, y2]: Box, className: string, line: number): Html {
  const size = { width: Math.max(1, x2 - x1).toFixed(1), height: Math.max(1, y2 - y1).toFixed(1) };
  return html`<rect class="${className}" x="${x1.toFixed(1)}" y="${y1.toFixed(1)}" width="${size.width}" height="${size.height}" stroke-width="${line.toFixed(1)}"/>`;
}

/** Yellow on black, so that it shows on any page; thinner than a zoom's frame, so that it shows on one of the same place. */
function targetFrame(box: Box, unit: number): Html {
  const line = unit / 250;
  return html`${frame(box, "target-under", line)}${frame(box, "target", line)}`;
}

function zoomFrames({ shown, series }: ShownZooms, unit: number): Html[] {
  const calls = shown.episode.turns.flatMap(({ calls: made }) =>
    made.filter(({ error }) => error === undefined),
  );
  return calls.flatMap(({ box }, index) => {
    if (box === undefined) return [];
    const size = unit / 28;
    return [
      html`<g class="zoom series-${series}">${frame(box, "zoom-box", unit / 110)}
<rect class="flag" x="${box[0].toFixed(1)}" y="${box[1].toFixed(1)}" width="${size.toFixed(1)}" height="${size.toFixed(1)}"/>
<text x="${(box[0] + size / 2).toFixed(1)}" y="${(box[1] + size * 0.74).toFixed(1)}" font-size="${(size * 0.72).toFixed(1)}" text-anchor="middle">${index + 1}</text></g>`,
    ];
  });
}
