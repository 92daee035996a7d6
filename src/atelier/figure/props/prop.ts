import type { Point } from "../../../geometry/index.ts";
import type { Shape } from "../../ink/curve.ts";
import { ellipse, rectangle } from "../../ink/curve.ts";
import { plus, rotate } from "../../ink/plane.ts";
import type { Pencil } from "../pencil.ts";
import type { Hold } from "../poses/pose.ts";

/** Where a thing lies in the picture; its own coordinates are body units from the middle of its foot. */
export interface PropFrame {
  /** A point `right` (or forward, when held) of the middle and `up` from the ground, in px. */
  at(right: number, up: number): Point;
  /** An ellipse with half widths in body units. */
  oval(right: number, up: number, rx: number, ry: number): Shape;
  /** A rectangle from its lower corner, body units. */
  box(right: number, up: number, width: number, height: number): Shape;
  /** px a body unit */
  readonly scale: number;
}

export interface PropArt {
  readonly hold: Hold;
  /** Where a fist takes it. */
  readonly grip: readonly [right: number, up: number];
  readonly draw: (pencil: Pencil, frame: PropFrame) => void;
}

export interface PropPlace {
  /** The middle of the thing's foot, px. */
  readonly foot: Point;
  readonly scale: number;
  /** -1 mirrors it. */
  readonly forward: 1 | -1;
  /** Radians that it is turned about its foot, clockwise. */
  readonly turn?: number;
}

export function propFrame({ foot, scale, forward, turn = 0 }: PropPlace): PropFrame {
  const at = (right: number, up: number): Point =>
    plus(foot, rotate([right * forward * scale, -up * scale], turn));
  return {
    at,
    oval: (right, up, rx, ry) => ellipse(at(right, up), rx * scale, ry * scale, turn),
    box: (right, up, width, height) => rectangle(right, up, width, height).map(([x, y]) => at(x, y)),
    scale,
  };
}
