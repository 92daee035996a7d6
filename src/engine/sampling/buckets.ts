/**
 * The few sizes that programs come in, so that few of them serve all runs. Rows: powers of two and 1.5 times them, at
 * most a third too large. Lengths: multiples of 64, from 1,024 on of an eighth of the power of two below.
 */

const STEP = 64;

/** 1, 2, 3, 4, 6, 8, 12, 16, 24, ... */
export function rowBucket(count: number): number {
  const power = 2 ** Math.ceil(Math.log2(Math.max(1, count)));
  return power > 2 && count <= 0.75 * power ? 0.75 * power : power;
}

/** 0, 64, 128, ... 1024, 1152, ... 2048, 2304, ... */
export function lengthBucket(length: number): number {
  const step = Math.max(STEP, 2 ** Math.floor(Math.log2(Math.max(1, length))) / 8);
  return Math.ceil(length / step) * step;
}

/** Tokens that are new to a row: 1, 8, 16, 32, then lengths. */
export function freshBucket(count: number): number {
  if (count <= 1) return 1;
  return count <= STEP / 2 ? Math.max(8, 2 ** Math.ceil(Math.log2(count))) : lengthBucket(count);
}
