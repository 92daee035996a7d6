/**
 * Paired permutation test, by clusters (R. A. Fisher 1935, The Design of Experiments, section 21; E. J. G. Pitman 1937):
 * if the systems do not differ, the labels of a page's answers could as well be swapped, all of a page together.
 *
 * Up to 2^16 swaps are counted out; beyond that `resamples` random ones are drawn, and the observed one is counted among
 * them (B. Phipson and G. K. Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9(1), 39).
 */
import { seeded } from "../random.ts";
import { checkFinite } from "./check.ts";

/** Clusters of which all swaps are counted. */
const MOST_EXACT = 16;

export interface PermutationOptions {
  readonly seed?: string | number;
  /** Default 10,000. */
  readonly resamples?: number;
}

/**
 * @param sums by cluster: the sum of first less second outcome over its questions
 * @returns two-sided p-value in (0, 1]; 1 when every sum is 0
 */
export function pairedPermutationTest(sums: readonly number[], options: PermutationOptions = {}): number {
  for (const sum of sums) checkFinite("pairedPermutationTest", "cluster sums", sum);
  const moving = Float64Array.from(sums.filter((sum) => sum !== 0));
  if (moving.length === 0) return 1;
  const observed = Math.abs(moving.reduce((total, sum) => total + sum, 0));
  // Sums of the same terms in another order may differ in the last digits.
  const extreme = observed - 1e-9 * moving.reduce((total, sum) => total + Math.abs(sum), 0);
  return moving.length <= MOST_EXACT ? exactP(moving, extreme) : randomP(moving, extreme, options);
}

/** Gray code: each step swaps one cluster. */
function exactP(sums: Float64Array, extreme: number): number {
  const signs = new Float64Array(sums.length).fill(1);
  let total = sums.reduce((sum, term) => sum + term, 0);
  let hits = Math.abs(total) >= extreme ? 1 : 0;
  const count = 2 ** sums.length;
  for (let step = 1; step < count; step++) {
    const flip = 31 - Math.clz32(step & -step);
    const sign = -(signs[flip] ?? 1);
    signs[flip] = sign;
    total += 2 * sign * (sums[flip] ?? 0);
    if (Math.abs(total) >= extreme) hits++;
  }
  return hits / count;
}

function randomP(
  sums: Float64Array,
  extreme: number,
  { seed = 0, resamples = 10_000 }: PermutationOptions,
): number {
  const random = seeded(`permutation:${seed}`);
  let hits = 0;
  for (let draw = 0; draw < resamples; draw++) {
    let total = 0;
    let bits = 0;
    for (let at = 0; at < sums.length; at++) {
      if (at % 30 === 0) bits = random.int(2 ** 30);
      total += (bits & 1) === 1 ? (sums[at] ?? 0) : -(sums[at] ?? 0);
      bits >>= 1;
    }
    if (Math.abs(total) >= extreme) hits++;
  }
  return (hits + 1) / (resamples + 1);
}
