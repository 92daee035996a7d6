import { blob, hull } from "../../ink/curve.ts";
import type { Pencil } from "../pencil.ts";
import { line, patch, solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import { animalHead } from "./animal-head.ts";
import type { HeadArt } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";
import { surfaceOf } from "./head-frame.ts";
import { drawMuzzle } from "./muzzle.ts";

const SKULL: Spot = [1.04, 0.86, 0.94];
const EYE = { x: 0.36, y: -0.16, z: surfaceOf(SKULL)(0.36, -0.16), rx: 0.23, ry: 0.3 };

export function catHead({ fur, light }: { readonly fur: string; readonly light: string }): HeadArt {
  return animalHead({
    skull: (pencil, head) => {
      const cheeks = head.oval([0, 0.3, 0.08], [1.14, 0.5, 0.92]);
      solid(pencil, hull([...head.oval([0, 0, 0], SKULL), ...cheeks]), fur);
    },
    ear: (pencil, head, side) => {
      solid(pencil, earOutline(head, side, 0), fur);
      if (!head.away) patch(pencil, earOutline(head, side, 0.14), "#e7a59a");
    },
    earDepth: { spot: [0.6, -0.9, -0.05], add: -0.2 },
    eyes: { ...EYE, kind: "white", lid: fur, brow: 1.2 },
    snout: (pencil, head, face) => {
      drawMuzzle(pencil, head, face, {
        at: [0, 0.36, 0.76],
        radii: [0.46, 0.28, 0.34],
        colour: light,
        noseWidth: 0.13,
        noseColour: "#d9766c",
        mouth: { y: 0.44, z: 0.86, halfWidth: 0.32 },
      });
      drawWhiskers(pencil, head);
    },
  });
}

function earOutline(head: HeadFrame, side: number, inset: number) {
  return blob(
    [
      head.point([side * (0.98 - inset), -0.36 - inset, 0]),
      head.point([side * (1 - inset * 0.7), -0.84, 0]),
      head.point([side * (0.96 - inset * 0.6), -1.3 + inset * 1.3, 0]),
      head.point([side * (0.56 + inset * 0.3), -1 + inset, 0.05]),
      head.point([side * (0.24 + inset), -0.78 - inset * 0.2, 0.1]),
    ],
    4,
  );
}

/** Two whiskers on each cheek that can be seen. */
export function drawWhiskers(pencil: Pencil, head: HeadFrame): void {
  for (const side of [-1, 1]) {
    if (head.depth([side * 0.6, 0.36, 0.7]) < 0.05) continue;
    for (const rise of [-0.06, 0.06]) {
      const [root, tip]: [Spot, Spot] = [
        [side * 0.56, 0.36 + rise, 0.8],
        [side * 1.26, 0.3 + rise * 3.4, 0.6],
      ];
      line(pencil, [head.point(root), head.point(tip)], 0.5);
    }
  }
}
