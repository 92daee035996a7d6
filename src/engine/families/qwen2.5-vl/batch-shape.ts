/** The shape of the program that a batch runs in: its sizes, rounded up to buckets. */

import { roundUp } from "../../nn/rounding.ts";
import type { Batch } from "../family.ts";
import type { Qwen25VlConfig, VisionConfig } from "./config.ts";
import type { BatchShape } from "./forward.ts";
import { tokensOf } from "./positions.ts";
import type { VisionShape } from "./vision.ts";
import { visionShape } from "./vision-batch.ts";
import type { PatchGrid } from "./windows.ts";

/** Lengths and predicted positions come in multiples of this. */
const TOKENS = 16;

/**
 * Sequences, tokens (in units of 16), words (16), predicted positions (16), pictures, and patches (whole windows) are
 * rounded up. Words are what pictures leave of the tokens: batches of the same pictures need no further programs for them.
 *
 * Pictures of one size that windows divide evenly need no masks and no moved rows; only their number is rounded.
 */
export function shapeFor(
  { vision }: Pick<Qwen25VlConfig, "vision">,
  { sequences, predicted }: Batch,
  buckets?: number,
): BatchShape {
  const grids = sequences.flatMap(({ images }) => images.map(({ grid }) => grid));
  const longest = Math.max(1, ...sequences.map(({ tokens }) => tokens.length));
  const size = {
    sequences: roundUp(Math.max(1, sequences.length), buckets),
    length: roundUp(longest, buckets, TOKENS),
  };
  const words =
    size.sequences * size.length - grids.reduce((sum, grid) => sum + tokensOf(grid, vision.mergeSize), 0);
  return {
    ...size,
    words: grids.length === 0 ? words : roundUp(Math.max(1, words), buckets, TOKENS),
    vision: grids.length === 0 ? undefined : roundedVision(vision, grids, buckets),
    predicted: roundUp(Math.max(1, predicted.length), buckets, TOKENS),
    mask: sequences.some(({ branches }) => branches !== undefined) ? "each" : "shared",
  };
}

function roundedVision(vision: VisionConfig, grids: readonly PatchGrid[], buckets?: number): VisionShape {
  const { patches: needed, windows, frames } = visionShape(vision, grids);
  if (windows.exact && frames.exact) {
    const count = roundUp(frames.count, buckets);
    const patches = count * frames.length;
    return {
      patches,
      windows: { ...windows, count: patches / windows.length },
      frames: { ...frames, count },
    };
  }
  const window = (vision.windowSize / vision.patchSize) ** 2;
  const patches = roundUp(needed, buckets, window);
  const segments = (count: number, length: number): VisionShape["frames"] => ({
    count: Math.max(roundUp(count, buckets), Math.ceil(patches / length)),
    length,
    exact: false,
  });
  return {
    patches,
    windows: segments(windows.count, window),
    frames: segments(frames.count, roundUp(frames.length, buckets, window)),
  };
}
