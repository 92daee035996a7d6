/** Arithmetic in the body's own space: x to the body's side, y down, z forward; body units. */

import { radians } from "../ink/plane.ts";

export type Spot = readonly [x: number, y: number, z: number];

export const shift = (a: Spot, b: Spot): Spot => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const scaled = (a: Spot, factor: number): Spot => [a[0] * factor, a[1] * factor, a[2] * factor];

/** Direction of a limb that hangs down, swung forward and then spread to its side, degrees. */
export function limbDirection(side: 1 | -1, swing: number, spread: number): Spot {
  const out = Math.sin(radians(spread));
  const down = Math.cos(radians(spread));
  return [side * out, down * Math.cos(radians(swing)), down * Math.sin(radians(swing))];
}

/** The picture plane's view of a spot after the body turned by `yaw` radians. */
export interface Projected {
  readonly x: number;
  readonly y: number;
  /** Towards the viewer. */
  readonly depth: number;
}

/** The camera looks a little down: what is nearer lies lower by this share of its depth. */
export const CAMERA_TILT = 0.16;

/** Turns a spot by `yaw` (0 faces the viewer, a quarter turn faces right) and projects it. */
export function project([x, y, z]: Spot, yaw: number, tilt = CAMERA_TILT): Projected {
  const depth = -x * Math.sin(yaw) + z * Math.cos(yaw);
  return { x: x * Math.cos(yaw) + z * Math.sin(yaw), y: y + depth * tilt, depth };
}
