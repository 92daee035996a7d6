import { patch, ring, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

const BRASS = "#d6a63c";

/** A big old key; it is much larger than life, so that it can be seen. */
export const key: PropArt = {
  hold: "by the shaft",
  grip: [0, 7],
  draw: (pencil, { box, oval }) => {
    solid(pencil, box(-1.5, 10, 3, 20), BRASS, { weight: 0.8 });
    solid(pencil, box(1, 24.5, 6, 2.8), BRASS, { weight: 0.7 });
    solid(pencil, box(1, 19.5, 4.6, 2.8), BRASS, { weight: 0.7 });
    solid(pencil, oval(0, 6.2, 6, 6), BRASS, { weight: 0.9 });
    patch(pencil, oval(0, 6.2, 2.8, 2.8), "#fffaf0");
    ring(pencil, oval(0, 6.2, 2.8, 2.8), 0.7);
  },
};
