/**
 * The size at which Qwen2-VL and Qwen2.5-VL see a picture: a port of `smart_resize` of transformers 5.18.0.
 * https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/models/qwen2_vl/image_processing_qwen2_vl.py
 *
 * The package qwen-vl-utils has another rule for small sides (`max(factor, ...)` before the limits); it is not here.
 */
import type { Size } from "./box.ts";

export interface SmartResizeOptions {
  /** Sides become multiples of this many px: patch size times merge size. */
  readonly factor?: number;
  /** Smallest area, square px. */
  readonly minPixels?: number;
  /** Largest area, square px. */
  readonly maxPixels?: number;
}

/** Defaults of transformers: 28 px, 56 x 56 px, 28 x 28 x 1280 px. */
export const SMART_RESIZE_DEFAULTS = {
  factor: 28,
  minPixels: 3136,
  maxPixels: 1_003_520,
} as const satisfies SmartResizeOptions;

/** Long side over short side, beyond which the model refuses a picture. */
export const MAX_ASPECT_RATIO = 200;

/**
 * The size nearest to `size` with sides that are multiples of `factor` and an area within the limits, the aspect ratio
 * kept as far as that allows. Throws `RangeError` where the long side is more than 200 times the short one.
 */
export function smartResize(size: Size, options: SmartResizeOptions = {}): Size {
  const { factor, minPixels, maxPixels } = { ...SMART_RESIZE_DEFAULTS, ...options };
  const { width, height } = size;
  if (!(Math.min(width, height) > 0) || Math.max(width, height) / Math.min(width, height) > MAX_ASPECT_RATIO)
    throw new RangeError(`smartResize: expected an aspect ratio of at most 200, got ${width} x ${height} px`);
  const sides = (side: (px: number) => number): Size => ({
    width: side(width) * factor,
    height: side(height) * factor,
  });
  const nearest = sides((px) => roundHalfToEven(px / factor));
  const area = nearest.width * nearest.height;
  if (area > maxPixels) {
    const shrink = Math.sqrt((height * width) / maxPixels);
    return sides((px) => Math.max(1, Math.floor(px / shrink / factor)));
  }
  if (area < minPixels) {
    const grow = Math.sqrt(minPixels / (height * width));
    return sides((px) => Math.ceil((px * grow) / factor));
  }
  return nearest;
}

/** Python's `round`: a half goes to the even neighbour (0.5 to 0, 1.5 to 2, 2.5 to 2). */
export function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
