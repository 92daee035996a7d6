/**
 * Rows that draw one token a step, all together. When enough of them have ended, those left move together into smaller
 * programs, and waiting rows take the places that became free.
 */
import type { DecoderFamily } from "./decoder-family.ts";
import { copySlot, createKeyValues, storeFresh } from "./key-values.ts";
import type { RowState } from "./row.ts";
import { createRowBatch, type RowBatch, runBatch } from "./row-batch.ts";
import { layOutRows } from "./row-layout.ts";
import type { Runner } from "./runner.ts";

/** Tokens that an own cache grows by at most, so that a high limit does not cost masked attention from the start. */
const GROWTH = 256;
/** Rows move when the smaller layout costs at most this part: a new shape costs a new session, about 100 ms, once. */
const WORTH_MOVING = 0.7;

export interface LockStepOptions<Picture> {
  /** Most rows in a step. */
  readonly maxRows: number;
  /** Tokens that a row may still get. */
  readonly left: (row: RowState<Picture>) => number;
  /** Takes a row's new logits and leaves it with one token pending; whether the row goes on. */
  readonly draw: (row: RowState<Picture>) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Steps all rows, which have one token pending each, until none goes on. */
export async function lockStep<Picture>(
  runner: Runner<Picture>,
  rows: readonly RowState<Picture>[],
  options: LockStepOptions<Picture>,
): Promise<void> {
  let live = rows;
  while (live.length > 0) {
    const waiting = live.slice(options.maxRows);
    const left = await stepTogether(runner, live.slice(0, options.maxRows), waiting.length > 0, options);
    live = [...left, ...waiting];
  }
}

/** Steps rows in one batch until a row has no place in its cache or another batch would be better; gives those that go on. */
async function stepTogether<Picture>(
  runner: Runner<Picture>,
  rows: readonly RowState<Picture>[],
  othersWait: boolean,
  { left, draw, signal }: LockStepOptions<Picture>,
): Promise<readonly RowState<Picture>[]> {
  const { family } = runner;
  const own = Math.max(...rows.map((row) => row.ownLength + Math.min(GROWTH, left(row))));
  const batch = createRowBatch(family, rows, { fresh: 1, own, pictures: 0 });
  const first = new Map(rows.map((row) => [row, row.ownLength]));
  let live = rows;
  try {
    while (live.length > 0 && live.every(({ ownLength }) => ownLength < batch.own.capacity)) {
      signal?.throwIfAborted();
      await step(runner, batch, live);
      const still = live.filter(draw);
      const fewer = still.length < live.length;
      live = still;
      if (fewer && worthMoving(live, batch, othersWait)) break;
    }
  } finally {
    keepOwn(family, batch, first);
  }
  return live;
}

function worthMoving<Picture>(
  live: readonly RowState<Picture>[],
  { layout }: RowBatch<Picture>,
  othersWait: boolean,
): boolean {
  if (othersWait) return live.length <= WORTH_MOVING * layout.places.length;
  return live.length > 0 && layOutRows(live, ({ prefix }) => prefix).cost <= WORTH_MOVING * layout.cost;
}

async function step<Picture>(
  runner: Runner<Picture>,
  batch: RowBatch<Picture>,
  live: readonly RowState<Picture>[],
): Promise<void> {
  const { sizes } = runner.family;
  const { own, ownMask } = batch;
  const included = new Set(live);
  await runBatch(
    runner,
    batch,
    (row) => included.has(row),
    (row, count, place, fresh) => {
      const at = row.ownLength;
      storeFresh(sizes, fresh, { row: place, count }, { cache: own, slot: place, at });
      ownMask.fill(0, place * own.capacity + at, place * own.capacity + at + count);
      row.ownLength = at + count;
    },
  );
}

/** Gives each row that moved on its part of the batch's caches. */
function keepOwn<Picture>(
  { sizes }: DecoderFamily<Picture>,
  { layout, own }: RowBatch<Picture>,
  first: ReadonlyMap<RowState<Picture>, number>,
): void {
  for (const [slot, row] of layout.places.entries()) {
    if (row === undefined || row.ownLength === first.get(row)) continue;
    const cache = createKeyValues(sizes, 1, row.ownLength);
    copySlot(sizes, row.ownLength, { cache: own, slot }, { cache, slot: 0 });
    row.own = cache;
  }
}
