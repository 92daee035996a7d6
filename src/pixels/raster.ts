/** A decoded picture. */
import type { Size } from "../geometry/index.ts";

export interface Raster {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** RGB, 8 bits a channel, row by row: `[height, width, 3]`. */
  readonly data: Uint8Array;
}

/** Throws `RangeError`, naming `operation`, for a size that no raster can have. */
export function checkSize({ width, height }: Size, operation: string): void {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0))
    throw new RangeError(`${operation}: expected whole px above 0, got ${width} x ${height}`);
}
