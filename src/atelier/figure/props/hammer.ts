import { line, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

const IRON = "#86838c";

/** A joiner's hammer, standing on its handle. */
export const hammer: PropArt = {
  hold: "by the shaft",
  grip: [0, 6],
  draw: (pencil, { at, box }) => {
    solid(pencil, box(-1.7, 0, 3.4, 24), "#b9793f", { weight: 0.85 });
    const head = [
      at(-4, 21.5),
      at(10, 20.8),
      at(10, 28.2),
      at(-4, 27.5),
      at(-11, 26),
      at(-12, 24.6),
      at(-10, 23),
    ];
    solid(pencil, head, IRON);
    line(pencil, [at(6.6, 21), at(6.6, 28)], 0.7);
  },
};
