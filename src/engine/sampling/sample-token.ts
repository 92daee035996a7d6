/** From a row of logits to a token and its log-probabilities. */
import { seeded } from "../../random.ts";
import type { Sampling } from "./options.ts";
import { impossible, logProbOf, logSumExp, type SoftmaxWeights, softmaxWeights } from "./softmax.ts";
import { warpLogits } from "./warpers.ts";

export interface SampledToken {
  readonly token: number;
  /** Under the model's own distribution: temperature 1, nothing ruled out or penalised. What training compares with. */
  readonly logProb: number;
  /** Under the distribution it was drawn from; 0 for greedy. */
  readonly samplingLogProb: number;
}

export interface SampleContext {
  /** Tokens so far, the prompt's among them; read only where repetition is penalised. */
  readonly history?: Iterable<number> | undefined;
  /** log Σ exp of the logits, where it is known already. */
  readonly normaliser?: number | undefined;
  /** Tokens that are never drawn. Of all others at least one must be possible. */
  readonly forbidden?: ReadonlySet<number> | undefined;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Choose the next token of one row.
 *
 * @param logits of the vocabulary; not changed
 * @param draw uniform in [0, 1): which token is drawn, by the inverse of the cumulated probabilities
 */
export function sampleToken(
  logits: Float32Array,
  options: Sampling,
  draw: number,
  { history = [], normaliser = logSumExp(logits), forbidden = NONE }: SampleContext = {},
): SampledToken {
  const under = (token: number): number => (logits[token] ?? Number.NaN) - normaliser;
  if (!Number.isFinite(normaliser)) throw impossible(logits);
  if (forbidden.size === 0 && isPlain(options)) {
    const token = plainTokenAt(logits, normaliser, draw);
    return { token, logProb: under(token), samplingLogProb: under(token) };
  }
  if (options.temperature === 0 && options.repetitionPenalty === 1) {
    const token = likeliest(logits, forbidden);
    return { token, logProb: under(token), samplingLogProb: 0 };
  }
  const warped = new Float64Array(logits);
  for (const token of forbidden) warped[token] = Number.NEGATIVE_INFINITY;
  warpLogits(warped, options, history);
  if (options.temperature === 0) {
    const token = likeliest(warped, forbidden);
    return { token, logProb: under(token), samplingLogProb: 0 };
  }
  const drawnFrom = softmaxWeights(warped);
  const token = tokenAt(drawnFrom, draw);
  return { token, logProb: under(token), samplingLogProb: logProbOf(drawnFrom, warped, token) };
}

/** Whether the options leave the model's own distribution as it is. */
function isPlain({ temperature, topK, topP, minP, repetitionPenalty }: Sampling): boolean {
  return temperature === 1 && topK === 0 && topP === 1 && minP === 0 && repetitionPenalty === 1;
}

function likeliest(logits: Float32Array | Float64Array, forbidden: ReadonlySet<number>): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logits.length; i++) {
    const logit = logits[i] ?? 0;
    if (logit <= highest || forbidden.has(i)) continue;
    best = i;
    highest = logit;
  }
  if (best < 0) throw new RangeError("sampleToken: expected a token that is not forbidden, got none");
  return best;
}

/** The first token at which the cumulated probability exceeds the draw; rounding at the end leaves the last one. */
function tokenAt({ weights, sum }: SoftmaxWeights, draw: number): number {
  const target = draw * sum;
  let cumulated = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    cumulated += weight;
    last = i;
    if (cumulated > target) break;
  }
  return last;
}

/** The same under the model's own distribution, whose weights need not be known beyond the token. */
function plainTokenAt(logits: Float32Array, normaliser: number, draw: number): number {
  let cumulated = 0;
  for (let i = 0; i < logits.length; i++) {
    cumulated += Math.exp((logits[i] ?? 0) - normaliser);
    if (cumulated > draw) return i;
  }
  // The normaliser is rounded to float32, and the draw in what that left out at the end.
  return tokenAt(softmaxWeights(logits), draw);
}

/**
 * The draws of one row: one a token, from a stream of its own. So a row gets the same tokens whichever rows are beside
 * it, and however long those live.
 */
export function rowDraws(seed: string | number, row: string | number): () => number {
  const random = seeded(seed).fork("row").fork(row);
  // 53 bits: with 32, a token rarer than 1 in 4 billion could never come.
  return () => (Math.floor(random.next() * 0x200000) + random.next()) / 0x200000;
}
