/** The reading order of the balloons of one panel, from their boxes alone. */
import type { Direction } from "../records/index.ts";
import { leavesOf } from "./layout.ts";
import { layoutByCuts } from "./layout-by-cuts.ts";
import { inReadingDirection, type Region } from "./region.ts";

/**
 * Balloons of one panel as they are read: a balloon that begins clearly higher comes first (neither of the two reaches
 * past the other by more than half of the smaller one's height), those at one height follow the reading direction. Ids
 * must be unique.
 */
export function orderBalloons<T extends Region>(balloons: readonly T[], direction: Direction): T[] {
  // Outlines are left out: a balloon's tail says nothing about when it is read.
  const boxes = balloons.map(({ id, box }) => inReadingDirection({ id, box }, direction, 0));
  const order = leavesOf(layoutByCuts(boxes, ({ id }) => ({ kind: "panel", id })));
  const place = new Map(order.map((id, index) => [id, index]));
  return balloons.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
