/**
 * Sequences of text and pictures as the inputs of a program. A sequence may be packed: a prefix that is computed once,
 * and branches (rollouts) that each continue it and do not see one another.
 */

import { planRows } from "../../nn/rows.ts";
import { FORBIDDEN } from "../../nn/segments.ts";
import type { Feeds } from "../../onnx/index.ts";
import type { Batch, Picture, Position, Sequence } from "../family.ts";
import type { Qwen25VlConfig } from "./config.ts";
import type { BatchShape } from "./forward.ts";
import { mropePositions, tokensOf } from "./positions.ts";
import { textRotary } from "./rotary-tables.ts";
import { visionFeeds } from "./vision-batch.ts";

export type { Batch } from "../family.ts";

/** All inputs but the parameters. @throws RangeError where the batch does not fit the shape. */
export function batchFeeds(
  config: Qwen25VlConfig,
  { sequences, predicted }: Batch,
  shape: BatchShape,
): Feeds {
  checkFits(sequences, predicted, shape);
  const { length } = shape;
  const rows = shape.sequences * length;
  const wanted = predicted.map(({ sequence, token }) => sequence * length + token);
  const where = planRows(wanted, Math.max(rows, shape.predicted));
  return {
    tokens: shape.vision === undefined ? tokensFeed(sequences, shape) : wordsFeed(config, sequences, shape),
    ...prefixed("text", textRotary(positionsFeed(config, sequences, shape), config.text)),
    mask: shape.mask === "each" ? branchMasks(sequences, shape) : causalMask(length),
    ...prefixed("predicted", where),
    ...picturesFeed(config, sequences, shape),
  };
}

/** `{ order, inverse }` as `{ "name.order", "name.inverse" }`. */
export const prefixed = (name: string, feeds: object): Feeds =>
  Object.fromEntries(Object.entries(feeds).map(([key, value]) => [`${name}.${key}`, value]));

function checkFits(sequences: readonly Sequence[], predicted: readonly Position[], shape: BatchShape): void {
  const longest = Math.max(0, ...sequences.map(({ tokens }) => tokens.length));
  const branched = sequences.some(({ branches }) => branches !== undefined);
  const limits = [
    ["sequences", sequences.length, shape.sequences],
    ["tokens a sequence", longest, shape.length],
    ["predicted positions", predicted.length, shape.predicted],
  ] as const;
  for (const [what, got, most] of limits)
    if (got > most) throw new RangeError(`batchFeeds: expected at most ${most} ${what}, got ${got}`);
  if (branched && shape.mask === "shared")
    throw new RangeError("batchFeeds: expected a shape with a mask for each sequence, got a shared one");
}

function tokensFeed(sequences: readonly Sequence[], { sequences: count, length }: BatchShape): Int32Array {
  const tokens = new Int32Array(count * length);
  for (const [at, sequence] of sequences.entries()) tokens.set(sequence.tokens, at * length);
  return tokens;
}

/** What is no picture's, in order. */
function wordsFeed(
  { tokens: { image } }: Qwen25VlConfig,
  sequences: readonly Sequence[],
  shape: BatchShape,
): Int32Array {
  const words = new Int32Array(shape.words);
  let count = 0;
  for (const { tokens } of sequences)
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] ?? 0;
      if (token !== image) words[count++] = token;
    }
  if (count > words.length)
    throw new RangeError(`batchFeeds: expected at most ${words.length} words, got ${count}`);
  return words;
}

/** `[3, B S]`. */
function positionsFeed(
  config: Qwen25VlConfig,
  sequences: readonly Sequence[],
  { sequences: count, length }: BatchShape,
): Int32Array {
  const positions = new Int32Array(3 * count * length);
  for (const [at, sequence] of sequences.entries()) {
    const own = sequencePositions(config, sequence);
    const tokens = sequence.tokens.length;
    for (let axis = 0; axis < 3; axis++)
      positions.set(own.subarray(axis * tokens, (axis + 1) * tokens), (axis * count + at) * length);
  }
  return positions;
}

/** `[3, tokens]`: each branch counts on from the prefix. */
export function sequencePositions(
  { tokens: { image: imageToken }, vision: { mergeSize } }: Qwen25VlConfig,
  { tokens, images, branches }: Sequence,
): Int32Array {
  const grids = images.map(({ grid }) => grid);
  if (branches === undefined) return mropePositions(tokens, grids, { imageToken, mergeSize }).ids;
  const owners = pictureOwners(tokens, grids, branches, imageToken, mergeSize);
  const count = tokens.length;
  const positions = new Int32Array(3 * count);
  for (const branch of new Set(Array.from(branches))) {
    const on = (owner: number | undefined): boolean => owner === 0 || owner === branch;
    const path = Array.from(tokens, (_, at) => at).filter((at) => on(branches[at]));
    const words = path.map((at) => tokens[at] ?? 0);
    const { ids } = mropePositions(
      words,
      grids.filter((_, index) => on(owners[index])),
      { imageToken, mergeSize },
    );
    for (const [step, at] of path.entries())
      for (let axis = 0; axis < 3; axis++) positions[axis * count + at] = ids[axis * path.length + step] ?? 0;
  }
  return positions;
}

/** The branch that each picture belongs to. */
function pictureOwners(
  tokens: ArrayLike<number>,
  grids: readonly Picture["grid"][],
  branches: ArrayLike<number>,
  imageToken: number,
  mergeSize: number,
): readonly number[] {
  const places = Array.from(tokens, (_, at) => at).filter((at) => tokens[at] === imageToken);
  let first = 0;
  return grids.map((grid) => {
    const owner = branches[places[first] ?? -1] ?? 0;
    first += tokensOf(grid, mergeSize);
    return owner;
  });
}

const causalMasks = new Map<number, Float32Array>();

/** `[1, 1, S, S]`, shared by all batches of a length: it is only read. */
function causalMask(length: number): Float32Array {
  const known = causalMasks.get(length);
  if (known !== undefined) return known;
  const mask = new Float32Array(length * length);
  for (let row = 0; row < length; row++) mask.fill(FORBIDDEN, row * length + row + 1, (row + 1) * length);
  causalMasks.set(length, mask);
  return mask;
}

/** `[B, 1, S, S]`: a token sees the prefix and its own branch, up to itself. */
function branchMasks(sequences: readonly Sequence[], { sequences: count, length }: BatchShape): Float32Array {
  const masks = new Float32Array(count * length * length).fill(FORBIDDEN);
  for (let at = 0; at < count; at++) {
    const branches = sequences[at]?.branches;
    for (let row = 0; row < length; row++) {
      const start = (at * length + row) * length;
      const branch = branches?.[row] ?? 0;
      for (let column = 0; column <= row; column++) {
        const other = branches?.[column] ?? 0;
        if (other === 0 || other === branch || row >= (branches?.length ?? 0)) masks[start + column] = 0;
      }
    }
  }
  return masks;
}

function picturesFeed(config: Qwen25VlConfig, sequences: readonly Sequence[], shape: BatchShape): Feeds {
  const images = sequences.flatMap((sequence) => sequence.images);
  if (shape.vision === undefined) {
    if (images.length > 0) throw new RangeError(`batchFeeds: expected no pictures, got ${images.length}`);
    return {};
  }
  const { feeds, placeOf } = visionFeeds(config.vision, images, shape.vision);
  const { length } = shape;
  const offset = shape.vision.patches / config.vision.mergeSize ** 2;
  const wanted = new Int32Array(shape.sequences * length).fill(-1);
  let [pictureToken, word] = [0, 0];
  for (const [at, { tokens }] of sequences.entries())
    for (let token = 0; token < tokens.length; token++)
      wanted[at * length + token] =
        tokens[token] === config.tokens.image ? (placeOf[pictureToken++] ?? -1) : offset + word++;
  return {
    ...feeds,
    ...prefixed("embedded", planRows(wanted, Math.max(offset + shape.words, wanted.length))),
  };
}
