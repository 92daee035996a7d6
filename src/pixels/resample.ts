/**
 * Resizing that matches Pillow 12.3.0 byte for byte on 8-bit RGB, so that a model sees the same pixels as in Python.
 * https://github.com/python-pillow/Pillow/blob/12.3.0/src/libImaging/Resample.c (`precompute_coeffs`,
 * `normalize_coeffs_8bpc`, `ImagingResampleHorizontal_8bpc`, `ImagingResampleVertical_8bpc`)
 *
 * Left out: source boxes, `reducing_gap`, the Hamming filter, and modes other than RGB. A side that does not change is
 * passed through untouched, as there.
 */
import type { Size } from "../geometry/index.ts";
import { checkSize, type Raster } from "./raster.ts";

/** A filter: its weight at a distance from the centre, and the distance (in pixels) where the weight stays 0. */
interface Kernel {
  readonly support: number;
  readonly weight: (x: number) => number;
}

/** Catmull and Rom's cubic: a = -0.5. */
function cubic(x: number): number {
  const a = -0.5;
  const d = Math.abs(x);
  if (d < 1) return ((a + 2) * d - (a + 3)) * d * d + 1;
  return d < 2 ? (((d - 5) * d + 8) * d - 4) * a : 0;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI));

const KERNELS = {
  box: { support: 0.5, weight: (x) => (x > -0.5 && x <= 0.5 ? 1 : 0) },
  bilinear: { support: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { support: 2, weight: cubic },
  lanczos: { support: 3, weight: (x) => (x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0) },
} as const satisfies Record<string, Kernel>;

/** Pillow's `Resampling.BOX`, `BILINEAR`, `BICUBIC` and `LANCZOS`. */
export type ResampleFilter = keyof typeof KERNELS;

/**
 * The picture at another size (whole px, at least 1 x 1). Like Pillow's `Image.resize`: filters widen when shrinking,
 * the width is done first, and the result between the passes is rounded to 8 bits.
 */
export function resample(raster: Raster, size: Size, filter: ResampleFilter): Raster {
  checkSize(size, "resample");
  const kernel = KERNELS[filter];
  const narrowed =
    size.width === raster.width ? raster : resampleWidth(raster, tapsFor(raster.width, size.width, kernel));
  if (size.height !== raster.height)
    return resampleHeight(narrowed, tapsFor(raster.height, size.height, kernel));
  return narrowed === raster ? { ...raster, data: raster.data.slice() } : narrowed;
}

/** Fraction bits of a weight: 32 less 8 for the sample and 2 for overshoot. */
const PRECISION_BITS = 32 - 8 - 2;
const HALF = 1 << (PRECISION_BITS - 1);

/** Which source samples make one output sample, for a whole side. */
interface Taps {
  /** Output px along the side. */
  readonly length: number;
  /** First source px of each output px. */
  readonly first: Int32Array;
  /** Where the weights of each output px end in `weights`; they begin at `index * stride`. */
  readonly end: Int32Array;
  readonly stride: number;
  /** Fixed point, `PRECISION_BITS` fraction bits. */
  readonly weights: Int32Array;
}

function tapsFor(from: number, to: number, kernel: Kernel): Taps {
  const scale = from / to;
  const widening = Math.max(1, scale);
  const support = kernel.support * widening;
  const stride = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(to);
  const end = new Int32Array(to);
  const weights = new Int32Array(to * stride);
  for (let index = 0; index < to; index++) {
    const centre = (index + 0.5) * scale;
    const low = Math.max(0, Math.trunc(centre - support + 0.5));
    const high = Math.min(from, Math.trunc(centre + support + 0.5));
    const row = normalised(high - low, (tap) => kernel.weight((tap + low - centre + 0.5) * (1 / widening)));
    first[index] = low;
    end[index] = index * stride + row.length;
    weights.set(row.map(toFixedPoint), index * stride);
  }
  return { length: to, first, end, stride, weights };
}

function normalised(count: number, weight: (tap: number) => number): number[] {
  const raw = Array.from({ length: count }, (_, tap) => weight(tap));
  const sum = raw.reduce((total, value) => total + value, 0);
  return sum === 0 ? raw : raw.map((value) => value / sum);
}

const toFixedPoint = (weight: number): number =>
  Math.trunc((weight < 0 ? -0.5 : 0.5) + weight * (1 << PRECISION_BITS));

function resampleWidth({ width, height, data }: Raster, taps: Taps): Raster {
  // Stores into a clamped array do Pillow's `clip8`.
  const out = new Uint8ClampedArray(taps.length * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < taps.length; x++, to += 3) {
      blendPixel(data, (y * width + (taps.first[x] ?? 0)) * 3, 3, taps, x, out, to);
    }
  }
  return { width: taps.length, height, data: new Uint8Array(out.buffer) };
}

function resampleHeight({ width, data }: Raster, taps: Taps): Raster {
  const rowStride = width * 3;
  const out = new Uint8ClampedArray(rowStride * taps.length);
  for (let y = 0, to = 0; y < taps.length; y++) {
    const from = (taps.first[y] ?? 0) * rowStride;
    for (let x = 0; x < rowStride; x += 3, to += 3) {
      blendPixel(data, from + x, rowStride, taps, y, out, to);
    }
  }
  return { width, height: taps.length, data: new Uint8Array(out.buffer) };
}

/** One output pixel: the weighted sum of the source pixels at `from`, `from + step`, ... */
function blendPixel(
  data: Uint8Array,
  from: number,
  step: number,
  { weights, stride, end }: Taps,
  index: number,
  out: Uint8ClampedArray,
  to: number,
): void {
  const last = end[index] ?? 0;
  let red = HALF;
  let green = HALF;
  let blue = HALF;
  for (let tap = index * stride, at = from; tap < last; tap++, at += step) {
    const weight = weights[tap] ?? 0;
    red = (red + Math.imul(data[at] ?? 0, weight)) | 0;
    green = (green + Math.imul(data[at + 1] ?? 0, weight)) | 0;
    blue = (blue + Math.imul(data[at + 2] ?? 0, weight)) | 0;
  }
  out[to] = red >> PRECISION_BITS;
  out[to + 1] = green >> PRECISION_BITS;
  out[to + 2] = blue >> PRECISION_BITS;
}
