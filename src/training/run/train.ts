/** One call of `train`: open what the settings name, hold it against what the run began with, and train. */
import { availableParallelism } from "node:os";
import { readQuestions } from "../../benchmark/index.ts";
import { benchmarkHash, openPictures } from "../../episodes/index.ts";
import type { Question } from "../../records/index.ts";
import type { TrainConfig } from "../config.ts";
import { openLearner } from "../methods/index.ts";
import { filesHash, modelHash } from "./model-hash.ts";
import type { TrainRun } from "./run-settings.ts";
import { runTraining, type TrainRunOptions, type TrainSummary } from "./train-run.ts";

export interface TrainOptions extends Omit<TrainRunOptions, "run" | "learner"> {
  readonly config: TrainConfig;
  /** Version of benday, for records. */
  readonly harness: string;
}

/** Decoded pages that are kept, and as much of regions: those that a stage of teaching goes through together. */
const PICTURE_BYTES = 400 * 2 ** 20;

/**
 * Train in a folder, or go on with the run that stands there.
 *
 * @throws InputError for settings that do not fit model, benchmark or the run in the folder
 */
export async function train({ config, harness, ...options }: TrainOptions): Promise<TrainSummary> {
  const { bench } = config;
  const { questions, benchmark } = await neededQuestions(config);
  const threads = config.threads ?? availableParallelism();
  const run: TrainRun = {
    kind: "train-run",
    version: 1,
    config: { ...config, threads },
    sources: {
      model: await modelHash(config.model),
      ...(benchmark === undefined ? {} : { benchmark }),
      ...(config.method === "sft" && config.conversations !== undefined
        ? { conversations: await filesHash([config.conversations]) }
        : {}),
    },
    harness,
  };
  const pictures = bench === undefined ? undefined : openPictures(bench, { maxBytes: PICTURE_BYTES });
  const learner = await openLearner(config, { questions, pictures, threads, harness });
  try {
    return await runTraining({ ...options, run, learner });
  } finally {
    await learner.close();
  }
}

interface Needed {
  readonly questions: readonly Question[];
  /** {@link benchmarkHash} of all questions. */
  readonly benchmark: string | undefined;
}

/** Benchmarks may hold more questions than a process had better keep: those that the settings have no use for go at once. */
async function neededQuestions(config: TrainConfig): Promise<Needed> {
  const { bench } = config;
  if (bench === undefined) return { questions: [], benchmark: undefined };
  const isNeeded = needOf(config);
  const questions: Question[] = [];
  async function* noted(from: string) {
    for await (const question of readQuestions(from)) {
      if (isNeeded(question)) questions.push(question);
      yield question;
    }
  }
  return { benchmark: await benchmarkHash(noted(bench)), questions };
}

/** What is asked or measured, and one question of each page that conversations may show. */
function needOf(config: TrainConfig): (question: Question) => boolean {
  const { tasks, everyEval } = config;
  const isShown = config.method === "sft" && config.conversations !== undefined;
  const pages = new Set<string>();
  return ({ split, task, page }) => {
    const isNew = isShown && !pages.has(page.id);
    pages.add(page.id);
    if (isNew) return true;
    if (tasks.length > 0 && !tasks.includes(task)) return false;
    return split === "train" ? !isShown : split === "validation" && everyEval > 0;
  };
}
