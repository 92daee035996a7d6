/** Finds places on a torso: by height, 0 at the chest and 1 at the hips, and by longitude, 0 in front. */

import type { Point } from "../../geometry/index.ts";
import type { Shape } from "../ink/curve.ts";
import { arc } from "../ink/curve.ts";
import { between, blend, clamp, dot, minus, plus, quarterTurn, radians, times, unit } from "../ink/plane.ts";
import type { Build } from "./build.ts";
import type { Skeleton } from "./skeleton.ts";

export interface TorsoFrame {
  readonly scale: number;
  /** Down the spine in the picture at a height. */
  axis(height: number): Point;
  /** The middle line at a height. */
  middle(height: number): Point;
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
}

/** Share of the way from chest to hips at which the belly is widest. */
const BELLY = 0.64;

/** Half widths as shares of the radius, and how far the rounded ends reach. */
const CHEST = { side: 1.08, front: 0.86, end: 0.85 } as const;
const HIPS = { side: 1, front: 0.94, end: 0.9 } as const;

/** A smooth step from `from` at share 0 to `to` at share 1. */
const swell = (from: number, to: number, share: number): number =>
  blend(from, to, (1 - Math.cos(Math.PI * clamp(share, 0, 1))) / 2);

/** Radius of chest, belly and hips and what lies between, body units. */
const radiusAt = ({ chest, belly, hip }: Build, height: number): number =>
  height < BELLY ? swell(chest, belly, height / BELLY) : swell(belly, hip, (height - BELLY) / (1 - BELLY));

/** Half widths to the side and to the front at a height, body units. */
function girthAt(build: Build, height: number): { readonly side: number; readonly front: number } {
  const radius = radiusAt(build, clamp(height, 0, 1));
  const share = height / BELLY;
  return {
    side: radius * swell(CHEST.side, HIPS.side, share),
    front: radius * swell(CHEST.front, HIPS.front, share),
  };
}

/** Points and directions along the spine in the picture, which runs on straight beyond both ends. */
function spineLine(points: Shape): Pick<TorsoFrame, "middle" | "axis"> {
  const last = points.length - 1;
  const from = (height: number): number => Math.floor(clamp(height * last, 0, last - 1));
  const point = (i: number): Point => points[i] as Point;
  const axes = points.map((_, i) => unit(minus(point(Math.min(last, i + 1)), point(Math.max(0, i - 1)))));
  return {
    middle: (height) => {
      const i = from(height);
      return between(point(i), point(i + 1), height * last - i);
    },
    axis: (height) => {
      const i = from(height);
      const share = clamp(height * last - i, 0, 1);
      return unit(between(axes[i] as Point, axes[i + 1] as Point, share));
    },
  };
}

export function torsoFrame(build: Build, { spine, chest, yaw, scale }: Skeleton): TorsoFrame {
  const cos = Math.cos(yaw);
  const sin = Math.sin(yaw);
  const breadth = (side: number, front: number) => Math.hypot(side * cos, front * sin) * scale;
  const { middle, axis } = spineLine(spine);
  const at = (height: number, longitude: number): Point => {
    const { side, front } = girthAt(build, height);
    const turned = radians(longitude) + Math.atan2(front * sin, side * cos);
    // What lies behind stops at the edge.
    const seen = clamp(Math.atan2(Math.sin(turned), Math.cos(turned)), -Math.PI / 2, Math.PI / 2);
    const offset = Math.sin(seen) * breadth(side, front) * 0.97;
    return plus(middle(height), times(quarterTurn(axis(height)), -offset));
  };
  const towards = (longitude: number): number => Math.cos(radians(longitude) + yaw);
  const band = (height: number, dip: number): Shape => {
    const front = -(yaw * 180) / Math.PI;
    const down = axis(height);
    return Array.from({ length: 17 }, (_, i) => front - 88 + i * 11).map((longitude) =>
      plus(at(height, longitude), times(down, dip * scale * Math.max(0, towards(longitude)))),
    );
  };
  return {
    scale,
    axis,
    middle,
    neck: minus(chest.at, times(axis(0), build.chest * 0.72 * scale)),
    outline: sweep(build, breadth, scale, { middle, axis }),
    at,
    faces: (longitude) => towards(longitude) > -0.05,
    band,
    breadth,
    build,
  };
}

/** Heights at which the outline is sampled. */
const HEIGHTS = Array.from({ length: 11 }, (_, i) => i / 10);

/** The outline of a body of changing girth along the spine. */
function sweep(
  build: Build,
  breadth: TorsoFrame["breadth"],
  scale: number,
  { middle, axis }: Pick<TorsoFrame, "middle" | "axis">,
): Shape {
  const half = (height: number): number => {
    const { side, front } = girthAt(build, height);
    return breadth(side, front);
  };
  const edge = (sign: 1 | -1): Shape => {
    const side = (height: number): Point =>
      plus(middle(height), times(quarterTurn(axis(height)), sign * half(height)));
    return unfolded(HEIGHTS.map(side), HEIGHTS.map(axis));
  };
  const end = (height: 0 | 1, depth: number): Shape => {
    const down = axis(height);
    const angle = Math.atan2(down[1], down[0]) + Math.PI / 2;
    const turn: readonly [number, number] = height === 0 ? [Math.PI, 0] : [2 * Math.PI, Math.PI];
    return arc(middle(height), [half(height), depth * scale], turn, angle).slice(1, -1);
  };
  return [
    ...edge(-1).toReversed(),
    ...end(0, build.chest * CHEST.end),
    ...edge(1),
    ...end(1, build.hip * HIPS.end),
  ];
}

/** A line without the points that run back; an inner side folds where the spine curls tightly under a thick body. */
function unfolded(points: Shape, directions: readonly Point[]): Shape {
  const kept: Point[] = [];
  points.forEach((point, i) => {
    const last = kept.at(-1);
    if (last === undefined || dot(minus(point, last), directions[i] as Point) > 0) kept.push(point);
  });
  return kept;
}
