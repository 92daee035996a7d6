/** Dust, speed lines and shadows: they belong to nobody and count for no box. */

import type { Point } from "../../geometry/index.ts";
import { blob, ellipse } from "../ink/curve.ts";
import { PALETTE } from "../ink/palette.ts";
import { plus, radians, times } from "../ink/plane.ts";
import type { Build } from "./build.ts";
import type { Pencil } from "./pencil.ts";
import { forNobody, line, solid, tint } from "./pencil.ts";
import type { Effect, Pose } from "./poses/pose.ts";
import { SIDES } from "./poses/pose.ts";
import type { Skeleton } from "./skeleton.ts";

const SHADOW = "#00000026";

/** The shadow lies on the ground even when the figure does not. */
export function drawShadow(pencil: Pencil, build: Build, skeleton: Skeleton, pose: Pose): void {
  const { legs, pelvis, chest, head, scale, groundY } = skeleton;
  const touching = [pelvis.at, ...SIDES.map((side) => legs[side].end.at)];
  if (Math.abs(skeleton.roll) > 1.2) touching.push(chest.at, head.at);
  const xs = touching.map(([x]) => x);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const height = pose.lift === undefined ? 1 : 0.7;
  const half = ((right - left) / 2 + (build.hip + 6) * scale) * height;
  tint(pencil, ellipse([(left + right) / 2, groundY], half, 4.6 * scale * height), SHADOW);
}

type EffectArt = (air: Pencil, skeleton: Skeleton, build: Build) => void;

const EFFECTS: Readonly<Record<Effect, EffectArt>> = {
  dust: (air, skeleton) => {
    drawSpeedLines(air, skeleton);
    drawDust(air, skeleton);
  },
  leap: drawLeapLines,
  rush: drawRush,
  notes: drawNotes,
  blow: drawBlow,
  tears: drawTearStreams,
  soil: drawSoil,
  snore: drawSnore,
};

export function drawEffect(pencil: Pencil, skeleton: Skeleton, build: Build, effect: Effect): void {
  EFFECTS[effect](forNobody(pencil), skeleton, build);
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
  for (const [right, height] of [
    [-19, 9],
    [-8, 14],
    [8, 14],
    [19, 9],
  ] as const) {
    const foot: Point = [pelvis.at[0] + right * scale, groundY - 3 * scale];
    line(air, [foot, plus(foot, [-right * 0.15 * scale, -height * scale])], 1.2);
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

/** Notes of music on both sides of the head. */
function drawNotes(air: Pencil, { head, scale }: Skeleton, build: Build): void {
  for (const [right, up, double] of [
    [-1.75, 0.5, true],
    [1.8, 0.9, false],
    [2.1, -0.5, true],
  ] as const) {
    const at = (x: number, y: number): Point =>
      plus(head.at, times([right * build.head + x, -(up * build.head + y)], scale));
    const stems = double ? [0, 7] : [0];
    for (const x of stems) {
      solid(air, ellipse(at(x, 0), 2.6 * scale, 2 * scale, -0.4), PALETTE.ink, { weight: 0.4 });
      line(air, [at(x + 2.2, 0), at(x + 2.2, 5.5), at(x + 2.2, 11)], 1.1);
    }
    line(air, double ? [at(2, 11), at(5.5, 11.6), at(9.4, 12)] : [at(2, 11), at(5, 9), at(5.6, 6)], 1.8);
  }
}

/** A star where a fist or a foot strikes. */
function drawBlow(air: Pencil, { arms, legs, scale, forward }: Skeleton): void {
  const [fist, foot] = [arms.far.end.at, legs.far.end.at];
  const farthest = foot[0] * forward > fist[0] * forward ? foot : fist;
  const middle = plus(farthest, [14 * forward * scale, -scale]);
  for (const angle of [-70, -38, 0, 38, 70]) {
    const away: Point = [Math.cos(radians(angle)) * forward, Math.sin(radians(angle))];
    line(air, [plus(middle, times(away, 2 * scale)), plus(middle, times(away, 13 * scale))], 1.6);
  }
}

const WATER = "#cfe6ee";

/** Tears that spout to both sides. */
function drawTearStreams(air: Pencil, { head, scale }: Skeleton, build: Build): void {
  for (const side of [-1, 1]) {
    for (const [out, up] of [
      [1.2, 0.25],
      [1.5, 0.12],
      [1.72, -0.25],
    ] as const) {
      const at = plus(head.at, times([side * out * build.head, -up * build.head], scale));
      const drop = [
        [-side * 1.6, -2.4],
        [1.7, 0.6],
        [side * 0.6, 2.2],
        [-1.7, 0.8],
      ].map(([x = 0, y = 0]) => plus(at, times([x, y], scale)));
      solid(air, blob(drop, 4), WATER, { weight: 0.6 });
    }
  }
}

const SOIL = "#8a6a4a";

/** Clods that fly from the spade, and the heap. */
function drawSoil(air: Pencil, { arms, groundY, scale, forward }: Skeleton): void {
  const [hand, handY] = arms.far.end.at;
  const x = hand + forward * ((groundY - handY) * 0.55 + 4 * scale);
  const at = (right: number, up: number): Point => [x + right * forward * scale, groundY - up * scale];
  const heap = [at(-15, -1), at(-9, 4), at(-2, 8), at(6, 5), at(14, -1), at(0, -3)];
  solid(air, blob(heap, 4), SOIL, { weight: 0.9 });
  for (const [right, up, radius] of [
    [10, 16, 2],
    [17, 11, 1.6],
    [4, 22, 1.3],
  ] as const) {
    solid(air, ellipse(at(right, up), radius * scale), SOIL, { weight: 0.7 });
  }
}

/** Three letters Z that rise from the head, each larger than the last. */
function drawSnore(air: Pencil, { head, scale, forward }: Skeleton, build: Build): void {
  for (const [right, up, size] of [
    [0.7, 1.35, 3.2],
    [1.25, 1.8, 4.4],
    [1.9, 2.3, 5.8],
  ] as const) {
    const middle = plus(head.at, times([-forward * right * build.head * 0.8, -up * build.head], scale));
    const at = (x: number, y: number): Point => plus(middle, times([x * size, y * size], scale));
    line(air, [at(-0.6, -0.6), at(0, -0.66), at(0.6, -0.6)], 1.5);
    line(air, [at(0.6, -0.6), at(0, 0), at(-0.6, 0.6)], 1.5);
    line(air, [at(-0.6, 0.6), at(0, 0.54), at(0.66, 0.6)], 1.5);
  }
}
