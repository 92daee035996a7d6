/** The loop: steps, measurements, samples and checkpoints of a run, from where it stands to its end. */
import { join } from "node:path";
import type { TrainEval, TrainStep } from "../../records/index.ts";
import type { Learner } from "../methods/learner.ts";
import type { TrainRun } from "./run-settings.ts";
import { UnsafeStep } from "./safety.ts";
import { ADAPTER_FOLDER, MODEL_FOLDER, openTrainFolder, type TrainFolder } from "./train-folder.ts";

export interface TrainRunOptions {
  readonly folder: string;
  readonly run: TrainRun;
  readonly learner: Learner;
  /** Aborted: the step under way is finished and saved. */
  readonly stop?: AbortSignal | undefined;
  /** Aborted: the step under way is given up. */
  readonly abort?: AbortSignal | undefined;
  /** Told where the run goes on, before the first step. */
  readonly onStart?: ((done: number) => void) | undefined;
  readonly onStep?: ((record: TrainStep) => void) | undefined;
  readonly onEvals?: ((records: readonly TrainEval[]) => void) | undefined;
}

export type TrainEnd =
  | { readonly kind: "complete" }
  /** Asked to stop; saved. */
  | { readonly kind: "stopped" }
  /** Given up at once: goes on from the last checkpoint. */
  | { readonly kind: "aborted" }
  /** A step would have spoilt the model: nothing of it is saved. */
  | {
      readonly kind: "unsafe";
      /** From 0. */
      readonly step: number;
      readonly quantity: UnsafeStep["quantity"];
      readonly value: number;
      readonly limit: number | undefined;
    };

export interface TrainSummary {
  readonly end: TrainEnd;
  /** Steps done, those of earlier calls included. */
  readonly done: number;
  /** Newest checkpoint. */
  readonly checkpoint: string | undefined;
  /** Of the model, where the run is complete. */
  readonly model: string | undefined;
}

/** Train to the end, or until something ends the run; what a checkpoint holds is never lost. */
export async function runTraining(options: TrainRunOptions): Promise<TrainSummary> {
  const { folder, run, learner, onStart } = options;
  const opened = await openTrainFolder(folder, run, learner);
  let done = opened.done;
  const finish = async (end: TrainEnd): Promise<TrainSummary> => {
    const model = end.kind === "complete" ? await saveModels(learner, folder) : undefined;
    return { end, done, checkpoint: opened.checkpoint(), model };
  };
  try {
    onStart?.(done);
    if (done === 0) await measure(options, opened, 0);
    for (; done < run.config.steps; done++) {
      if (options.stop?.aborted === true) return await finish(await stopped(options, opened, done));
      await learnStep(options, opened, done);
    }
    return await finish({ kind: "complete" });
  } catch (error) {
    const end = endOf(error, done, options.abort);
    if (end === undefined) throw error;
    return await finish(end);
  } finally {
    await opened.close();
  }
}

/** One step with all that is due behind it; the checkpoint last, so that it knows of the rest. */
async function learnStep(options: TrainRunOptions, opened: TrainFolder, step: number): Promise<void> {
  const { run, learner, abort, onStep } = options;
  const { steps, everyCheckpoint, keep } = run.config;
  const everySample = "everySample" in run.config ? run.config.everySample : 0;
  const sampled = isDue(step, everySample) || (everySample > 0 && step + 1 === steps);
  const signal = abort ?? new AbortController().signal;
  const { record, samples } = await learner.learn(step, { sampled, signal });
  await opened.appendStep(record);
  if (sampled) await opened.writeSamples(step, samples);
  onStep?.(record);
  const done = step + 1;
  await measure(options, opened, done);
  if (isDue(done, everyCheckpoint) || done === steps) await opened.save(learner, done, keep);
}

async function measure(options: TrainRunOptions, opened: TrainFolder, done: number): Promise<void> {
  const { steps, everyEval } = options.run.config;
  if (everyEval === 0 || !(isDue(done, everyEval) || done === steps)) return;
  const signal = options.abort ?? new AbortController().signal;
  const records = await options.learner.evaluate(done, signal);
  await opened.appendEvals(records);
  options.onEvals?.(records);
}

/** Asked to stop between two steps: what was learnt since the last checkpoint is saved. */
async function stopped(
  { run, learner }: TrainRunOptions,
  opened: TrainFolder,
  done: number,
): Promise<TrainEnd> {
  if (done > opened.done) await opened.save(learner, done, run.config.keep);
  return { kind: "stopped" };
}

function endOf(error: unknown, step: number, abort: AbortSignal | undefined): TrainEnd | undefined {
  if (error instanceof UnsafeStep) {
    const { quantity, value, limit } = error;
    return { kind: "unsafe", step, quantity, value, limit };
  }
  return abort?.aborted === true ? { kind: "aborted" } : undefined;
}

async function saveModels(learner: Learner, folder: string): Promise<string> {
  const model = join(folder, MODEL_FOLDER);
  await learner.save({ model, adapter: join(folder, ADAPTER_FOLDER) });
  return model;
}

const isDue = (count: number, every: number): boolean => every > 0 && count % every === 0;
