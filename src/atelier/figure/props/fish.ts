import { arc, blob, ellipse } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, patch, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** A fat fish that lies on its belly. */
export const fish: PropArt = {
  hold: "on the palm",
  grip: [0, 0],
  draw: (pencil, { at, scale }) => {
    const body = [
      at(19, 7),
      at(12, 13),
      at(2, 14.5),
      at(-8, 10.5),
      at(-13, 8),
      at(-8, 4),
      at(2, 0.5),
      at(12, 1.5),
    ];
    const tail = [at(-11, 8), at(-17, 13), at(-22, 14), at(-19.5, 8), at(-22, 2), at(-17, 3)];
    solid(pencil, blob([at(6, 13), at(1, 19), at(-6, 17), at(-6, 11)], 4), "#54909c");
    solid(pencil, blob(tail, 4), "#54909c");
    solid(pencil, blob(body, 4), "#7fb6bd");
    patch(pencil, ellipse(at(12.5, 9.4), 2 * scale), PALETTE.white);
    patch(pencil, ellipse(at(12.8, 9.2), 1.1 * scale), PALETTE.ink);
    line(pencil, arc(at(4, 7.5), [4.4 * scale, 4.8 * scale], [-1.1, 1.1]), 0.7);
    for (const [right, up] of [
      [-1, 9],
      [-5, 7],
      [-1, 5],
    ] as const) {
      line(pencil, arc(at(right, up), [1.7 * scale, 1.7 * scale], [-1.2, 1.2]), 0.5);
    }
    line(pencil, [at(18.6, 6), at(15, 5.2)], 0.7);
  },
};
