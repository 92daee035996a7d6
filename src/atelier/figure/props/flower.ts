import { blob, curve, girth, tube } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

const PETALS = 6;

/** A daisy on a long stem with two leaves. */
export const flower: PropArt = {
  hold: "by the shaft",
  grip: [0, 5],
  draw: (pencil, { at, oval, scale }) => {
    const stem = curve([at(0, 0), at(0.8, 9), at(0, 22)], 4);
    solid(pencil, tube(stem, girth(1 * scale)).outline, PALETTE.darkGreen, { weight: 0.6 });
    for (const side of [-1, 1]) {
      const leaf = [at(0.6, 8), at(side * 4, 13), at(side * 8.4, 14), at(side * 5.4, 9.4)];
      solid(pencil, blob(leaf, 4), PALETTE.green, { weight: 0.7 });
    }
    for (let i = 0; i < PETALS; i++) {
      const angle = (2 * Math.PI * i) / PETALS + 0.3;
      solid(pencil, oval(5 * Math.cos(angle), 25 + 5 * Math.sin(angle), 3.6, 3.6), PALETTE.white, {
        weight: 0.7,
      });
    }
    solid(pencil, oval(0, 25, 3.4, 3.4), PALETTE.yellow, { weight: 0.7 });
  },
};
