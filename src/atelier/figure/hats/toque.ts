import type { Point } from "../../../geometry/index.ts";
import { ellipse, wrap } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { solid } from "../pencil.ts";
import type { HatArt } from "./hat.ts";

/** Puffs of the crown: right, up and radius, head radii. */
const PUFFS = [
  [-0.5, 1.62, 0.4],
  [0.52, 1.6, 0.4],
  [0.02, 1.78, 0.46],
  [0, 1.46, 0.5],
] as const;

/** A cook's tall white hat. */
export function toque(): HatArt {
  return (pencil, head) => {
    const { radius } = head;
    const outlined = (centre: Point) => (point: Point) =>
      point[1] < centre[1] + radius * 0.1 || Math.abs(point[0] - centre[0]) > radius * 0.36;
    for (const [right, up, size] of PUFFS) {
      const centre = head.beside(head.point([0, 0, 0]), right, -up);
      solid(pencil, ellipse(centre, radius * size), PALETTE.cream, { inked: outlined(centre) });
    }
    const band = [-0.82, -1.26].map((y) => ({
      centre: head.point([0, y, 0]),
      rx: head.breadth(0.68, 0.68),
      ry: radius * 0.18,
      angle: head.roll,
    }));
    solid(pencil, wrap(band), PALETTE.cream);
  };
}
