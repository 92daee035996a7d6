import { ellipse } from "../../ink/curve.ts";
import { line, solid } from "../pencil.ts";
import type { GarmentArt } from "./garment.ts";

/** The front of dungarees with braces and two buttons; crossed braces behind. */
export function bib(colours: { readonly cloth: string; readonly buttons: string }): GarmentArt {
  return (pencil, torso) => {
    const { at, scale } = torso;
    if (!torso.faces(0)) {
      line(pencil, [at(0.72, 160), at(0.3, 180), at(-0.2, 215)], 1.6);
      line(pencil, [at(0.72, 200), at(0.3, 180), at(-0.2, 145)], 1.6);
      return;
    }
    const front = [at(0.08, -30), at(0.08, 30), at(0.7, 46), at(0.76, 0), at(0.7, -46)];
    solid(pencil, front, colours.cloth, { weight: 0.8 });
    for (const side of [-1, 1]) {
      line(pencil, [at(0.08, side * 26), at(-0.25, side * 44)], 1.6);
      solid(pencil, ellipse(at(0.14, side * 24), 1.7 * scale), colours.buttons, { weight: 0.5 });
    }
    const pocket = [at(0.26, -18), at(0.44, -18), at(0.46, 0), at(0.44, 18), at(0.26, 18)];
    line(pencil, pocket, 0.5);
  };
}
