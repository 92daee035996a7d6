import { blob } from "../../ink/curve.ts";
import { line, solid } from "../pencil.ts";
import type { GarmentArt } from "./garment.ts";

/** An apron from the chest to below the hips, tied behind. */
export function apron(colour: string): GarmentArt {
  return (pencil, torso) => {
    const { at } = torso;
    if (torso.faces(0)) {
      const edge = (side: number) =>
        [
          [0.3, 36],
          [0.46, 42],
          [0.64, 46],
          [0.84, 50],
          [1.1, 52],
        ].map(([height = 0, longitude = 0]) => at(height, side * longitude));
      const cloth = [at(0.28, 0), ...edge(1), at(1.42, 0), ...edge(-1).toReversed()];
      solid(pencil, blob(cloth, 4), colour, { weight: 0.75 });
    }
    line(pencil, torso.band(0.62, 2), 0.6);
  };
}
