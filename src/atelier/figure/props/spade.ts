import { blob } from "../../ink/curve.ts";
import { line, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

const HANDLE = "#b9793f";

/** A garden spade, standing on its blade. */
export const spade: PropArt = {
  hold: "by the shaft",
  grip: [0, 28],
  draw: (pencil, { at, box }) => {
    solid(pencil, box(-1.5, 14, 3, 32), HANDLE, { weight: 0.85 });
    solid(pencil, box(-5.5, 45, 11, 3.4), HANDLE, { weight: 0.85 });
    const blade = [
      at(-7, 16.5),
      at(0, 17),
      at(7, 16.5),
      at(7, 6),
      at(3.6, 1),
      at(0, -0.6),
      at(-3.6, 1),
      at(-7, 6),
    ];
    solid(pencil, blob(blade, 4), "#9b98a0");
    line(pencil, [at(0, 15), at(0, 8)], 0.6);
  },
};
