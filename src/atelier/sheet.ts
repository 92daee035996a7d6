/** The sheet that panels are mounted on: its printing plates, and who owns each pixel. */
import { Resvg } from "@resvg/resvg-js";
import { type Box, clampTo, type Point, type Size } from "../geometry/index.ts";
import { createPlates, type OwnerMap, type Plates, type VisibleRegion } from "./ink/rasterise.ts";
import type { PlannedPanel } from "./layout/page-layout.ts";
import { BLACK_INK, type Rgb } from "./print/separation.ts";

export interface Sheet {
  readonly plates: Plates;
  /** `[height, width]`; 0 is nobody, n is `names[n - 1]`. */
  readonly ids: Uint16Array;
  readonly names: string[];
}

/** A panel's art and what comes over the whole of it. */
export interface PanelArt {
  readonly plates: Plates;
  readonly owners: OwnerMap;
  /** Coverage of the cool screen over the whole panel, 0-255: the gloom of night and rain. */
  readonly gloom: number;
}

/** A blank sheet of one RGB colour. */
export function createSheet(size: Size, [r, g, b]: Rgb): Sheet {
  const plates = createPlates(size);
  const { colour } = plates;
  for (let i = 0; i < colour.length; i += 3) {
    colour[i] = r;
    colour[i + 1] = g;
    colour[i + 2] = b;
  }
  return { plates, ids: new Uint16Array(size.width * size.height), names: [] };
}

/** Mount a panel in its outline; its owners get `prefix` before their names. */
export function mountPanel(sheet: Sheet, plan: PlannedPanel, art: PanelArt, prefix: string): void {
  const { ink, colour, cool, warm, width } = sheet.plates;
  const { plates, owners, gloom } = art;
  const [left, top, right, bottom] = plan.box;
  const base = sheet.names.length;
  sheet.names.push(...owners.names.map((name) => prefix + name));
  for (let y = top; y < bottom; y++) {
    const [from, to] = plan.polygon === undefined ? [left, right] : spanAt(plan.polygon, y + 0.5);
    const source = (y - top) * plates.width - left;
    const target = y * width;
    ink.set(plates.ink.subarray(source + from, source + to), target + from);
    colour.set(plates.colour.subarray((source + from) * 3, (source + to) * 3), (target + from) * 3);
    warm.set(plates.warm.subarray(source + from, source + to), target + from);
    for (let x = from; x < to; x++) {
      cool[target + x] = Math.max(gloom, plates.cool[source + x] ?? 0);
      const id = owners.ids[source + x] ?? 0;
      sheet.ids[target + x] = id === 0 ? 0 : base + id;
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

/** Lay SVG elements in page px over everything; what they cover belongs to nobody any more. */
export function mountOverlay({ plates, ids }: Sheet, elements: readonly string[]): void {
  const { width, height } = plates;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${elements.join("")}</svg>`;
  // Premultiplied RGBA.
  const pixels = new Uint8Array(new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels);
  // Most of a page is bare: four bytes are passed over at once.
  const words = new Uint32Array(pixels.buffer);
  for (let i = 0; i < ids.length; i++) {
    if (words[i] === 0) continue;
    layPixel(plates, i, pixels, i * 4);
    if ((pixels[i * 4 + 3] as number) > 127) ids[i] = 0;
  }
}

/** Less ink than this does not print: paper and cream stay pure colours. */
const FAINTEST = 16;

/** As much of a pixel as black ink can print goes to the ink plate, the rest to the colour plate. */
function layPixel({ ink, colour, cool, warm }: Plates, i: number, rgba: Uint8Array, from: number): void {
  const alpha = rgba[from + 3] as number;
  const rest = 255 - alpha;
  const most = blackOf(rgba, from, alpha);
  const black = most < FAINTEST ? 0 : most;
  const through = alpha - black;
  ink[i] = ((ink[i] as number) * rest) / 255 + black;
  cool[i] = ((cool[i] as number) * rest) / 255;
  warm[i] = ((warm[i] as number) * rest) / 255;
  for (let channel = 0; channel < 3; channel++) {
    const own = (rgba[from + channel] as number) - ((BLACK_INK[channel] as number) * black) / 255;
    const flat = through < 8 ? 255 : Math.max(0, Math.min(255, (own * 255) / through));
    const at = i * 3 + channel;
    colour[at] = ((colour[at] as number) * rest + flat * alpha) / 255;
  }
}

/** The most ink, 0 to `alpha`, that leaves no channel brighter than paper. */
function blackOf(rgba: Uint8Array, from: number, alpha: number): number {
  const red = (alpha - (rgba[from] as number)) / (255 - BLACK_INK[0]);
  const green = (alpha - (rgba[from + 1] as number)) / (255 - BLACK_INK[1]);
  const blue = (alpha - (rgba[from + 2] as number)) / (255 - BLACK_INK[2]);
  return Math.min(alpha, Math.min(red, green, blue) * 255);
}

/** What can be seen of one owner inside a box; undefined for nothing. */
export function regionWithin(
  { width, height, ids, names }: OwnerMap,
  name: string,
  box: Box,
): VisibleRegion | undefined {
  const id = names.indexOf(name) + 1;
  const [left, top, right, bottom] = box;
  const whole: Box = [Math.round(left), Math.round(top), Math.round(right), Math.round(bottom)];
  const inside = clampTo(whole, { width, height });
  if (id === 0 || inside === undefined) return undefined;
  let [x1, y1, x2, y2, pixels] = [width, height, 0, 0, 0];
  for (let y = inside[1]; y < inside[3]; y++) {
    for (let x = inside[0]; x < inside[2]; x++) {
      if (ids[y * width + x] !== id) continue;
      x1 = Math.min(x1, x);
      x2 = Math.max(x2, x + 1);
      y1 = Math.min(y1, y);
      y2 = y + 1;
      pixels++;
    }
  }
  return pixels === 0 ? undefined : { box: [x1, y1, x2, y2], pixels };
}
