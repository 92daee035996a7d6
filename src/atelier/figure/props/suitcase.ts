import { curve } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** A leather suitcase with metal corners. */
export const suitcase: PropArt = {
  hold: "hanging",
  grip: [0, 23.5],
  draw: (pencil, { at, box }) => {
    line(pencil, curve([at(-5, 19), at(-4.5, 23.5), at(4.5, 23.5), at(5, 19)], 4), 1.9);
    solid(pencil, box(-17, 0, 34, 20), "#c98545");
    for (const right of [-17, 12.5]) {
      solid(pencil, box(right, 0, 4.5, 4.5), PALETTE.darkBrown, { weight: 0.5 });
      solid(pencil, box(right, 15.5, 4.5, 4.5), PALETTE.darkBrown, { weight: 0.5 });
    }
    line(pencil, [at(-16.5, 12.5), at(0, 12.2), at(16.5, 12.5)], 0.7);
    for (const right of [-8.5, 6]) solid(pencil, box(right, 10.5, 2.8, 4), PALETTE.yellow, { weight: 0.45 });
  },
};
