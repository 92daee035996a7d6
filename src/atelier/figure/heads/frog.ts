import { ellipse, hull } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import { animalHead } from "./animal-head.ts";
import type { HeadArt } from "./head.ts";
import { drawMouth, jawDrop } from "./mouth.ts";

const EYE = { x: 0.46, y: -0.66, z: 0.7, rx: 0.25, ry: 0.27 };
const MOUTH = { y: 0.3, z: 0.74, halfWidth: 0.66 };

/** A broad head with the eyes on top and a mouth from side to side. */
export function frogHead({ skin, light }: { readonly skin: string; readonly light: string }): HeadArt {
  return animalHead({
    skull: (pencil, head, { expression }) => {
      const drop = jawDrop(expression.mouth);
      const jaw = head.oval([0, 0.3 + drop * 0.5, 0.1], [1.16, 0.52 + drop * 0.4, 0.98]);
      solid(pencil, hull([...head.oval([0, -0.1, 0], [0.96, 0.72, 0.9]), ...jaw]), skin);
      if (!head.away) patch(pencil, head.oval([0, 0.56 + drop * 0.6, 0.56], [0.66, 0.2, 0.3]), light);
    },
    ear: (pencil, head, side) => solid(pencil, head.oval([side * EYE.x, EYE.y, 0.4], [0.4, 0.38, 0.4]), skin),
    earDepth: { spot: [0.46, -0.6, 0.4], add: -0.6 },
    eyes: { ...EYE, kind: "white", lid: skin, brow: 1.2 },
    snout: (pencil, head, { expression }) => {
      drawMouth(pencil, head, MOUTH, expression.mouth);
      for (const side of [-1, 1]) {
        const nostril: Spot = [side * 0.12, 0.02, 0.96];
        patch(pencil, ellipse(head.point(nostril), head.radius * 0.04), PALETTE.ink);
      }
    },
  });
}
