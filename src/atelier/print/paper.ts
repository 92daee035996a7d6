/** Old paper: yellowed, more so towards its edges, and cloudy. It tints everything that is printed on it. */
import type { PrintOptions } from "./print-options.ts";
import type { Rgb } from "./separation.ts";

/** Newsprint after half a century; also the drawn colour of paper that is left bare. */
export const PAPER: Rgb = [247, 236, 208];
/** What the edge has lost beyond that. */
const EDGE: Rgb = [16, 26, 44];
/** How far the edge reaches in, px at a unit of 1. */
const EDGE_WIDTH = 95;
/** Age in steps: where the sheet's middle lies, what the edge adds, and how far clouds move it. */
const MIDDLE_AGE = 40;
const EDGE_AGE = 170;
const CLOUD_AGE = 40;

export interface Paper {
  /** Colour of the sheet by age 0-255, RGB interleaved. */
  readonly tints: Uint8Array;
  /** Age that the nearness of the left and right edge adds, by x, and of the others, by y. */
  readonly edgesX: Uint8Array;
  readonly edgesY: Uint8Array;
  /** Age that a full cloud adds, in 128ths of a step. */
  readonly cloudiness: number;
  /** What the unprinted sheet shows before its tint: the clean picture's paper, which fades as real paper takes over. */
  readonly bare: Rgb;
}

export function createPaper(
  width: number,
  height: number,
  unit: number,
  { yellowing, mottling }: PrintOptions,
): Paper {
  const channels = [0, 1, 2] as const;
  const tints = new Uint8Array(256 * 3);
  for (let age = 0; age < 256; age++) {
    for (const channel of channels) {
      const base = 255 - (255 - PAPER[channel]) * yellowing;
      const value = base - ((age - MIDDLE_AGE) / EDGE_AGE) * EDGE[channel];
      tints[age * 3 + channel] = Math.round(Math.min(255, value));
    }
  }
  const edge = (at: number, length: number): number => {
    const near = Math.min(at, length - 1 - at) / (EDGE_WIDTH * unit);
    return near >= 1 ? 0 : Math.round(EDGE_AGE * yellowing * (1 - near) ** 2);
  };
  return {
    tints,
    edgesX: Uint8Array.from({ length: width }, (_, x) => edge(x, width)),
    edgesY: Uint8Array.from({ length: height }, (_, y) => edge(y, height)),
    cloudiness: Math.round(CLOUD_AGE * mottling),
    bare: [bareTint(0, yellowing), bareTint(1, yellowing), bareTint(2, yellowing)],
  };
}

/** As much of the paper's colour as its own tint does not give. */
const bareTint = (channel: 0 | 1 | 2, yellowing: number): number =>
  Math.round(PAPER[channel] + (255 - PAPER[channel]) * yellowing);

/** Tints one row of printed colours. */
export function paperRow(
  { tints, edgesX, edgesY, cloudiness }: Paper,
  clouds: Int16Array,
  y: number,
  colour: Uint8Array,
): void {
  const edgeY = edgesY[y] as number;
  for (let x = 0, i = 0; x < clouds.length; x++, i += 3) {
    const edge = Math.max(edgesX[x] as number, edgeY);
    const age = MIDDLE_AGE + edge + (((clouds[x] as number) * cloudiness) >> 7);
    const at = (age < 0 ? 0 : age) * 3;
    colour[i] = ((colour[i] as number) * (tints[at] as number) + 127) / 255;
    colour[i + 1] = ((colour[i + 1] as number) * (tints[at + 1] as number) + 127) / 255;
    colour[i + 2] = ((colour[i + 2] as number) * (tints[at + 2] as number) + 127) / 255;
  }
}
