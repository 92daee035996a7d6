import { PALETTE } from "../../ink/palette.ts";
import { line, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** An open book that shows its covers. */
export const book: PropArt = {
  hold: "open",
  grip: [0, 4],
  draw: (pencil, { at }) => {
    for (const side of [-1, 1]) {
      const page = [at(0, 18.5), at(side * 12, 21.5), at(side * 12, 2.5), at(0, 1)];
      solid(pencil, page, PALETTE.cream, { weight: 0.6 });
      const cover = [at(0, 17), at(side * 13.5, 20.5), at(side * 13.5, 1), at(0, -1.5)];
      solid(pencil, cover, side > 0 ? PALETTE.brick : "#c9573c", { weight: 0.9 });
    }
    line(pencil, [at(3, 13), at(10.5, 15)], 0.7, "#f2d9a0");
    line(pencil, [at(3, 9.5), at(10.5, 11.5)], 0.7, "#f2d9a0");
  },
};
