/** The shape of the program that a batch runs in: its sizes, rounded up to buckets, or those of an earlier one. */

import { roundUp } from "../../nn/rounding.ts";
import type { SizeMemory, Sizes } from "../../nn/size-memory.ts";
import type { Batch, Rounding } from "../family.ts";
import type { Qwen25VlConfig, VisionConfig } from "./config.ts";
import type { BatchShape } from "./forward.ts";
import { type Layout, layoutOf, type Places, placesFor, rowsOf } from "./layout.ts";
import { tokensOf } from "./positions.ts";
import type { VisionShape } from "./vision.ts";
import { visionShape } from "./vision-batch.ts";
import { type PatchGrid, windowPatches } from "./windows.ts";

type ShapeConfig = Pick<Qwen25VlConfig, "vision" | "text">;

/** Lengths and predicted positions come in multiples of this. */
const TOKENS = 16;

/**
 * Sequences or branches, prefixes, tokens of each (in units of 16), words (16), predicted positions (16), pictures, and
 * patches (whole windows) are rounded up. Words are what pictures leave of the tokens: batches of the same pictures need
 * no further programs for them.
 *
 * Pictures of one size that windows divide evenly need no masks and no moved rows; only their number is rounded.
 */
export function shapeFor(config: ShapeConfig, batch: Batch, { buckets, sizes }: Rounding = {}): BatchShape {
  const rounded = roundedShape(config, batch, buckets);
  if (sizes === undefined || rounded.vision === undefined || rounded.vision.frames.exact) return rounded;
  return remembered(roundedShape(config, batch, EVERY_UNIT), sizes, config);
}

function roundedShape(
  { vision }: ShapeConfig,
  { sequences, predicted }: Batch,
  buckets?: number,
): BatchShape {
  const grids = sequences.flatMap(({ images }) => images.map(({ grid }) => grid));
  const layout = layoutOf(sequences);
  const rounded = (strands: Layout["prefixes"]): Places => {
    const { count, length } = placesFor(strands);
    return { count: roundUp(count, buckets), length: roundUp(length, buckets, TOKENS) };
  };
  const places = {
    branches: rounded(layout.branches),
    prefixes: layout.prefixes.length === 0 ? undefined : rounded(layout.prefixes),
  };
  const words = rowsOf(places) - grids.reduce((sum, grid) => sum + tokensOf(grid, vision.mergeSize), 0);
  return {
    ...places,
    words: grids.length === 0 ? words : roundUp(Math.max(1, words), buckets, TOKENS),
    vision: grids.length === 0 ? undefined : roundedVision(vision, grids, buckets),
    predicted: roundUp(Math.max(1, predicted.length), buckets, TOKENS),
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
  const window = windowPatches(vision);
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

/** Room for batches to come beyond the first of a program: their sizes differ by some percent. */
const ROOM = 1.08;

/** What is remembered has room of its own: rounded up before as well, a third of a program was padding. */
const EVERY_UNIT = Number.POSITIVE_INFINITY;

/** Only what varies by itself is remembered: shapes with exact segments and without pictures are few anyway. */
function remembered(shape: BatchShape, memory: SizeMemory, config: ShapeConfig): BatchShape {
  const { vision, branches, prefixes } = shape;
  if (vision === undefined) return shape;
  const need: Sizes = {
    ...{ branches: branches.count, length: branches.length, words: shape.words, predicted: shape.predicted },
    ...{ prefixes: prefixes?.count ?? 0, prefixLength: prefixes?.length ?? 0 },
    ...{ patches: vision.patches, windows: vision.windows.count },
    ...{ frames: vision.frames.count, frameLength: vision.frames.length },
  };
  const window = windowPatches(config.vision);
  const sizes = memory.fit({
    kind: prefixes === undefined ? "whole" : "branched",
    need,
    work: (given) => work(given, config.text.hiddenSize),
    roomy: (given) => roomySizes(given, window),
  });
  const size = (name: string): number => sizes[name] ?? 0;
  return {
    branches: { count: size("branches"), length: size("length") },
    prefixes: prefixes && { count: size("prefixes"), length: size("prefixLength") },
    words: size("words"),
    predicted: size("predicted"),
    vision: {
      patches: size("patches"),
      windows: { count: size("windows"), length: vision.windows.length, exact: false },
      frames: { count: size("frames"), length: size("frameLength"), exact: false },
    },
  };
}

/**
 * Rough: a token costs about two patches, its prediction one more. Attention costs as much as the rest of a layer where a
 * token is beside six times as many as the layer is wide.
 */
function work(
  {
    branches = 0,
    length = 0,
    prefixes = 0,
    prefixLength = 0,
    predicted = 0,
    patches = 0,
    frames = 0,
    frameLength = 0,
  }: Sizes,
  width: number,
): number {
  const beside = (tokens: number): number => 1 + tokens / (6 * width);
  const tokens =
    branches * length * beside(prefixLength + length) + prefixes * prefixLength * beside(prefixLength);
  return 2 * tokens + predicted + patches + 0.2 * frames * frameLength;
}

function roomySizes(need: Sizes, window: number): Sizes {
  const room = (name: string, unit: number): number => Math.ceil((ROOM * (need[name] ?? 0)) / unit) * unit;
  const { branches = 0, prefixes = 0, frameLength = 1 } = need;
  const patches = room("patches", window);
  return {
    ...{ branches, prefixes, frameLength, patches, words: room("words", TOKENS) },
    ...{ length: room("length", TOKENS), prefixLength: room("prefixLength", TOKENS) },
    predicted: room("predicted", TOKENS),
    windows: Math.max(room("windows", 1), patches / window),
    frames: Math.max(room("frames", 1), Math.ceil(patches / frameLength)),
  };
}
