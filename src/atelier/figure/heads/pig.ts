import { blob, ellipse, hull } from "../../ink/curve.ts";
import type { Pencil } from "../pencil.ts";
import { patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import { animalHead } from "./animal-head.ts";
import type { FaceState, HeadArt } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";
import { surfaceOf } from "./head-frame.ts";
import { drawMouth, jawDrop } from "./mouth.ts";

const SKULL: Spot = [1.02, 0.94, 0.98];
const EYE = { x: 0.36, y: -0.22, z: surfaceOf(SKULL)(0.36, -0.22), rx: 0.17, ry: 0.25 };
const MOUTH = { y: 0.62, z: 0.72, halfWidth: 0.38 };

export function pigHead({ skin, snout }: { readonly skin: string; readonly snout: string }): HeadArt {
  return animalHead({
    skull: (pencil, head, { expression }) => {
      const drop = jawDrop(expression.mouth);
      const cheeks = head.oval([0, 0.36 + drop * 0.5, 0.1], [1.08, 0.64 + drop * 0.4, 0.96]);
      solid(pencil, hull([...head.oval([0, 0, 0], SKULL), ...cheeks]), skin);
    },
    ear: (pencil, head, side) => {
      const flap: readonly Spot[] = [
        [side * 0.36, -0.86, 0.1],
        [side * 0.74, -1.22, 0.05],
        [side * 1.16, -1.02, 0.3],
        [side * 1.06, -0.5, 0.5],
        [side * 0.84, -0.5, 0.2],
      ];
      solid(pencil, blob(flap.map(head.point), 4), snout);
    },
    earDepth: { spot: [0.8, -0.8, 0.2], add: 0.1 },
    eyes: { ...EYE, kind: "white", lid: skin, brow: 1.2 },
    snout: (pencil, head, face) => drawSnout(pencil, head, face, snout),
  });
}

/** A disc with two nostrils that stands out from the face, the mouth below it. */
function drawSnout(pencil: Pencil, head: HeadFrame, { expression }: FaceState, colour: string): void {
  drawMouth(pencil, head, MOUTH, expression.mouth);
  solid(pencil, hull([...head.oval([0, 0.22, 0.8], [0.36, 0.28, 0.2]), ...disc(head)]), colour, {
    weight: 0.85,
  });
  solid(pencil, disc(head), colour, { weight: 0.6 });
  for (const side of [-1, 1]) {
    const nostril = head.point([side * 0.13, 0.22, 1.22]);
    patch(pencil, ellipse(nostril, head.radius * 0.055, head.radius * 0.09, head.roll), "#9c4a44");
  }
}

const disc = (head: HeadFrame) => head.oval([0, 0.22, 1.16], [0.36, 0.27, 0.08]);
