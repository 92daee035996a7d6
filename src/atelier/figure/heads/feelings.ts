/** What a feeling adds round a face: blush, sweat, tears, lines of surprise. */

import type { Point } from "../../../geometry/index.ts";
import { blob } from "../../ink/curve.ts";
import type { Pencil } from "../pencil.ts";
import { forNobody, line, patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import type { HeadFrame } from "./head-frame.ts";

export function drawBlush(pencil: Pencil, head: HeadFrame, depth: number, colour: string): void {
  for (const side of [-1, 1]) {
    if (head.depth([side * 0.6, 0.25, 0.6]) < 0.2) continue;
    patch(pencil, head.oval([side * 0.56, 0.24, depth], [0.17, 0.12, 0.1]), colour);
  }
}

type Drops = "sweat" | "tears" | "startle";

/** Where sweat flies, head radii from the head's middle. */
const SWEAT: readonly Point[] = [
  [-1.32, -0.55],
  [-1.5, -0.08],
  [1.42, -0.6],
];

const WATER = "#cfe6ee";

export function drawDrops(pencil: Pencil, head: HeadFrame, drops: Drops): void {
  if (drops === "startle") drawStartle(forNobody(pencil), head);
  else if (drops === "tears") drawTears(pencil, head);
  else
    for (const [right, down] of SWEAT) {
      drawDrop(forNobody(pencil), head, head.beside(head.centre, right, down), 1);
    }
}

/** Tears run down the cheeks that can be seen. */
function drawTears(pencil: Pencil, head: HeadFrame): void {
  for (const side of [-1, 1]) {
    const cheek: Spot = [side * 0.46, 0.22, 0.78];
    if (head.depth(cheek) > 0.3) drawDrop(pencil, head, head.point(cheek), 1.1);
  }
}

function drawDrop(pencil: Pencil, head: HeadFrame, at: Point, size: number): void {
  const drop = [
    head.beside(at, 0, -0.17 * size),
    head.beside(at, 0.09 * size, 0.05 * size),
    head.beside(at, 0, 0.12 * size),
    head.beside(at, -0.09 * size, 0.05 * size),
  ];
  solid(pencil, blob(drop, 4), WATER, { weight: 0.6 });
}

/** Three short lines that fly off each side of the head. */
function drawStartle(air: Pencil, head: HeadFrame): void {
  for (const angle of [-155, -138, -121, -59, -42, -25]) {
    const [right, down] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    line(
      air,
      [
        head.beside(head.centre, right * 1.42, down * 1.42),
        head.beside(head.centre, right * 1.72, down * 1.72),
      ],
      0.7,
    );
  }
}
