/** What a pose rests on; it hides what is behind it but belongs to nobody. */

import type { Point } from "../../geometry/index.ts";
import { blob, curve, ellipse, girth, hull, tube } from "../ink/curve.ts";
import { between, plus, times } from "../ink/plane.ts";
import { NOBODY } from "../ink/stage.ts";
import type { Build } from "./build.ts";
import type { Pencil } from "./pencil.ts";
import { lend, line, patch, solid } from "./pencil.ts";
import type { Support } from "./poses/pose.ts";
import { SIDES } from "./poses/pose.ts";
import type { Skeleton } from "./skeleton.ts";

const WOOD = "#c98a50";
const DARK_WOOD = "#a9703f";

export interface Furniture {
  /** Stands in front of the figure; behind it when false. */
  readonly before: boolean;
  readonly draw: (pencil: Pencil, build: Build, skeleton: Skeleton) => void;
}

export const FURNITURE: Readonly<Record<Support, Furniture>> = {
  stool: { before: false, draw: drawStool },
  pillow: { before: false, draw: drawPillow },
  ladder: { before: false, draw: drawLadder },
  barrel: { before: true, draw: drawBarrel },
  crate: { before: false, draw: drawCrate },
  bush: { before: true, draw: drawBush },
};

function drawStool(pencil: Pencil, { hip }: Build, { pelvis, groundY, scale, forward }: Skeleton): void {
  const wood = lend(pencil, NOBODY);
  const radius = hip * scale;
  const x = pelvis.at[0] + forward * radius * 0.25;
  const seatY = pelvis.at[1] + radius * 0.74;
  const half = radius * 1.3;
  for (const side of [-1, 1]) {
    const [top, foot]: [Point, Point] = [
      [x + side * half * 0.62, seatY],
      [x + side * half * 0.86, groundY],
    ];
    solid(
      wood,
      tube([top, between(top, foot, 0.5), foot], girth(2.3 * scale, 1.9 * scale)).outline,
      DARK_WOOD,
      {
        weight: 0.9,
      },
    );
  }
  const rung = (seatY + groundY) / 2 + scale;
  line(
    wood,
    [
      [x - half * 0.72, rung],
      [x, rung],
      [x + half * 0.72, rung],
    ],
    1.6,
  );
  const seat = [
    ellipse([x, seatY + 1.6 * scale], half, Math.max(2.8 * scale, radius * 0.24)),
    ellipse([x, seatY + 4 * scale], half, Math.max(2.8 * scale, radius * 0.24)),
  ];
  solid(wood, hull(seat.flat()), DARK_WOOD);
  solid(wood, seat[0] ?? [], WOOD, { weight: 0.7 });
}

const RUNG_GAP = 13;

/** A ladder that leans to where the hands are. */
function drawLadder(pencil: Pencil, { head }: Build, skeleton: Skeleton): void {
  const { arms, legs, groundY, scale, forward } = skeleton;
  const wood = lend(pencil, NOBODY);
  // The far hand may let go.
  const hands = arms.near.end.at;
  const feet = between(legs.near.toe.at, legs.far.toe.at, 0.5);
  const slope = (hands[0] - feet[0]) / Math.min(-1, hands[1] - feet[1]);
  const at = (up: number, side: number): Point => [
    feet[0] + slope * (groundY - up * scale - feet[1]) + side * 9 * scale,
    groundY - up * scale - side * forward * 1.5 * scale,
  ];
  const top = (groundY - Math.min(arms.near.end.at[1], arms.far.end.at[1])) / scale + head * 0.7;
  const beam = (from: Point, to: Point, radius: number) =>
    solid(wood, tube([from, between(from, to, 0.5), to], girth(radius * scale)).outline, WOOD, {
      weight: 0.8,
    });
  for (let up = RUNG_GAP * 0.6; up < top - 4; up += RUNG_GAP) beam(at(up, -1), at(up, 1), 1.5);
  for (const side of [-1, 1]) beam(at(0, side), at(top, side), 2);
}

/** A barrel to crouch behind: as high as the chest. */
function drawBarrel(pencil: Pencil, { belly, paunch }: Build, skeleton: Skeleton): void {
  const { pelvis, chest, groundY, scale, forward } = skeleton;
  const wood = lend(pencil, NOBODY);
  const height = (groundY - chest.at[1]) / scale + 1;
  const half = Math.max(13, height * 0.37);
  const middle = pelvis.at[0] + forward * (belly + paunch + half * 0.66) * scale;
  const at = (right: number, up: number): Point => [
    middle + right * half * scale,
    groundY - (up * height - 3) * scale,
  ];
  const rim = (up: number, width: number) => ellipse(at(0, up), half * width * scale, half * 0.2 * scale);
  const side = (sign: number) => [
    at(0.84 * sign, 0),
    at(1.02 * sign, 0.34),
    at(1.02 * sign, 0.66),
    at(0.84 * sign, 1),
  ];
  solid(wood, hull([...rim(0, 0.84), ...side(1), ...side(-1), ...rim(1, 0.84)]), DARK_WOOD);
  for (const stave of [-0.5, 0, 0.5]) {
    line(wood, curve([at(stave * 0.84, 0.9), at(stave, 0.5), at(stave * 0.84, -0.04)], 4), 0.6);
  }
  for (const up of [0.2, 0.72]) {
    const hoop = (lift: number) =>
      curve(
        [
          at(-0.99, up + lift),
          at(-0.5, up + lift - 0.06),
          at(0, up + lift - 0.08),
          at(0.5, up + lift - 0.06),
          at(0.99, up + lift),
        ],
        3,
      );
    solid(wood, [...hoop(0.05), ...hoop(-0.05).toReversed()], "#8d8a90", { weight: 0.6 });
  }
  solid(wood, rim(1, 0.84), WOOD, { weight: 0.8 });
}

/** A crate that is pushed, as high as the hands and some more. */
function drawCrate(pencil: Pencil, _build: Build, { arms, groundY, scale, forward }: Skeleton): void {
  const wood = lend(pencil, NOBODY);
  const front = forward * Math.max(...SIDES.map((side) => arms[side].end.at[0] * forward));
  const hand = Math.min(...SIDES.map((side) => arms[side].end.at[1]));
  const height = (groundY - hand) / scale + 8;
  const at = (right: number, up: number): Point => [
    front + forward * (3 + right * height * 0.92) * scale,
    groundY - up * height * scale + scale,
  ];
  const board = (corners: readonly (readonly [number, number])[], colour: string) =>
    solid(
      wood,
      corners.map(([right, up]) => at(right, up)),
      colour,
      { weight: 0.9 },
    );
  board(
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
    WOOD,
  );
  board(
    [
      [0.13, 0.24],
      [0.24, 0.13],
      [0.87, 0.76],
      [0.76, 0.87],
    ],
    DARK_WOOD,
  );
  for (const edge of [0, 0.86])
    board(
      [
        [0, edge],
        [1, edge],
        [1, edge + 0.14],
        [0, edge + 0.14],
      ],
      DARK_WOOD,
    );
  for (const edge of [0, 0.86])
    board(
      [
        [edge, 0],
        [edge + 0.14, 0],
        [edge + 0.14, 1],
        [edge, 1],
      ],
      DARK_WOOD,
    );
}

function drawPillow(pencil: Pencil, { head }: Build, skeleton: Skeleton): void {
  const { groundY, scale, forward } = skeleton;
  const linen = lend(pencil, NOBODY);
  const middle: Point = [skeleton.head.at[0] - forward * head * 0.1 * scale, groundY];
  const corner = (right: number, up: number): Point => plus(middle, times([right, -up], scale));
  const half = head * 1.35;
  const pillow = [
    corner(-half, -1),
    corner(-half * 1.05, head * 0.62),
    corner(-half * 0.5, head * 0.5),
    corner(half * 0.5, head * 0.5),
    corner(half * 1.05, head * 0.62),
    corner(half, -1),
    corner(0, -2.5),
  ];
  solid(linen, blob(pillow, 4), "#f4efe2");
  line(linen, [corner(half * 0.72, head * 0.34), corner(half * 0.5, head * 0.2)], 0.6);
}

const LEAVES = "#6f9a52";
const LEAVES_LIT = "#8fb56a";

/** A bush to crouch behind: as high as the chest. */
function drawBush(pencil: Pencil, { belly, paunch }: Build, skeleton: Skeleton): void {
  const { pelvis, chest, groundY, scale, forward } = skeleton;
  const leaves = lend(pencil, NOBODY);
  const height = (groundY - chest.at[1]) / scale + 2;
  const half = Math.max(17, height * 0.56);
  const middle = pelvis.at[0] + forward * (belly + paunch + half * 0.36) * scale;
  const at = (right: number, up: number): Point => [
    middle + right * half * scale,
    groundY - (up * height - 3) * scale,
  ];
  const bumps = [-1, -0.96, -0.62, -0.2, 0.24, 0.66, 0.98, 1].map((right, i) =>
    at(right, [0, 0.42, 0.78, 0.96, 0.9, 0.72, 0.36, 0][i] ?? 0),
  );
  solid(leaves, blob([...bumps, at(0, -0.04)], 4), LEAVES);
  for (const [right, up] of [
    [-0.5, 0.5],
    [0.1, 0.66],
    [0.5, 0.4],
    [-0.1, 0.3],
    [-0.66, 0.2],
  ] as const) {
    const tuft = [at(right - 0.12, up), at(right, up + 0.1), at(right + 0.14, up + 0.02)];
    line(leaves, curve(tuft, 3), 0.7);
    patch(leaves, ellipse(at(right + 0.02, up - 0.05), half * 0.1 * scale, half * 0.05 * scale), LEAVES_LIT);
  }
}
