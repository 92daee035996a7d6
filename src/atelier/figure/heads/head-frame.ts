/**
 * A head is an ellipsoid turned by pitch, yaw and roll; features are points on it. Coordinates are head radii: x to
 * the head's own left in the picture when it faces the viewer (right in the picture), y down, z forward.
 */

import type { Point } from "../../../geometry/index.ts";
import type { Shape } from "../../ink/curve.ts";
import { ellipse } from "../../ink/curve.ts";
import { plus, rotate } from "../../ink/plane.ts";
import type { Spot } from "../space.ts";

export interface HeadFrame {
  /** px */
  readonly centre: Point;
  /** px */
  readonly radius: number;
  /** Radians. */
  readonly yaw: number;
  readonly roll: number;
  /** True when the viewer sees the back of the head. */
  readonly away: boolean;
  /** 1 when the head looks to the right of the picture, -1 to the left. */
  readonly forward: 1 | -1;
  /** Where a spot lies in the picture, px. */
  point(spot: Spot): Point;
  /** How far a spot is towards the viewer, head radii. */
  depth(spot: Spot): number;
  /** Half width in px of something with these half widths to the side and to the front. */
  breadth(side: number, front: number): number;
  /** The outline of an ellipsoid at a spot. */
  oval(spot: Spot, radii: Spot): Shape;
  /** A point of the picture: head radii right and down from `from`, turned with the head. */
  beside(from: Point, right: number, down: number): Point;
}

export interface HeadPlace {
  readonly centre: Point;
  readonly radius: number;
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** The same camera as for bodies, weakened: faces drawn from above look stern. */
const CAMERA_TILT = 0.05;

export function headFrame({ centre, radius, yaw, pitch, roll }: HeadPlace): HeadFrame {
  const [cosPitch, sinPitch] = [Math.cos(pitch), Math.sin(pitch)];
  const [cosYaw, sinYaw] = [Math.cos(yaw), Math.sin(yaw)];
  const turned = ([x, y, z]: Spot): Spot => {
    const ahead = -y * sinPitch + z * cosPitch;
    return [x * cosYaw + ahead * sinYaw, y * cosPitch + z * sinPitch, -x * sinYaw + ahead * cosYaw];
  };
  const point = (spot: Spot): Point => {
    const [x, y, depth] = turned(spot);
    return plus(centre, rotate([x * radius, (y + depth * CAMERA_TILT) * radius], roll));
  };
  const breadth = (side: number, front: number) => Math.hypot(side * cosYaw, front * sinYaw) * radius;
  return {
    centre,
    radius,
    yaw,
    roll,
    away: cosYaw < -0.25,
    forward: sinYaw < 0 ? -1 : 1,
    point,
    depth: (spot) => turned(spot)[2],
    breadth,
    oval: (spot, [rx, ry, rz]) => ellipse(point(spot), breadth(rx, rz), ry * radius, roll),
    beside: (from, right, down) => plus(from, rotate([right * radius, down * radius], roll)),
  };
}

/** How far in front the surface of an ellipsoid lies at x, y; head radii. */
export const surfaceOf =
  ([rx, ry, rz]: Spot) =>
  (x: number, y: number): number =>
    rz * Math.sqrt(Math.max(0.02, 1 - (x / rx) ** 2 - (y / ry) ** 2));
