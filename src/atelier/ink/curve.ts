/** Shapes as lists of points: ellipses, splines, hulls, cuts and limbs. All lengths in px unless said otherwise. */

import type { Point } from "../../geometry/index.ts";
import {
  between,
  blend,
  clamp,
  distance,
  dot,
  minus,
  plus,
  quarterTurn,
  rotate,
  times,
  unit,
} from "./plane.ts";

export type Shape = readonly Point[];

const FULL_TURN = 2 * Math.PI;

/** How many chords keep a circle of this radius within a quarter of a pixel. */
const chordsFor = (radius: number): number => Math.round(clamp(4.5 * Math.sqrt(radius), 8, 44));

/** A closed ellipse; `angle` turns it about its centre. */
export function ellipse(centre: Point, rx: number, ry: number = rx, angle = 0): Shape {
  const count = chordsFor(Math.max(rx, ry));
  return Array.from({ length: count }, (_, i) => onEllipse(centre, rx, ry, angle, (FULL_TURN * i) / count));
}

/** The open piece of an ellipse between two angles, both ends included. */
export function arc(
  centre: Point,
  [rx, ry]: readonly [rx: number, ry: number],
  [from, to]: readonly [from: number, to: number],
  angle = 0,
): Shape {
  const count = Math.max(4, Math.ceil((chordsFor(Math.max(rx, ry)) * Math.abs(to - from)) / FULL_TURN));
  return Array.from({ length: count + 1 }, (_, i) =>
    onEllipse(centre, rx, ry, angle, blend(from, to, i / count)),
  );
}

function onEllipse(centre: Point, rx: number, ry: number, angle: number, t: number): Point {
  return plus(centre, rotate([rx * Math.cos(t), ry * Math.sin(t)], angle));
}

/** An upright rectangle. */
export const rectangle = (x: number, y: number, width: number, height: number): Shape => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** Catmull-Rom curve through open `points`. */
export function curve(points: Shape, steps = 5): Shape {
  if (points.length < 3) return points;
  const last = points.length - 1;
  const at = (i: number): Point => points[clamp(i, 0, last)] as Point;
  const result = catmullRom(at, last, steps);
  result.push(at(last));
  return result;
}

/** Catmull-Rom curve round closed `points`. */
export function blob(points: Shape, steps = 5): Shape {
  const count = points.length;
  if (count < 3) return points;
  return catmullRom((i) => points[(i + count) % count] as Point, count, steps);
}

function catmullRom(at: (i: number) => Point, spans: number, steps: number): Point[] {
  const result: Point[] = [];
  for (let i = 0; i < spans; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let j = 0; j < steps; j++) {
      const t = j / steps;
      result.push([cubic(a[0], b[0], c[0], d[0], t), cubic(a[1], b[1], c[1], d[1], t)]);
    }
  }
  return result;
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * b - a - 3 * c + d))));
}

/** The convex hull of points (Andrew's monotone chain). */
export function hull(points: Shape): Shape {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.toReversed());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function halfHull(sorted: Shape): Point[] {
  const chain: Point[] = [];
  for (const point of sorted) {
    while (chain.length > 1 && turnsRight(chain.at(-2) as Point, chain.at(-1) as Point, point)) chain.pop();
    chain.push(point);
  }
  return chain;
}

const turnsRight = (o: Point, a: Point, b: Point): boolean =>
  (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]) <= 0;

/** An ellipse to be wrapped by {@link wrap}. */
export interface Oval {
  readonly centre: Point;
  readonly rx: number;
  readonly ry: number;
  readonly angle?: number;
}

/** The rubber band round several ellipses. */
export function wrap(ovals: readonly Oval[]): Shape {
  return hull(ovals.flatMap(({ centre, rx, ry, angle }) => ellipse(centre, rx, ry, angle)));
}

/** The part of a closed shape on the side of the line through `origin` that `normal` points to. */
export function cut(shape: Shape, origin: Point, normal: Point): Shape {
  const result: Point[] = [];
  let previous = shape.at(-1);
  for (const point of shape) {
    if (previous === undefined) break;
    const before = dot(minus(previous, origin), normal);
    const here = dot(minus(point, origin), normal);
    if (before >= 0 !== here >= 0) result.push(between(previous, point, before / (before - here)));
    if (here >= 0) result.push(point);
    previous = point;
  }
  return result;
}

/** True for a point inside a closed shape (even-odd rule). */
export function contains(shape: Shape, [x, y]: Point): boolean {
  let inside = false;
  let previous = shape.at(-1);
  for (const point of shape) {
    if (previous !== undefined && point[1] > y !== previous[1] > y) {
      const crossing = blend(point[0], previous[0], (y - point[1]) / (previous[1] - point[1]));
      if (x < crossing) inside = !inside;
    }
    previous = point;
  }
  return inside;
}

/** A limb: its outline and the two long sides, from the root to the tip. */
export interface Tube {
  readonly outline: Shape;
  readonly spine: Shape;
  readonly left: Shape;
  readonly right: Shape;
}

/** Radius of a limb at a share (0-1) of its length. */
export type Girth = (share: number) => number;

/** Girth that runs linearly through evenly spaced radii. */
export function girth(...radii: readonly number[]): Girth {
  return (share) => {
    const place = clamp(share, 0, 1) * (radii.length - 1);
    const i = Math.min(Math.floor(place), radii.length - 2);
    return radii.length === 1 ? (radii[0] ?? 0) : blend(radii[i] ?? 0, radii[i + 1] ?? 0, place - i);
  };
}

/** A tube with rounded ends along a path. */
export function tube(path: Shape, radius: Girth): Tube {
  const last = path.length - 1;
  const left: Point[] = [];
  const right: Point[] = [];
  path.forEach((point, i) => {
    const along = unit(minus(path[Math.min(last, i + 1)] as Point, path[Math.max(0, i - 1)] as Point));
    const side = times(quarterTurn(along), radius(i / last));
    left.push(plus(point, side));
    right.push(minus(point, side));
  });
  const tip = cap(path[last] as Point, left[last] as Point);
  const root = cap(path[0] as Point, right[0] as Point);
  return { outline: [...left, ...tip, ...right.toReversed(), ...root], spine: path, left, right };
}

/** Half a circle from `start` round `centre`, without its two ends. */
function cap(centre: Point, start: Point): Point[] {
  const radius = distance(centre, start);
  const count = Math.max(3, Math.round(chordsFor(radius) / 2));
  return Array.from({ length: count - 1 }, (_, i) => rotate(start, (-Math.PI * (i + 1)) / count, centre));
}

/** A path through a joint that is rounded off: `rounding` 0 keeps the corner, 0.6 makes a hose of it. */
export function bend([a, joint, c]: readonly [Point, Point, Point], rounding: number): Shape {
  const before = between(joint, a, rounding);
  const after = between(joint, c, rounding);
  const steps = 5;
  const rounded = Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    return between(between(before, joint, t), between(joint, after, t), t);
  });
  return [a, between(a, before, 0.5), ...rounded, between(after, c, 0.5), c];
}
