import { PALETTE } from "../../ink/palette.ts";
import { line, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** A sealed letter. */
export const letter: PropArt = {
  hold: "open",
  grip: [-8, 3],
  draw: (pencil, { at, box, oval }) => {
    solid(pencil, box(-12, 0, 24, 16), PALETTE.cream);
    line(pencil, [at(-11.4, 0.8), at(-2.4, 8)], 0.6);
    line(pencil, [at(11.4, 0.8), at(2.4, 8)], 0.6);
    line(pencil, [at(-11.6, 15.4), at(0, 6.6), at(11.6, 15.4)], 0.8);
    solid(pencil, oval(0, 7, 3, 3), PALETTE.red, { weight: 0.6 });
  },
};
