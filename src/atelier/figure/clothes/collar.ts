import { solid } from "../pencil.ts";
import type { GarmentArt } from "./garment.ts";

/** A turned-down collar. */
export function collar(colour: string): GarmentArt {
  return (pencil, torso) => {
    const { at } = torso;
    for (const side of [-1, 1]) {
      if (!torso.faces(side * 25)) continue;
      const wing = [at(-0.22, side * 4), at(-0.28, side * 42), at(-0.02, side * 38), at(0.06, side * 14)];
      solid(pencil, wing, colour, { weight: 0.6 });
    }
  };
}
