/** Finds places on a torso: by height, 0 at the chest and 1 at the hips, and by longitude, 0 in front. */

import type { Point } from "../../geometry/index.ts";
import type { Shape } from "../ink/curve.ts";
import { wrap } from "../ink/curve.ts";
import { between, blend, minus, plus, radians, times, unit } from "../ink/plane.ts";
import type { Build } from "./build.ts";
import type { Skeleton } from "./skeleton.ts";

export interface TorsoFrame {
  readonly scale: number;
  /** From the chest to the hips. */
  readonly axis: Point;
  /** Neck, middle line. */
  readonly neck: Point;
  /** The skin's outline. */
  readonly outline: Shape;
  /** A place on the skin; longitude in degrees, to the body's own left negative. */
  at(height: number, longitude: number): Point;
  /** True where the longitude is on the side that the viewer sees. */
  faces(longitude: number): boolean;
  /** A visible line round the body that sags by `dip` body units towards the viewer. */
  band(height: number, dip: number): Shape;
  /** Half width in px of a round thing with these half widths to the side and to the front, body units. */
  breadth(side: number, front: number): number;
  readonly build: Build;
  readonly chest: Point;
  readonly pelvis: Point;
}

/** Share of the way from chest to hips at which the belly is widest. */
const BELLY = 0.64;

export function torsoFrame(build: Build, { chest, belly, pelvis, yaw, scale }: Skeleton): TorsoFrame {
  const axis = unit(minus(pelvis.at, chest.at));
  const across: Point = [axis[1], -axis[0]];
  const cos = Math.cos(yaw);
  const sin = Math.sin(yaw);
  const breadth = (side: number, front: number) => Math.hypot(side * cos, front * sin) * scale;
  const radiusAt = (height: number): number =>
    height < BELLY
      ? blend(build.chest * 1.02, build.belly, height / BELLY)
      : blend(build.belly, build.hip, (height - BELLY) / (1 - BELLY));
  const at = (height: number, longitude: number): Point => {
    const paunch = build.paunch * sin * (1 - Math.abs(height - 0.6)) * 0.9;
    const offset = Math.sin(radians(longitude) + yaw) * radiusAt(height) * 0.97 + paunch;
    return plus(between(chest.at, pelvis.at, height), times(across, offset * scale));
  };
  const towards = (longitude: number): number => Math.cos(radians(longitude) + yaw);
  const band = (height: number, dip: number): Shape => {
    const middle = -(yaw * 180) / Math.PI;
    return Array.from({ length: 17 }, (_, i) => middle - 88 + i * 11).map((longitude) =>
      plus(at(height, longitude), times(axis, dip * scale * Math.max(0, towards(longitude)))),
    );
  };
  const outline = wrap([
    { centre: pelvis.at, rx: breadth(build.hip, build.hip * 0.92), ry: build.hip * 0.9 * scale },
    { centre: belly.at, rx: breadth(build.belly, build.belly * 0.94), ry: build.belly * 0.95 * scale },
    { centre: chest.at, rx: breadth(build.chest * 1.08, build.chest * 0.86), ry: build.chest * 0.85 * scale },
  ]);
  return {
    scale,
    axis,
    neck: minus(chest.at, times(axis, build.chest * 0.72 * scale)),
    outline,
    at,
    faces: (longitude) => towards(longitude) > -0.05,
    band,
    breadth,
    build,
    chest: chest.at,
    pelvis: pelvis.at,
  };
}
