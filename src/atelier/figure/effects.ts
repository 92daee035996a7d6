/** Dust, speed lines and shadows: they belong to nobody and count for no box. */

import type { Point } from "../../geometry/index.ts";
import { blob, ellipse } from "../ink/curve.ts";
import { plus, times } from "../ink/plane.ts";
import type { Build } from "./build.ts";
import type { Pencil } from "./pencil.ts";
import { forNobody, line, solid, tint } from "./pencil.ts";
import type { Pose } from "./poses.ts";
import { SIDES } from "./poses.ts";
import type { Skeleton } from "./skeleton.ts";

const SHADOW = "#00000026";

/** The shadow lies on the ground even when the figure does not. */
export function drawShadow(pencil: Pencil, build: Build, skeleton: Skeleton, pose: Pose): void {
  const { legs, pelvis, chest, head, scale, groundY } = skeleton;
  const touching = [pelvis.at, ...SIDES.map((side) => legs[side].end.at)];
  if (pose.support === "pillow") touching.push(chest.at, head.at);
  const xs = touching.map(([x]) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const height = pose.lift === undefined ? 1 : 0.7;
  const half = ((right - left) / 2 + (build.hip + 6) * scale) * height;
  tint(pencil, ellipse([(left + right) / 2, groundY], half, 4.6 * scale * height), SHADOW);
}

export function drawEffect(pencil: Pencil, skeleton: Skeleton, effect: NonNullable<Pose["effect"]>): void {
  const air = forNobody(pencil);
  if (effect === "dust") {
    drawSpeedLines(air, skeleton);
    drawDust(air, skeleton);
  } else if (effect === "leap") drawLeapLines(air, skeleton);
  else drawRush(air, skeleton);
}

/** A point behind a running figure, body units. */
const behind = (from: Point, { scale, forward }: Skeleton, back: number, up: number): Point =>
  plus(from, times([-back * forward, -up], scale));

function drawSpeedLines(air: Pencil, skeleton: Skeleton): void {
  const { chest, pelvis } = skeleton;
  for (const [from, back, up] of [
    [chest.at, 32, 4],
    [pelvis.at, 36, 8],
    [pelvis.at, 30, -6],
  ] as const) {
    line(air, [behind(from, skeleton, back, up), behind(from, skeleton, back + 17, up)], 0.7);
  }
}

function drawDust(air: Pencil, skeleton: Skeleton): void {
  const ground: Point = [skeleton.pelvis.at[0], skeleton.groundY];
  for (const [back, radius] of [
    [36, 2.8],
    [29, 4],
    [21, 5],
  ] as const) {
    const middle = behind(ground, skeleton, back, radius * 0.8);
    const puff = ellipse(middle, radius * 1.15 * skeleton.scale, radius * skeleton.scale);
    const bumps = Array.from({ length: 7 }, (_, i) => puff[Math.floor((i * puff.length) / 7)] as Point);
    solid(air, blob(bumps, 4), "#fffdf4", { weight: 0.6 });
  }
}

function drawLeapLines(air: Pencil, skeleton: Skeleton): void {
  const { pelvis, groundY, scale } = skeleton;
  for (const right of [-13, 0, 13]) {
    const foot: Point = [pelvis.at[0] + right * scale, groundY - 3 * scale];
    line(air, [foot, plus(foot, [-right * 0.15 * scale, -9 * scale])], 0.7);
  }
}

function drawRush(air: Pencil, skeleton: Skeleton): void {
  const { pelvis, chest, scale } = skeleton;
  const high = Math.min(pelvis.at[1], chest.at[1]);
  for (const right of [-34, 4, 36]) {
    const low: Point = [pelvis.at[0] + right * scale, high - 38 * scale];
    line(air, [low, plus(low, [0, -17 * scale])], 0.7);
  }
}
