/** The sheet of paper that panels are printed on: its pixels, and who owns each of them. */
import { Resvg } from "@resvg/resvg-js";
import { type Box, clampTo, type Point, type Size } from "../geometry/index.ts";
import type { Raster } from "../pixels/index.ts";
import type { OwnerMap, VisibleRegion } from "./ink/rasterise.ts";
import type { PlannedPanel } from "./layout/page-layout.ts";

export interface Sheet {
  readonly picture: Raster;
  /** `[height, width]`; 0 is nobody, n is `names[n - 1]`. */
  readonly ids: Uint16Array;
  readonly names: string[];
}

/** A blank sheet of one RGB colour. */
export function createSheet({ width, height }: Size, [r, g, b]: readonly [number, number, number]): Sheet {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i += 3) {
    data[i] = r;
    data[i + 1] = g;
    data[i + 2] = b;
  }
  return { picture: { width, height, data }, ids: new Uint16Array(width * height), names: [] };
}

/** Print a panel into its outline; its owners get `prefix` before their names. */
export function printPanel(
  sheet: Sheet,
  plan: PlannedPanel,
  art: Raster,
  owners: OwnerMap,
  prefix: string,
): void {
  const { width } = sheet.picture;
  const [left, top, right, bottom] = plan.box;
  const base = sheet.names.length;
  sheet.names.push(...owners.names.map((name) => prefix + name));
  for (let y = top; y < bottom; y++) {
    const [from, to] = plan.polygon === undefined ? [left, right] : spanAt(plan.polygon, y + 0.5);
    const source = (y - top) * art.width - left;
    sheet.picture.data.set(art.data.subarray((source + from) * 3, (source + to) * 3), (y * width + from) * 3);
    for (let x = from; x < to; x++) {
      const id = owners.ids[source + x] ?? 0;
      sheet.ids[y * width + x] = id === 0 ? 0 : base + id;
    }
  }
}

/** Whole pixels of a convex outline in one line. */
function spanAt(polygon: readonly Point[], y: number): [from: number, to: number] {
  const crossings = polygon.flatMap(([x1, y1], index): number[] => {
    const [x2, y2] = polygon[(index + 1) % polygon.length] ?? [x1, y1];
    return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
  if (crossings.length < 2) return [0, 0];
  return [Math.ceil(Math.min(...crossings) - 0.5), Math.floor(Math.max(...crossings) + 0.5)];
}

/** Print SVG elements in page px over everything; what they cover belongs to nobody any more. */
export function printOverlay({ picture, ids }: Sheet, elements: readonly string[]): void {
  const { width, height, data } = picture;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${elements.join("")}</svg>`;
  // Premultiplied RGBA.
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  for (let i = 0, from = 0, to = 0; i < ids.length; i++, from += 4, to += 3) {
    const alpha = pixels[from + 3] as number;
    if (alpha === 0) continue;
    const rest = 1 - alpha / 255;
    data[to] = (pixels[from] as number) + (data[to] as number) * rest;
    data[to + 1] = (pixels[from + 1] as number) + (data[to + 1] as number) * rest;
    data[to + 2] = (pixels[from + 2] as number) + (data[to + 2] as number) * rest;
    if (alpha > 127) ids[i] = 0;
  }
}

/** What can be seen of one owner inside a box; undefined for nothing. */
export function regionWithin(
  { picture, ids, names }: Sheet,
  name: string,
  box: Box,
): VisibleRegion | undefined {
  const id = names.indexOf(name) + 1;
  const [left, top, right, bottom] = box;
  const whole: Box = [Math.round(left), Math.round(top), Math.round(right), Math.round(bottom)];
  const inside = clampTo(whole, picture);
  if (id === 0 || inside === undefined) return undefined;
  let [x1, y1, x2, y2, pixels] = [picture.width, picture.height, 0, 0, 0];
  for (let y = inside[1]; y < inside[3]; y++) {
    for (let x = inside[0]; x < inside[2]; x++) {
      if (ids[y * picture.width + x] !== id) continue;
      x1 = Math.min(x1, x);
      x2 = Math.max(x2, x + 1);
      y1 = Math.min(y1, y);
      y2 = y + 1;
      pixels++;
    }
  }
  return pixels === 0 ? undefined : { box: [x1, y1, x2, y2], pixels };
}
