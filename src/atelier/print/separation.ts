/** What a style prints: which inks there are, and how a drawn colour becomes tones of them. */
import type { Screen } from "./screen.ts";
import { createScreen } from "./screen.ts";

export const PRINT_STYLES = ["colour", "two-colour", "line"] as const;
export type PrintStyle = (typeof PRINT_STYLES)[number];

export type Rgb = readonly [red: number, green: number, blue: number];

export const BLACK_INK: Rgb = [30, 26, 32];
const BLUE_GREY: Rgb = [150, 165, 196];
const SOFT_RED: Rgb = [226, 120, 96];
const RED_INK: Rgb = [205, 52, 40];
/** Black in fine dots, which paper lets through. */
const GREY_INK: Rgb = [112, 108, 112];

/** Two screens, each with the ink that it prints, and what becomes of drawn colours. */
export interface Separation {
  readonly cool: Screen;
  readonly coolInk: Rgb;
  /** Fainter tones of the cool screen are left out, 0-255. */
  readonly faintest: number;
  /** Absent where there is no second ink. */
  readonly warm?: Screen | undefined;
  readonly warmInk: Rgb;
  /** What drawn colours are printed as; themselves where it is absent. */
  readonly wash?: Wash | undefined;
}

/** Looked up by a colour's upper five bits a channel. */
export interface Wash {
  /** Flat colours, RGB interleaved. */
  readonly colours: Uint8Array;
  /** Tones of the cool screen, 0-255. */
  readonly tones: Uint8Array;
}

/** From one dot to the next and from one hatched line to the next, px on a page 1400 px wide. */
const PITCH = 5;
const HATCHING = 6.5;
/** Degrees. */
const COOL_ANGLE = 45;
const WARM_ANGLE = 15;

/** @param width of the page, px */
export function separationFor(style: PrintStyle, width: number): Separation {
  const scale = width / 1400;
  const warm = createScreen("dots", PITCH * scale, WARM_ANGLE);
  const cool = createScreen("dots", PITCH * scale, COOL_ANGLE);
  switch (style) {
    case "colour":
      return { cool, coolInk: BLUE_GREY, faintest: 0, warm, warmInk: SOFT_RED };
    case "two-colour":
      return { cool, coolInk: GREY_INK, faintest: 0, warm, warmInk: RED_INK, wash: TWO_COLOURS };
    case "line": {
      const hatching = createScreen("lines", HATCHING * scale, COOL_ANGLE);
      // Gloom over a whole panel would bury the lines.
      return { cool: hatching, coolInk: BLACK_INK, faintest: 64, warmInk: BLACK_INK, wash: LINE_ART };
    }
  }
}

/** A table over all colours of five bits a channel. */
function tabulate(washOf: (colour: Rgb) => { readonly colour: Rgb; readonly tone: number }): Wash {
  const colours = new Uint8Array(32768 * 3);
  const tones = new Uint8Array(32768);
  for (let i = 0; i < tones.length; i++) {
    const { colour, tone } = washOf([(i >> 10) / 31, ((i >> 5) & 31) / 31, (i & 31) / 31]);
    colours.set(colour, i * 3);
    tones[i] = tone;
  }
  return { colours, tones };
}

const luminance = ([red, green, blue]: Rgb): number => 0.3 * red + 0.59 * green + 0.11 * blue;

const share = (value: number): number => Math.max(0, Math.min(1, value));

/** Redness goes to the red plate; the darkness that is left goes to the black one, at 62 %. */
const TWO_COLOURS = tabulate((drawn) => {
  const [red, green, blue] = drawn;
  const strong = red > 0.45 ? 1 : 0.35;
  const warm = share(1.7 * (red - (green + blue) / 2)) * strong;
  const grey = share(1 - luminance(drawn) - warm * 0.45) * 0.62;
  const printed = (ink: 0 | 1 | 2): number =>
    Math.round(255 * (1 - warm * (1 - RED_INK[ink] / 255)) * (1 - grey * (1 - BLACK_INK[ink] / 255)));
  return { colour: [printed(0), printed(1), printed(2)], tone: 0 };
});

/** Only dark colours are hatched, so that black and white stay apart. */
const LINE_ART = tabulate((drawn) => {
  const dark = 1 - luminance(drawn);
  return { colour: [255, 255, 255], tone: dark > 0.75 ? 120 : dark > 0.55 ? 66 : 0 };
});
