/**
 * Polygons: corners in order, closed implicitly, either direction of turn. Coordinates are page pixels unless a name
 * says otherwise. The bounds of a polygon are `boundsOf` (see `box.ts`).
 */
import { type Box, boundsOf, isEmpty, type Point } from "./box.ts";

export type Polygon = readonly Point[];

/** The four corners of a box, clockwise from the top left. */
export const polygonOf = ([x1, y1, x2, y2]: Box): Polygon => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
];

/** Area in square pixels by the shoelace formula; the polygon must not cross itself. */
export function polygonArea(polygon: Polygon): number {
  const twice = sidesOf(polygon).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0);
  return Math.abs(twice) / 2;
}

/** True when the point lies inside, by the even-odd rule. Of two polygons with a common side one holds its points. */
export function containsPoint(polygon: Polygon, [x, y]: Point): boolean {
  const crossings = sidesOf(polygon).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay),
  );
  return crossings.length % 2 === 1;
}

/**
 * The part of a polygon inside a box (Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17(1), 1974);
 * undefined where no area is left. Where the box cuts a concave polygon apart, the pieces stay joined by sides of no
 * width along the edge of the box: area and bounds are right.
 */
export function clipPolygon(polygon: Polygon, box: Box): Polygon | undefined {
  if (isEmpty(box)) return undefined;
  const clipped = halfPlanesOf(box).reduce(clipToHalfPlane, polygon);
  const bounds = boundsOf(clipped);
  return bounds === undefined || isEmpty(bounds) ? undefined : clipped;
}

/** One side of an axis-parallel line: where `sign * (point[axis] - at)` is not negative. */
interface HalfPlane {
  readonly axis: 0 | 1;
  readonly at: number;
  readonly sign: 1 | -1;
}

const halfPlanesOf = ([x1, y1, x2, y2]: Box): readonly HalfPlane[] => [
  { axis: 0, at: x1, sign: 1 },
  { axis: 1, at: y1, sign: 1 },
  { axis: 0, at: x2, sign: -1 },
  { axis: 1, at: y2, sign: -1 },
];

function clipToHalfPlane(polygon: Polygon, { axis, at, sign }: HalfPlane): Polygon {
  const inside = (point: Point) => sign * (point[axis] - at) >= 0;
  return sidesOf(polygon).flatMap(([from, to]) => {
    const kept = inside(to) ? [to] : [];
    return inside(from) === inside(to) ? kept : [crossing(from, to, axis, at), ...kept];
  });
}

/** Where the line through two points crosses `axis = at`. */
function crossing(from: Point, to: Point, axis: 0 | 1, at: number): Point {
  const share = (at - from[axis]) / (to[axis] - from[axis]);
  return axis === 0 ? [at, from[1] + share * (to[1] - from[1])] : [from[0] + share * (to[0] - from[0]), at];
}

/** Pairs of neighbouring corners, the closing side first. */
function sidesOf(polygon: Polygon): (readonly [Point, Point])[] {
  return polygon.map((to, index) => [polygon.at(index - 1) ?? to, to] as const);
}
