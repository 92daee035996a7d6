/**
 * Training: gradients of micro-batches added up, then one update. Loops, data and schedules are the caller's.
 *
 * The same parameters, batches and number of threads give the same bits. Another number of threads changes the last
 * ones: onnxruntime divides matrix products by threads, and its blocks of sums with them.
 */

import type { BatchPlan, Rounding } from "../families/family.ts";
import { runTraining, trainProgram } from "../nn/train-program.ts";
import { createSessionCache, input } from "../onnx/index.ts";
import type { SessionCacheOptions } from "../onnx/session-cache.ts";
import { type Accumulator, addGradients, createAccumulator, takeMean } from "../optim/accumulation.ts";
import { applyStep, initialState, type Optimiser, type StepReport } from "../optim/optimiser.ts";
import { feedsOf, gradientsFor } from "../optim/parameters.ts";
import type { TrainingBuffers } from "../optim/training-state.ts";
import { tokenScores } from "./log-probs.ts";
import type { Model } from "./model.ts";
import { crossEntropy, type Objective } from "./objective.ts";
import { cutPadding, feedsFor, type Targets, targetLabels } from "./targets.ts";

/** A micro-batch: what is computed at once. */
export interface TrainBatch extends Targets {
  /** The objective's inputs: a number for each predicted position. */
  readonly values?: Readonly<Record<string, ArrayLike<number>>> | undefined;
  /** How much its gradient counts beside those of other micro-batches of the same update; 1 by default. */
  readonly weight?: number | undefined;
}

export interface BatchResult {
  readonly loss: number;
  /** What else the objective gives, by name; without padding. */
  readonly outputs: Readonly<Record<string, Float32Array>>;
}

export interface TrainerOptions extends SessionCacheOptions, Rounding {
  readonly optimiser: Optimiser;
  /** Cross entropy by default. */
  readonly objective?: Objective | undefined;
}

export interface Trainer {
  /** All that a checkpoint has to hold. */
  readonly buffers: TrainingBuffers & { readonly accumulator: Accumulator };
  /** Adds the gradients of a micro-batch to those that wait. @throws RangeError for missing or misfitting inputs */
  add(batch: TrainBatch): Promise<BatchResult>;
  /** Updates the parameters by the weighted mean of what was added. */
  update(): StepReport;
  /** Frees the sessions. */
  release(): Promise<void>;
}

/** Each keeps its intermediate results in memory, about a gigabyte for a large batch of a small model. */
export const MAX_SESSIONS = 8;

/** @throws RangeError where no parameter of the model trains */
export function createTrainer(model: Model, options: TrainerOptions): Trainer {
  const { optimiser, objective = crossEntropy, buckets, sizes, ...session } = options;
  const { architecture, parameters } = model;
  const { layout } = parameters.trainable;
  if (layout.length === 0)
    throw new RangeError(
      "createTrainer: expected parameters that train, got none; load the model with `trains`",
    );
  const gradients = gradientsFor(parameters);
  const accumulator = createAccumulator(layout);
  const state = initialState(optimiser, layout);
  const cache = createSessionCache({ maxSessions: MAX_SESSIONS, ...session });
  return {
    buffers: { parameters, optimiser: state, accumulator },
    add: async (batch) => {
      const plan = architecture.plan(batch, { buckets, sizes });
      const own = { labels: targetLabels(batch, plan), ...valueFeeds(objective, batch, plan) };
      const { loss, ...outputs } = await cache.use(
        plan.key,
        () => programOf(model, objective, plan),
        (open) =>
          runTraining(open, feedsFor(open.program, plan.feeds(), feedsOf(parameters), own), gradients),
      );
      addGradients(accumulator, gradients, batch.weight);
      return { loss: loss?.[0] ?? Number.NaN, outputs: cutPadding(outputs, plan, batch) };
    },
    update: () => {
      takeMean(accumulator, gradients);
      return applyStep(optimiser, state, parameters.trainable, gradients);
    },
    release: () => cache.clear(),
  };
}

export interface TrainStep extends StepReport {
  /** Weighted mean over the micro-batches. */
  readonly loss: number;
  /** Of each micro-batch, in order. */
  readonly results: readonly BatchResult[];
}

/** One update by the micro-batches. */
export async function trainStep(trainer: Trainer, batches: readonly TrainBatch[]): Promise<TrainStep> {
  const results: BatchResult[] = [];
  let [loss, total] = [0, 0];
  for (const batch of batches) {
    const { weight = 1 } = batch;
    const result = await trainer.add(batch);
    results.push(result);
    loss += weight * result.loss;
    total += weight;
  }
  return { ...trainer.update(), loss: loss / total, results };
}

function programOf({ architecture, parameters, adapter }: Model, objective: Objective, plan: BatchPlan) {
  const trained = parameters.trainable.layout.byName;
  return trainProgram({
    parameters: architecture.parameters,
    adapters: adapter,
    target: "cpu",
    trains: (name) => trained.has(name),
    objective: (graph, weights) => {
      const values = new Map(objective.inputs.map((name) => [name, input(graph, name, [plan.predicted])]));
      return objective.build({
        ...tokenScores(weights, architecture, plan, objective.temperature),
        value: (name) => {
          const tensor = values.get(name);
          if (tensor === undefined)
            throw new RangeError(`objective: expected one of ${objective.inputs.join(", ")}, got ${name}`);
          return tensor;
        },
      });
    },
  });
}

/** The objective's inputs, padded with 0. */
function valueFeeds({ inputs }: Objective, { values = {}, predicted }: TrainBatch, plan: BatchPlan) {
  const feeds = inputs.map((name) => {
    const given = values[name];
    if (given?.length !== predicted.length)
      throw new RangeError(
        `objective: expected ${name} for each of ${predicted.length} positions, got ${given?.length ?? "none"}`,
      );
    const padded = new Float32Array(plan.predicted);
    padded.set(given);
    return [name, padded] as const;
  });
  return Object.fromEntries(feeds);
}
