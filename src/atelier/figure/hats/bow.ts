import { blob, ellipse } from "../../ink/curve.ts";
import { solid } from "../pencil.ts";
import type { HatArt } from "./hat.ts";

/** A big ribbon bow on top of the head. */
export function bow(colour: string): HatArt {
  return (pencil, head) => {
    const knot = head.point([0.2, -0.98, 0.2]);
    for (const side of [-1, 1]) {
      const wing = [knot, head.beside(knot, side * 0.46, -0.34), head.beside(knot, side * 0.46, 0.22)];
      solid(pencil, blob(wing, 4), colour, { weight: 0.85 });
    }
    solid(pencil, ellipse(knot, head.radius * 0.13), colour, { weight: 0.85 });
  };
}
