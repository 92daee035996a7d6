/** A decoded picture. */

export interface Raster {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** RGB, 8 bits a channel, row by row: `[height, width, 3]`. */
  readonly data: Uint8Array;
}
