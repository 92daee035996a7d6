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
  const zooms = episodes.flatMap(zoomsOf);
  return html`<figure class="page"><svg viewBox="0 0 ${page.width} ${page.height}" role="img" aria-label="The page with targets and zooms">
${picture}
${zooms.map(({ box, series }) => html`<g class="zoom series-${series}">${frame(box, "zoom-box", unit / 110)}</g>`)}
${targets.zoom.map((box) => targetFrame(box, unit))}
${zooms.map((zoom) => flag(zoom, unit / 28))}
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

interface Zoom {
  readonly box: Box;
  /** From 1. */
  readonly number: number;
  readonly series: number;
}

function zoomsOf({ shown, series }: ShownZooms): Zoom[] {
  const calls = shown.episode.turns.flatMap(({ calls: made }) =>
    made.filter(({ error }) => error === undefined),
  );
  return calls.flatMap(({ box }, index) => (box === undefined ? [] : [{ box, number: index + 1, series }]));
}

/** The number of a zoom in its corner, above all frames. */
function flag({ box: [x, y], number, series }: Zoom, size: number): Html {
  return html`<g class="zoom series-${series}"><rect class="flag" x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${size.toFixed(1)}" height="${size.toFixed(1)}"/>
<text x="${(x + size / 2).toFixed(1)}" y="${(y + size * 0.74).toFixed(1)}" font-size="${(size * 0.72).toFixed(1)}" text-anchor="middle">${number}</text></g>`;
}
