/**
 * Where patches attend in the vision tower: windows, whole pictures, and the two rotary coordinates.
 * Ports of `get_vision_window_index`, `get_vision_cu_seqlens` and `get_vision_position_ids`:
 * https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/vision_utils.py
 *
 * Deviation: windows that padding alone would make are never listed (there, repeated boundaries are removed after).
 */
import type { VisionConfig } from "./config.ts";

/** Patches of a picture or clip; height and width are multiples of the merge size. */
export interface PatchGrid {
  readonly time: number;
  /** patches */
  readonly height: number;
  /** patches */
  readonly width: number;
}

export type WindowShape = Pick<VisionConfig, "windowSize" | "patchSize" | "mergeSize">;

export interface Windows {
  /** For each place in window order, the merged token (in raster order over all pictures) that stands there. */
  readonly order: Int32Array;
  /** Boundaries of the windows in patches of window order, from 0 to their total. */
  readonly boundaries: readonly number[];
}

/** Patches of a whole window. */
export const windowPatches = ({
  windowSize,
  patchSize,
}: Pick<WindowShape, "windowSize" | "patchSize">): number => (windowSize / patchSize) ** 2;

/** The windows of some pictures, one after another. */
export function windowsOf(
  grids: readonly PatchGrid[],
  { windowSize, patchSize, mergeSize }: WindowShape,
): Windows {
  const side = Math.floor(windowSize / mergeSize / patchSize);
  const order: number[] = [];
  const boundaries = [0];
  let base = 0;
  for (const { time, height, width } of grids) {
    const [rows, columns] = [height / mergeSize, width / mergeSize];
    for (let frame = 0; frame < time; frame++, base += rows * columns)
      for (const window of windowCells(rows, columns, side)) {
        for (const cell of window) order.push(base + cell);
        boundaries.push(order.length * mergeSize ** 2);
      }
  }
  return { order: Int32Array.from(order), boundaries };
}

/** The cells (row times columns plus column) of each window of a frame; those at the far edges may be smaller. */
function* windowCells(rows: number, columns: number, side: number): Generator<number[]> {
  for (let top = 0; top < rows; top += side)
    for (let left = 0; left < columns; left += side) {
      const cells: number[] = [];
      for (let row = top; row < Math.min(rows, top + side); row++)
        for (let column = left; column < Math.min(columns, left + side); column++)
          cells.push(row * columns + column);
      yield cells;
    }
}

/** Boundaries of whole frames in patches, from 0 to their total: what full attention sees. */
export function frameBoundaries(grids: readonly PatchGrid[]): number[] {
  const boundaries = [0];
  let end = 0;
  for (const { time, height, width } of grids)
    for (let frame = 0; frame < time; frame++) {
      end += height * width;
      boundaries.push(end);
    }
  return boundaries;
}

/** Row and column of each patch, `[patches, 2]`, in the order of the pixel tensor (merge blocks together). */
export function patchCoordinates(grids: readonly PatchGrid[], mergeSize: number): Int32Array {
  const coordinates: number[] = [];
  for (const { time, height, width } of grids) {
    const frame: number[] = [];
    for (let top = 0; top < height; top += mergeSize)
      for (let left = 0; left < width; left += mergeSize)
        for (let inner = 0; inner < mergeSize ** 2; inner++)
          frame.push(top + Math.floor(inner / mergeSize), left + (inner % mergeSize));
    for (let repeat = 0; repeat < time; repeat++) for (const value of frame) coordinates.push(value);
  }
  return Int32Array.from(coordinates);
}
