/** Sizes rounded up to buckets, so that few programs serve many batches. */

/** Buckets a doubling unless told: at most a quarter of a size is padding, an eighth on average. */
export const DEFAULT_BUCKETS = 4;

/**
 * The smallest bucket that holds `count`: a multiple of `unit`, and beyond `2 * buckets` units one of `buckets` sizes
 * in each doubling. With 4 buckets and unit 16: 16, 32, ... 128, 160, 192, 224, 256, 320, ...
 *
 * @throws RangeError unless both are positive whole numbers (infinitely many buckets: every multiple of the unit)
 */
export function roundUp(count: number, buckets = DEFAULT_BUCKETS, unit = 1): number {
  if (!(buckets >= 1 && Number.isInteger(unit) && unit >= 1))
    throw new RangeError(`roundUp: expected at least 1 bucket and a whole unit, got ${buckets} and ${unit}`);
  let step = unit;
  while (count > 2 * buckets * step) step *= 2;
  return Math.ceil(count / step) * step;
}
