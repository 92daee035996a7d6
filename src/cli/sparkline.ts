/** A course of numbers as a word of blocks. */

const BLOCKS = "▁▂▃▄▅▆▇█";
/** Means of equal numbers differ by as much, relatively, and show no course. */
const ROUNDING = 1e-12;

/**
 * One block a value, lowest to highest; equal values all stand in the middle. Of more values than cells each cell is the
 * mean of a stretch of them. Numbers that are not finite are left out.
 *
 * @param cells most characters of the outcome; none leave the empty text
 */
export function sparkline(values: readonly number[], cells: number): string {
  const means = stretchMeans(values.filter(Number.isFinite), Math.max(0, Math.floor(cells)));
  const [low, high] = [Math.min(...means), Math.max(...means)];
  const flat = high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high));
  return means.map((mean) => blockOf(flat ? 0.5 : (mean - low) / (high - low))).join("");
}

/** @param height 0-1 */
const blockOf = (height: number): string =>
  BLOCKS.charAt(Math.min(BLOCKS.length - 1, Math.floor(height * BLOCKS.length)));

/** At most so many means, of stretches that differ in length by one at most. */
function stretchMeans(values: readonly number[], most: number): readonly number[] {
  const count = Math.min(values.length, most);
  const edge = (cell: number) => Math.floor((cell * values.length) / count);
  return Array.from({ length: count }, (_, cell) => {
    const stretch = values.slice(edge(cell), edge(cell + 1));
    return stretch.reduce((sum, value) => sum + value, 0) / stretch.length;
  });
}
