/** Computing whatever rows have pending, in as few runs as the bound on their size allows. */
import { freshBucket, rowBucket } from "./buckets.ts";
import type { DecoderFamily } from "./decoder-family.ts";
import { copySlot, createKeyValues, type FreshKeyValues, storeFresh } from "./key-values.ts";
import { pendingCount, type RowState } from "./row.ts";
import { createRowBatch, runBatch } from "./row-batch.ts";
import type { Runner } from "./runner.ts";

/** Bounds of a run. */
export interface RunLimits {
  readonly maxRows: number;
  /** Most new tokens, padding included; a longer row runs alone. */
  readonly maxTokens: number;
}

/** After it, each row has logits and nothing pending. */
export async function settle<Picture>(
  runner: Runner<Picture>,
  rows: readonly RowState<Picture>[],
  limits: RunLimits,
  signal?: AbortSignal,
): Promise<void> {
  const { family } = runner;
  const waiting = rows.filter(({ pending }) => pending.length > 0);
  for (const part of inParts(waiting, limits)) {
    signal?.throwIfAborted();
    const batch = createRowBatch(family, part, {
      fresh: Math.max(...part.map(pendingCount)),
      own: Math.max(...part.map(({ ownLength }) => ownLength)),
      pictures: pictureTokens(family, part),
    });
    await runBatch(
      runner,
      batch,
      () => true,
      (row, count, place, fresh) => growOwn(family, row, count, place, fresh),
    );
  }
}

/** Rows of like length together, so that little is padding. */
function inParts<Picture>(
  rows: readonly RowState<Picture>[],
  { maxRows, maxTokens }: RunLimits,
): readonly (readonly RowState<Picture>[])[] {
  const parts: RowState<Picture>[][] = [];
  let longest = 0;
  for (const row of rows.toSorted((a, b) => pendingCount(b) - pendingCount(a))) {
    const part = parts.at(-1);
    const more = (part?.length ?? 0) + 1;
    if (part !== undefined && more <= maxRows && rowBucket(more) * longest <= maxTokens) part.push(row);
    else {
      parts.push([row]);
      longest = freshBucket(pendingCount(row));
    }
  }
  return parts;
}

/** Tokens of all different pictures. */
function pictureTokens<Picture>(
  { imageToken }: DecoderFamily<Picture>,
  rows: readonly RowState<Picture>[],
): number {
  const pieces = rows.flatMap(({ pending }) => pending).filter(({ pictures }) => pictures.length > 0);
  return pieces.reduce(
    (sum, { tokens }) => sum + Array.from(tokens).filter((token) => token === imageToken).length,
    0,
  );
}

/** The row's own cache with its new keys and values. */
function growOwn<Picture>(
  { sizes }: DecoderFamily<Picture>,
  row: RowState<Picture>,
  count: number,
  place: number,
  fresh: FreshKeyValues,
): void {
  const cache = createKeyValues(sizes, 1, row.ownLength + count);
  copySlot(sizes, row.ownLength, { cache: row.own, slot: 0 }, { cache, slot: 0 });
  storeFresh(sizes, fresh, { row: place, count }, { cache, slot: 0, at: row.ownLength });
  row.own = cache;
  row.ownLength += count;
}
