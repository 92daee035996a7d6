/** Mouths are built flat about one point of the face and narrowed on the side that turns away. */

import type { Point } from "../../../geometry/index.ts";
import type { Shape } from "../../ink/curve.ts";
import { ellipse, girth, tube } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { between, clamp, minus } from "../../ink/plane.ts";
import type { MouthKind } from "../expressions.ts";
import type { Pencil } from "../pencil.ts";
import { line, patch, solid } from "../pencil.ts";
import type { HeadFrame } from "./head-frame.ts";

/** Head radii. */
export interface MouthShape {
  readonly y: number;
  /** Depth of the mouth's middle; well behind the muzzle's tip, or it slides off the cheek. */
  readonly z: number;
  readonly halfWidth: number;
}

/** A line of the mouth: how much it curves up at the ends, how low it lies and how wide it is. */
type Lip = (curl: number, low: number, wide?: number, skew?: number) => Shape;

const LIP_POINTS = 12;

/** How far the chin sinks when the mouth opens, head radii. */
const JAW_DROPS: Partial<Readonly<Record<MouthKind, number>>> = {
  laugh: 0.2,
  round: 0.2,
  roar: 0.3,
  retch: 0.1,
};
export const jawDrop = (kind: MouthKind): number => JAW_DROPS[kind] ?? 0;

function lipOf(head: HeadFrame, { y, z, halfWidth }: MouthShape): Lip {
  const middle = head.point([0, y, z]);
  const facing = clamp(head.depth([0, 0, 1]), 0, 1);
  const near = halfWidth * (0.72 + 0.28 * facing);
  const far = halfWidth * (0.22 + 0.78 * facing * facing);
  return (curl, low, wide = 1, skew = 0) =>
    Array.from({ length: LIP_POINTS + 1 }, (_, i) => {
      const u = (i / LIP_POINTS) * 2 - 1;
      const reach = u * head.forward > 0 ? far : near;
      const sag = low + curl * (0.2 * Math.sqrt(1 - u * u) - 0.1) + skew * u;
      return head.beside(middle, u * reach * wide, sag);
    });
}

export function drawMouth(pencil: Pencil, head: HeadFrame, shape: MouthShape, kind: MouthKind): void {
  const lip = lipOf(head, shape);
  MOUTHS[kind](pencil, lip, head, shape);
}

type MouthArt = (pencil: Pencil, lip: Lip, head: HeadFrame, shape: MouthShape) => void;

const MOUTHS: Readonly<Record<MouthKind, MouthArt>> = {
  smile: (pencil, lip) => line(pencil, lip(0.6, 0), 0.95),
  frown: (pencil, lip) => line(pencil, lip(-1, 0.06), 1),
  smirk: (pencil, lip, head) => {
    const points = lip(0.8, 0, 1.2, -0.09 * head.forward);
    const raised = head.forward > 0 ? points.slice(-6) : points.slice(0, 6).toReversed();
    const bared = raised.map((point, i) => head.beside(point, 0, 0.13 * Math.sin((Math.PI * i) / 5)));
    solid(pencil, [...raised, ...bared.toReversed()], PALETTE.white, { weight: 0.6 });
    line(pencil, points, 1);
    const corner = raised.at(-1) as Point;
    line(pencil, [head.beside(corner, -0.07, -0.08), corner, head.beside(corner, 0.06, 0.06)], 0.9);
  },
  laugh: (pencil, lip, head) => {
    const [upper, lower] = [lip(0.5, -0.04, 1.05), lip(2.6, 0.02, 1.05)];
    drawOpenMouth(pencil, upper, lower, head);
  },
  teeth: (pencil, lip) => drawTeeth(pencil, lip(-0.3, -0.06, 0.95), lip(-0.75, 0.15, 1)),
  tremble: (pencil, lip) => {
    const upper = lip(-0.9, 0, 1);
    const lower = lip(0.1, 0.16, 1).map((point, i): Point => [point[0], point[1] + (i % 2 === 0 ? 1 : -1)]);
    drawTeeth(pencil, upper, lower);
  },
  round: (pencil, _lip, head, shape) => {
    const middle = head.beside(head.point([0, shape.y, shape.z]), 0, 0.13);
    const narrow = 0.7 + 0.3 * clamp(head.depth([0, 0, 1]), 0, 1);
    const [rx, ry] = [head.radius * 0.17 * narrow, head.radius * 0.23];
    solid(pencil, ellipse(middle, rx, ry, head.roll), PALETTE.mouth, { weight: 0.8 });
    patch(pencil, ellipse(head.beside(middle, 0, 0.12), rx * 0.6, ry * 0.34, head.roll), PALETTE.tongue);
  },
  roar: (pencil, lip, head) => {
    const [upper, lower] = [lip(-0.7, -0.06, 1.1), lip(2.3, 0.14, 1)];
    drawOpenMouth(pencil, upper, lower, head);
    const gum = upper.map((point, i): Point => between(point, lower[i] ?? point, 0.24));
    solid(pencil, [...upper, ...gum.toReversed()], PALETTE.white, { weight: 0.5 });
  },
  retch: (pencil, lip, head) => {
    const upper = lip(-0.9, 0.02, 1.05);
    const lower = lip(-0.2, 0.14, 0.95);
    solid(pencil, [...upper, ...lower.toReversed()], PALETTE.mouth, { weight: 0.8 });
    const middle = Math.floor(upper.length / 2);
    const [root, tip] = [upper[middle] as Point, head.beside(lower[middle] as Point, 0.02, 0.24)];
    const half = Math.max(
      1.2,
      Math.hypot(...minus(lower[middle + 3] as Point, lower[middle - 3] as Point)) / 2,
    );
    solid(
      pencil,
      tube([between(root, tip, 0.2), between(root, tip, 0.6), tip], girth(half)).outline,
      PALETTE.tongue,
      {
        weight: 0.7,
      },
    );
    line(pencil, [between(root, tip, 0.3), tip], 0.5);
  },
};

/** A mouth between two lines, with a tongue. */
export function drawOpenMouth(pencil: Pencil, upper: Shape, lower: Shape, head: HeadFrame): void {
  solid(pencil, [...upper, ...lower.toReversed()], PALETTE.mouth, { weight: 0.8 });
  const middle = Math.floor(lower.length / 2);
  const deep = lower[middle] as Point;
  const tongue = between(deep, upper[middle] as Point, 0.3);
  const wide = Math.hypot(deep[0] - tongue[0], deep[1] - tongue[1]);
  patch(
    pencil,
    ellipse(tongue, Math.max(1, wide * 1.3), Math.max(0.8, wide * 0.7), head.roll),
    PALETTE.tongue,
  );
}

/** Clenched teeth between two lines. */
export function drawTeeth(pencil: Pencil, upper: Shape, lower: Shape): void {
  solid(pencil, [...upper, ...lower.toReversed()], PALETTE.white, { weight: 0.8 });
  for (let i = 2; i < upper.length - 1; i += 3) {
    line(pencil, [upper[i] as Point, lower[i] as Point], 0.4);
  }
}
