import { bend, hull, tube } from "../../ink/curve.ts";
import { patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import { animalHead } from "./animal-head.ts";
import type { HeadArt } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";
import { surfaceOf } from "./head-frame.ts";
import { drawMuzzle } from "./muzzle.ts";

const SKULL: Spot = [0.98, 0.95, 1];
const EYE = { x: 0.3, y: -0.22, z: surfaceOf(SKULL)(0.3, -0.22), rx: 0.2, ry: 0.28 };

export interface DogColours {
  readonly fur: string;
  readonly light: string;
  /** Ears and the spot round one eye. */
  readonly dark: string;
}

export function dogHead({ fur, light, dark }: DogColours): HeadArt {
  return animalHead({
    skull: (pencil, head) => {
      const crown = head.oval([0, -0.2, 0], [0.86, 0.8, 0.86]);
      solid(pencil, hull([...crown, ...head.oval([0, 0.35, 0.1], [0.94, 0.6, 0.85])]), fur);
      if (!head.away) patch(pencil, head.oval([0.3, -0.24, EYE.z * 0.96], [0.3, 0.38, 0.1]), dark);
    },
    ear: (pencil, head, side) => solid(pencil, hangingEar(head, side), dark),
    earDepth: { spot: [0.95, 0, 0], add: 0.2 },
    eyes: { ...EYE, kind: "white", lid: fur, brow: 1.3 },
    snout: (pencil, head, face) =>
      drawMuzzle(pencil, head, face, {
        at: [0, 0.3, 0.72],
        radii: [0.56, 0.42, 0.62],
        colour: light,
        noseWidth: 0.22,
        mouth: { y: 0.53, z: 0.84, halfWidth: 0.4 },
      }),
  });
}

function hangingEar(head: HeadFrame, side: number) {
  const spine = bend(
    [
      head.point([side * 0.78, -0.6, 0]),
      head.point([side * 1.16, -0.1, 0]),
      head.point([side * 1.04, 0.6, 0.05]),
    ],
    0.5,
  );
  return tube(spine, (share) => head.radius * (0.14 + 0.17 * Math.sin(Math.PI * share * 0.75))).outline;
}
