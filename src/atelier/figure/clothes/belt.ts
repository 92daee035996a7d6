import { minus, plus, times } from "../../ink/plane.ts";
import { line, patch } from "../pencil.ts";
import type { GarmentArt } from "./garment.ts";

/** A broad belt round the waist. */
export function belt(colour: string): GarmentArt {
  return (pencil, torso) => {
    const waist = torso.band(0.66, 2.4);
    const half = times(torso.axis(0.66), 1.9 * torso.scale);
    const upper = waist.map((point) => minus(point, half));
    const lower = waist.map((point) => plus(point, half));
    patch(pencil, [...upper, ...lower.toReversed()], colour);
    line(pencil, upper, 0.6);
    line(pencil, lower, 0.6);
  };
}
