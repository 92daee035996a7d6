/** Whether two runs over the same questions differ, in figures and in words. */
import { clusterBootstrap, ratio } from "./bootstrap.ts";
import type { PairCounts } from "./differences.ts";
import { holm } from "./holm.ts";
import type { Interval } from "./intervals.ts";
import { mcnemarExact, mcnemarMidP } from "./paired-tests.ts";
import { pairedPermutationTest } from "./permutation.ts";
import { designEffect, minimumDetectableDifference } from "./power.ts";

/** One question, answered by both runs. */
export interface PairedOutcome {
  /** What makes outcomes alike: the page's id. */
  readonly cluster: string;
  /** Scores, 0-1. */
  readonly first: number;
  readonly second: number;
}

export interface CompareOptions {
  /** As they appear in the words. */
  readonly names: readonly [string, string];
  readonly seed?: string | number;
  /** Of the bootstrap and the permutation test; default 10,000. */
  readonly resamples?: number;
  /** Default 0.95; the level of the test is its rest. */
  readonly confidence?: number;
}

export interface Comparison {
  readonly names: readonly [string, string];
  readonly n: number;
  readonly clusters: number;
  /** Mean scores, 0-1. */
  readonly first: number;
  readonly second: number;
  /** First less second, -1 to 1, and its page-clustered BCa interval. */
  readonly difference: number;
  readonly interval: Interval;
  readonly confidence: number;
  /** Of the paired permutation test by pages; after `correctForMany`, Holm's. */
  readonly pValue: number;
  readonly corrected: boolean;
  /** Question by question, without regard to pages; absent when scores other than 0 and 1 occur. */
  readonly mcnemar?: { readonly counts: PairCounts; readonly exact: number; readonly midP: number };
  /** How much pages inflate the variance of the difference. */
  readonly inflation: number;
  /** The smallest difference that questions like these would show four times in five; 0-1. */
  readonly detectable: { readonly difference: number; readonly reached: boolean };
  readonly verdict: "first" | "second" | "not shown";
}

/**
 * Compare two runs question by question. The p-value comes from the permutation test by pages and the interval from the
 * page-clustered bootstrap, because questions of one page share its difficulty; McNemar's test, which does not know of
 * pages, stands beside them.
 */
export function compareRuns(pairs: readonly PairedOutcome[], options: CompareOptions): Comparison {
  const { names, seed = 0, resamples = 10_000, confidence = 0.95 } = options;
  checkPairs(pairs);
  const n = pairs.length;
  const groups = [...Map.groupBy(pairs, ({ cluster }) => cluster).values()];
  const changes = groups.map((group) => group.map(({ first, second }) => first - second));
  const sums = changes.map((list) => list.reduce((sum, change) => sum + change, 0));
  const difference = sums.reduce((sum, change) => sum + change, 0) / n;
  const inflation = designEffect(changes);
  const pValue = pairedPermutationTest(sums, { seed, resamples });
  const rows = changes.map((list, at) => [sums[at] ?? 0, list.length]);
  const interval =
    groups.length < 2
      ? { low: -1, high: 1 }
      : clusterBootstrap(rows, ratio, { seed, resamples, confidence }).interval;
  const mcnemar = mcnemarOf(pairs);
  return {
    names,
    n,
    clusters: groups.length,
    first: pairs.reduce((sum, { first }) => sum + first, 0) / n,
    second: pairs.reduce((sum, { second }) => sum + second, 0) / n,
    difference,
    interval,
    confidence,
    pValue,
    corrected: false,
    ...(mcnemar === undefined ? {} : { mcnemar }),
    inflation,
    detectable: minimumDetectableDifference({
      n,
      discordance: smoothedDiscordance(changes.flat()),
      alpha: 1 - confidence,
      inflation,
    }),
    verdict: verdictOf(difference, pValue, confidence),
  };
}

/** The same comparisons with Holm's correction for their number. */
export function correctForMany(comparisons: readonly Comparison[]): readonly Comparison[] {
  const adjusted = holm(comparisons.map(({ pValue }) => pValue));
  return comparisons.map((comparison, at) => {
    const pValue = adjusted[at] ?? 1;
    const verdict = verdictOf(comparison.difference, pValue, comparison.confidence);
    return { ...comparison, pValue, corrected: true, verdict };
  });
}

/** "A is better than B by 4.1 points [1.2, 7.0], p = .004." */
export function describeComparison(comparison: Comparison): string {
  const { names, n, clusters, difference, interval, pValue, corrected, detectable, verdict } = comparison;
  const [better, worse] = verdict === "second" ? [names[1], names[0]] : names;
  const sign = verdict === "second" ? -1 : 1;
  const bounds = [sign * interval.low, sign * interval.high].sort((a, b) => a - b).map(points);
  const p = `p ${formatP(pValue)}${corrected ? " (Holm)" : ""}`;
  const figures = `[${bounds.join(", ")}], ${p}`;
  if (verdict !== "not shown") {
    return `${better} is better than ${worse} by ${points(sign * difference)} points ${figures}.`;
  }
  const size = Math.round(100 * detectable.difference);
  const unseen = detectable.reached
    ? `a difference below ${Math.max(1, size)} points would mostly go unseen`
    : `even a difference of ${size} points would mostly go unseen`;
  const seen = `no difference shown between ${better} and ${worse}: ${points(difference)} points ${figures}`;
  return `${seen}; with n = ${n} on ${clusters} ${clusters === 1 ? "page" : "pages"} ${unseen}.`;
}

const points = (share: number): string => {
  const text = (100 * share).toFixed(1);
  return text === "-0.0" ? "0.0" : text.replace("-", "−");
};

/** "= .004", "< .001". */
function formatP(p: number): string {
  if (p < 0.001) return "< .001";
  return `= ${p.toFixed(p < 0.0995 ? 3 : 2).replace(/^0/, "")}`;
}

function verdictOf(difference: number, pValue: number, confidence: number): Comparison["verdict"] {
  // 1 - 0.95 is a little more than 0.05 in binary.
  if (!(pValue < 1 - confidence - 1e-12) || difference === 0) return "not shown";
  return difference > 0 ? "first" : "second";
}

function mcnemarOf(pairs: readonly PairedOutcome[]): Comparison["mcnemar"] {
  if (pairs.some(({ first, second }) => ![first, second].every((score) => score === 0 || score === 1))) {
    return undefined;
  }
  const count = (first: number, second: number) =>
    pairs.filter((pair) => pair.first === first && pair.second === second).length;
  const counts = { both: count(1, 1), onlyFirst: count(1, 0), onlySecond: count(0, 1), neither: count(0, 0) };
  const { onlyFirst, onlySecond } = counts;
  return { counts, exact: mcnemarExact(onlyFirst, onlySecond), midP: mcnemarMidP(onlyFirst, onlySecond) };
}

/**
 * The mean squared change, for scores of 0 and 1 the share of discordant pairs; one discordant and one other pair are
 * added, so that runs that never differ do not promise to see the smallest difference.
 */
const smoothedDiscordance = (changes: readonly number[]): number =>
  (changes.reduce((sum, change) => sum + change ** 2, 0) + 1) / (changes.length + 2);

function checkPairs(pairs: readonly PairedOutcome[]): void {
  if (pairs.length === 0) throw new RangeError("compareRuns: expected at least one question, got none");
  for (const { first, second } of pairs) {
    if (![first, second].every((score) => score >= 0 && score <= 1)) {
      throw new RangeError(`compareRuns: expected scores in [0, 1], got ${first} and ${second}`);
    }
  }
}
