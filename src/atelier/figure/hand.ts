import type { Point } from "../../geometry/index.ts";
import { ellipse, girth, tube } from "../ink/curve.ts";
import { distance, dot, minus, plus, quarterTurn, rotate, times } from "../ink/plane.ts";
import type { Pencil } from "./pencil.ts";
import { line, solid } from "./pencil.ts";
import type { HandShape } from "./poses/pose.ts";

export interface HandPlace {
  /** Middle of the palm, px. */
  readonly palm: Point;
  /** Away from the arm. */
  readonly along: Point;
  /** Where the thumb points. */
  readonly thumb: Point;
  /** px */
  readonly radius: number;
}

/** A cartoon glove of four fingers at the end of an arm; the thumb is up, or in front. */
export function placeHand(wrist: Point, along: Point, radius: number, forward: 1 | -1): HandPlace {
  const side: Point = times(quarterTurn(along), -1);
  const down = side[1] > 0.25 || (Math.abs(side[1]) <= 0.25 && side[0] * forward < 0);
  return {
    palm: plus(wrist, times(along, radius * 0.55)),
    along,
    thumb: down ? times(side, -1) : side,
    radius,
  };
}

export function drawHand(pencil: Pencil, hand: HandPlace, shape: HandShape, colour: string): void {
  if (shape === "open") drawFingers(pencil, hand, colour, [-0.7, -0.05, 0.6]);
  else if (shape === "flat") drawFingers(pencil, hand, colour, [-0.22, 0, 0.18]);
  else drawFist(pencil, hand, colour, shape === "pointing");
  drawThumb(pencil, hand, colour, shape === "open" || shape === "flat");
}

/** A point in the hand: shares of its radius along the arm and towards the thumb. */
const inHand = ({ palm, along, thumb, radius }: HandPlace, forward: number, up: number): Point =>
  plus(palm, plus(times(along, radius * forward), times(thumb, radius * up)));

/** Rotation in the hand that turns from the arm towards the thumb. */
const thumbwards = ({ along, thumb }: HandPlace): 1 | -1 => (dot(quarterTurn(along), thumb) > 0 ? 1 : -1);

function drawFingers(pencil: Pencil, hand: HandPlace, colour: string, angles: readonly number[]): void {
  angles.forEach((angle, i) => {
    drawFinger(pencil, hand, colour, { angle, offset: (i - 1) * 0.5, length: 1.2 });
  });
  const palm = ellipse(hand.palm, hand.radius * 0.92, hand.radius * 0.86);
  const wrist = minus(hand.palm, times(hand.along, hand.radius * 0.3));
  const inked = (point: Point) => dot(minus(point, wrist), hand.along) < hand.radius * 0.35;
  solid(pencil, palm, colour, { weight: 0.9, inked });
}

function drawFinger(
  pencil: Pencil,
  hand: HandPlace,
  colour: string,
  { angle, offset, length }: { angle: number; offset: number; length: number },
): void {
  const root = inHand(hand, 0.3, offset);
  const reach = times(rotate(hand.along, angle * thumbwards(hand)), hand.radius * length);
  const radius = hand.radius * 0.34;
  const finger = tube([root, plus(root, times(reach, 0.5)), plus(root, reach)], girth(radius));
  solid(pencil, finger.outline, colour, {
    weight: 0.9,
    inked: (point) => distance(point, root) > radius * 1.2,
  });
}

function drawFist(pencil: Pencil, hand: HandPlace, colour: string, pointing: boolean): void {
  if (pointing) drawFinger(pencil, hand, colour, { angle: 0, offset: 0.3, length: 1.9 });
  solid(pencil, ellipse(hand.palm, hand.radius, hand.radius * 0.94), colour, { weight: 0.9 });
  if (hand.radius < 4) return;
  for (const up of [-0.3, 0.2]) line(pencil, [inHand(hand, 0.88, up), inHand(hand, 0.35, up)], 0.5);
}

function drawThumb(pencil: Pencil, hand: HandPlace, colour: string, spread: boolean): void {
  const root = spread ? inHand(hand, 0, 0.35) : inHand(hand, -0.4, 0.3);
  const tip = spread ? inHand(hand, 0.35, 1.25) : inHand(hand, 0.42, 0.72);
  const radius = hand.radius * 0.33;
  const thumb = tube([root, plus(root, times(minus(tip, root), 0.5)), tip], girth(radius));
  solid(pencil, thumb.outline, colour, {
    weight: 0.9,
    inked: (point) => distance(point, root) > radius * 1.25,
  });
}
