/** Pictures as the inputs of the vision tower: pixels and tables in window order, segments for both kinds of block. */
import { segmentFeeds, segmentShape } from "../../nn/segments.ts";
import type { Feeds } from "../../onnx/index.ts";
import type { VisionConfig } from "./config.ts";
import type { ProcessedImage } from "./image-processor.ts";
import { visionRotary } from "./rotary-tables.ts";
import type { VisionShape } from "./vision.ts";
import { frameBoundaries, type PatchGrid, windowsOf } from "./windows.ts";

export interface VisionFeeds {
  readonly feeds: Feeds;
  /** For each merged token (raster order over all pictures) the row in which the tower puts it. */
  readonly placeOf: Int32Array;
}

/** The shape that exactly these pictures need. */
export function visionShape(vision: VisionConfig, grids: readonly PatchGrid[]): VisionShape {
  const { boundaries } = windowsOf(grids, vision);
  return {
    patches: boundaries.at(-1) ?? 0,
    windows: segmentShape(boundaries),
    frames: segmentShape(frameBoundaries(grids)),
  };
}

/** @throws RangeError where the pictures do not fit the shape. */
export function visionFeeds(
  vision: VisionConfig,
  images: readonly Pick<ProcessedImage, "grid" | "pixels">[],
  shape: VisionShape,
): VisionFeeds {
  const grids = images.map(({ grid }) => grid);
  const { order, boundaries } = windowsOf(grids, vision);
  const block = vision.mergeSize ** 2;
  if (order.length * block > shape.patches)
    throw new RangeError(
      `visionFeeds: expected at most ${shape.patches} patches, got ${order.length * block}`,
    );
  const { cos, sin } = visionRotary(grids, vision);
  const inOrder = (...parts: readonly Float32Array[]): Float32Array =>
    blocksInOrder(parts, order, shape.patches / block);
  const placeOf = new Int32Array(order.length);
  for (const [place, token] of order.entries()) placeOf[token] = place;
  return {
    feeds: {
      pixels: inOrder(...images.map((image) => image.pixels)),
      "vision.cos": inOrder(cos),
      "vision.sin": inOrder(sin),
      ...segmentInputs("windows", boundaries, shape.windows),
      ...segmentInputs("frames", frameBoundaries(grids), shape.frames),
    },
    placeOf,
  };
}

function segmentInputs(name: string, boundaries: readonly number[], shape: VisionShape["windows"]): Feeds {
  if (shape.exact) return {};
  const { order, inverse, mask } = segmentFeeds(boundaries, shape);
  return { [`${name}.order`]: order, [`${name}.inverse`]: inverse, [`${name}.mask`]: mask };
}

/**
 * Rows of whole merge blocks, given in parts, in another order within each part, zeros behind them up to `blocks`.
 * Blocks that stay neighbours are copied at once.
 */
function blocksInOrder(parts: readonly Float32Array[], order: Int32Array, blocks: number): Float32Array {
  const width = parts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, order.length);
  const moved = unfilled(blocks * width);
  let start = 0;
  for (const part of parts) {
    const end = start + part.length / width;
    for (let place = start; place < end; ) {
      const block = order[place] ?? 0;
      let count = 1;
      while (place + count < end && order[place + count] === block + count) count++;
      const from = (block - start) * width;
      moved.set(part.subarray(from, from + count * width), place * width);
      place += count;
    }
    start = end;
  }
  return moved.fill(0, start * width);
}

/** Numbers of any value: pages of pixels are megabytes, and filling them with zeros first takes as long as copying. */
const unfilled = (length: number): Float32Array =>
  new Float32Array(Buffer.allocUnsafeSlow(length * Float32Array.BYTES_PER_ELEMENT).buffer);
