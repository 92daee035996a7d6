import type { Part, Pencil } from "../pencil.ts";
import type { Spot } from "../space.ts";
import type { EyeShape } from "./eyes.ts";
import { drawEyes } from "./eyes.ts";
import { drawBlush } from "./feelings.ts";
import type { FaceState, HeadArt } from "./head.ts";
import type { HeadFrame } from "./head-frame.ts";

/** What tells one animal's head from another's. */
export interface AnimalHead {
  readonly skull: (pencil: Pencil, head: HeadFrame, face: FaceState) => void;
  /** One ear; `side` is 1 or -1. */
  readonly ear: (pencil: Pencil, head: HeadFrame, side: number, face: FaceState) => void;
  /** The spot that decides whether the ear of side 1 lies before or behind the skull, and how much to add. */
  readonly earDepth: { readonly spot: Spot; readonly add: number };
  readonly eyes: EyeShape;
  /** Muzzle, nose and mouth, drawn over the eyes. */
  readonly snout: (pencil: Pencil, head: HeadFrame, face: FaceState) => void;
}

export function animalHead({ skull, ear, earDepth, eyes, snout }: AnimalHead): HeadArt {
  return (head, face): readonly Part[] => {
    const [x, y, z] = earDepth.spot;
    const parts: Part[] = [-1, 1].map((side) => ({
      depth: head.depth([side * x, y, z]) + earDepth.add,
      draw: (pencil) => ear(pencil, head, side, face),
    }));
    parts.push({ depth: 0, draw: (pencil) => skull(pencil, head, face) });
    if (!head.away) parts.push({ depth: 0.5, draw: (pencil) => drawFace(pencil, head, face) });
    return parts;
  };

  function drawFace(pencil: Pencil, head: HeadFrame, face: FaceState): void {
    drawEyes(pencil, head, eyes, face);
    const { blush } = face.expression;
    if (blush !== undefined) drawBlush(pencil, head, 0.66, blush);
    snout(pencil, head, face);
  }
}
