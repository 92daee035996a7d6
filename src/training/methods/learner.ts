/** What a training method gives to the loop: something that learns, a step at a time. */
import type { SizeMemory, TrainingBuffers } from "../../engine/index.ts";
import type { Episode, TrainEval, TrainStep } from "../../records/index.ts";

export interface LearntStep {
  readonly record: TrainStep;
  /** Some episodes of the step, for people to look at. */
  readonly samples: readonly Episode[];
}

export interface StepContext {
  /** Whether samples of this step are kept. */
  readonly sampled: boolean;
  /** Aborted: give up at once. */
  readonly signal: AbortSignal;
}

/**
 * All that it remembers from step to step stands in `buffers` and `sizes`; everything else follows from the settings and the number
 * of the step, so that a run can go on from a checkpoint.
 */
export interface Learner {
  readonly buffers: TrainingBuffers;
  /** Of the programs that it computes in. */
  readonly sizes: SizeMemory;
  /** @param step from 0. @throws UnsafeStep before a bad update */
  learn(step: number, context: StepContext): Promise<LearntStep>;
  /** Measure on the validation split. @param done steps done */
  evaluate(done: number, signal: AbortSignal): Promise<readonly TrainEval[]>;
  /** Write the model as a Hugging Face folder, and the adapter where one trains, replacing earlier ones. */
  save(folders: { readonly model: string; readonly adapter: string }): Promise<void>;
  close(): Promise<void>;
}
