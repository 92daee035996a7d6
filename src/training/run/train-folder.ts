/**
 * A training run on disk:
 *
 *     train.json         the settings (`run-settings.ts`)
 *     steps.jsonl        a line a step
 *     evals.jsonl        a line a measurement and mode
 *     samples/           episodes of some steps, `step-00000010.jsonl`
 *     checkpoints/       the newest ones, by updates done
 *     model/, adapter/   written at the end, Hugging Face layout
 *
 * A checkpoint remembers how long the logs were. A run that was killed goes on from its newest checkpoint: what the
 * logs say of later steps is cut off and comes again, so that they end as those of an undisturbed run.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { KnownSizesSchema, listCheckpoints, restoreCheckpoint, saveCheckpoint } from "../../engine/index.ts";
import { lockRun } from "../../episodes/run/index.ts";
import { InputError } from "../../errors.ts";
import { canonicalJson, checkInput } from "../../json.ts";
import {
  type Episode,
  EpisodeSchema,
  type TrainEval,
  TrainEvalSchema,
  type TrainStep,
  TrainStepSchema,
} from "../../records/index.ts";
import { type JsonlWriter, readJsonl, recoverFolder, resumeJsonl } from "../../store/index.ts";
import type { Learner } from "../methods/learner.ts";
import { holdSettings, TRAIN_FILE, type TrainRun } from "./run-settings.ts";

export const STEPS_FILE = "steps.jsonl";
export const EVALS_FILE = "evals.jsonl";
export const SAMPLES_FOLDER = "samples";
export const CHECKPOINTS_FOLDER = "checkpoints";
export const MODEL_FOLDER = "model";
export const ADAPTER_FOLDER = "adapter";

/** What a checkpoint remembers of the run beside weights and optimiser. */
const NotesSchema = z.strictObject({
  /** Steps done. */
  steps: z.int().nonnegative(),
  /** Bytes of the logs. */
  logged: z.strictObject({ steps: z.int().nonnegative(), evals: z.int().nonnegative() }),
  /** Of the programs that were computed in. */
  sizes: z.array(KnownSizesSchema),
});

/** What a learner remembers from step to step. */
type Remembering = Pick<Learner, "buffers" | "sizes">;

export interface TrainFolder {
  readonly folder: string;
  /** Steps done when it was opened: those of the newest checkpoint. */
  readonly done: number;
  /** Newest checkpoint; undefined where there is none. */
  checkpoint(): string | undefined;
  appendStep(record: TrainStep): Promise<void>;
  appendEvals(records: readonly TrainEval[]): Promise<void>;
  /** @param step from 0 */
  writeSamples(step: number, episodes: readonly Episode[]): Promise<void>;
  save(learner: Remembering, done: number, keep: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Begin a run, or put learner and logs where its newest checkpoint was; until it is closed no other process can.
 *
 * @throws InputError where the folder holds something else, a run of other settings, or another process's work
 */
export async function openTrainFolder(
  folder: string,
  run: TrainRun,
  learner: Remembering,
): Promise<TrainFolder> {
  await mkdir(folder, { recursive: true });
  await refuseForeignFolder(folder);
  const unlock = await lockRun(folder);
  try {
    await holdSettings(folder, run);
    const resumed = await resume(folder, run, learner);
    return await openLogs(folder, resumed, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function refuseForeignFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, TRAIN_FILE))) return;
  const foreign = (await readdir(folder)).filter((name) => !/^(run\.lock|train\.json)/.test(name));
  if (foreign.length === 0) return;
  throw new InputError({
    file: folder,
    expected: "a new or empty folder, or a training run to go on with",
    found: `other files (${foreign[0]})`,
  });
}

interface Resumed {
  readonly checkpoint: string | undefined;
  readonly done: number;
}

async function resume(
  folder: string,
  { config }: TrainRun,
  { buffers, sizes }: Remembering,
): Promise<Resumed> {
  const checkpoints = join(folder, CHECKPOINTS_FOLDER);
  await recoverCheckpoints(checkpoints);
  const checkpoint = (await dropOldCheckpoints(checkpoints, config.keep)).at(-1);
  const notes =
    checkpoint === undefined
      ? { steps: 0, logged: { steps: 0, evals: 0 }, sizes: [] }
      : checkInput(NotesSchema, (await restoreCheckpoint(checkpoint, buffers)).notes, checkpoint, "notes");
  sizes.restore(notes.sizes);
  await cutLog(join(folder, STEPS_FILE), notes.logged.steps);
  await cutLog(join(folder, EVALS_FILE), notes.logged.evals);
  await dropSamples(join(folder, SAMPLES_FOLDER), notes.steps);
  return { checkpoint, done: notes.steps };
}

/** A step without an update writes the checkpoint of the same name again; a kill may have come between two renames. */
async function recoverCheckpoints(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, target] = /^\.(step-\d+)\.benday-/.exec(name) ?? [];
    if (target !== undefined) await recoverFolder(join(folder, target));
  }
}

/** Those that a kill kept from being removed, in whole or in part; gives the rest, oldest first. */
async function dropOldCheckpoints(folder: string, keep: number): Promise<readonly string[]> {
  const kept = (await listCheckpoints(folder)).slice(-keep);
  if (kept.length === 0) return [];
  const names = (await readdir(folder)).filter((name) => /^step-\d+$/.test(name));
  const old = names.map((name) => join(folder, name)).filter((path) => !kept.includes(path));
  for (const path of old) await rm(path, { recursive: true });
  return kept;
}

async function cutLog(file: string, bytes: number): Promise<void> {
  const found = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  if (found < bytes)
    throw new InputError({
      file,
      expected: `at least the ${bytes} bytes that the checkpoint knows of`,
      found: `${found}`,
      hint: "the log was changed: begin the run anew in another folder",
    });
  if (found > bytes) await truncate(file, bytes);
}

async function dropSamples(folder: string, done: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, step] = /^step-(\d+)\.jsonl/.exec(name) ?? [];
    if (step !== undefined && Number(step) >= done) await rm(join(folder, name));
  }
}

async function openLogs(folder: string, resumed: Resumed, unlock: () => Promise<void>): Promise<TrainFolder> {
  let { checkpoint } = resumed;
  const steps = await openLog(join(folder, STEPS_FILE));
  const evals = await openLog(join(folder, EVALS_FILE));
  return {
    folder,
    done: resumed.done,
    checkpoint: () => checkpoint,
    appendStep: (record) => steps.append([record]),
    appendEvals: (records) => evals.append(records),
    writeSamples: (step, episodes) => writeSamples(folder, step, episodes),
    save: async ({ buffers, sizes }, done, keep) => {
      const logged = { steps: await steps.size(), evals: await evals.size() };
      const progress = { random: {}, notes: { steps: done, logged, sizes: [...sizes.known()] } };
      const checkpoints = join(folder, CHECKPOINTS_FOLDER);
      checkpoint = await saveCheckpoint(checkpoints, buffers, progress, { keep });
    },
    close: async () => {
      await Promise.all([steps.close(), evals.close()]);
      await unlock();
    },
  };
}

interface Log {
  append(records: readonly unknown[]): Promise<void>;
  /** Bytes on disk. */
  size(): Promise<number>;
  close(): Promise<void>;
}

async function openLog(file: string): Promise<Log> {
  const { writer }: { writer: JsonlWriter } = await resumeJsonl(file);
  return {
    append: async (records) => {
      for (const record of records) await writer.append(record);
      await writer.flush();
    },
    size: async () => (await stat(file)).size,
    close: () => writer.close(),
  };
}

const samplesFile = (folder: string, step: number): string =>
  join(folder, SAMPLES_FOLDER, `step-${String(step).padStart(8, "0")}.jsonl`);

async function writeSamples(folder: string, step: number, episodes: readonly Episode[]): Promise<void> {
  const file = samplesFile(folder, step);
  await mkdir(join(folder, SAMPLES_FOLDER), { recursive: true });
  await writeFile(`${file}.partial`, episodes.map((episode) => `${canonicalJson(episode)}\n`).join(""));
  await rename(`${file}.partial`, file);
}

/** The steps of a run, in order. */
export const readTrainSteps = (folder: string): AsyncGenerator<TrainStep, void, undefined> =>
  readJsonl(join(folder, STEPS_FILE), TrainStepSchema);

/** The measurements of a run, in order. */
export const readTrainEvals = (folder: string): AsyncGenerator<TrainEval, void, undefined> =>
  readJsonl(join(folder, EVALS_FILE), TrainEvalSchema);

/** Sampled episodes of a step. */
export const readTrainSamples = (folder: string, step: number): AsyncGenerator<Episode, void, undefined> =>
  readJsonl(samplesFile(folder, step), EpisodeSchema);

/** Steps of which episodes were kept, in order, from 0. */
export async function sampledSteps(folder: string): Promise<readonly number[]> {
  const names = await readdir(join(folder, SAMPLES_FOLDER)).catch(() => []);
  const steps = names.flatMap((name) => /^step-(\d+)\.jsonl$/.exec(name)?.slice(1) ?? []);
  return steps.map(Number).sort((a, b) => a - b);
}
