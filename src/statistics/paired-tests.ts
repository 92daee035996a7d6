/** Tests on paired yes/no outcomes: the same questions answered by two systems. All p-values are two-sided. */
import { halfBinomial, halfBinomialCdf } from "./binomial.ts";
import { checkCount } from "./check.ts";

/**
 * McNemar's exact test (Q. McNemar 1947, Psychometrika 12, 153-157, with the binomial distribution): given the
 * discordant pairs, each direction is as likely as the other.
 *
 * @param onlyFirst questions that only the first system answered right
 * @param onlySecond questions that only the second answered right
 */
export function mcnemarExact(onlyFirst: number, onlySecond: number): number {
  return twoSided("mcnemarExact", onlyFirst, onlySecond, 0);
}

/**
 * The mid-p version, which keeps near the nominal level where the exact test is conservative (M. W. Fagerland, S.
 * Lydersen and P. Laake 2013, BMC Medical Research Methodology 13:91).
 */
export function mcnemarMidP(onlyFirst: number, onlySecond: number): number {
  return twoSided("mcnemarMidP", onlyFirst, onlySecond, 1);
}

/** The sign test (J. Arbuthnot 1710; W. J. Dixon and A. M. Mood 1946, JASA 41, 557-566): ties are left out. */
export function signTest(differences: readonly number[]): number {
  const ups = differences.filter((difference) => difference > 0).length;
  const downs = differences.filter((difference) => difference < 0).length;
  return twoSided("signTest", ups, downs, 0);
}

/** Twice the smaller tail, less `midWeight` times the probability of the outcome itself; at most 1. */
function twoSided(operation: string, first: number, second: number, midWeight: 0 | 1): number {
  checkCount(operation, "the first count", first);
  checkCount(operation, "the second count", second);
  const n = first + second;
  const fewer = Math.min(first, second);
  return Math.min(1, 2 * halfBinomialCdf(fewer, n) - midWeight * halfBinomial(fewer, n));
}
