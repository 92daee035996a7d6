import { blob, curve } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, patch, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** A red apple with a leaf. */
export const apple: PropArt = {
  hold: "on the palm",
  grip: [0, 0],
  draw: (pencil, { at, oval }) => {
    const body = [
      at(0, 12.6),
      at(4.6, 14),
      at(8.2, 9.4),
      at(6, 2.4),
      at(2.4, 0.2),
      at(0, 1),
      at(-2.4, 0.2),
      at(-6, 2.4),
      at(-8.2, 9.4),
      at(-4.6, 14),
    ];
    solid(pencil, blob(body, 4), PALETTE.red);
    patch(pencil, oval(-4.4, 10.2, 1.5, 2.2), "#f2a08c");
    line(pencil, curve([at(0, 12), at(0.6, 15), at(2, 17.6)], 4), 1.2);
    solid(pencil, blob([at(1.4, 15.4), at(5, 18.4), at(9, 17), at(5.6, 14.6)], 4), PALETTE.green, {
      weight: 0.7,
    });
  },
};
