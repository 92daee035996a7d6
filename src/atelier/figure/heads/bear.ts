import { hull } from "../../ink/curve.ts";
import { patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import { animalHead } from "./animal-head.ts";
import type { HeadArt } from "./head.ts";
import { surfaceOf } from "./head-frame.ts";
import { drawMuzzle } from "./muzzle.ts";

const SKULL: Spot = [1.06, 0.94, 1];
const EYE = { x: 0.33, y: -0.2, z: surfaceOf(SKULL)(0.33, -0.2), rx: 0.2, ry: 0.3 };

export function bearHead({ fur, light }: { readonly fur: string; readonly light: string }): HeadArt {
  return animalHead({
    skull: (pencil, head) => {
      const cheeks = head.oval([0, 0.32, 0.08], [1.12, 0.64, 1]);
      solid(pencil, hull([...head.oval([0, 0, 0], SKULL), ...cheeks]), fur);
    },
    ear: (pencil, head, side) => {
      solid(pencil, head.oval([side * 0.8, -0.72, -0.12], [0.34, 0.34, 0.24]), fur);
      if (!head.away) patch(pencil, head.oval([side * 0.8, -0.7, 0.06], [0.19, 0.19, 0.12]), light);
    },
    earDepth: { spot: [0.8, -0.7, -0.15], add: -0.2 },
    eyes: { ...EYE, kind: "white", lid: fur, brow: 1.35 },
    snout: (pencil, head, face) =>
      drawMuzzle(pencil, head, face, {
        at: [0, 0.3, 0.78],
        radii: [0.52, 0.4, 0.5],
        colour: light,
        noseWidth: 0.19,
        mouth: { y: 0.5, z: 0.86, halfWidth: 0.36 },
      }),
  });
}
