/**
 * Positions for M-RoPE: text counts on, a picture spans rows and columns, and what follows starts after its longer side.
 * A port of `Qwen2_5_VLModel.get_rope_index` for text and still pictures:
 * https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/models/qwen2_5_vl/modeling_qwen2_5_vl.py
 *
 * Deviations: no video timing; each picture must follow a token that is no image token (the chat template's
 * `<|vision_start|>`), as there; runs of image tokens that do not fit the grids throw.
 */
import type { PatchGrid } from "./windows.ts";

export interface MropePositions {
  /** `[3, tokens]`: temporal, height, width. */
  readonly ids: Int32Array;
  /** The next token's position (in all three) less the number of tokens so far. */
  readonly delta: number;
}

export interface MropeOptions {
  readonly imageToken: number;
  readonly mergeSize: number;
}

/** Merged tokens of a grid. */
export const tokensOf = ({ time, height, width }: PatchGrid, mergeSize: number): number =>
  (time * height * width) / mergeSize ** 2;

/** Positions of one sequence without padding; `grids` are its pictures in order. Throws `RangeError` on a mismatch. */
export function mropePositions(
  tokens: ArrayLike<number>,
  grids: readonly PatchGrid[],
  { imageToken, mergeSize }: MropeOptions,
): MropePositions {
  const count = tokens.length;
  const ids = new Int32Array(3 * count);
  let next = 0;
  let used = 0;
  for (let at = 0; at < count; ) {
    if (tokens[at] !== imageToken) {
      for (let axis = 0; axis < 3; axis++) ids[axis * count + at] = next;
      next++;
      at++;
      continue;
    }
    const run = runLength(tokens, at);
    const grid = grids[used++];
    const wanted = grid === undefined ? 0 : tokensOf(grid, mergeSize);
    if (grid === undefined || run !== wanted)
      throw new RangeError(`mropePositions: expected ${wanted} image tokens for picture ${used}, got ${run}`);
    placePicture(ids, count, at, next, grid, mergeSize);
    next += Math.max(grid.height, grid.width) / mergeSize;
    at += run;
  }
  if (used !== grids.length)
    throw new RangeError(
      `mropePositions: expected image tokens for ${grids.length} pictures, got ${used} runs`,
    );
  return { ids, delta: next - count };
}

function runLength(tokens: ArrayLike<number>, start: number): number {
  let end = start + 1;
  while (end < tokens.length && tokens[end] === tokens[start]) end++;
  return end - start;
}

function placePicture(
  ids: Int32Array,
  count: number,
  at: number,
  start: number,
  grid: PatchGrid,
  mergeSize: number,
): void {
  const [rows, columns] = [grid.height / mergeSize, grid.width / mergeSize];
  for (let index = 0; index < grid.time * rows * columns; index++) {
    ids[at + index] = start + Math.floor(index / (rows * columns));
    ids[count + at + index] = start + (Math.floor(index / columns) % rows);
    ids[2 * count + at + index] = start + (index % columns);
  }
}
