/**
 * Halftone screens: a tone becomes dots or lines of full ink whose area is the tone's share. Ben-Day's dots lie on a
 * square grid that is turned by an angle; a dot grows round each crest of two crossed cosine waves.
 */

export type ScreenKind = "dots" | "lines";

export interface Screen {
  readonly kind: ScreenKind;
  /** Phase added by one pixel to the right and one down, 65536 a turn, for each of the two waves. */
  readonly across: readonly [right: number, down: number];
  readonly along: readonly [right: number, down: number];
  /** Height of the waves above which there is ink, by coverage 0-255. */
  readonly threshold: Int16Array;
  /** Coverage that one step of height adds at a dot's edge, in 256ths: edges are one pixel soft. */
  readonly sharpness: number;
}

const TURN = 65536;
/** One cosine wave in 1024 steps, -127 to 127. */
const WAVE = Int16Array.from({ length: 1024 }, (_, i) =>
  Math.round(127 * Math.cos((i / 1024) * 2 * Math.PI)),
);
/** From phase to a place in {@link WAVE}. */
const PHASE_SHIFT = 6;

/**
 * @param pitch from one dot to its neighbour, px
 * @param angle of a row of dots to the horizontal, degrees clockwise
 */
export function createScreen(kind: ScreenKind, pitch: number, angle: number): Screen {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [
    Math.round((TURN / pitch) * Math.cos(turn)),
    Math.round((TURN / pitch) * Math.sin(turn)),
  ];
  return {
    kind,
    across: [cos, sin],
    along: [-sin, cos],
    threshold: THRESHOLDS[kind],
    sharpness: Math.round((256 * 255 * pitch) / (127 * 2 * Math.PI)),
  };
}

/** Height of both waves at two phases: dots peak where both do; lines know only the first. */
const height = (kind: ScreenKind, u: number, v: number): number =>
  (WAVE[u] as number) + (WAVE[kind === "dots" ? v : u] as number);

/** Thresholds that leave the asked share of the plane above them. */
function thresholdsFor(kind: ScreenKind): Int16Array {
  const heights: number[] = [];
  for (let u = 0; u < 1024; u += 8) for (let v = 0; v < 1024; v += 8) heights.push(height(kind, u, v));
  heights.sort((a, b) => b - a);
  return Int16Array.from({ length: 256 }, (_, coverage) => {
    if (coverage === 0) return 512;
    return coverage === 255 ? -512 : (heights[Math.floor((coverage / 255) * heights.length)] ?? -512);
  });
}

const THRESHOLDS: Readonly<Record<ScreenKind, Int16Array>> = {
  dots: thresholdsFor("dots"),
  lines: thresholdsFor("lines"),
};

/**
 * Screens one row of tones in place: each becomes the coverage of the pixel by a dot, 0-255.
 *
 * @param contrast 0 leaves flat tints, 256 gives full dots
 */
export function screenRow(screen: Screen, tones: Uint8Array, y: number, contrast: number): void {
  const { across, along, threshold, sharpness } = screen;
  const second = screen.kind === "dots" ? along : across;
  let u = across[1] * y;
  let v = second[1] * y;
  for (let x = 0; x < tones.length; x++, u += across[0], v += second[0]) {
    const tone = tones[x] as number;
    if (tone === 0) continue;
    const crest = (WAVE[(u & 65535) >> PHASE_SHIFT] as number) + (WAVE[(v & 65535) >> PHASE_SHIFT] as number);
    const dot = 128 + (((crest - (threshold[tone] as number)) * sharpness) >> 8);
    const ink = dot < 0 ? 0 : dot > 255 ? 255 : dot;
    tones[x] = tone + (((ink - tone) * contrast) >> 8);
  }
}
