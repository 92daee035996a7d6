/**
 * Sequences of text and pictures as the inputs of a program. A sequence may be packed: a prefix that is computed once,
 * and branches (rollouts) that each continue it and do not see one another.
 */

import { planRows } from "../../nn/rows.ts";
import type { Feeds } from "../../onnx/index.ts";
import type { Batch, Picture, Position, Sequence } from "../family.ts";
import type { Qwen25VlConfig } from "./config.ts";
import type { BatchShape } from "./forward.ts";
import { type Layout, layoutOf, placesFor, rowsOf, tokenRows } from "./layout.ts";
import { mropePositions, tokensOf } from "./positions.ts";
import { textRotary } from "./rotary-tables.ts";
import { sightFeeds } from "./sight.ts";
import { visionFeeds } from "./vision-batch.ts";

export type { Batch } from "../family.ts";

/** All inputs but the parameters. @throws RangeError where the batch does not fit the shape. */
export function batchFeeds(
  config: Qwen25VlConfig,
  { sequences, predicted }: Batch,
  shape: BatchShape,
): Feeds {
  const layout = layoutOf(sequences);
  checkFits(layout, predicted, shape);
  const rows = tokenRows(sequences, layout, shape);
  const wanted = predicted.map(({ sequence, token }) => {
    const row = rows[sequence]?.[token];
    if (row !== undefined) return row;
    throw new RangeError(
      `batchFeeds: expected predicted positions inside the batch, got ${sequence}:${token}`,
    );
  });
  const where = planRows(wanted, Math.max(rowsOf(shape), shape.predicted));
  return {
    tokens:
      shape.vision === undefined ? tokensFeed(sequences, rows, shape) : wordsFeed(config, sequences, shape),
    ...prefixed("text", textRotary(positionsFeed(config, sequences, rows, shape), config.text)),
    ...sightFeeds(layout, shape),
    ...prefixed("predicted", where),
    ...picturesFeed(config, sequences, rows, shape),
  };
}

/** `{ order, inverse }` as `{ "name.order", "name.inverse" }`. */
export const prefixed = (name: string, feeds: object): Feeds =>
  Object.fromEntries(Object.entries(feeds).map(([key, value]) => [`${name}.${key}`, value]));

function checkFits({ prefixes, branches }: Layout, predicted: readonly Position[], shape: BatchShape): void {
  const [own, shared] = [placesFor(branches), placesFor(prefixes)];
  const limits = [
    ["sequences", branches.length, shape.branches.count],
    ["tokens a sequence", own.length, shape.branches.length],
    ["prefixes", prefixes.length, shape.prefixes?.count ?? 0],
    ["tokens a prefix", prefixes.length === 0 ? 0 : shared.length, shape.prefixes?.length ?? 0],
    ["predicted positions", predicted.length, shape.predicted],
  ] as const;
  for (const [what, got, most] of limits)
    if (got > most) throw new RangeError(`batchFeeds: expected at most ${most} ${what}, got ${got}`);
}

function tokensFeed(
  sequences: readonly Sequence[],
  rows: readonly Int32Array[],
  shape: BatchShape,
): Int32Array {
  const fed = new Int32Array(rowsOf(shape));
  for (const [at, own] of rows.entries())
    for (const [token, row] of own.entries()) fed[row] = sequences[at]?.tokens[token] ?? 0;
  return fed;
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

/** `[3, T]`. */
function positionsFeed(
  config: Qwen25VlConfig,
  sequences: readonly Sequence[],
  rows: readonly Int32Array[],
  shape: BatchShape,
): Int32Array {
  const count = rowsOf(shape);
  const positions = new Int32Array(3 * count);
  for (const [at, sequence] of sequences.entries()) {
    const own = sequencePositions(config, sequence);
    const tokens = sequence.tokens.length;
    for (const [token, row] of rows[at]?.entries() ?? [])
      for (let axis = 0; axis < 3; axis++) positions[axis * count + row] = own[axis * tokens + token] ?? 0;
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

function picturesFeed(
  config: Qwen25VlConfig,
  sequences: readonly Sequence[],
  rows: readonly Int32Array[],
  shape: BatchShape,
): Feeds {
  const images = sequences.flatMap((sequence) => sequence.images);
  if (shape.vision === undefined) {
    if (images.length > 0) throw new RangeError(`batchFeeds: expected no pictures, got ${images.length}`);
    return {};
  }
  const { feeds, placeOf } = visionFeeds(config.vision, images, shape.vision);
  const offset = shape.vision.patches / config.vision.mergeSize ** 2;
  const wanted = new Int32Array(rowsOf(shape)).fill(-1);
  let [pictureToken, word] = [0, 0];
  for (const [at, { tokens }] of sequences.entries())
    for (const [token, row] of rows[at]?.entries() ?? [])
      wanted[row] = tokens[token] === config.tokens.image ? (placeOf[pictureToken++] ?? -1) : offset + word++;
  return {
    ...feeds,
    ...prefixed("embedded", planRows(wanted, Math.max(offset + shape.words, wanted.length))),
  };
}
