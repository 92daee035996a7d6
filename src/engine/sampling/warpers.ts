/**
 * What changes logits before a token is drawn: `LogitsProcessor`s of transformers (generation/logits_process.py), with
 * `min_tokens_to_keep` 1, in the order in which `generate` applies them.
 *
 * All work in place on a row of float64 logits; a token that is ruled out gets -Infinity. Deviations: float64, so a
 * token at the very edge of top-p or min-p may fall on the other side; among equal logits at the edge of top-p, where
 * torch leaves the order open, the lower id stays.
 */
import type { Sampling } from "./options.ts";
import { highestOf, softmaxWeights } from "./softmax.ts";

/** Applies all that the options ask for; `history` holds the tokens so far, the prompt's among them. */
export function warpLogits(logits: Float64Array, options: Sampling, history: Iterable<number>): void {
  const { temperature, topK, topP, minP, repetitionPenalty } = options;
  if (repetitionPenalty !== 1) penaliseRepetition(logits, repetitionPenalty, history);
  if (temperature === 0) return;
  if (temperature !== 1) for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] ?? 0) / temperature;
  if (topK > 0 && topK < logits.length) dropBelow(logits, kthLargest(logits, topK));
  if (topP < 1) keepTopP(logits, topP);
  if (minP > 0) keepMinP(logits, minP);
}

/** `RepetitionPenaltyLogitsProcessor`: each token of the history once, however often it came. */
export function penaliseRepetition(logits: Float64Array, penalty: number, history: Iterable<number>): void {
  for (const token of new Set(history)) {
    const logit = logits[token];
    if (logit !== undefined) logits[token] = logit < 0 ? logit * penalty : logit / penalty;
  }
}

function dropBelow(logits: Float64Array, threshold: number): void {
  for (let i = 0; i < logits.length; i++) {
    if ((logits[i] ?? 0) < threshold) logits[i] = Number.NEGATIVE_INFINITY;
  }
}

/** `TopKLogitsWarper`'s threshold. A sorted list of the best so far: few elements of a row get into it. */
export function kthLargest(values: Float64Array, k: number): number {
  const best = values.slice(0, k).sort();
  let lowest = best[0] ?? Number.NEGATIVE_INFINITY;
  for (let i = k; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value <= lowest) continue;
    let at = 0;
    for (; at + 1 < k && (best[at + 1] ?? 0) < value; at++) best[at] = best[at + 1] ?? 0;
    best[at] = value;
    lowest = best[0] ?? 0;
  }
  return lowest;
}

/** Bins a nat of logit, and how many; tokens 64 nats below the likeliest share the last. */
const BINS_PER_NAT = 16;
const BINS = 1024;

/**
 * `TopPLogitsWarper`: from the least likely token up, drop while the dropped ones together have a probability of at
 * most 1 - p; the likeliest stays. Tokens are binned by logit, so that only those of one bin are sorted.
 */
export function keepTopP(logits: Float64Array, p: number): void {
  const { weights, sum, highest } = softmaxWeights(logits);
  const budget = (1 - p) * sum;
  const { bins, mass } = binByLogit(logits, weights, highest);
  let dropped = 0;
  let edge = BINS - 1;
  for (; edge > 0 && dropped + (mass[edge] ?? 0) <= budget; edge--) dropped += mass[edge] ?? 0;
  const inEdge: number[] = [];
  for (let i = 0; i < weights.length; i++) if (bins[i] === edge) inEdge.push(weights[i] ?? 0);
  const rising = Float64Array.from(inEdge).sort();
  let first = 0;
  while (first + 1 < rising.length && dropped + (rising[first] ?? 0) <= budget) {
    dropped += rising[first] ?? 0;
    first++;
  }
  const lowest = rising[first] ?? 0;
  dropLighter(logits, weights, lowest, first - rising.indexOf(lowest));
}

/** The bin of each token, bin 0 the likeliest, and the weight of each bin. */
function binByLogit(
  logits: Float64Array,
  weights: Float64Array,
  highest: number,
): { readonly bins: Uint16Array; readonly mass: Float64Array } {
  const bins = new Uint16Array(logits.length);
  const mass = new Float64Array(BINS);
  for (let i = 0; i < logits.length; i++) {
    const bin = Math.min(BINS - 1, Math.floor((highest - (logits[i] ?? 0)) * BINS_PER_NAT));
    bins[i] = bin;
    mass[bin] = (mass[bin] ?? 0) + (weights[i] ?? 0);
  }
  return { bins, mass };
}

/** Drops tokens below a weight, and so many of those that have it, the highest ids first. */
function dropLighter(logits: Float64Array, weights: Float64Array, lowest: number, equals: number): void {
  let left = equals;
  for (let i = logits.length - 1; i >= 0; i--) {
    const weight = weights[i] ?? 0;
    if (weight > lowest || (weight === lowest && left-- <= 0)) continue;
    logits[i] = Number.NEGATIVE_INFINITY;
  }
}

/** `MinPLogitsWarper`: drop what is less than p times as likely as the likeliest. */
export function keepMinP(logits: Float64Array, p: number): void {
  dropBelow(logits, highestOf(logits) + Math.log(p));
}
