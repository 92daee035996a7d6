/** Confidence intervals for a share: k successes in n trials. */
import { normalQuantile } from "./normal.ts";

/** Shares in [0, 1], both ends included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval (E. B. Wilson 1927, JASA 22, 209-212), without continuity correction: close to its nominal
 * coverage on average, also for small n and shares near 0 or 1.
 *
 * @param k successes, an integer in [0, n]
 * @param n trials; for 0 nothing is known and the interval is [0, 1]
 * @param confidence in (0, 1)
 */
export function wilson(k: number, n: number, confidence = 0.95): Interval {
  checkCounts("wilson", k, n, confidence);
  if (n === 0) return { low: 0, high: 1 };
  const z = normalQuantile((1 + confidence) / 2);
  const share = k / n;
  const scale = 1 + z ** 2 / n;
  const middle = (share + z ** 2 / (2 * n)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return { low: k === 0 ? 0 : middle - reach, high: k === n ? 1 : middle + reach };
}

/**
 * The exact interval (C. J. Clopper and E. S. Pearson 1934, Biometrika 26, 404-413): covers with at least the nominal
 * confidence, whatever the true share.
 *
 * @param k successes, an integer in [0, n]
 * @param n trials; for 0 nothing is known and the interval is [0, 1]
 * @param confidence in (0, 1)
 */
export function clopperPearson(k: number, n: number, confidence = 0.95): Interval {
  checkCounts("clopperPearson", k, n, confidence);
  return {
    low: lowerBound(k, n, (1 - confidence) / 2),
    high: 1 - lowerBound(n - k, n, (1 - confidence) / 2),
  };
}

/** The share under which k or more successes have the probability `tail`; 0 for k = 0. */
function lowerBound(k: number, n: number, tail: number): number {
  if (k === 0) return 0;
  const logChoices = logChoose(n, k);
  let low = 0;
  let high = 1;
  for (let middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
    if (atLeast(k, n, middle, logChoices) < tail) low = middle;
    else high = middle;
  }
  return low;
}

/** P(X >= k) for X binomial over n trials with `share` below the bound sought, so that the terms fall from k on. */
function atLeast(k: number, n: number, share: number, logChoices: number): number {
  if (share * n > k) return 1; // More than a half: far above any tail asked for.
  let term = Math.exp(logChoices + k * Math.log(share) + (n - k) * Math.log1p(-share));
  let sum = 0;
  for (let i = k; i <= n && term > sum * Number.EPSILON; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (share / (1 - share));
  }
  return sum;
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) sum += Math.log((n - i + 1) / i);
  return sum;
}

function checkCounts(operation: string, k: number, n: number, confidence: number): void {
  if (!(Number.isInteger(n) && Number.isInteger(k) && k >= 0 && k <= n)) {
    throw new RangeError(`${operation}: expected integers 0 <= k <= n, got ${k} of ${n}`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`${operation}: expected a confidence in (0, 1), got ${confidence}`);
  }
}
