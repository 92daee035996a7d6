/**
 * Rows laid out for runs of one shape: their caches side by side, and the arrays that a run is fed, which are filled
 * anew for each run.
 */
import { FORBIDDEN } from "../nn/segments.ts";
import type { Feeds } from "../onnx/index.ts";
import { freshBucket, lengthBucket } from "./buckets.ts";
import type { ExtendShape } from "./cached-attention.ts";
import type { DecoderFamily, DecoderSizes } from "./decoder-family.ts";
import type { ExtendOutput } from "./extend-program.ts";
import { copySlot, createKeyValues, type FreshKeyValues, type KeyValues } from "./key-values.ts";
import { type Prefix, pendingCount, type RowState } from "./row.ts";
import { layOutRows, type RowLayout } from "./row-layout.ts";
import type { Runner } from "./runner.ts";

export interface RowBatch<Picture> {
  readonly shape: ExtendShape;
  readonly layout: RowLayout<RowState<Picture>>;
  /** One slot a place. */
  readonly own: KeyValues;
  readonly ownMask: Float32Array;
  readonly tokens: Int32Array;
  /** `[axes, rows fresh]` */
  readonly positions: Int32Array;
  readonly last: Int32Array;
  readonly embedded: Int32Array;
  readonly embeddings: Float32Array;
  /** Caches and masks, and the arrays above that the shape needs. */
  readonly feeds: Feeds;
  /** What the last run gave: the next one writes there, so nobody may look at it any more by then. */
  results: Record<ExtendOutput, Float32Array> | undefined;
}

export interface RowBatchOptions {
  /** Most new tokens of a row in a run. */
  readonly fresh: number;
  /** Tokens that a row's own cache must hold. */
  readonly own: number;
  /** Tokens of all pictures of a run. */
  readonly pictures: number;
}

export function createRowBatch<Picture>(
  family: DecoderFamily<Picture>,
  rows: readonly RowState<Picture>[],
  options: RowBatchOptions,
): RowBatch<Picture> {
  const { sizes } = family;
  const layout = layOutRows(rows, ({ prefix }) => prefix);
  const { groups, rollouts } = layout;
  const prefixes = Array.from({ length: groups }, (_, group) => layout.places[group * rollouts]?.prefix);
  const shape = {
    groups,
    rollouts,
    fresh: freshBucket(options.fresh),
    prefix: lengthBucket(Math.max(0, ...prefixes.map((prefix) => prefix?.length ?? 0))),
    own: lengthBucket(options.own),
    pictures: lengthBucket(options.pictures),
  };
  const owned = layout.places.map((row) => row && { cache: row.own, length: row.ownLength });
  const own = sideBySide(sizes, owned, shape.own);
  const shared = sideBySide(sizes, prefixes, shape.prefix);
  const count = layout.places.length * shape.fresh;
  const tokens = new Int32Array(count);
  const last = new Int32Array(layout.places.length);
  const embedded = new Int32Array(count);
  const embeddings = new Float32Array(shape.pictures * sizes.hiddenSize);
  const feeds = {
    tokens,
    ...cacheFeeds("prefix", shape.prefix, shared),
    ...cacheFeeds("own", shape.own, own),
    ...(shape.fresh > 1 ? { "fresh.mask": causalMask(sizes, shape.fresh), last } : {}),
    ...(shape.pictures > 0 ? { embedded, pictures: embeddings } : {}),
  };
  const positions = new Int32Array(family.positionAxes * count);
  return {
    shape,
    layout,
    own: own.cache,
    ownMask: own.mask,
    tokens,
    positions,
    last,
    embedded,
    embeddings,
    feeds,
    results: undefined,
  };
}

interface MaskedCache {
  readonly cache: KeyValues;
  /** `[slots, 1, 1, capacity]` */
  readonly mask: Float32Array;
}

/** What is stored side by side, one slot each, and masks of what is not. */
function sideBySide(
  sizes: DecoderSizes,
  stored: readonly (Prefix | undefined)[],
  capacity: number,
): MaskedCache {
  const cache = createKeyValues(sizes, stored.length, capacity);
  const mask = new Float32Array(stored.length * capacity).fill(FORBIDDEN);
  for (const [slot, each] of stored.entries()) {
    if (each === undefined) continue;
    copySlot(sizes, each.length, { cache: each.cache, slot: 0 }, { cache, slot });
    mask.fill(0, slot * capacity, slot * capacity + each.length);
  }
  return { cache, mask };
}

function cacheFeeds(name: "prefix" | "own", length: number, { cache, mask }: MaskedCache): Feeds {
  if (length === 0) return {};
  const parts = cache.parts.map(
    (data, part) => [`${name}.${part % 2 === 0 ? "key" : "value"}.${Math.floor(part / 2)}`, data] as const,
  );
  return { ...Object.fromEntries(parts), [`${name}.mask`]: mask };
}

/** `[1, 1, heads / keyValueHeads * fresh, fresh]` */
function causalMask({ heads, keyValueHeads }: DecoderSizes, fresh: number): Float32Array {
  const queries = (heads / keyValueHeads) * fresh;
  const mask = new Float32Array(queries * fresh);
  for (let query = 0; query < queries; query++)
    mask.fill(FORBIDDEN, query * fresh + (query % fresh) + 1, (query + 1) * fresh);
  return mask;
}

/**
 * Computes what is pending of the rows for which `includes` holds; their logits are set, their new keys and values
 * handed to `store`.
 */
export async function runBatch<Picture>(
  runner: Runner<Picture>,
  batch: RowBatch<Picture>,
  includes: (row: RowState<Picture>) => boolean,
  store: (row: RowState<Picture>, count: number, place: number, fresh: FreshKeyValues) => void,
): Promise<void> {
  const { family } = runner;
  const { shape, layout, positions } = batch;
  const rows = layout.places.flatMap((row, place) =>
    row !== undefined && includes(row) ? [{ row, place, count: pendingCount(row) }] : [],
  );
  await fillPictures(runner, batch, rows);
  for (const { row, place } of rows) fillRow(batch, row, place);
  const { cos, sin } = family.rotation(positions);
  const feeds = { ...batch.feeds, "text.cos": cos, "text.sin": sin };
  batch.results = await runner.extend(shape, feeds, batch.results);
  takeOutputs(batch.results, batch, rows, store);
}

interface RunRow<Picture> {
  readonly row: RowState<Picture>;
  readonly place: number;
  /** Pending tokens. */
  readonly count: number;
}

function takeOutputs<Picture>(
  { keyValues, logits, normalisers }: Record<ExtendOutput, Float32Array>,
  { shape, layout }: RowBatch<Picture>,
  rows: readonly RunRow<Picture>[],
  store: (row: RowState<Picture>, count: number, place: number, fresh: FreshKeyValues) => void,
): void {
  const vocabulary = logits.length / layout.places.length;
  const fresh = { data: keyValues, rows: layout.places.length, fresh: shape.fresh };
  for (const { row, place, count } of rows) {
    store(row, count, place, fresh);
    row.position += row.pending.reduce((sum, { advance }) => sum + advance, 0);
    row.pending = [];
    row.logits = {
      values: logits.subarray(place * vocabulary, (place + 1) * vocabulary),
      normaliser: normalisers[place] ?? Number.NaN,
    };
  }
}

/** Embeddings of the rows' pictures, each once, and for every token of the batch where its embedding stands. */
async function fillPictures<Picture>(
  runner: Runner<Picture>,
  { shape, embedded, embeddings }: RowBatch<Picture>,
  rows: readonly RunRow<Picture>[],
): Promise<void> {
  if (shape.pictures === 0) return;
  const { imageToken, sizes } = runner.family;
  const pieces = rows.flatMap(({ row }) => row.pending);
  const rowsOf = new Map<Picture, readonly number[]>();
  let end = 0;
  for (const [picture, data] of await runner.embeddings(pieces.flatMap(({ pictures }) => pictures))) {
    const first = end;
    embeddings.set(data, first * sizes.hiddenSize);
    end += data.length / sizes.hiddenSize;
    rowsOf.set(
      picture,
      Array.from({ length: end - first }, (_, token) => first + token),
    );
  }
  for (let at = 0; at < embedded.length; at++) embedded[at] = shape.pictures + at;
  for (const { row, place } of rows) {
    let at = place * shape.fresh;
    for (const { tokens, pictures } of row.pending) {
      const seen = pictures.flatMap((picture) => rowsOf.get(picture) ?? []);
      placePictures(tokens, imageToken, seen, embedded.subarray(at, at + tokens.length));
      at += tokens.length;
    }
  }
}

/** Image tokens read the rows in order; where there are no pictures, they were drawn and are words. */
function placePictures(
  tokens: ArrayLike<number>,
  imageToken: number,
  seen: readonly number[],
  embedded: Int32Array,
): void {
  let used = 0;
  for (let at = 0; used < seen.length && at < tokens.length; at++)
    if (tokens[at] === imageToken) embedded[at] = seen[used++] ?? 0;
}

function fillRow<Picture>(
  { shape, tokens, positions, last }: RowBatch<Picture>,
  row: RowState<Picture>,
  place: number,
): void {
  let at = place * shape.fresh;
  let start = row.position;
  for (const piece of row.pending) {
    const count = piece.tokens.length;
    tokens.set(piece.tokens, at);
    for (let axis = 0; axis * tokens.length < positions.length; axis++)
      for (let token = 0; token < count; token++)
        positions[axis * tokens.length + at + token] = start + (piece.positions[axis * count + token] ?? 0);
    at += count;
    start += piece.advance;
  }
  last[place] = at - 1;
}
