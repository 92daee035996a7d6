/**
 * How the losses of tokens become the loss of a batch: a weight for each token, so that loss = Σ weight · token loss.
 *
 * | name | loss | source |
 * | --- | --- | --- |
 * | `grpo` | mean over sequences of their mean over tokens | DeepSeekMath (arXiv 2402.03300), Eq. 3; verl `seq-mean-token-mean`; TRL `grpo` |
 * | `token-mean` | mean over all tokens of the batch | verl `token-mean` (its default); TRL `bnpo` |
 * | `dr-grpo` | sum over tokens / (sequences · most tokens a response may have) | Dr. GRPO (arXiv 2503.20783), section 3.2; TRL `dr_grpo` |
 * | `dapo` | mean over all tokens of the batch | DAPO (arXiv 2503.14476), Eq. 8 and section 3.3; TRL `dapo` |
 *
 * verl: `agg_loss` of
 * https://github.com/volcengine/verl/blob/b178a3cd56f58b2d502255daba591e92833930a7/verl/trainer/ppo/core_algos.py#L1025
 *
 * `token-mean` and `dapo` are one formula. DAPO's other parts are settings of their own: a higher upper clip, no KL,
 * groups of equal rewards refilled, over-long responses masked.
 *
 * Weights are made for the whole batch of an update before it is split, so that micro-batches add up to it: the trainer
 * takes the mean over micro-batches, so each of K of them is given the weights times K.
 *
 * Deviations
 * - A sequence none of whose tokens train does not count in `grpo`, as in verl; TRL counts it. In `dr-grpo` it counts,
 *   as in TRL and the paper, whose divisor is constant. verl's `seq-mean-token-sum-norm` divides by a length only and
 *   not by the sequences.
 * - verl adds 1e-8 to the tokens of a sequence before dividing.
 * - A batch of which nothing trains has the loss 0; verl's is not a number.
 */

export const LOSS_AGGREGATIONS = ["grpo", "token-mean", "dr-grpo", "dapo"] as const;
export type LossAggregation = (typeof LOSS_AGGREGATIONS)[number];

/** What a token of each sequence weighs. */
type Weighing = (lengths: readonly number[], mostTokens: number) => readonly number[];

const perToken: Weighing = (lengths) => {
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map(() => (tokens === 0 ? 0 : 1 / tokens));
};

const WEIGHINGS = {
  grpo: (lengths) => {
    const sequences = lengths.filter((length) => length > 0).length;
    return lengths.map((length) => (length === 0 ? 0 : 1 / (sequences * length)));
  },
  "token-mean": perToken,
  "dr-grpo": (lengths, mostTokens) => lengths.map(() => 1 / (lengths.length * mostTokens)),
  dapo: perToken,
} as const satisfies Record<LossAggregation, Weighing>;

export interface AggregationOptions {
  readonly aggregation: LossAggregation;
  /** Most tokens that a response may have: the constant length of `dr-grpo`. */
  readonly mostTokens: number;
}

/**
 * What each training token of a sequence weighs, for each sequence of the batch of an update.
 * @param lengths - tokens of each sequence that train: the model's own, and none of a response that is masked
 * @throws RangeError for lengths that are not whole numbers of 0 or more, or no positive `mostTokens`
 */
export function tokenWeights(
  lengths: readonly number[],
  { aggregation, mostTokens }: AggregationOptions,
): readonly number[] {
  const strange = lengths.find((length) => !(Number.isInteger(length) && length >= 0));
  if (strange !== undefined)
    throw new RangeError(`tokenWeights: expected lengths of 0 or more tokens, got ${strange}`);
  if (!(mostTokens > 0))
    throw new RangeError(`tokenWeights: expected a positive mostTokens, got ${mostTokens}`);
  return WEIGHINGS[aggregation](lengths, mostTokens);
}
