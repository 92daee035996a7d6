/**
 * A picture's look in 256 bits, to find copies of one page: DCT hash (C. Zauner, "Implementation and Benchmarking of
 * Perceptual Image Hash Functions", 2010, section 3.2.1) with 16 x 16 frequencies of a 64 x 64 picture.
 *
 * Deviations: the lowest frequency of each axis is left out (it holds brightness and the page's margins), and
 * frequencies are rounded, so that all blank pages have the same hash.
 *
 * Measured on 19 Pepper&Carrot pages (992 x 1401 px) and nine of them with French lettering:
 *
 * | pair | bits |
 * |---|---|
 * | JPEG of quality 50; half size | at most 4; 4 |
 * | contrast +10 % and brighter; 15 % darker; grey | at most 16; 2; 14 |
 * | French against English lettering | at most 16 |
 * | 1 % cut off on all sides | at most 26 |
 * | one of six panels exchanged | 30-60 |
 * | three of six panels exchanged | 66-114 |
 * | other pages in the same six-panel grid | at least 106 |
 * | different pages | at least 102, median 126 |
 */
import type { Raster } from "./raster.ts";
import { resample } from "./resample.ts";

/**
 * Hashes that differ in at most this many bits are taken for the same page: above all copies in the table, far below
 * all other pages, and among pages that share most of their panels.
 */
export const NEAR_DUPLICATE_BITS = 40;

/** Side of the reduced picture, px. */
const SIDE = 64;
/** Frequencies kept on each axis, from 1. */
const FREQUENCIES = 16;

/** The hash as 64 hex digits. */
export function perceptualHash(raster: Raster): string {
  const frequencies = lowFrequencies(luminance(resample(raster, { width: SIDE, height: SIDE }, "box")));
  const middle = median(frequencies);
  const bits = frequencies.map((value) => (value > middle ? "1" : "0")).join("");
  return bits.replace(/.{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

/** In how many of the 256 bits two hashes differ; throws `RangeError` for what is no hash. */
export function hammingDistance(a: string, b: string): number {
  const wordsOfB = wordsOf(b);
  return wordsOf(a).reduce((sum, word, index) => sum + bitCount(word ^ (wordsOfB[index] ?? 0)), 0);
}

function wordsOf(hash: string): number[] {
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new RangeError(`hammingDistance: expected 64 hex digits, got ${JSON.stringify(hash)}`);
  return Array.from({ length: 8 }, (_, word) => Number.parseInt(hash.slice(word * 8, word * 8 + 8), 16));
}

function bitCount(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Rec. 601 luma, 0-255. */
function luminance({ data }: Raster): number[] {
  return Array.from({ length: data.length / 3 }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(pixel * 3, pixel * 3 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
}

/** `COSINES[u - 1][x]` of the DCT-II. */
const COSINES = Array.from({ length: FREQUENCIES }, (_, u) =>
  Array.from({ length: SIDE }, (_, x) => Math.cos(((2 * x + 1) * (u + 1) * Math.PI) / (2 * SIDE))),
);

/** The two-dimensional DCT-II at frequencies 1 to 16 of both axes, row by row, not scaled. */
function lowFrequencies(pixels: readonly number[]): number[] {
  const rows = Array.from({ length: SIDE }, (_, y) => transform(pixels.slice(y * SIDE, (y + 1) * SIDE)));
  const columns = COSINES.map((_, u) => transform(rows.map((row) => row[u] ?? 0)));
  return COSINES.flatMap((_, v) => columns.map((column) => Math.round(column[v] ?? 0)));
}

const transform = (line: readonly number[]): number[] =>
  COSINES.map((wave) => line.reduce((sum, value, x) => sum + value * (wave[x] ?? 0), 0));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
