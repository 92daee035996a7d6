import { curve, hull } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, patch, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** A cup of tea on its saucer. */
export const cup: PropArt = {
  hold: "on the palm",
  grip: [0, 0],
  draw: (pencil, { at, oval }) => {
    solid(pencil, oval(0, 1.8, 10, 2.4), PALETTE.white, { weight: 0.8 });
    line(pencil, curve([at(6, 11.5), at(11.5, 11), at(10, 5.6), at(5, 5)], 4), 1.5);
    solid(pencil, hull([...oval(0, 3.6, 4.2, 1.6), ...oval(0, 13, 7.2, 2.2)]), PALETTE.white);
    patch(pencil, [at(-6.6, 9.8), at(6.6, 9.8), at(6.1, 7.4), at(-6.1, 7.4)], PALETTE.blue);
    solid(pencil, oval(0, 13, 7.2, 2.2), "#a9713f", { weight: 0.7 });
  },
};
