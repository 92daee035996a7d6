import { curve, cut } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, patch, ring, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** A rubber ball with a stripe round it. */
export const ball: PropArt = {
  hold: "on the palm",
  grip: [0, 0],
  draw: (pencil, { at, oval }) => {
    const round = oval(0, 10, 10, 10);
    solid(pencil, round, PALETTE.yellow);
    const stripe = cut(cut(round, at(0, 6.6), [0, -1]), at(0, 13.4), [0, 1]);
    patch(pencil, stripe, PALETTE.blue);
    line(pencil, curve([at(-9.3, 13.6), at(0, 12.8), at(9.3, 13.6)], 4), 0.6);
    line(pencil, curve([at(-9.3, 6.8), at(0, 6), at(9.3, 6.8)], 4), 0.6);
    ring(pencil, round, 0.8);
    patch(pencil, oval(-3.6, 16, 2.2, 1.3), PALETTE.white);
  },
};
