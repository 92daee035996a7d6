/** Cutting out regions. */
import { type Box, clampTo, heightOf, type Size, widthOf } from "../geometry/index.ts";
import type { Raster } from "./raster.ts";
import { type ResampleFilter, resample } from "./resample.ts";

/** The whole pixels that a box touches, inside a picture of the given size; undefined where it touches none. */
export function pixelBox([x1, y1, x2, y2]: Box, size: Size): Box | undefined {
  return clampTo([Math.floor(x1), Math.floor(y1), Math.ceil(x2), Math.ceil(y2)], size);
}

/**
 * The part of a picture inside a box in its pixels, rounded outward and clamped (see {@link pixelBox}). Throws
 * `RangeError` for a box that lies outside.
 */
export function crop(raster: Raster, box: Box): Raster {
  const whole = pixelBox(box, raster);
  if (whole === undefined)
    throw new RangeError(`crop: expected a box in ${raster.width} x ${raster.height} px, got [${box}]`);
  const [x1, y1] = whole;
  const width = widthOf(whole);
  const height = heightOf(whole);
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const from = ((y1 + row) * raster.width + x1) * 3;
    data.set(raster.data.subarray(from, from + width * 3), row * width * 3);
  }
  return { width, height, data };
}

/** {@link crop}, then resized to exactly `size` px. */
export function cropAndScale(
  raster: Raster,
  box: Box,
  size: Size,
  filter: ResampleFilter = "bicubic",
): Raster {
  return resample(crop(raster, box), size, filter);
}
