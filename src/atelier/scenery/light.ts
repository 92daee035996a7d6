/** Colours by the hour: settings name their colours by day, and dusk and night change them as a whole. */

import type { Light } from "../vocabulary.ts";

/** Factor and addend of each of red, green and blue. */
type Grade = readonly (readonly [factor: number, addend: number])[];

/** A low warm sun. */
const DUSK: Grade = [
  [0.86, 26],
  [0.84, 0],
  [0.76, 14],
];
/** The same through windows. */
const INDOOR_DUSK: Grade = [
  [0.93, 10],
  [0.88, 0],
  [0.8, 4],
];
/** Moonlight. */
const NIGHT: Grade = [
  [0.36, 8],
  [0.44, 12],
  [0.52, 38],
];
/** A room at night with its lamps on. */
const LAMPLIGHT: Grade = [
  [0.66, 8],
  [0.62, 6],
  [0.62, 16],
];

/** An opaque CSS hex colour under a grade. */
function graded(colour: string, grade: Grade): string {
  const channels = grade.map(([factor, addend], i) => {
    const value = Number.parseInt(colour.slice(1 + i * 2, 3 + i * 2), 16);
    return Math.round(Math.min(255, value * factor + addend))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

/** How a colour named by day (`#rrggbb`) looks at dusk; the other lights leave it alone. */
export const atDusk = (colour: string, light: Light, indoors: boolean): string =>
  light === "dusk" ? graded(colour, indoors ? INDOOR_DUSK : DUSK) : colour;

/** How a colour named by day (`#rrggbb`) looks at night. */
export const atNight = (colour: string, indoors: boolean): string =>
  graded(colour, indoors ? LAMPLIGHT : NIGHT);

/** Window panes seen from outside: somebody lights a lamp behind them at dusk. */
export const PANES: Readonly<Record<Light, string>> = { day: "#c3d8dd", dusk: "#fbe3a0", night: "#fbd97a" };

/** The glass of lanterns and lamps. */
export const LAMP_GLASS: Readonly<Record<Light, string>> = {
  day: "#f3edd4",
  dusk: "#fde9a0",
  night: "#ffe27a",
};
