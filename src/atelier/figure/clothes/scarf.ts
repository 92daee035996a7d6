import { ellipse, hull } from "../../ink/curve.ts";
import { solid } from "../pencil.ts";
import type { GarmentArt } from "./garment.ts";

/** A scarf wound about the neck, one end hanging in front. */
export function scarf(colour: string): GarmentArt {
  return (pencil, torso) => {
    const { at, build, scale } = torso;
    const axis = torso.axis(0);
    if (torso.faces(20)) {
      solid(pencil, hull([at(-0.3, 0), at(-0.3, 22), at(0.36, 20), at(0.34, 2)]), colour, { weight: 0.8 });
    }
    const across = Math.atan2(axis[1], axis[0]) - Math.PI / 2;
    const half = torso.breadth(build.chest * 0.88, build.chest * 0.82);
    solid(pencil, ellipse(torso.neck, half, 3.9 * scale, across), colour, { weight: 0.9 });
  };
}
