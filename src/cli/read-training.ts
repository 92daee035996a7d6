/** Training runs as a report takes them. */
import { existsSync } from "node:fs";
import path from "node:path";
import { readQuestions } from "../benchmark/index.ts";
import { scoreEpisode } from "../episodes/index.ts";
import { canonicalJson } from "../json.ts";
import type { Question } from "../records/index.ts";
import type { PictureSource, SampledEpisode, TrainingLog } from "../report/index.ts";
import {
  readTrainEvals,
  readTrainRun,
  readTrainSamples,
  readTrainSteps,
  sampledSteps,
  settingsOf,
  TRAIN_FILE,
} from "../training/index.ts";
import { reportPictures } from "./report-pictures.ts";

/** Whether the folder was made by `benday train`. */
export const isTrainingRun = (folder: string): boolean => existsSync(path.join(folder, TRAIN_FILE));

/**
 * Runs of the names `row-seed` whose settings differ in nothing else are one row. Of models and data counts what they are,
 * not where they lay: seeds may have been trained on several machines.
 */
export async function trainingLogs(folders: readonly string[]): Promise<readonly TrainingLog[]> {
  const runs = await Promise.all(
    folders.map(async (folder) => {
      const run = await readTrainRun(folder);
      const { seed } = run.config;
      const settings = [...settingsOf(run)].filter(([name]) => name !== "seed" && name !== "threads");
      const name = nameOf(folder);
      const row = name.endsWith(`-${seed}`) ? name.slice(0, -seed.length - 1) : name;
      return { folder, row, key: canonicalJson([row, Object.fromEntries(settings)]) };
    }),
  );
  const repeats = Map.groupBy(runs, ({ key }) => key);
  const isOneRow = (name: string) =>
    new Set(runs.filter(({ row }) => row === name).map(({ key }) => key)).size === 1;
  return Promise.all(
    runs.map(async ({ folder, row, key }) => ({
      ...(await trainingLog(folder)),
      ...((repeats.get(key)?.length ?? 0) > 1 && isOneRow(row) && { row }),
    })),
  );
}

async function trainingLog(folder: string): Promise<TrainingLog> {
  return {
    name: nameOf(folder),
    steps: await Array.fromAsync(readTrainSteps(folder)),
    evals: await Array.fromAsync(readTrainEvals(folder)),
  };
}

export interface TrainingSamples {
  readonly samples: readonly SampledEpisode[];
  /** Of their pages. */
  readonly pictures: PictureSource;
}

/**
 * Episodes of the first and of the last step of which some were kept.
 *
 * @param count of each step, at most
 * @param benchmark where the benchmark lies now; undefined for where it lay
 */
export async function trainingSamples(
  folders: readonly string[],
  count: number,
  benchmark: string | undefined,
): Promise<TrainingSamples> {
  const samples: SampledEpisode[] = [];
  const homes = new Map<string, string>();
  for (const folder of count === 0 ? [] : folders) {
    const home = benchmark ?? (await readTrainRun(folder)).config.bench;
    const kept = await keptEpisodes(folder, count);
    if (home === undefined || kept.length === 0) continue;
    const questions = new Map<string, Question>();
    for await (const question of readQuestions(home)) questions.set(question.id, question);
    for (const { name, episode } of kept) {
      const question = questions.get(episode.question);
      if (question === undefined) continue;
      homes.set(question.id, home);
      samples.push({ name, question, episode, score: scoreEpisode(question, episode) });
    }
  }
  return { samples, pictures: reportPictures(({ id }) => homes.get(id) ?? "") };
}

async function keptEpisodes(folder: string, count: number) {
  const steps = await sampledSteps(folder);
  const shown = new Set([...steps.slice(0, 1), ...steps.slice(-1)]);
  const groups = [...shown].map(async (step) => {
    const episodes = await Array.fromAsync(readTrainSamples(folder, step));
    const name = `${nameOf(folder)}, step ${step + 1}`;
    return episodes.slice(0, count).map((episode) => ({ name, episode }));
  });
  return (await Promise.all(groups)).flat();
}

const nameOf = (folder: string): string => path.basename(path.resolve(folder));
