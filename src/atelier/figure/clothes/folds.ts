import { line } from "../pencil.ts";
import type { GarmentArt } from "./garment.ts";

/** The seam of a dress at the waist. */
export function waistSeam(height: number): GarmentArt {
  return (pencil, torso) => line(pencil, torso.band(height, 2.2), 0.7);
}
