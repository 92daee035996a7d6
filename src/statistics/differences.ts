/** Confidence intervals for the difference of two shares. Differences and bounds lie in [-1, 1]. */
import { checkCount } from "./check.ts";
import { type Interval, wilson } from "./intervals.ts";

/**
 * Newcombe's hybrid score interval for independent shares k1/n1 - k2/n2 (R. G. Newcombe 1998, Statistics in Medicine 17,
 * 873-890, method 10): Wilson's bounds of both shares, squared and added.
 */
export function newcombe(k1: number, n1: number, k2: number, n2: number, confidence = 0.95): Interval {
  if (n1 === 0 || n2 === 0) return { low: -1, high: 1 };
  return combined(k1 / n1, wilson(k1, n1, confidence), k2 / n2, wilson(k2, n2, confidence), 0);
}

/** Pairs by outcome. */
export interface PairCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * Newcombe's interval for paired shares, first less second (R. G. Newcombe 1998, Statistics in Medicine 17, 2635-2650,
 * method 10): Wilson's bounds joined through the correlation phi, continuity-corrected where it is positive.
 */
export function newcombePaired(counts: PairCounts, confidence = 0.95): Interval {
  const { both, onlyFirst, onlySecond, neither } = counts;
  for (const [name, count] of Object.entries(counts)) checkCount("newcombePaired", name, count);
  const n = both + onlyFirst + onlySecond + neither;
  if (n === 0) return { low: -1, high: 1 };
  const [first, second] = [both + onlyFirst, both + onlySecond];
  return combined(
    first / n,
    wilson(first, n, confidence),
    second / n,
    wilson(second, n, confidence),
    correlation(counts),
  );
}

function combined(p1: number, first: Interval, p2: number, second: Interval, phi: number): Interval {
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a ** 2 - 2 * phi * a * b + b ** 2));
  const difference = p1 - p2;
  return {
    low: Math.max(-1, difference - reach(p1 - first.low, second.high - p2)),
    high: Math.min(1, difference + reach(first.high - p1, p2 - second.low)),
  };
}

/** Phi; 0 where a margin is empty. */
function correlation({ both, onlyFirst, onlySecond, neither }: PairCounts): number {
  const n = both + onlyFirst + onlySecond + neither;
  const margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const product = both * neither - onlyFirst * onlySecond;
  const corrected = product > 0 ? Math.max(product - n / 2, 0) : product;
  return corrected / Math.sqrt(margins);
}
