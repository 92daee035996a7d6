/** Arithmetic with points of the plane; y grows downwards, angles are radians, clockwise on the screen. */

import type { Point } from "../../geometry/index.ts";

export const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const times = (a: Point, factor: number): Point => [a[0] * factor, a[1] * factor];
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
export const lengthOf = (a: Point): number => Math.hypot(a[0], a[1]);
export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** A quarter turn clockwise on the screen. */
export const quarterTurn = (a: Point): Point => [-a[1], a[0]];

/** The same direction with length 1; the zero vector stays. */
export function unit(a: Point): Point {
  const length = lengthOf(a);
  return length === 0 ? a : [a[0] / length, a[1] / length];
}

/** `from` at share 0, `to` at share 1. */
export const blend = (from: number, to: number, share: number): number => from + (to - from) * share;
export const between = (from: Point, to: Point, share: number): Point => [
  blend(from[0], to[0], share),
  blend(from[1], to[1], share),
];

export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function rotate(point: Point, angle: number, about: Point = [0, 0]): Point {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const x = point[0] - about[0];
  const y = point[1] - about[1];
  return [about[0] + x * cos - y * sin, about[1] + x * sin + y * cos];
}
