/**
 * How much better each response of a group is than the others: the advantage of GRPO.
 *
 * Source: Shao et al. 2024, DeepSeekMath (arXiv 2402.03300), section 4.1.2: Â = (r − mean(r)) / std(r), and verl's
 * `compute_grpo_outcome_advantage`
 * (https://github.com/volcengine/verl/blob/b178a3cd56f58b2d502255daba591e92833930a7/verl/trainer/ppo/core_algos.py#L267).
 * Without the division it is Dr. GRPO's (Liu et al. 2025, arXiv 2503.20783, section 3.2) and verl's
 * `norm_adv_by_std_in_grpo=False`.
 *
 * The deviation is the sample's (divisor n − 1) in verl and in TRL, and here; population deviations (numpy's default)
 * give advantages larger by √(n / (n − 1)). verl adds 1e-6 to it, which is the default here, TRL 1e-4.
 *
 * Deviations
 * - A lone response has advantage 0, as in TRL: it has nothing to be compared with. verl gives it its reward.
 * - A group whose rewards are all equal has advantages of exactly 0; verl and TRL leave what rounding left of the mean,
 *   divided by the epsilon.
 * - Float64 throughout; verl and TRL compute in float32.
 */

export interface AdvantageOptions {
  /** Whether to divide by the group's deviation: true in GRPO, false in Dr. GRPO. */
  readonly scaleByDeviation: boolean;
  /** Added to the deviation before dividing; {@link ADVANTAGE_EPSILON} by default. */
  readonly epsilon?: number | undefined;
}

/** verl's; TRL has 1e-4. */
export const ADVANTAGE_EPSILON = 1e-6;

export interface GroupAdvantages {
  /** Of each response, in the order of the rewards; they sum to 0. */
  readonly advantages: readonly number[];
  /** Mean reward. */
  readonly mean: number;
  /** Sample deviation of the rewards; 0 for a lone response. */
  readonly deviation: number;
  /** All rewards are equal, so the group teaches nothing: DAPO (arXiv 2503.14476, Eq. 11) replaces such groups. */
  readonly zeroVariance: boolean;
}

/**
 * Advantages of the responses to one prompt.
 * @param rewards - one a response, at least one, finite
 * @throws RangeError for an empty group or a reward that is not finite
 */
export function groupAdvantages(
  rewards: readonly number[],
  { scaleByDeviation, epsilon = ADVANTAGE_EPSILON }: AdvantageOptions,
): GroupAdvantages {
  const [first] = rewards;
  if (first === undefined) throw new RangeError("groupAdvantages: expected at least one reward, got none");
  const strange = rewards.find((reward) => !Number.isFinite(reward));
  if (strange !== undefined) throw new RangeError(`groupAdvantages: expected finite rewards, got ${strange}`);
  if (rewards.every((reward) => reward === first))
    return { advantages: rewards.map(() => 0), mean: first, deviation: 0, zeroVariance: true };
  const mean = sumOf(rewards) / rewards.length;
  const centred = rewards.map((reward) => reward - mean);
  const deviation = Math.sqrt(sumOf(centred.map((value) => value ** 2)) / (rewards.length - 1));
  const scale = scaleByDeviation ? 1 / (deviation + epsilon) : 1;
  return { advantages: centred.map((value) => value * scale), mean, deviation, zeroVariance: false };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
