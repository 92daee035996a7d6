import { curve, cut, hull } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

/** A plum pie in its tin. */
export const pie: PropArt = {
  hold: "on the palm",
  grip: [0, 0],
  draw: (pencil, { at, oval }) => {
    solid(pencil, hull([...oval(0, 3, 10.5, 3.2), ...oval(0, 8.5, 14, 4.6)]), PALETTE.metal);
    solid(pencil, cut(oval(0, 9, 14.5, 9.6), at(0, 8), [0, -1]), "#e0a44e");
    for (const right of [-6.5, 0, 6.5]) {
      const top = 15.5 - Math.abs(right) * 0.3;
      line(pencil, curve([at(right, top), at(right + 1.6, top - 2.6), at(right, top - 5)], 3), 0.6);
    }
    const rim = Array.from({ length: 9 }, (_, i) => at(-14.5 + i * 3.6, i % 2 === 0 ? 8.4 : 6.6));
    line(pencil, curve(rim, 3), 0.75);
  },
};
