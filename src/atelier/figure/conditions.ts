/** What a mishap has left on a figure: bandages and plasters, or water that runs off it. */

import type { Point } from "../../geometry/index.ts";
import { blob, curve, ellipse, girth, tube } from "../ink/curve.ts";
import { between, blend, plus, radians, times } from "../ink/plane.ts";
import type { Appearance } from "./appearance.ts";
import type { HeadFrame } from "./heads/head-frame.ts";
import type { Pencil } from "./pencil.ts";
import { forNobody, line, patch, solid } from "./pencil.ts";
import { SIDES } from "./poses/pose.ts";
import type { Limb, Skeleton } from "./skeleton.ts";

const GAUZE = "#fbf8ee";
const PLASTER = "#f2c9a2";
const WATER = "#bfe0ee";

/** Heads on necks are narrower than those of round animals, head radii. */
const skullWidth = ({ build }: Appearance): number => (build.neck > 0 ? 0.88 : 1.02);

/** A bandage round the forehead that slants to one side, and a crossed plaster on the cheek. */
export function drawHeadBandage(pencil: Pencil, appearance: Appearance, head: HeadFrame): void {
  const width = skullWidth(appearance);
  const edge = (height: number): Point[] =>
    Array.from({ length: 13 }, (_, i) => {
      const longitude = radians(-90 + i * 15) - head.yaw;
      const y = height - 0.16 * Math.sin(longitude);
      const reach = width * Math.sqrt(Math.max(0.1, 1 - y ** 2));
      return head.point([reach * Math.sin(longitude), y, reach * Math.cos(longitude)]);
    });
  const [upper, lower] = [edge(-0.84), edge(-0.56)];
  solid(pencil, [...upper, ...lower.toReversed()], GAUZE, { weight: 0.8 });
  line(
    pencil,
    upper.map((point, i) => between(point, lower[i] ?? point, 0.5)),
    0.5,
  );
  if (!head.away) drawPlaster(pencil, head);
}

function drawPlaster(pencil: Pencil, head: HeadFrame): void {
  const side =
    [-1, 1].toSorted((a, b) => head.depth([b * 0.6, 0.3, 0.6]) - head.depth([a * 0.6, 0.3, 0.6]))[0] ?? 1;
  const cheek = head.point([side * 0.62, 0.28, 0.66]);
  for (const angle of [0.8, -0.8]) {
    const end: Point = [Math.cos(angle) * 0.27, Math.sin(angle) * 0.27];
    const [from, to] = [head.beside(cheek, -end[0], -end[1]), head.beside(cheek, ...end)];
    const strip = tube([from, cheek, to], girth(head.radius * 0.085));
    solid(pencil, strip.outline, PLASTER, { weight: 0.6 });
  }
}

/** Gauze round a forearm. */
export function drawArmBandage(pencil: Pencil, { build }: Appearance, arm: Limb, scale: number): void {
  const along = (share: number): Point => between(arm.middle.at, arm.end.at, share);
  const [, elbow, wrist] = build.armRadii;
  const radius = blend(elbow, wrist, 0.5) * 1.16 * scale;
  const wrap = tube([along(0.28), along(0.52), along(0.78)], girth(radius));
  solid(pencil, wrap.outline, GAUZE, { weight: 0.8 });
  const [a, b] = [wrap.left[2], wrap.right.at(-3)];
  if (a !== undefined && b !== undefined) line(pencil, [a, between(a, b, 0.5), b], 0.6);
}

/** The puddle under somebody who drips. */
export function drawPuddle(pencil: Pencil, { pelvis, legs, groundY, scale }: Skeleton): void {
  const xs = [pelvis.at, ...SIDES.map((side) => legs[side].end.at)].map(([x]) => x);
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
  const half = Math.max(21 * scale, (Math.max(...xs) - Math.min(...xs)) / 2 + 13 * scale);
  const at = (right: number, down: number): Point => [middle + right * half, groundY + down * 4.4 * scale];
  const shore = [
    at(-1, 0),
    at(-0.6, -0.9),
    at(0.1, -0.7),
    at(0.7, -1),
    at(1.06, 0.1),
    at(0.5, 0.9),
    at(-0.3, 0.8),
  ];
  const air = forNobody(pencil);
  solid(air, blob(shore, 4), WATER, { weight: 0.6 });
  patch(air, ellipse(at(-0.3, -0.1), half * 0.22, scale), "#e8f5fa");
}

/** Drops that run off head, elbows and hands, and trickles down the head. */
export function drawDripping(pencil: Pencil, head: HeadFrame, skeleton: Skeleton): void {
  const { arms, groundY, scale } = skeleton;
  for (const [longitude, length] of [
    [-48, 0.3],
    [4, 0.22],
    [44, 0.36],
  ] as const)
    drawTrickle(pencil, head, radians(longitude) - head.yaw, length);
  const air = forNobody(pencil);
  const sources = SIDES.flatMap((side) => [arms[side].middle.at, arms[side].end.at]);
  sources.forEach((source, i) => {
    const down = (10 + ((i * 7) % 11)) * scale;
    const aside = ((i * 5) % 7) - 3;
    const at = plus(source, [aside * 2.2 * scale, down]);
    if (at[1] < groundY - 4 * scale) drawDrop(air, at, scale * (i % 2 === 0 ? 1.25 : 1));
  });
  for (const [right, down] of [
    [-1.25, -0.3],
    [-1.42, 0.35],
    [1.28, -0.1],
    [1.36, 0.6],
  ] as const)
    drawDrop(air, head.beside(head.centre, right, down), scale * 1.2);
}

function drawDrop(air: Pencil, at: Point, size: number): void {
  const drop = (
    [
      [0, -3.2],
      [1.7, 0.7],
      [0, 2.2],
      [-1.7, 0.7],
    ] as const
  ).map((offset) => plus(at, times(offset, size)));
  solid(air, blob(drop, 4), WATER, { weight: 0.6 });
}

/** Water that runs down from the crown, on the side that the viewer sees. */
function drawTrickle(pencil: Pencil, head: HeadFrame, longitude: number, length: number): void {
  const at = (y: number): Point => {
    const reach = 0.96 * Math.sqrt(Math.max(0.05, 1 - y ** 2));
    return head.point([reach * Math.sin(longitude), y, reach * Math.cos(longitude)]);
  };
  const [top, low] = [-0.9, -0.9 + length];
  line(pencil, curve([at(top), at((top + low) / 2), at(low)], 3), 1.7, WATER);
  drawDrop(pencil, at(low + 0.1), head.radius * 0.05);
}
