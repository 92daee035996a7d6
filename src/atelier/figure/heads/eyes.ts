import type { Point } from "../../../geometry/index.ts";
import type { Shape } from "../../ink/curve.ts";
import { arc, curve, cut, ellipse } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { clamp, dot, minus, plus, quarterTurn, rotate, times } from "../../ink/plane.ts";
import type { Pencil } from "../pencil.ts";
import { line, patch, ring, solid } from "../pencil.ts";
import type { FaceState } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";

/** Head radii. */
export interface EyeShape {
  /** From the middle line. */
  readonly x: number;
  readonly y: number;
  /** Depth of the face's surface at the eye. */
  readonly z: number;
  readonly rx: number;
  readonly ry: number;
  /** White ovals with pupils, or plain dots that open only for fear and surprise. */
  readonly kind: "white" | "dot";
  /** Colour of the lids. */
  readonly lid: string;
  /** Brow width as a share of the pencil's. */
  readonly brow: number;
  readonly browColour?: string;
  readonly lashes?: boolean;
}

type EyeSide = 1 | -1;

/** Below these depths an eye or a brow has turned out of sight. */
const HIDDEN = { white: 0.14, dot: 0.24 } as const;
const BROW_HIDDEN = 0.3;

/** Both eyes with their brows, the farther one first. */
export function drawEyes(pencil: Pencil, head: HeadFrame, shape: EyeShape, face: FaceState): void {
  const sides: readonly EyeSide[] = head.yaw > 0 ? [1, -1] : [-1, 1];
  for (const side of sides) {
    const facing = head.depth([side * shape.x, shape.y, shape.z * 1.05]);
    if (facing < HIDDEN[shape.kind]) continue;
    drawEye(pencil, head, shape, face, side, clamp(0.25 + facing * 0.85, 0.4, 1.02));
    if (facing > BROW_HIDDEN) drawBrow(pencil, head, shape, face, side);
  }
}

function drawEye(
  pencil: Pencil,
  head: HeadFrame,
  shape: EyeShape,
  face: FaceState,
  side: EyeSide,
  width: number,
): void {
  const { expression } = face;
  const centre = head.point([side * shape.x, shape.y, shape.z * 0.99]);
  const rx = shape.rx * head.radius * width * expression.eyes;
  const ry = shape.ry * head.radius * expression.eyes;
  if (face.asleep) {
    line(pencil, arc(centre, [rx * 1.15, ry * 0.5], [0.12 * Math.PI, 0.88 * Math.PI], head.roll), 1);
  } else if (shape.kind === "dot" && expression.eyes <= 1) {
    drawDot(pencil, head, face, { centre, rx, ry, side });
  } else {
    drawWhiteEye(pencil, head, shape, face, { centre, rx, ry, side });
  }
  if (shape.lashes === true) {
    line(pencil, [head.beside(centre, side * 0.06, -0.12), head.beside(centre, side * 0.3, -0.22)], 0.8);
  }
}

interface PlacedEye {
  readonly centre: Point;
  /** px */
  readonly rx: number;
  readonly ry: number;
  readonly side: EyeSide;
}

function drawDot(pencil: Pencil, head: HeadFrame, face: FaceState, { centre, rx, ry }: PlacedEye): void {
  const { lids } = face.expression;
  const at = head.beside(centre, face.gaze[0] * 0.03, face.gaze[1] * 0.03);
  const open = 1 - lids * 0.7;
  patch(
    pencil,
    ellipse(at, Math.max(1.1, rx * 0.52), Math.max(1.3, ry * 0.66 * open), head.roll),
    PALETTE.ink,
  );
  if (lids > 0.2) {
    const half = (rx / head.radius) * 1.05;
    line(
      pencil,
      [head.beside(at, -half, -0.07), at, head.beside(at, half, -0.07)].map((point, i) =>
        i === 1 ? head.beside(at, 0, -0.1) : point,
      ),
      0.95,
    );
  }
}

function drawWhiteEye(
  pencil: Pencil,
  head: HeadFrame,
  shape: EyeShape,
  face: FaceState,
  eye: PlacedEye,
): void {
  const { expression, gaze } = face;
  const { centre, rx, ry, side } = eye;
  const white = ellipse(centre, rx, ry, head.roll);
  solid(pencil, white, PALETTE.white, { weight: 0.72 });
  const towards = rotate(
    [gaze[0] * rx * 0.5 + Math.sin(head.yaw) * rx * 0.2, gaze[1] * ry * 0.5 + ry * 0.08],
    head.roll,
  );
  const pupil = plus(centre, towards);
  const size = expression.pupils;
  patch(pencil, ellipse(pupil, rx * 0.52 * size, ry * 0.56 * size, head.roll), PALETTE.ink);
  if (rx > 4) {
    patch(pencil, ellipse(plus(pupil, [-rx * 0.16, -ry * 0.2]), rx * 0.16, ry * 0.16), PALETTE.white);
  }
  if (expression.lids > 0.05) drawLid(pencil, white, eye, head, face, shape.lid, side);
}

/** The upper part of the eye under a lid that slants with the brow. */
function drawLid(
  pencil: Pencil,
  white: Shape,
  { centre, ry }: PlacedEye,
  head: HeadFrame,
  face: FaceState,
  colour: string,
  side: EyeSide,
): void {
  const { brows, lids } = face.expression;
  const slant = clamp((brows[0] - brows[1]) * 2.2, -0.8, 0.8) * -side * 0.5;
  const normal = rotate([0, -1], head.roll + slant);
  const edge = plus(centre, times(rotate([0, -1], head.roll), ry * (1 - lids * 1.15)));
  patch(pencil, cut(white, edge, normal), colour);
  line(pencil, chord(white, edge, normal), 0.75);
  ring(pencil, white, 0.5);
}

/** Where a line crosses a shape: its two outermost points on that line. */
function chord(shape: Shape, origin: Point, normal: Point): Shape {
  const along = quarterTurn(normal);
  const places = cut(shape, origin, normal).map((point) => dot(minus(point, origin), along));
  if (places.length === 0) return [];
  const [from, to] = [Math.min(...places), Math.max(...places)];
  return [plus(origin, times(along, from)), origin, plus(origin, times(along, to))];
}

function drawBrow(pencil: Pencil, head: HeadFrame, shape: EyeShape, face: FaceState, side: EyeSide): void {
  const { brows, eyes, cocked = 0 } = face.expression;
  const raised = side === head.forward ? cocked : 0;
  const [inner, outer] = [brows[0] - raised, brows[1] - raised * 0.7];
  const top = shape.y - shape.ry * (shape.kind === "dot" ? 1 : eyes);
  const points = curve(
    [
      head.point([side * (shape.x - shape.rx), top - 0.12 + inner, shape.z * 1.02]),
      head.point([side * shape.x, top - 0.2 + (inner + outer) * 0.4, shape.z]),
      head.point([side * (shape.x + shape.rx * 1.15), top - 0.08 + outer, shape.z * 0.86]),
    ],
    4,
  );
  line(pencil, points, shape.brow, shape.browColour);
}
