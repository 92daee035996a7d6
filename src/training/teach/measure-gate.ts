/** The gate's figures, measured: greedy from gold crops and from the page, sampled with the tool. */
import { baselineScorer, priorsLearner } from "../../benchmark/baselines.ts";
import { readQuestions } from "../../benchmark/index.ts";
import { loadModel } from "../../engine/index.ts";
import { openPictures, type Rasters } from "../../episodes/index.ts";
import { InputError } from "../../errors.ts";
import type { EpisodeMode, Question, TaskId } from "../../records/index.ts";
import { clusterBootstrap, ratio } from "../../statistics/index.ts";
import { scoredRollout, validationSlice } from "../methods/measure.ts";
import { openPolicy, type Policy } from "../rollout/policy.ts";
import type { ScoredEpisode } from "../run/episode-figures.ts";
import { type Count, type GateFigures, judgeGate, type TaskGate } from "./gate.ts";
import { type Asking, REPLY_TOKENS } from "./lesson.ts";
import { locatedRollouts } from "./located.ts";

export interface GateOptions {
  /** A Hugging Face folder. */
  readonly model: string;
  /** A benchmark of pages that it was not taught from; its validation split is asked. */
  readonly bench: string;
  readonly tasks: readonly TaskId[];
  /** Questions a task. */
  readonly limit: number;
  readonly asking: Asking;
  readonly seed: string;
  readonly threads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Episode modes, and zooms to where the model says that the targets are. */
const MODES = ["panel", "page", "zoom", "located"] as const satisfies readonly (EpisodeMode | "located")[];
type GateMode = (typeof MODES)[number];

/** Episodes at once. */
const TOGETHER = 64;

/** Each task by itself, in the benchmark's order of tasks. @throws InputError where nothing can be asked */
export async function measureGate(options: GateOptions): Promise<readonly TaskGate[]> {
  const { model, bench, tasks, limit, threads } = options;
  const questions = await Array.fromAsync(readQuestions(bench));
  const slice = validationSlice(questions, { tasks, evalLimit: limit });
  if (slice.length === 0)
    throw new InputError({
      file: bench,
      expected: `validation questions of ${tasks.join(", ")}`,
      found: "none",
    });
  const policy = openPolicy(await loadModel(model), threads === undefined ? {} : { threads });
  try {
    const scored = await scoreModes(policy, slice, openPictures(bench), options);
    const chances = chancesOf(questions);
    const groups = Map.groupBy(slice, ({ task }) => task);
    return [...groups.keys()].map((task) =>
      judgeGate(figuresOf(task, chances.get(task) ?? 0, (mode) => ofTask(scored[mode], task))),
    );
  } finally {
    await policy.close();
  }
}

const ofTask = (scored: readonly ScoredEpisode[], task: TaskId): readonly ScoredEpisode[] =>
  scored.filter(({ question }) => question.task === task);

async function scoreModes(
  policy: Policy,
  slice: readonly Question[],
  pictures: Rasters,
  { asking, seed, signal, onProgress }: GateOptions,
): Promise<Readonly<Record<GateMode, readonly ScoredEpisode[]>>> {
  const scored = { panel: [], page: [], zoom: [], located: [] } satisfies Record<GateMode, ScoredEpisode[]>;
  let done = 0;
  for (const mode of MODES) {
    const list: ScoredEpisode[] = scored[mode];
    const sampling = { temperature: mode === "zoom" ? 1 : 0, maxTokens: REPLY_TOKENS };
    const wanted = { ...asking, sampling, seed: `${seed}/gate` };
    for (let at = 0; at < slice.length; at += TOGETHER) {
      const questions = slice.slice(at, at + TOGETHER);
      const rollouts =
        mode === "located"
          ? await locatedRollouts(policy, questions, wanted, pictures, signal)
          : (await policy.rollOut(questions, { ...wanted, mode, copies: 1 }, pictures, signal)).flat();
      list.push(...rollouts.map(scoredRollout));
      done += rollouts.length;
      onProgress?.(done, MODES.length * slice.length);
    }
  }
  return scored;
}

function figuresOf(
  task: TaskId,
  chance: number,
  scoredIn: (mode: GateMode) => readonly ScoredEpisode[],
): GateFigures {
  const zoomed = scoredIn("zoom");
  const calls = zoomed.filter(({ score }) => score.calls.length > 0);
  return {
    task,
    chance,
    panel: rightIn(scoredIn("panel")),
    page: rightIn(scoredIn("page")),
    calling: { k: calls.length, n: zoomed.length },
    located: rightIn(scoredIn("located")),
    ...(calls.length === 0 ? {} : { iou: iouOf(calls) }),
  };
}

const rightIn = (scored: readonly ScoredEpisode[]): Count => ({
  k: scored.filter(({ score }) => score.value === 1).length,
  n: scored.length,
});

/** Of all calls; pages are what differs by chance. */
function iouOf(scored: readonly ScoredEpisode[]): NonNullable<GateFigures["iou"]> {
  const pages = [...Map.groupBy(scored, ({ question }) => question.page.id).values()];
  const rows = pages.map((page) => {
    const ious = page.flatMap(({ score }) => score.calls.map(({ iou }) => iou));
    return [ious.reduce((sum, iou) => sum + iou, 0), ious.length];
  });
  const { estimate, interval } = clusterBootstrap(rows, ratio, { method: "percentile", resamples: 2000 });
  const calls = rows.reduce((sum, [, count = 0]) => sum + count, 0);
  return { calls, mean: estimate, interval };
}

/** One in so many choices; for open answers what the most frequent answer of its form earns on these questions. */
function chancesOf(questions: readonly Question[]): ReadonlyMap<TaskId, number> {
  const { learn, priors } = priorsLearner();
  for (const question of questions) learn(question);
  const { score, results } = baselineScorer(priors);
  for (const question of questions) score({ ...question, split: "test" });
  return new Map(results().map(({ task, chance }) => [task, chance]));
}
