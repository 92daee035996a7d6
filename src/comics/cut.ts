/** Straight cuts that part regions into those before and those after. */
import { centreOf } from "../geometry/index.ts";
import type { Region } from "./region.ts";
import { type Axis, type Separation, separation } from "./separation.ts";

export interface Cut extends Separation {
  readonly axis: Axis;
  readonly before: readonly Region[];
  readonly after: readonly Region[];
}

/**
 * The cut along an axis that slices least, of those that slice nothing the one through the widest gap; undefined for
 * fewer than two regions. Its slice and gap are those of the worst pair across it.
 *
 * Two regions of which the line between them slices off no more than a quarter have their centres in order, so only
 * cuts between neighbours in the order of centres come into question.
 */
export function bestCut(regions: readonly Region[], axis: Axis): Cut | undefined {
  const side = axis === "x" ? 0 : 1;
  const sorted = regions.toSorted((a, b) => centreOf(a.box)[side] - centreOf(b.box)[side]);
  const cuts = separationsAcross(sorted, axis).map((worst, place) => ({ place, ...worst }));
  const [best] = cuts.toSorted((a, b) => a.slice - b.slice || b.gap - a.gap || a.place - b.place);
  if (best === undefined) return undefined;
  const { slice, gap, place } = best;
  return { axis, slice, gap, before: sorted.slice(0, place + 1), after: sorted.slice(place + 1) };
}

/** For every place between neighbours of a sorted list, the worst separation of any pair across it; O(n^2). */
function separationsAcross(sorted: readonly Region[], axis: Axis): Separation[] {
  const worst = sorted.slice(1).map((): Separation => FREE);
  for (const [index, first] of sorted.entries()) {
    let running = FREE;
    for (let other = sorted.length - 1; other > index; other--) {
      const second = sorted[other];
      if (second !== undefined) running = worse(running, separation(first, second, axis));
      worst[other - 1] = worse(worst[other - 1] ?? FREE, running);
    }
  }
  return worst;
}

const FREE: Separation = { slice: 0, gap: Number.POSITIVE_INFINITY };

const worse = (a: Separation, b: Separation): Separation => ({
  slice: Math.max(a.slice, b.slice),
  gap: Math.min(a.gap, b.gap),
});
