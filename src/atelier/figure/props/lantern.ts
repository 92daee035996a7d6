import { curve, hull } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, patch, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** A burning oil lantern. */
export const lantern: PropArt = {
  hold: "hanging",
  grip: [0, 32],
  draw: (pencil, { at, box, oval }) => {
    line(pencil, curve([at(-6.5, 21), at(-5, 30), at(0, 32.5), at(5, 30), at(6.5, 21)], 3), 0.8);
    const glass = box(-6, 4, 12, 16);
    solid(pencil, glass, "#fdeea6");
    patch(pencil, hull([...oval(0, 9.5, 2.3, 3), at(0, 17)]), PALETTE.orange);
    line(pencil, [at(0, 4), at(0, 8)], 0.6);
    solid(pencil, [at(-8, 0), at(8, 0), at(6.6, 4.5), at(-6.6, 4.5)], PALETTE.darkGreen);
    solid(pencil, [at(-7.6, 19.5), at(7.6, 19.5), at(3, 26), at(-3, 26)], PALETTE.darkGreen);
  },
};
