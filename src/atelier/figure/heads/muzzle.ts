/** The muzzle that most animals share: round, with a nose on it and the mouth below. */

import { ellipse } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import type { Pencil } from "../pencil.ts";
import { line, patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import type { FaceState } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";
import type { MouthShape } from "./mouth.ts";
import { drawMouth, jawDrop } from "./mouth.ts";

/** Head radii. */
export interface Muzzle {
  readonly at: Spot;
  readonly radii: Spot;
  readonly colour: string;
  /** Half width. */
  readonly noseWidth: number;
  /** Black when absent. */
  readonly noseColour?: string;
  readonly mouth: MouthShape;
}

export function drawMuzzle(
  pencil: Pencil,
  head: HeadFrame,
  { expression }: FaceState,
  { at, radii, colour, noseWidth, noseColour, mouth }: Muzzle,
): void {
  const drop = jawDrop(expression.mouth);
  if (drop > 0) {
    const jaw = head.oval(
      [at[0], at[1] + radii[1] * 0.5 + drop, at[2] * 0.9],
      [radii[0] * 0.72, radii[1] * 0.68, radii[2] * 0.7],
    );
    solid(pencil, jaw, colour, { weight: 0.85 });
  }
  solid(pencil, head.oval(at, radii), colour, { weight: 0.85 });
  drawMouth(pencil, head, mouth, expression.mouth);
  const front = at[2] + radii[2];
  const noseY = at[1] - radii[1] * 0.55;
  line(pencil, [head.point([0, noseY + 0.1, front * 0.9]), head.point([0, mouth.y - 0.02, mouth.z])], 0.7);
  const tip = head.point([0, noseY, front * 0.94]);
  const nose = ellipse(tip, noseWidth * head.radius, 0.155 * head.radius, head.roll);
  solid(pencil, nose, noseColour ?? PALETTE.black, { weight: 0.5 });
  const shine = head.beside(tip, -0.07, -0.06);
  patch(pencil, ellipse(shine, head.radius * 0.05, head.radius * 0.03), PALETTE.white);
}
