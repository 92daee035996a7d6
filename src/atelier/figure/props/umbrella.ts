import type { Point } from "../../../geometry/index.ts";
import { curve, girth, tube } from "../../ink/curve.ts";
import { PALETTE } from "../../ink/palette.ts";
import { line, solid } from "../pencil.ts";
import type { PropArt } from "./prop.ts";

const HALF_WIDTH = 38;
const RIM = 66;
const DOME = 28;
const PANELS = 5;

/** An open umbrella. */
export const umbrella: PropArt = {
  hold: "by the shaft",
  grip: [0, 9],
  draw: (pencil, { at, scale }) => {
    const handle = curve([at(5, 4), at(4, 0), at(0, 0), at(0, 6)], 4);
    const shaft = tube([...handle, at(0, 30), at(0, RIM + DOME + 5)], girth(1.3 * scale));
    solid(pencil, shaft.outline, "#8a5a36", { weight: 0.7 });
    const dome = Array.from({ length: 19 }, (_, i) => {
      const angle = (Math.PI * i) / 18;
      return at(-HALF_WIDTH * Math.cos(angle), RIM + DOME * Math.sin(angle));
    });
    const ribAt = (i: number) => HALF_WIDTH * (1 - (2 * i) / PANELS);
    const scallops = Array.from({ length: PANELS }, (_, i): Point[] => [
      at((ribAt(i) + ribAt(i + 1)) / 2, RIM + 6),
      at(ribAt(i + 1), RIM),
    ]).flat();
    const rim = curve([at(HALF_WIDTH, RIM), ...scallops], 3);
    solid(pencil, [...dome, ...rim.slice(1, -1)], PALETTE.red);
    for (let i = 1; i < PANELS; i++) {
      const rib = [at(0, RIM + DOME), at(ribAt(i) * 0.62, RIM + DOME * 0.72), at(ribAt(i), RIM)];
      line(pencil, curve(rib, 4), 0.65);
    }
  },
};
