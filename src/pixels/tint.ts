/** Filling marked boxes with the colour of their mark, so that a small model learns what outlines are for. */
import { type Box, widthOf } from "../geometry/index.ts";
import { pixelBox } from "./crop.ts";
import { type DrawnMark, MARK_COLOURS, type Scale } from "./marks.ts";
import type { Raster } from "./raster.ts";

/**
 * A copy of the picture in which every outlined box is mixed with its mark's colour.
 *
 * @param strength 0 leaves the picture as it is, 1 hides what is in the boxes
 * @param scale drawn px per px of the marks' boxes
 */
export function tintMarks(
  raster: Raster,
  marks: readonly Pick<DrawnMark, "box" | "style" | "colour">[],
  strength: number,
  scale: Scale,
): Raster {
  if (!(strength >= 0 && strength <= 1))
    throw new RangeError(`tintMarks: expected a strength of 0 to 1, got ${strength}`);
  const tinted: Raster = { ...raster, data: raster.data.slice() };
  for (const { box, style, colour } of marks) {
    const [x1, y1, x2, y2] = box;
    const drawn = pixelBox([x1 * scale.x, y1 * scale.y, x2 * scale.x, y2 * scale.y], raster);
    if (style === "outline" && drawn !== undefined) mix(tinted, drawn, MARK_COLOURS[colour], strength);
  }
  return tinted;
}

function mix({ data, width }: Raster, box: Box, colour: readonly number[], strength: number): void {
  const [x1, y1, , y2] = box;
  for (let y = y1; y < y2; y++) {
    const start = (y * width + x1) * 3;
    const end = start + widthOf(box) * 3;
    for (let at = start; at < end; at++) {
      const own = data[at] ?? 0;
      data[at] = Math.round(own + ((colour[(at - start) % 3] ?? 0) - own) * strength);
    }
  }
}
