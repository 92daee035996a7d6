import { Resvg } from "@resvg/resvg-js";
import type { Box, Size } from "../../geometry/index.ts";
import type { LayerName, Stage } from "./stage.ts";
import { toSvg } from "./stage.ts";

/** Who owns each visible pixel. */
export interface OwnerMap {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** `[height, width]`; 0 is nobody, n is `names[n - 1]`. */
  readonly ids: Uint16Array;
  readonly names: readonly string[];
}

/** What is left of an owner after occlusion. */
export interface VisibleRegion {
  /** Tight box of the visible pixels, px. */
  readonly box: Box;
  /** Number of visible pixels. */
  readonly pixels: number;
}

/** What each printing plate puts on the paper, `[height, width]`. */
export interface Plates {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** Black ink, 0 (none) to 255 (full). */
  readonly ink: Uint8Array;
  /** Flat colours, RGB interleaved. */
  readonly colour: Uint8Array;
  /** Coverage of the cool (blue-grey) screen, 0-255. */
  readonly cool: Uint8Array;
  /** Coverage of the warm (red) screen, 0-255. */
  readonly warm: Uint8Array;
}

/** Renders all layers at the stage's size. */
export function rasterise(stage: Stage): { plates: Plates; owners: OwnerMap } {
  return { plates: rasterisePlates(stage), owners: rasteriseOwners(stage) };
}

/** RGBA, 8 bits a channel; every layer has an opaque ground. */
function pixelsOf(stage: Stage, layer: LayerName): Uint8Array {
  return new Resvg(toSvg(stage, layer), { font: { loadSystemFonts: false } }).render().pixels;
}

/** Plates without a mark. */
export function createPlates({ width, height }: Size): Plates {
  const count = width * height;
  return {
    width,
    height,
    ink: new Uint8Array(count),
    colour: new Uint8Array(count * 3).fill(255),
    cool: new Uint8Array(count),
    warm: new Uint8Array(count),
  };
}

function rasterisePlates(stage: Stage): Plates {
  const plates = createPlates(stage.size);
  const { ink, colour, cool, warm } = plates;
  const black = pixelsOf(stage, "ink");
  const flat = pixelsOf(stage, "colour");
  for (let i = 0, from = 0, to = 0; i < ink.length; i++, from += 4, to += 3) {
    ink[i] = 255 - (black[from] as number);
    colour[to] = flat[from] as number;
    colour[to + 1] = flat[from + 1] as number;
    colour[to + 2] = flat[from + 2] as number;
  }
  if (stage.layers.tone.length === 0) return plates;
  const tone = pixelsOf(stage, "tone");
  for (let i = 0, from = 0; i < cool.length; i++, from += 4) {
    cool[i] = tone[from] as number;
    warm[i] = tone[from + 1] as number;
  }
  return plates;
}

function rasteriseOwners(stage: Stage): OwnerMap {
  const { width, height } = stage.size;
  const rgba = pixelsOf(stage, "owner");
  const ids = new Uint16Array(width * height);
  for (let i = 0; i < ids.length; i++) {
    ids[i] = ((rgba[i * 4 + 1] as number) << 8) | (rgba[i * 4 + 2] as number);
  }
  return { width, height, ids, names: [...stage.owners] };
}

/** Box and size of what can be seen of each owner; owners without a visible pixel are absent. */
export function visibleRegions({ width, height, ids, names }: OwnerMap): ReadonlyMap<string, VisibleRegion> {
  const extents = names.map(() => ({ x1: width, y1: height, x2: 0, y2: 0, pixels: 0 }));
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const id = ids[i] as number;
      // Most pixels are nobody's; looking up place -1 is slow.
      const extent = id === 0 ? undefined : extents[id - 1];
      if (extent === undefined) continue;
      extent.x1 = Math.min(extent.x1, x);
      extent.y1 = Math.min(extent.y1, y);
      extent.x2 = Math.max(extent.x2, x + 1);
      extent.y2 = y + 1;
      extent.pixels++;
    }
  }
  const seen = new Map<string, VisibleRegion>();
  names.forEach((name, i) => {
    const extent = extents[i];
    if (extent === undefined || extent.pixels === 0) return;
    seen.set(name, { box: [extent.x1, extent.y1, extent.x2, extent.y2], pixels: extent.pixels });
  });
  return seen;
}
