import { line, patch, solid } from "../pencil.ts";
import type { GarmentArt } from "./garment.ts";

/** An open coat over a white shirt, with a tie. */
export function coatAndTie(colours: { readonly shirt: string; readonly tie: string }): GarmentArt {
  return (pencil, torso) => {
    if (!torso.faces(0)) return;
    const { at } = torso;
    patch(pencil, [at(-0.14, -18), at(-0.14, 18), at(0.46, 0)], colours.shirt);
    line(pencil, [at(-0.16, -24), at(0.48, 0), at(-0.16, 24)], 0.8);
    line(pencil, [at(0.48, 0), at(1.15, 3)], 0.7);
    solid(pencil, [at(-0.12, 0), at(0, 8), at(0.4, 0), at(0, -8)], colours.tie, { weight: 0.5 });
  };
}
