import { ellipse, hull } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import type { Pencil } from "../pencil.ts";
import { patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import { animalHead } from "./animal-head.ts";
import { drawWhiskers } from "./cat.ts";
import type { FaceState, HeadArt } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";
import { surfaceOf } from "./head-frame.ts";
import { drawMouth, jawDrop } from "./mouth.ts";

const SKULL: Spot = [0.94, 0.86, 0.92];
const EYE = { x: 0.33, y: -0.2, z: surfaceOf(SKULL)(0.33, -0.2), rx: 0.21, ry: 0.29 };
const MOUTH = { y: 0.52, z: 0.8, halfWidth: 0.32 };

export function mouseHead({ fur, light }: { readonly fur: string; readonly light: string }): HeadArt {
  return animalHead({
    skull: (pencil, head, { expression }) => {
      const drop = jawDrop(expression.mouth);
      const chin = head.oval([0, 0.4 + drop * 0.6, 0.3], [0.6, 0.5 + drop * 0.3, 0.6]);
      solid(pencil, hull([...head.oval([0, 0, 0], SKULL), ...chin]), fur);
    },
    ear: (pencil, head, side) => {
      solid(pencil, head.oval([side * 0.92, -0.82, -0.1], [0.62, 0.62, 0.4]), fur);
      if (!head.away) patch(pencil, head.oval([side * 0.92, -0.8, 0.05], [0.42, 0.42, 0.24]), light);
    },
    earDepth: { spot: [0.9, -0.8, -0.1], add: -0.3 },
    eyes: { ...EYE, kind: "white", lid: fur, brow: 1.2 },
    snout: (pencil, head, face) => drawSnout(pencil, head, face, fur),
  });
}

/** A pointed nose with a dark tip. */
function drawSnout(pencil: Pencil, head: HeadFrame, { expression }: FaceState, fur: string): void {
  drawMouth(pencil, head, MOUTH, expression.mouth);
  const nose = hull([
    ...head.oval([0, 0.2, 0.8], [0.3, 0.22, 0.2]),
    ...head.oval([0, 0.22, 1.2], [0.12, 0.12, 0.12]),
  ]);
  solid(pencil, nose, fur, { weight: 0.75 });
  const tip = ellipse(head.point([0, 0.2, 1.3]), head.radius * 0.13, head.radius * 0.12, head.roll);
  solid(pencil, tip, PALETTE.black, { weight: 0.5 });
  drawWhiskers(pencil, head);
}
