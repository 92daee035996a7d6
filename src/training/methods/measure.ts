/** Measurements on the way: greedy episodes on a fixed slice of the validation split. */
import { scoreEpisode } from "../../episodes/index.ts";
import { hash32 } from "../../random.ts";
import type { Question, TrainEval } from "../../records/index.ts";
import type { TrainConfig } from "../config.ts";
import type { Policy } from "../rollout/policy.ts";
import { episodeOf } from "../rollout/reward-rollouts.ts";
import type { Rollout, RolloutMode, RolloutOptions } from "../rollout/rollout.ts";
import { episodeFigures, type ScoredEpisode } from "../run/episode-figures.ts";
import type { MethodContext } from "./method.ts";

/** A rollout with its record and its verdict. */
export function scoredRollout(rollout: Rollout): ScoredEpisode {
  const { question } = rollout;
  const episode = episodeOf(rollout);
  return { question, episode, score: scoreEpisode(question, episode) };
}

/** Of each task the first `evalLimit` questions in an order that mixes pages and forms. */
export function validationSlice(
  questions: readonly Question[],
  { tasks, evalLimit }: Pick<TrainConfig, "tasks" | "evalLimit">,
): readonly Question[] {
  const wanted = questions.filter(
    ({ split, task }) => split === "validation" && (tasks.length === 0 || tasks.includes(task)),
  );
  const keyOf = ({ id }: Question): string => `${hash32(id)} ${id}`;
  return [...Map.groupBy(wanted, ({ task }) => task).values()].flatMap((group) =>
    group.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, evalLimit),
  );
}

/** How the episodes of a run are asked. */
export function askingOf(
  { dialect, maxTurns, maxPixels, zoomMaxPixels }: TrainConfig,
  mode: RolloutMode,
  harness: string,
): Pick<RolloutOptions, "mode" | "dialect" | "maxTurns" | "maxPixels" | "zoomMaxPixels" | "harness"> {
  return { mode, dialect, maxTurns, maxPixels, zoomMaxPixels, harness };
}

/** Measure each mode; nothing where there are no validation questions. */
export async function measurePolicy(
  policy: Policy,
  config: TrainConfig,
  { questions, pictures, harness, now = () => performance.now() }: MethodContext,
  done: number,
  signal: AbortSignal,
): Promise<readonly TrainEval[]> {
  const slice = validationSlice(questions, config);
  if (slice.length === 0 || pictures === undefined) return [];
  const records: TrainEval[] = [];
  for (const mode of config.evalModes) {
    const began = now();
    const sampling = { temperature: 0, maxTokens: config.maxTokens };
    const options = { ...askingOf(config, mode, harness), copies: 1, sampling, seed: `${config.seed}/eval` };
    const groups = await policy.rollOut(slice, options, pictures, signal);
    const figures = episodeFigures(groups.flat().map(scoredRollout));
    const timings = { total: now() - began };
    records.push({ kind: "train-eval", version: 1, step: done, mode, figures, timings });
  }
  return records;
}
