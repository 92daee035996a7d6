import { ellipse } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

const GOLD = "#e3b33c";

/** A gold ring with a red stone, much larger than life. */
export const ring: PropArt = {
  hold: "by the shaft",
  grip: [0, 1],
  draw: (pencil, { at, oval, scale }) => {
    solid(pencil, oval(0, 6.4, 6.4, 6.4), GOLD, { weight: 0.85 });
    solid(pencil, ellipse(at(0, 6.4), 3.8 * scale), "#fff8e6", { weight: 0.6 });
    const stone = [at(-3.6, 15.4), at(-1.8, 18), at(1.8, 18), at(3.6, 15.4), at(0, 11.6)];
    solid(pencil, stone, PALETTE.red, { weight: 0.75 });
    line(pencil, [at(-3.4, 15.4), at(0, 15), at(3.4, 15.4)], 0.45);
  },
};
