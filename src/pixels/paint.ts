/** Drawing onto a raster's own pixels, for pictures that are made here. Nothing falls outside. */
import { type Box, centreOf, clampTo, intersectionOf, isEmpty, widthOf } from "../geometry/index.ts";
import type { Raster } from "./raster.ts";

/** 0-255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** How much of each pixel a shape covers. */
export interface Mask {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** 0-255, row by row. */
  readonly coverage: Uint8Array;
}

/** Fill a box of whole pixels. */
export function fillBox(raster: Raster, box: Box, colour: Rgb): void {
  const inside = clampTo(box, raster);
  if (inside === undefined) return;
  const [x1, y1, , y2] = inside;
  const row = Uint8Array.from({ length: widthOf(inside) * 3 }, (_, index) => colour[index % 3] ?? 0);
  for (let y = y1; y < y2; y++) raster.data.set(row, (y * raster.width + x1) * 3);
}

/** Fill what lies between a box of whole pixels and the one `thickness` px further in. */
export function fillFrame(raster: Raster, box: Box, thickness: number, colour: Rgb): void {
  const [x1, y1, x2, y2] = box;
  const sides: readonly Box[] = [
    [x1, y1, x2, y1 + thickness],
    [x1, y2 - thickness, x2, y2],
    [x1, y1 + thickness, x1 + thickness, y2 - thickness],
    [x2 - thickness, y1 + thickness, x2, y2 - thickness],
  ];
  for (const side of sides) {
    const inside = isEmpty(side) ? undefined : intersectionOf(side, box);
    if (inside !== undefined) fillBox(raster, inside, colour);
  }
}

/** Lay a colour through a mask, the mask's centre on the box's centre. */
export function stampMask(raster: Raster, mask: Mask, box: Box, colour: Rgb): void {
  const [x, y] = centreOf(box);
  const left = Math.round(x - mask.width / 2);
  const top = Math.round(y - mask.height / 2);
  for (const [index, coverage] of mask.coverage.entries()) {
    const column = left + (index % mask.width);
    const row = top + Math.floor(index / mask.width);
    if (coverage > 0 && column >= 0 && row >= 0 && column < raster.width && row < raster.height)
      blend(raster.data, (row * raster.width + column) * 3, colour, coverage);
  }
}

function blend(data: Uint8Array, at: number, colour: Rgb, coverage: number): void {
  for (const [channel, value] of colour.entries()) {
    const under = data[at + channel] ?? 0;
    data[at + channel] = Math.round((value * coverage + under * (255 - coverage)) / 255);
  }
}
