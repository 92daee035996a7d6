/** What a model thinks of tokens, as graph: shared by training and by scoring. */

import type { Architecture, BatchPlan } from "../families/family.ts";
import type { GraphWeights } from "../nn/weights.ts";
import {
  concat,
  input,
  linear,
  logProb,
  logSumExp,
  maximum,
  mul,
  slice,
  softmax,
  sub,
  sum,
  type Tensor,
} from "../onnx/index.ts";

/** Tensors [R], one number a predicted position; each is computed only where it is asked for. */
export interface TokenScores {
  /** Log-probability of the label. */
  readonly logProbs: () => Tensor;
  /** Log-probability of the likeliest token: equal to the label's where greedy decoding takes the label. */
  readonly best: () => Tensor;
  /** Entropy of the distribution, nats. */
  readonly entropy: () => Tensor;
}

/** Rows whose logits are held at once. */
const CHUNK = 1024;

/** Input `labels`, int32 [R]. Logits are divided by `temperature` before the softmax. */
export function tokenScores(
  weights: GraphWeights,
  { head }: Pick<Architecture, "head">,
  plan: BatchPlan,
  temperature = 1,
): TokenScores {
  const hidden = plan.hiddenStates(weights);
  const scaled = temperature === 1 ? hidden : mul(hidden, 1 / temperature);
  const labels = input(weights.graph, "labels", [plan.predicted], "int32");
  const inChunks = (score: (logits: Tensor, labels: Tensor) => Tensor): Tensor => {
    const chunk = (start: number): Tensor => {
      const end = Math.min(start + CHUNK, plan.predicted);
      return score(linear(slice(scaled, 0, start, end), weights.tensor(head)), slice(labels, 0, start, end));
    };
    const starts = Array.from({ length: Math.ceil(plan.predicted / CHUNK) - 1 }, (_, at) => (at + 1) * CHUNK);
    return concat([chunk(0), ...starts.map(chunk)], 0);
  };
  return {
    logProbs: () => inChunks(logProb),
    best: () => inChunks((logits) => sub(maximum(logits, { axes: [1] }), logSumExp(logits))),
    entropy: () => inChunks(entropyOf),
  };
}

/** log Σ exp z − Σ p z */
const entropyOf = (logits: Tensor): Tensor =>
  sub(logSumExp(logits), sum(mul(softmax(logits), logits), { axes: [1] }));
