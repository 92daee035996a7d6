/**
 * Teaching: the stages of a curriculum, one model from first to last. On disk, below the folder of the teaching:
 *
 *     stages/01-find/conversations.jsonl    what is learnt
 *     stages/01-find/run/                   the training run; its `model/` is where the next stage begins
 *
 * Each step is saved as in any run; a stage whose model stands is not done again. The same settings, pages and number of
 * threads give the same bytes.
 */
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { readQuestions } from "../../benchmark/index.ts";
import { loadModel } from "../../engine/index.ts";
import { localTraits } from "../../providers/local-traits.ts";
import type { Page, TrainStep } from "../../records/index.ts";
import { createJsonl } from "../../store/index.ts";
import { TrainConfigSchema } from "../config.ts";
import { train } from "../run/train.ts";
import { MODEL_FOLDER } from "../run/train-folder.ts";
import type { TrainEnd } from "../run/train-run.ts";
import type { Curriculum, Stage } from "./curriculum.ts";
import { pagesById, type StageSource, stageConversations } from "./stage-conversations.ts";
import type { TeachSettings } from "./teach-settings.ts";

export interface TeachOptions {
  /** Where the stages are kept. */
  readonly folder: string;
  readonly settings: Pick<TeachSettings, "seed" | "boxes" | "tasks" | "curriculum" | "harness">;
  /** The model before it is taught, a Hugging Face folder. */
  readonly model: string;
  /** The benchmark of the pages that it is taught from; all its splits are. */
  readonly bench: string;
  /** The truth about those pages; read where it is needed, since kept it would slow every step. */
  readonly readTruth: () => Promise<readonly Page[]>;
  readonly threads?: number | undefined;
  /** Aborted: the step under way is finished and saved. */
  readonly stop?: AbortSignal | undefined;
  /** Aborted: the step under way is given up. */
  readonly abort?: AbortSignal | undefined;
  readonly onStage?: ((stage: Stage, done: number) => void) | undefined;
  readonly onStep?: ((stage: Stage, record: TrainStep) => void) | undefined;
}

export type TeachSummary =
  /** All stages are complete; `model` is a Hugging Face folder. */
  | { readonly kind: "taught"; readonly model: string }
  /** A stage, by its id, was stopped, given up, or would have spoilt the model. */
  | { readonly kind: "unfinished"; readonly stage: string; readonly end: TrainEnd };

export async function teach(options: TeachOptions): Promise<TeachSummary> {
  let { model } = options;
  for (const [place, stage] of options.settings.curriculum.stages.entries()) {
    const folder = stageFolder(options.folder, place, stage);
    const taught = join(folder, "run", MODEL_FOLDER);
    if (!existsSync(taught)) {
      const end = await teachStage(options, stage, model, folder);
      if (end.kind !== "complete") return { kind: "unfinished", stage: stage.id, end };
    }
    model = taught;
  }
  return { kind: "taught", model };
}

const stageFolder = (folder: string, place: number, { id }: Stage): string =>
  join(folder, "stages", `${String(place + 1).padStart(2, "0")}-${id}`);

/** @param model where the stage begins */
async function teachStage(
  options: TeachOptions,
  stage: Stage,
  model: string,
  folder: string,
): Promise<TrainEnd> {
  const { settings, bench, threads, stop, abort, onStage, onStep } = options;
  const conversations = join(folder, "conversations.jsonl");
  if (!existsSync(conversations)) await writeConversations(options, stage, model, folder, conversations);
  const { end } = await train({
    config: stageConfig(stage, settings, { model, bench, conversations, threads }),
    folder: join(folder, "run"),
    harness: settings.harness,
    stop,
    abort,
    onStart: (done) => onStage?.(stage, done),
    onStep: (record) => onStep?.(stage, record),
  });
  return end;
}

async function writeConversations(
  { settings, bench, readTruth }: TeachOptions,
  stage: Stage,
  model: string,
  folder: string,
  file: string,
): Promise<void> {
  const { tasks, boxes, seed, harness, curriculum } = settings;
  const questions = (await Array.fromAsync(readQuestions(bench))).filter(({ task }) => tasks.includes(task));
  const reader = { id: "local", model: "taught", traits: localTraits(await loadModel(model)) };
  const source: StageSource = {
    questions,
    pages: pagesById(await readTruth()),
    reader,
    boxes,
    seed,
    harness,
  };
  await mkdir(folder, { recursive: true });
  await rm(`${file}.partial`, { force: true });
  const writer = await createJsonl(`${file}.partial`);
  for (const record of stageConversations(stage, curriculum, source)) await writer.append(record);
  await writer.close();
  await rename(`${file}.partial`, file);
}

interface StagePlaces {
  readonly model: string;
  readonly bench: string;
  readonly conversations: string;
  readonly threads: number | undefined;
}

const EVERY_CHECKPOINT = 50;

function stageConfig(
  { steps, batch, rate, schedule, warmup }: Stage,
  { seed, curriculum }: { readonly seed: string; readonly curriculum: Curriculum },
  places: StagePlaces,
) {
  const { beta2, weightDecay, maxPixels, zoomMaxPixels, dialect } = curriculum;
  return TrainConfigSchema.parse({
    ...{ method: "sft", ...places, seed, order: "file", everyCheckpoint: EVERY_CHECKPOINT, keep: 1 },
    ...{ steps, batch, rate, schedule, warmup, beta2, weightDecay, maxPixels, zoomMaxPixels, dialect },
  });
}
