import { ellipse } from "../../ink/curve.ts";
import { solid } from "../pencil.ts";
import type { GarmentArt } from "./garment.ts";

/** A row of buttons down the front; two rows for `apart` degrees of longitude between them. */
export function buttons(colour: string, apart = 0): GarmentArt {
  const columns = apart === 0 ? [0] : [-apart / 2, apart / 2];
  return (pencil, torso) => {
    for (const longitude of columns) {
      if (!torso.faces(longitude)) continue;
      for (const height of [0.12, 0.36, 0.6]) {
        solid(pencil, ellipse(torso.at(height, longitude), 1.5 * torso.scale), colour, { weight: 0.45 });
      }
    }
  };
}
