import { ellipse, hull } from "../../ink/curve.ts";
import { solid } from "../pencil.ts";
import type { HatArt } from "./hat.ts";

/** A gentleman's tall hat, too small for its head; `lift` is where its brim sits above the head's middle, head radii. */
export function topHat(colours: { readonly felt: string; readonly band: string }, lift: number): HatArt {
  return (pencil, head) => {
    const { radius, roll } = head;
    const ring = (up: number, width: number, height: number) =>
      ellipse(head.point([0, -lift - up, -0.25]), head.breadth(width, width), radius * height, roll);
    solid(pencil, ring(0, 0.32, 0.08), colours.felt);
    solid(pencil, hull([...ring(0.04, 0.2, 0.05), ...ring(0.6, 0.24, 0.06)]), colours.felt, {
      weight: 0.85,
    });
    solid(pencil, hull([...ring(0.04, 0.21, 0.05), ...ring(0.16, 0.21, 0.05)]), colours.band, {
      weight: 0.5,
    });
  };
}
