/** Multiplications and additions of the matrix products of packed rollouts, padding included. */

import type { Model, Targets } from "../../src/engine/index.ts";
import { tokenScores } from "../../src/engine/model/log-probs.ts";
import { trainProgram } from "../../src/engine/nn/train-program.ts";
import { graphWeights } from "../../src/engine/nn/weights.ts";
import { buildProgram, sum } from "../../src/engine/onnx/index.ts";

export interface PackFlops {
  /** Log-probabilities alone. */
  readonly scoring: number;
  /** With entropy, and gradients of all that trains. */
  readonly update: number;
}

/** Remembers the programs of one model: batches of one key run in the same. */
export function flopsCounter(model: Model): (batch: Targets) => PackFlops {
  const known = new Map<string, PackFlops>();
  return (batch) => {
    const plan = model.architecture.plan(batch);
    const counted = known.get(plan.key) ?? count(model, plan);
    known.set(plan.key, counted);
    return counted;
  };
}

function count(
  { architecture, parameters, adapter }: Model,
  plan: ReturnType<Model["architecture"]["plan"]>,
): PackFlops {
  const scoring = buildProgram("float32", (graph) => {
    const weights = graphWeights(graph, architecture.parameters, adapter);
    return { logProbs: tokenScores(weights, architecture, plan).logProbs() };
  });
  const update = trainProgram({
    parameters: architecture.parameters,
    adapters: adapter,
    trains: (name) => parameters.trainable.layout.byName.has(name),
    objective: (_, weights) => {
      const { logProbs, entropy } = tokenScores(weights, architecture, plan);
      return { loss: sum(logProbs()), entropy: entropy() };
    },
  });
  return { scoring: scoring.flops, update: update.flops };
}
