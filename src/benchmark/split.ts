/** Assign groups of pages to train, validation and test. */
import type { Random } from "../random.ts";
import { SPLITS, type Split } from "../records/index.ts";

/** Shares of pages, each 0-1, summing to 1. */
export type SplitShares = Readonly<Record<Split, number>>;

/**
 * The paper's split is unpublished; its test sizes fit 25 of 282 pages (facts derived from its percentages). Validation
 * gets as many.
 */
export const PAPER_SHARES: SplitShares = { train: 232 / 282, validation: 25 / 282, test: 25 / 282 };

/** Filled in this order, so that the smallest parts get the best fit. */
const FILL_ORDER: readonly Split[] = ["test", "validation", "train"];

/**
 * A split for each group, in seeded order: a part takes groups while that brings its page count closer to its share.
 * Every part with a share gets at least one group as long as there are enough.
 */
export function splitGroups(sizes: readonly number[], shares: SplitShares, random: Random): readonly Split[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const waiting = random.shuffle([...sizes.keys()]);
  const assigned: Split[] = sizes.map(() => "train");
  for (const split of FILL_ORDER.slice(0, -1)) {
    const want = shares[split] * total;
    const laterParts = FILL_ORDER.slice(FILL_ORDER.indexOf(split) + 1).filter((later) => shares[later] > 0);
    let have = 0;
    for (const group of [...waiting]) {
      const size = sizes[group] ?? 0;
      const enoughLeft = waiting.length > laterParts.length;
      const closer = Math.abs(have + size - want) < Math.abs(have - want);
      if (!enoughLeft || want === 0 || !(closer || have === 0)) continue;
      assigned[group] = split;
      have += size;
      waiting.splice(waiting.indexOf(group), 1);
    }
  }
  return assigned;
}

/** Check shares from outside: each 0-1, together 1 within rounding. */
export function checkShares(shares: SplitShares): boolean {
  const values = SPLITS.map((split) => shares[split]);
  const sum = values.reduce((total, value) => total + value, 0);
  return values.every((value) => value >= 0 && value <= 1) && Math.abs(sum - 1) < 1e-6;
}
