/**
 * Cluster bootstrap: whole pages are drawn again, since questions of one page share its difficulty (A. C. Davison and D.
 * V. Hinkley 1997, Bootstrap Methods and their Application, section 3.8; C. A. Field and A. H. Welsh 2007, JRSS B 69,
 * 369-390). Percentile and BCa intervals: B. Efron 1987, JASA 82, 171-185, with the jackknife over clusters.
 *
 * A cluster is a row of sums, and the statistic is computed from their totals, so a resample costs one addition per
 * drawn cluster and column.
 */
import { seeded } from "../random.ts";
import { checkOpenShare } from "./check.ts";
import type { Interval } from "./intervals.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

export interface BootstrapOptions {
  readonly seed?: string | number;
  /** Default 10,000. */
  readonly resamples?: number;
  /** Default 0.95. */
  readonly confidence?: number;
  /** Default `bca`. */
  readonly method?: "percentile" | "bca";
}

export interface BootstrapResult {
  readonly estimate: number;
  readonly interval: Interval;
  /** Standard deviation of the statistic over the resamples. */
  readonly standardError: number;
}

/**
 * @param clusters one row of sums per page, all of one length
 * @param statistic of the totals over all rows; NaN (an empty denominator) leaves a resample out
 */
export function clusterBootstrap(
  clusters: readonly (readonly number[])[],
  statistic: (totals: Float64Array) => number,
  options: BootstrapOptions = {},
): BootstrapResult {
  const { seed = 0, resamples = 10_000, confidence = 0.95, method = "bca" } = options;
  checkOpenShare("clusterBootstrap", "a confidence", confidence);
  const width = clusters[0]?.length ?? 0;
  if (clusters.some((row) => row.length !== width) || width === 0) {
    throw new RangeError(
      "clusterBootstrap: expected at least one cluster, and all rows of one length above 0",
    );
  }
  const rows = Float64Array.from(clusters.flat());
  const estimate = statistic(totalsOf(rows, width));
  const draws = resample(rows, width, statistic, `${seed}`, resamples);
  const tail = (1 - confidence) / 2;
  const shares =
    method === "bca" ? bcaShares(draws, estimate, jackknife(rows, width, statistic), tail) : [tail, 1 - tail];
  const [low = Number.NaN, high = Number.NaN] = shares.map((share) => quantile(draws, share));
  return { estimate, interval: { low, high }, standardError: deviation(draws) };
}

/** Sum of the first column over sum of the second: the mean of a value per question. */
export const ratio = (totals: Float64Array): number => (totals[0] ?? 0) / (totals[1] ?? 0);

function totalsOf(rows: Float64Array, width: number): Float64Array {
  const totals = new Float64Array(width);
  for (let at = 0; at < rows.length; at++) totals[at % width] = (totals[at % width] ?? 0) + (rows[at] ?? 0);
  return totals;
}

/** The statistic of every resample, ascending. */
function resample(
  rows: Float64Array,
  width: number,
  statistic: (totals: Float64Array) => number,
  seed: string,
  resamples: number,
): Float64Array {
  const random = seeded(`bootstrap:${seed}`);
  const count = rows.length / width;
  const totals = new Float64Array(width);
  const draws = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw++) {
    totals.fill(0);
    for (let pick = 0; pick < count; pick++) {
      const start = random.int(count) * width;
      for (let column = 0; column < width; column++) {
        totals[column] = (totals[column] ?? 0) + (rows[start + column] ?? 0);
      }
    }
    draws[draw] = statistic(totals);
  }
  return draws.filter((value) => !Number.isNaN(value)).sort();
}

/** The statistic without each cluster in turn. */
function jackknife(
  rows: Float64Array,
  width: number,
  statistic: (totals: Float64Array) => number,
): Float64Array {
  const totals = totalsOf(rows, width);
  const count = rows.length / width;
  const values = Float64Array.from({ length: count }, (_, cluster) =>
    statistic(totals.map((total, column) => total - (rows[cluster * width + column] ?? 0))),
  );
  return values.filter((value) => !Number.isNaN(value));
}

/** Where to cut the sorted draws (Efron 1987, eq. 2.3 and 6.6); the percentile shares where nothing varies. */
function bcaShares(
  draws: Float64Array,
  estimate: number,
  left: Float64Array,
  tail: number,
): readonly number[] {
  const below = draws.filter((value) => value < estimate).length;
  const ties = draws.filter((value) => value === estimate).length;
  const share = (below + ties / 2) / draws.length;
  if (!(share > 0 && share < 1)) return [tail, 1 - tail];
  const bias = normalQuantile(share);
  const acceleration = skew(left);
  return [tail, 1 - tail].map((nominal) => {
    const shifted = bias + normalQuantile(nominal);
    return normalCdf(bias + shifted / (1 - acceleration * shifted));
  });
}

function skew(left: Float64Array): number {
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
  const power = (exponent: number) => left.reduce((sum, value) => sum + (mean - value) ** exponent, 0);
  const spread = power(2);
  return spread === 0 ? 0 : power(3) / (6 * spread ** 1.5);
}

/** Linear between order statistics (R. J. Hyndman and Y. Fan 1996, The American Statistician 50, 361-365, type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const [low = Number.NaN, high = low] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return low + (high - low) * (place - Math.floor(place));
}

function deviation(draws: Float64Array): number {
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  return Math.sqrt(
    draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, draws.length - 1),
  );
}
