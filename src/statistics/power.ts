/**
 * Power of McNemar's test, and the smallest difference that it would mostly show (R. J. Connor 1987, Biometrics 43,
 * 207-211, eq. 3; O. S. Miettinen 1968): two-sided, normal approximation without continuity correction.
 */
import { checkOpenShare } from "./check.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

export interface PairedDesign {
  /** Questions, answered by both systems. */
  readonly n: number;
  /** Share of questions that exactly one of the systems answers right, in (0, 1]. */
  readonly discordance: number;
  /** Two-sided level; default 0.05. */
  readonly alpha?: number;
  /**
   * How much clustering inflates the variance, at least 1; default 1. See `designEffect`.
   */
  readonly inflation?: number;
}

/** The probability that a true difference of shares is found significant; 0-1. */
export function pairedPower(design: PairedDesign, difference: number): number {
  const { discordance, alpha = 0.05 } = checkDesign("pairedPower", design);
  const size = Math.min(Math.abs(difference), discordance);
  const spread = Math.sqrt(discordance - size ** 2);
  const reach = size * Math.sqrt(effective(design));
  const threshold = normalQuantile(1 - alpha / 2) * Math.sqrt(discordance);
  if (spread === 0) return reach > threshold ? 1 : 0;
  return normalCdf((reach - threshold) / spread) + normalCdf((-reach - threshold) / spread);
}

/**
 * The smallest difference of shares that is found significant with probability `power`; the discordance itself (the
 * largest difference that it allows) where even that is found less often, which `reached` says.
 */
export function minimumDetectableDifference(
  design: PairedDesign,
  power = 0.8,
): { readonly difference: number; readonly reached: boolean } {
  checkOpenShare("minimumDetectableDifference", "a power", power);
  const { discordance } = checkDesign("minimumDetectableDifference", design);
  if (pairedPower(design, discordance) < power) return { difference: discordance, reached: false };
  let [low, high] = [0, discordance];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (pairedPower(design, middle) < power) low = middle;
    else high = middle;
  }
  return { difference: high, reached: true };
}

/** Questions needed to find a difference with probability `power` (Connor 1987, eq. 3), rounded up. */
export function questionsNeeded(design: Omit<PairedDesign, "n">, difference: number, power = 0.8): number {
  checkOpenShare("questionsNeeded", "a power", power);
  const { discordance, alpha = 0.05, inflation = 1 } = checkDesign("questionsNeeded", { ...design, n: 1 });
  const size = Math.abs(difference);
  if (!(size > 0 && size <= discordance)) {
    throw new RangeError(
      `questionsNeeded: expected a difference up to the discordance ${discordance}, got ${size}`,
    );
  }
  const root =
    normalQuantile(1 - alpha / 2) * Math.sqrt(discordance) +
    normalQuantile(power) * Math.sqrt(discordance - size ** 2);
  return Math.ceil(inflation * (root / size) ** 2);
}

/**
 * For planning, before any outcome is known: the discordance that two systems of given accuracies (0-1) have when their
 * outcomes correlate by `phi` (0: independent, the careful assumption; 0.3-0.6 is usual for models alike).
 */
export function expectedDiscordance(first: number, second: number, phi = 0): number {
  const shared = phi * Math.sqrt(first * (1 - first) * second * (1 - second));
  const discordance = first * (1 - second) + second * (1 - first) - 2 * shared;
  return Math.min(1, Math.max(Math.abs(first - second), discordance));
}

/**
 * How much clustering inflates the variance of a mean (L. Kish 1965, Survey Sampling, section 8.2), from the data: the
 * variance of the mean over clusters by that over independent values, at least 1.
 *
 * @param clusters by page: the values of its questions
 */
export function designEffect(clusters: readonly (readonly number[])[]): number {
  const values = clusters.flat();
  const n = values.length;
  if (n === 0) return 1;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const alone = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const together = clusters.reduce((sum, cluster) => {
    const residual = cluster.reduce((total, value) => total + value - mean, 0);
    return sum + residual ** 2;
  }, 0);
  return alone === 0 ? 1 : Math.max(1, together / alone);
}

const effective = ({ n, inflation = 1 }: PairedDesign): number => n / inflation;

function checkDesign(operation: string, design: PairedDesign): PairedDesign {
  const { n, discordance, alpha = 0.05, inflation = 1 } = design;
  checkOpenShare(operation, "a level", alpha);
  if (!(n >= 0 && discordance >= 0 && discordance <= 1 && inflation >= 1)) {
    throw new RangeError(
      `${operation}: expected n >= 0, a discordance in [0, 1] and an inflation >= 1, got ${n}, ${discordance}, ${inflation}`,
    );
  }
  return design;
}
