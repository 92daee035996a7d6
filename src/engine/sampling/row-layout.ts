/** How rows stand in a program: in groups that share a prefix, all groups with the same number of places. */
import { rowBucket } from "./buckets.ts";

export interface RowLayout<Row> {
  readonly groups: number;
  readonly rollouts: number;
  /** `groups * rollouts` places; a group's rows share their prefix. */
  readonly places: readonly (Row | undefined)[];
  /** What a step of it costs, in rows. */
  readonly cost: number;
}

/** What reading a group's prefix once more costs, in rows. */
const GROUP_COST = 0.25;

/**
 * The cheapest layout in bucketed sizes. A prefix with many rows may stand in several groups: it is stored twice, but
 * one prompt with many rows left does not make places for all others.
 */
export function layOutRows<Row>(
  rows: readonly Row[],
  prefixOf: (row: Row) => object | undefined,
): RowLayout<Row> {
  const sharing = [...Map.groupBy(rows, (row) => prefixOf(row) ?? {}).values()];
  const most = Math.max(1, ...sharing.map(({ length }) => length));
  const candidates: { groups: number; rollouts: number; cost: number }[] = [];
  for (let rollouts = 1; rollouts < 2 * most; rollouts = rowBucket(rollouts + 1)) {
    const groups = rowBucket(sharing.reduce((sum, { length }) => sum + Math.ceil(length / rollouts), 0));
    candidates.push({ groups, rollouts, cost: groups * (rollouts + GROUP_COST) });
  }
  const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a));
  return { ...best, places: placesOf(sharing, best.groups, best.rollouts) };
}

function placesOf<Row>(
  sharing: readonly (readonly Row[])[],
  groups: number,
  rollouts: number,
): readonly (Row | undefined)[] {
  const places: (Row | undefined)[] = [];
  for (const members of sharing) {
    places.push(...members);
    while (places.length % rollouts !== 0) places.push(undefined);
  }
  while (places.length < groups * rollouts) places.push(undefined);
  return places;
}
