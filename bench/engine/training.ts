/** The training steps that the engine's bench measures. */
import { batchFeeds } from "../../src/engine/families/qwen2.5-vl/batch.ts";
import { hiddenStates } from "../../src/engine/families/qwen2.5-vl/forward.ts";
import { headName, qwen25VlParameters } from "../../src/engine/families/qwen2.5-vl/parameters.ts";
import { gradientTargets, trainProgram } from "../../src/engine/nn/train-program.ts";
import { type GraphWeights, graphWeights } from "../../src/engine/nn/weights.ts";
import {
  buildProgram,
  type Feeds,
  type Graph,
  input,
  linearLogProb,
  mul,
  neg,
  openSession,
  sum,
} from "../../src/engine/onnx/index.ts";
import { initialise } from "../../src/engine/optim/initialisers.ts";
import { isLoraName, loraInitialiser, loraParameters } from "../../src/engine/optim/lora.ts";
import { adamw, applyStep, initialState } from "../../src/engine/optim/optimiser.ts";
import { createParameters, feedsOf, gradientsFor, parametersOf } from "../../src/engine/optim/parameters.ts";
import { randomBatch, randomParameters, shapeOf, type Workload } from "./workload.ts";

/** Something to time, again and again. */
export interface Measured {
  /** Gives the loss. */
  readonly run: () => Promise<number>;
  /** Multiplications and additions of the matrix products of a run. */
  readonly flops: number;
  readonly release: () => Promise<void>;
}

export const RATE = 1e-4;
export const THREADS = 2;
/** Every linear layer of the decoder. */
const LORA = {
  r: 8,
  alpha: 16,
  targets: String.raw`model\.language_model\.layers\.\d+\.\w+\.(q|k|v|o|gate|up|down)_proj`,
};

const objective = (workload: Workload) => (graph: Graph, weights: GraphWeights) => {
  const labels = labelCount(workload);
  const hidden = hiddenStates(weights, workload.config, shapeOf(workload));
  const head = weights.tensor(headName(workload.config));
  const logProbs = linearLogProb(hidden, head, input(graph, "labels", [labels], "int32"));
  return { loss: neg(mul(sum(logProbs), 1 / labels)) };
};

/** All inputs of a batch but the parameters, made anew at each call. */
function inputsOf(workload: Workload): () => Feeds {
  const { batch, labels } = randomBatch(workload, "batch");
  const shape = shapeOf(workload);
  return () => ({ ...batchFeeds(workload.config, batch, shape), labels });
}

const labelCount = ({ sequences, labelled }: Workload): number => sequences * labelled;

/** Time of the inputs alone: what a step spends before the program runs. */
export function preparation(workload: Workload): Measured {
  const inputs = inputsOf(workload);
  return {
    run: async () => Object.keys(inputs()).length,
    flops: 0,
    release: async () => {},
  };
}

/** The loss alone. */
export async function forwardPass(workload: Workload): Promise<Measured> {
  const { config } = workload;
  const inputs = inputsOf(workload);
  const program = buildProgram("float32", (graph) =>
    objective(workload)(graph, graphWeights(graph, qwen25VlParameters(config))),
  );
  const session = await openSession(program, { threads: THREADS });
  const weights = feedsOf(randomParameters(config));
  return {
    run: async () => {
      const { loss } = await session.run({ ...inputs(), ...weights });
      return loss[0] ?? Number.NaN;
    },
    flops: program.flops,
    release: session.release,
  };
}

/** Inputs, forward, gradients of all parameters (or of low-rank adapters), AdamW. */
export async function trainStep(workload: Workload, trained: "all" | "lora" = "all"): Promise<Measured> {
  const { config } = workload;
  const inputs = inputsOf(workload);
  const base = randomParameters(config);
  const specs = trained === "all" ? [] : loraParameters(qwen25VlParameters(config), LORA);
  const trains = (name: string): boolean => trained === "all" || isLoraName(name);
  const store = createParameters([...qwen25VlParameters(config), ...specs], trains);
  if (trained === "lora") initialise(store.trainable, "adapters", loraInitialiser);
  const weights = feedsOf(store);
  for (const { name, data } of parametersOf(base)) weights[name]?.set(data);
  const program = trainProgram({
    parameters: qwen25VlParameters(config),
    adapters: { specs, scaling: () => LORA.alpha / LORA.r },
    trains,
    target: "cpu",
    objective: objective(workload),
  });
  const session = await openSession(program, { threads: THREADS });
  const gradients = gradientsFor(store);
  const targets = gradientTargets(program, gradients);
  const optimiser = adamw({ rate: RATE, weightDecay: 0.01, decays: () => true });
  const state = initialState(optimiser, store.trainable.layout);
  return {
    run: async () => {
      const outputs = await session.run({ ...inputs(), ...weights }, targets);
      applyStep(optimiser, state, store.trainable, gradients);
      return outputs["loss"]?.[0] ?? Number.NaN;
    },
    flops: program.flops,
    release: session.release,
  };
}
