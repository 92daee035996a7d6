import { blob, ellipse } from "../../ink/curve.ts";
import { solid } from "../pencil.ts";
import type { Spot } from "../space.ts";
import type { HatArt } from "./hat.ts";

/** A small ribbon tied at the root of an ear. */
export function earRibbon(colour: string): HatArt {
  const place: Spot = [0.42, -0.86, 0.24];
  return (pencil, head) => {
    const knot = head.point(place);
    for (const side of [-1, 1]) {
      const wing = [knot, head.beside(knot, side * 0.36, -0.24), head.beside(knot, side * 0.36, 0.18)];
      solid(pencil, blob(wing, 4), colour, { weight: 0.8 });
    }
    solid(pencil, ellipse(knot, head.radius * 0.11), colour, { weight: 0.8 });
  };
}
