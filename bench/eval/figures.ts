/** What the rounds come to: ratios of their times, and how fast memory grows, each with its interval. */
import { type BootstrapResult, clusterBootstrap } from "../../src/statistics/index.ts";
import type { MemorySample, Taken } from "./client.ts";
import { CONCURRENCY } from "./workload.ts";

/** How many times as much the other side took, round by round: their geometric mean, with a bootstrap over the rounds. */
export function timesAsMuch(
  ours: readonly Taken[],
  theirs: readonly Taken[],
  amount: (taken: Taken) => number,
): BootstrapResult {
  const rows = ours.flatMap((own, round) => {
    const other = theirs[round];
    return other === undefined ? [] : [[Math.log(amount(other) / amount(own)), 1]];
  });
  return clusterBootstrap(rows, ([sum = 0, count = 0]) => Math.exp(sum / count), { method: "percentile" });
}

/**
 * Bytes a question by which memory grows: the slope of a straight line (least squares) through the samples behind the
 * first quarter and before the end, where fewer requests are under way; with a bootstrap over the samples.
 */
export function growth(
  samples: readonly MemorySample[],
  bytes: (sample: MemorySample) => number,
): BootstrapResult {
  const total = samples.at(-1)?.done ?? 0;
  const steady = samples.filter(({ done }) => done > total / 4 && done <= total - CONCURRENCY);
  // In MB and thousands of questions, so that the sums lose no digits.
  const rows = steady.map((sample) => {
    const [x, y] = [sample.done / 1e3, bytes(sample) / 1e6];
    return [1, x, y, x * x, x * y];
  });
  const slope = ([n = 0, x = 0, y = 0, xx = 0, xy = 0]: Float64Array) =>
    (1e3 * (n * xy - x * y)) / (n * xx - x * x);
  return clusterBootstrap(rows, slope, { method: "percentile" });
}
