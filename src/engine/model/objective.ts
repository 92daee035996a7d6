/** What training makes smaller. */
import { div, mul, neg, sum, type Tensor } from "../onnx/index.ts";
import type { TokenScores } from "./log-probs.ts";

/** What an objective is made of. */
export interface ObjectiveTensors extends TokenScores {
  /** One of the objective's own inputs, [R]; 0 for padding. */
  readonly value: (name: string) => Tensor;
}

export interface Objective {
  /** Numbers that come with each predicted position (advantages, old log-probs, ...), by name; not `labels`. */
  readonly inputs: readonly string[];
  /** Logits are divided by it before the softmax; 1 by default. */
  readonly temperature?: number | undefined;
  /**
   * A scalar, and whatever else is wanted of the forward pass by name. Padded positions must not matter: multiply by an
   * input, which is 0 there.
   */
  readonly build: (tensors: ObjectiveTensors) => { readonly loss: Tensor } & Readonly<Record<string, Tensor>>;
}

/** The mean of −log-probability over positions, weighed by the input `weights`. */
export const crossEntropy: Objective = {
  inputs: ["weights"],
  build: ({ logProbs, value }) => {
    const weights = value("weights");
    return { loss: neg(div(sum(mul(logProbs(), weights)), sum(weights))) };
  },
};
