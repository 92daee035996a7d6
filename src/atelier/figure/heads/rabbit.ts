import { bend, ellipse, girth, hull, tube } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { clamp } from "../../ink/plane.ts";
import type { MouthKind } from "../expressions.ts";
import type { Pencil } from "../pencil.ts";
import { line, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import { animalHead } from "./animal-head.ts";
import { drawWhiskers } from "./cat.ts";
import type { FaceState, HeadArt } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";
import { surfaceOf } from "./head-frame.ts";
import { drawMouth, jawDrop } from "./mouth.ts";

const SKULL: Spot = [0.92, 0.9, 0.88];
const surface = surfaceOf(SKULL);
const MOUTH = { y: 0.46, z: surface(0, 0.46) * 0.92, halfWidth: 0.36 };
const EYE = { x: 0.32, y: -0.24, z: surface(0.32, -0.24), rx: 0.21, ry: 0.32 };
const INNER_EAR = "#f0b09a";
/** How far the ears hang to the sides: sad and frightened rabbits let them drop. */
const DROOP: Partial<Record<MouthKind, number>> = { frown: 0.6, tremble: 0.6 };

export function rabbitHead({ fur }: { readonly fur: string }): HeadArt {
  return animalHead({
    skull: (pencil, head, face) => {
      const drop = jawDrop(face.expression.mouth);
      const cheeks = head.oval([0, 0.36 + drop * 0.4, 0.1], [0.98, 0.58 + drop * 0.4, 0.86]);
      solid(pencil, hull([...head.oval([0, 0, 0], SKULL), ...cheeks]), fur);
    },
    ear: (pencil, head, side, face) => drawEar(pencil, head, side, DROOP[face.expression.mouth] ?? 0, fur),
    earDepth: { spot: [0.3, -1.4, -0.1], add: -0.3 },
    eyes: { ...EYE, kind: "white", lid: "#e9dfcc", brow: 1.2 },
    snout: (pencil, head, face) => drawSnout(pencil, head, face, fur),
  });
}

function drawEar(pencil: Pencil, head: HeadFrame, side: number, droop: number, fur: string): void {
  const outer = bend(
    [
      head.point([side * 0.3, -0.6, 0]),
      head.point([side * (0.42 + droop * 0.4), -1.3, -0.1]),
      head.point([side * (0.5 + droop), -1.95 + droop * 0.5, -0.25]),
    ],
    0.5,
  );
  const swell = (share: number) =>
    head.radius * (0.14 + 0.14 * Math.sin(Math.PI * clamp(share * 0.9 + 0.1, 0, 1)));
  solid(pencil, tube(outer, swell).outline, fur);
  if (head.away) return;
  const inner = bend(
    [
      head.point([side * 0.32, -0.9, 0.08]),
      head.point([side * (0.43 + droop * 0.4), -1.3, 0]),
      head.point([side * (0.48 + droop * 0.9), -1.78 + droop * 0.45, -0.2]),
    ],
    0.5,
  );
  const { radius } = head;
  solid(pencil, tube(inner, girth(radius * 0.08, radius * 0.13, radius * 0.05)).outline, INNER_EAR, {
    weight: 0.5,
  });
}

const SHOWS_TEETH: readonly MouthKind[] = ["smile", "smirk", "laugh", "frown"];

/** Nose, whiskers, mouth and two front teeth. */
function drawSnout(pencil: Pencil, head: HeadFrame, face: FaceState, fur: string): void {
  const { radius } = head;
  const nose = head.point([0, 0.17, 1]);
  for (const side of [-1, 1]) {
    const pad = head.point([side * 0.24, 0.36, 0.9]);
    if (head.depth([side * 0.24, 0.36, 0.9]) > 0.1) {
      const half = head.breadth(0.27, 0.2);
      solid(pencil, ellipse(pad, half, radius * 0.2, head.roll), fur, { weight: 0.55 });
    }
  }
  drawMouth(pencil, head, MOUTH, face.expression.mouth);
  line(pencil, [head.point([0, 0.24, 0.98]), head.point([0, MOUTH.y, MOUTH.z])], 0.6);
  if (SHOWS_TEETH.includes(face.expression.mouth)) drawFrontTeeth(pencil, head);
  solid(pencil, ellipse(nose, radius * 0.13, radius * 0.09, head.roll), "#e88b7c", { weight: 0.7 });
  drawWhiskers(pencil, head);
}

function drawFrontTeeth(pencil: Pencil, head: HeadFrame): void {
  const top = head.point([0, MOUTH.y + 0.05, MOUTH.z]);
  const corners = [
    head.beside(top, -0.1, 0),
    head.beside(top, 0.1, 0),
    head.beside(top, 0.085, 0.18),
    head.beside(top, -0.085, 0.18),
  ];
  solid(pencil, corners, PALETTE.white, { weight: 0.5 });
  line(pencil, [top, head.beside(top, 0, 0.17)], 0.4);
}
