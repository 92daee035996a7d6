/** What the reading order looks at: a region with a name, seen so that reading goes left to right. */
import { areaOf, type Box, type Polygon } from "../geometry/index.ts";
import type { Direction } from "../records/index.ts";

export interface Region {
  readonly id: string;
  /** px */
  readonly box: Box;
  /** The outline where it is known to differ from the box; px. */
  readonly polygon?: Polygon | undefined;
}

/** The region as it is for left-to-right reading: mirrored within a width (px) where reading goes right to left. */
export function inReadingDirection(region: Region, direction: Direction, width: number): Region {
  if (direction === "ltr") return region;
  const [x1, y1, x2, y2] = region.box;
  return {
    id: region.id,
    box: [width - x2, y1, width - x1, y2],
    polygon: region.polygon?.map(([x, y]) => [width - x, y] as const),
  };
}

/** A total order that does not depend on the order of input: larger first, then by place, then by id. */
export function bySize(a: Region, b: Region): number {
  const [ax, ay] = a.box;
  const [bx, by] = b.box;
  return areaOf(b.box) - areaOf(a.box) || ay - by || ax - bx || (a.id < b.id ? -1 : 1);
}
