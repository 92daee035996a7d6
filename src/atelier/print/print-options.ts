/** How strongly each fault of paper, press and scanner shows; a plain record. */

/** Strengths from 0 (not at all) to 1. */
export interface PrintOptions {
  /** Shade as dots and lines instead of flat tints. */
  readonly dots: number;
  /** Colour out of register with the ink. */
  readonly misregistration: number;
  /** Ink that runs into the paper. */
  readonly bleed: number;
  /** Ink and colour that cover unevenly. */
  readonly starvation: number;
  /** Yellowed paper, more so towards the edges. */
  readonly yellowing: number;
  /** Cloudy paper. */
  readonly mottling: number;
  /** The paper's fibres. */
  readonly grain: number;
  /** Turn on the scanner's glass; the truth turns with it. */
  readonly tilt: number;
  /** The scanner's own noise. */
  readonly noise: number;
}

export const PRINT_EFFECTS = [
  "dots",
  "misregistration",
  "bleed",
  "starvation",
  "yellowing",
  "mottling",
  "grain",
  "tilt",
  "noise",
] as const satisfies readonly (keyof PrintOptions)[];

/** Old newsprint that is still easy to read. */
export const DEFAULT_PRINT = 0.6;

/**
 * Every effect at strength `print` times its own.
 *
 * @param print 0 (the clean picture) to 1
 * @param effects own strengths, 0-1; 1 unless told
 * @throws RangeError for a strength outside 0-1
 */
export function printOptions(print: number, effects: Partial<PrintOptions> = {}): PrintOptions {
  const strength = (name: keyof PrintOptions): number =>
    checkStrength("print", print) * checkStrength(name, effects[name] ?? 1);
  return {
    dots: strength("dots"),
    misregistration: strength("misregistration"),
    bleed: strength("bleed"),
    starvation: strength("starvation"),
    yellowing: strength("yellowing"),
    mottling: strength("mottling"),
    grain: strength("grain"),
    tilt: strength("tilt"),
    noise: strength("noise"),
  };
}

function checkStrength(name: string, strength: number): number {
  if (strength >= 0 && strength <= 1) return strength;
  throw new RangeError(`printOptions: expected ${name} from 0 to 1, got ${strength}`);
}
