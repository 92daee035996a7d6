/**
 * The ink line. An outline is two rings, an outer one filled with ink and an inner one filled with the colour; its
 * width follows a light from above left, heavy below and right, as a brush would. An open line tapers at both ends.
 */

import type { Point } from "../../geometry/index.ts";
import type { Shape } from "./curve.ts";
import { clamp } from "./plane.ts";

/** Where the line is heaviest. */
const SHADOW_SIDE: Point = [0.5, 0.86];
/** Width at the lit side and what the shadow side adds, as shares of the mean width. */
const LIT_WIDTH = 0.55;
const SHADOW_WIDTH = 0.85;
const ROUGHNESS = 0.16;
/** Where an outline is left out, the ink ring hides this deep under the colour, px. */
const TUCK = 0.7;
/** px at a line unit of 1 */
const TAPER_LENGTH = 18;
/** How far towards the light the shade begins, and how fast it deepens. */
const SHADE_START = 0.05;
const SHADE_SLOPE = 1.25;
const TAPERED_WIDTH = 0.22;

/** Smooth noise over the plane, -1 to 1. */
export type Noise = (x: number, y: number) => number;

export interface Rings {
  readonly outer: Shape;
  readonly inner: Shape;
  /** The inner ring with its shadow side pushed in by `depth`: between the two lies the shade. */
  readonly lit: Shape;
}

/**
 * Mean thickness of a closed shape, px: twice its area by its perimeter. The radius of a circle, the width of a long
 * strip.
 */
export function thicknessOf(shape: Shape): number {
  let doubled = 0;
  let perimeter = 0;
  let previous = shape.at(-1);
  for (const point of shape) {
    if (previous !== undefined) {
      doubled += previous[0] * point[1] - point[0] * previous[1];
      perimeter += Math.hypot(point[0] - previous[0], point[1] - previous[1]);
    }
    previous = point;
  }
  return perimeter === 0 ? 0 : Math.abs(doubled) / perimeter;
}

/** Twice the signed area: positive when the shape runs clockwise on the screen. */
function orientation(shape: Shape): number {
  let sum = 0;
  let previous = shape.at(-1);
  for (const point of shape) {
    if (previous !== undefined) sum += previous[0] * point[1] - point[0] * previous[1];
    previous = point;
  }
  return sum < 0 ? -1 : 1;
}

export interface RingOptions {
  /** Where there is a line at all; near its ends the line runs out. Everywhere when absent. */
  readonly inked?: ((point: Point) => boolean) | undefined;
  /** How far the shade reaches in from the shadow side, px. */
  readonly depth?: number | undefined;
}

/** Both edges of an outline of mean `width` px. */
export function rings(
  shape: Shape,
  width: number,
  noise: Noise,
  { inked, depth = 0 }: RingOptions = {},
): Rings {
  const count = shape.length;
  const outwards = orientation(shape);
  const pressure = inked === undefined ? undefined : softened(shape.map((point) => (inked(point) ? 1 : 0)));
  const outer: Point[] = [];
  const inner: Point[] = [];
  const lit: Point[] = [];
  for (let i = 0; i < count; i++) {
    const [x, y] = shape[i] as Point;
    const [ax, ay] = shape[i === 0 ? count - 1 : i - 1] as Point;
    const [bx, by] = shape[i === count - 1 ? 0 : i + 1] as Point;
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const nx = (outwards * (by - ay)) / length;
    const ny = (-outwards * (bx - ax)) / length;
    const shade = Math.max(0, nx * SHADOW_SIDE[0] + ny * SHADOW_SIDE[1]);
    const rough = 1 + ROUGHNESS * noise(x / 24 + 9, y / 24);
    const press = pressure?.[i] ?? 1;
    const half = (width / 2) * (LIT_WIDTH + SHADOW_WIDTH * shade) * rough * press;
    const reach = press < 0.1 ? -TUCK : half;
    outer.push([x + nx * reach, y + ny * reach]);
    const inset = press < 0.1 ? 0 : half;
    inner.push([x - nx * inset, y - ny * inset]);
    if (depth === 0) continue;
    const deep = inset + depth * press * clamp(SHADE_SLOPE * (shade - SHADE_START), 0, 1);
    lit.push([x - nx * deep, y - ny * deep]);
  }
  return { outer, inner, lit };
}

/** A cyclic sequence of 0 and 1 with its steps made into ramps. */
function softened(pressure: readonly number[]): readonly number[] {
  const count = pressure.length;
  return pressure.map((here, i) => {
    const before = pressure[(i + count - 1) % count] ?? here;
    const after = pressure[(i + 1) % count] ?? here;
    return here === 0 ? 0 : (before + 2 * here + after) / 4;
  });
}

/** Where hatching begins, towards the shadow. */
const HATCHED_FROM = 0.62;

/** All strokes lean the same way, up and to the left. */
const LEAN: Point = [-0.62, -0.78];

export interface HatchOptions {
  /** From one stroke to the next, px. */
  readonly spacing: number;
  /** Of a stroke in the deepest shadow, px. */
  readonly length: number;
  /** Of a stroke at the outline, px; it ends in a point. */
  readonly width: number;
  /** Where the outline runs; there is no hatching elsewhere. */
  readonly inked?: ((point: Point) => boolean) | undefined;
}

/** Short pointed strokes that run in from the shadow side of an outline. */
export function hatching(shape: Shape, noise: Noise, options: HatchOptions): readonly Shape[] {
  const { spacing, length, width, inked } = options;
  const outwards = orientation(shape);
  const strokes: Shape[] = [];
  let due = spacing;
  shape.forEach(([x, y], i) => {
    const [toX, toY] = shape[(i + 1) % shape.length] ?? [x, y];
    const side = Math.hypot(toX - x, toY - y) || 1;
    const [ux, uy] = [(toX - x) / side, (toY - y) / side];
    const shade = outwards * (uy * SHADOW_SIDE[0] - ux * SHADOW_SIDE[1]);
    const depth = (shade - HATCHED_FROM) / (1 - HATCHED_FROM);
    for (; due < side; due += spacing) {
      const at: Point = [x + ux * due, y + uy * due];
      const reach = length * depth * (0.75 + 0.35 * noise(at[0] / 9, at[1] / 9));
      if (reach < spacing / 2 || inked?.(at) === false) continue;
      strokes.push([
        [at[0] - (ux * width) / 2, at[1] - (uy * width) / 2],
        [at[0] + (ux * width) / 2, at[1] + (uy * width) / 2],
        [at[0] + reach * LEAN[0], at[1] + reach * LEAN[1]],
      ]);
    }
    due -= side;
  });
  return strokes;
}

/** The outline of an open line of `width` px in its middle; its ends taper over a length in proportion to `unit`. */
export function taperedLine(points: Shape, width: number, noise: Noise, unit = 1): Shape {
  const last = points.length - 1;
  const travelled = distances(points);
  const total = travelled[last] ?? 0;
  const taper = Math.min(TAPER_LENGTH * unit, total / 3) || 1;
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i <= last; i++) {
    const [x, y] = points[i] as Point;
    const [ax, ay] = points[Math.max(0, i - 1)] as Point;
    const [bx, by] = points[Math.min(last, i + 1)] as Point;
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const nx = (by - ay) / length;
    const ny = (ax - bx) / length;
    const shade = Math.abs(nx * SHADOW_SIDE[0] + ny * SHADOW_SIDE[1]);
    const here = travelled[i] ?? 0;
    const press = clamp(TAPERED_WIDTH + (0.85 * Math.min(here, total - here)) / taper, TAPERED_WIDTH, 1.05);
    const half = (width / 2) * (0.65 + 0.4 * shade) * press * (1 + ROUGHNESS * noise(x / 24 + 9, y / 24));
    left.push([x + nx * half, y + ny * half]);
    right.push([x - nx * half, y - ny * half]);
  }
  return [...left, ...right.reverse()];
}

/** Length of the line up to each of its points, px. */
function distances(points: Shape): readonly number[] {
  let total = 0;
  return points.map(([x, y], i) => {
    const [px, py] = points[Math.max(0, i - 1)] as Point;
    total += Math.hypot(x - px, y - py);
    return total;
  });
}
