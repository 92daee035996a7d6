import { ellipse, hull } from "../../ink/curve.ts";
import { solid } from "../pencil.ts";
import type { HatArt } from "./hat.ts";

/** A flat straw hat with a band. */
export function boater(colours: { readonly straw: string; readonly band: string }): HatArt {
  return (pencil, head) => {
    const { radius, roll } = head;
    const ring = (y: number, width: number, height: number) =>
      ellipse(head.point([0, y, 0]), head.breadth(width, width), radius * height, roll);
    solid(pencil, ring(-0.8, 1.02, 0.2), colours.straw);
    solid(pencil, hull([...ring(-0.86, 0.66, 0.16), ...ring(-1.24, 0.64, 0.16)]), colours.straw, {
      weight: 0.85,
    });
    solid(pencil, hull([...ring(-0.87, 0.67, 0.15), ...ring(-1, 0.67, 0.15)]), colours.band, { weight: 0.5 });
  };
}
