/** Probabilities of a row of logits, in float64. */

export interface SoftmaxWeights {
  /** exp(logit - highest), one a token. */
  readonly weights: Float64Array;
  /** Sum of the weights, from the lowest id up. */
  readonly sum: number;
  readonly highest: number;
}

/** Throws `RangeError` on NaN, on Infinity, and where no token is possible; -Infinity is a token ruled out. */
export function softmaxWeights(logits: Float32Array | Float64Array): SoftmaxWeights {
  const highest = highestOf(logits);
  const weights = new Float64Array(logits.length);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) {
    const logit = logits[i] ?? 0;
    if (logit === Number.NEGATIVE_INFINITY) continue;
    const weight = Math.exp(logit - highest);
    weights[i] = weight;
    sum += weight;
  }
  if (!Number.isFinite(sum) || highest === Number.NEGATIVE_INFINITY) throw impossible(logits);
  return { weights, sum, highest };
}

/** log Σ exp of the logits; throws as {@link softmaxWeights} does. */
export function logSumExp(logits: Float32Array | Float64Array): number {
  const highest = highestOf(logits);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp((logits[i] ?? 0) - highest);
  if (!Number.isFinite(sum) || highest === Number.NEGATIVE_INFINITY) throw impossible(logits);
  return highest + Math.log(sum);
}

/** NaN is passed over. */
export function highestOf(logits: Float32Array | Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) {
    const logit = logits[i] ?? 0;
    if (logit > highest) highest = logit;
  }
  return highest;
}

/** What is wrong with logits that have no distribution. */
export function impossible(logits: Float32Array | Float64Array): RangeError {
  const index = logits.findIndex((logit) => Number.isNaN(logit) || logit === Number.POSITIVE_INFINITY);
  const found = index < 0 ? `${logits.length} ruled out` : `${logits[index]} for token ${index}`;
  return new RangeError(`softmaxWeights: expected finite logits or -Infinity, got ${found}`);
}

/** The log-probability of one token. */
export function logProbOf(
  { sum, highest }: SoftmaxWeights,
  logits: Float32Array | Float64Array,
  token: number,
): number {
  return (logits[token] ?? Number.NaN) - highest - Math.log(sum);
}
