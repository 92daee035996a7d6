import { Resvg } from "@resvg/resvg-js";
import type { Box } from "../../geometry/index.ts";
import type { Raster } from "../../pixels/index.ts";
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

/** Renders both layers at the stage's size. */
export function rasterise(stage: Stage): { art: Raster; owners: OwnerMap } {
  return { art: rasteriseArt(stage), owners: rasteriseOwners(stage) };
}

/** RGBA, 8 bits a channel; both layers have an opaque ground. */
function pixelsOf(stage: Stage, layer: LayerName): Uint8Array {
  return new Resvg(toSvg(stage, layer), { font: { loadSystemFonts: false } }).render().pixels;
}

function rasteriseArt(stage: Stage): Raster {
  const { width, height } = stage.size;
  const rgba = pixelsOf(stage, "art");
  const data = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < data.length; from += 4, to += 3) {
    data[to] = rgba[from] as number;
    data[to + 1] = rgba[from + 1] as number;
    data[to + 2] = rgba[from + 2] as number;
  }
  return { width, height, data };
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
