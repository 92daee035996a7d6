/** A run with the questions that it answers, read from disk. */
import path from "node:path";
import { readQuestions } from "../benchmark/index.ts";
import {
  benchmarkHash,
  type JudgedAnswers,
  type Judging,
  readEpisodes,
  readRun,
  scoreRun,
} from "../episodes/run/index.ts";
import { InputError } from "../errors.ts";
import type { Episode, Question } from "../records/index.ts";
import type { ReportRun } from "../report/index.ts";

export interface LoadedRun extends ReportRun {
  readonly folder: string;
  readonly benchmark: string;
  /** Absent where no judge was asked. */
  readonly judged?: JudgedAnswers;
  /** By id. */
  readonly questions: ReadonlyMap<string, Question>;
}

/**
 * Read a run and score it anew.
 *
 * @param judging who decides on open answers; default: who did when the run was scored last
 * @param benchmark where the benchmark lies; undefined for where it lay when the run began
 * @throws InputError where the benchmark is not the one that the run was made with
 */
export async function loadRun(
  folder: string,
  benchmark: string | undefined,
  judging: Judging | "kept" | "none" = "kept",
): Promise<LoadedRun> {
  const run = await readRun(folder);
  const source = benchmark ?? run.benchmarkFolder;
  const questions = await Array.fromAsync(readQuestions(source));
  if ((await benchmarkHash(questions)) !== run.settings.benchmark) {
    throw new InputError({
      file: source,
      expected: `the benchmark that ${folder} was made with (${run.settings.benchmark.slice(0, 12)})`,
      found: "other questions",
      hint: "say where it is: --benchmark FOLDER",
    });
  }
  const byId = new Map(questions.map((question) => [question.id, question]));
  const scored = await scoreRun(folder, byId, judging);
  const episodes = new Map<string, Episode>();
  for await (const episode of readEpisodes(folder)) episodes.set(episode.id, episode);
  const name = path.basename(path.resolve(folder));
  return { folder, name, run, episodes, ...scored, benchmark: source, questions: byId };
}
