/** A mouth that runs along the side of a snout that the viewer sees; along both sides from the front. */

import type { Point } from "../../../geometry/index.ts";
import type { Shape } from "../../ink/curve.ts";
import { blend } from "../../ink/plane.ts";
import type { MouthKind } from "../expressions.ts";
import type { Pencil } from "../pencil.ts";
import { line, solid } from "../pencil.ts";
import type { HeadFrame } from "./head-frame.ts";
import { drawMouth, drawOpenMouth, drawTeeth } from "./mouth.ts";

/** A line of the mouth: how far it gapes, how much its corner rises, and what share of the snout it runs along. */
type Lip = (gape: number, rise: number, share: number) => Shape;

const LIP_POINTS = 9;

/** From the front an open mouth looks like anyone else's. */
const FRONT_MOUTH = { y: 0.58, z: 0.95, halfWidth: 0.34 };

const isFrontal = (head: HeadFrame): boolean => Math.abs(Math.sin(head.yaw)) < 0.24;

function lipOf(head: HeadFrame): Lip {
  const along = (side: number, gape: number, rise: number, share: number): Point[] =>
    Array.from({ length: LIP_POINTS + 1 }, (_, i) => {
      const u = (i / LIP_POINTS) * share;
      const drop = gape * Math.sin(Math.PI * Math.min(1, u * 0.9 + 0.12));
      return head.point([side * 0.4 * u ** 0.8, 0.47 + drop - rise * u * u, blend(1.44, 0.66, u)]);
    });
  const frontal = isFrontal(head);
  return (gape, rise, share) =>
    frontal
      ? [...along(-1, gape, rise, share).reverse(), ...along(1, gape, rise, share).slice(1)]
      : along(-head.forward, gape, rise, share);
}

export function drawFoxMouth(pencil: Pencil, head: HeadFrame, kind: MouthKind, jaw: string): void {
  if (isFrontal(head) && !(kind in CORNER_RISE)) {
    drawMouth(pencil, head, FRONT_MOUTH, kind);
    return;
  }
  const lip = lipOf(head);
  if (kind === "laugh" || kind === "retch")
    drawGape(pencil, head, jaw, lip, { gape: 0.44, rise: 0.16, share: 0.95 });
  else if (kind === "roar") drawGape(pencil, head, jaw, lip, { gape: 0.56, rise: -0.02, share: 0.95 });
  else if (kind === "round") drawGape(pencil, head, jaw, lip, { gape: 0.36, rise: 0.02, share: 0.62 });
  else if (kind === "teeth" || kind === "tremble") drawClenched(pencil, lip, kind);
  else drawShut(pencil, head, lip, kind);
}

interface Gape {
  readonly gape: number;
  readonly rise: number;
  readonly share: number;
}

/** An open mouth with the lower jaw under it. */
function drawGape(pencil: Pencil, head: HeadFrame, jaw: string, lip: Lip, { gape, rise, share }: Gape): void {
  const upper = lip(0.02, rise, share);
  const chin = lip(gape + 0.1, rise - 0.04, share + 0.02);
  solid(pencil, [...upper, ...chin.toReversed()], jaw, { weight: 0.85 });
  drawOpenMouth(pencil, upper, lip(gape, rise, share), head);
}

function drawClenched(pencil: Pencil, lip: Lip, kind: "teeth" | "tremble"): void {
  const rise = kind === "teeth" ? -0.02 : -0.12;
  const lower = lip(0.22, rise, 0.85).map(
    (point, i): Point => (kind === "tremble" ? [point[0], point[1] + (i % 2 === 0 ? 1 : -1)] : point),
  );
  drawTeeth(pencil, lip(0.03, rise, 0.85), lower);
}

const CORNER_RISE = { smile: 0.14, smirk: 0.28, frown: -0.18 } as const;

function drawShut(pencil: Pencil, head: HeadFrame, lip: Lip, kind: "smile" | "smirk" | "frown"): void {
  const shut = lip(0.05, CORNER_RISE[kind], 1);
  line(pencil, shut, 0.95);
  const corner = shut.at(-1) as Point;
  if (kind !== "frown")
    line(pencil, [head.beside(corner, -0.04, -0.08), corner, head.beside(corner, 0.05, 0.03)], 0.7);
}
