/** How far a run has come, task by task. */
import type { Episode, TaskId } from "../../records/index.ts";
import { TASK_IDS } from "../../records/index.ts";
import type { Job } from "./plan-jobs.ts";

export interface TaskProgress {
  readonly task: TaskId;
  /** Episodes that have ended, errors included. */
  readonly done: number;
  readonly total: number;
  readonly errors: number;
}

export interface RunProgress {
  readonly tasks: readonly TaskProgress[];
  readonly done: number;
  readonly total: number;
  readonly errors: number;
  /** Tokens over all episodes of the run. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of the price file; absent without prices. */
  readonly cost?: number;
  /** s; absent until a fiftieth of the episodes of this call has ended: of many that run together the first says nothing. */
  readonly secondsLeft?: number;
}

/** Share of a call's episodes that have ended before their pace is told. */
const TELLING_SHARE = 0.02;

interface Tally {
  done: number;
  total: number;
  errors: number;
}

export interface ProgressOptions {
  readonly jobs: readonly Job[];
  readonly earlier: ReadonlyMap<string, Episode>;
  /** Jobs of this call. */
  readonly open: readonly Job[];
  /** Cost of an episode; undefined where prices are unknown. */
  readonly costOf?: ((episode: Episode) => number | undefined) | undefined;
  /** ms */
  readonly now?: (() => number) | undefined;
}

/** Counts episodes as they end. */
export function trackProgress(options: ProgressOptions) {
  const { jobs, open, costOf, now = () => performance.now() } = options;
  const started = now();
  const tallies = new Map<TaskId, Tally>();
  const taskOfJob = new Map(jobs.map(({ id, question }) => [id, question.task]));
  const openIds = new Set(open.map(({ id }) => id));
  let [inputTokens, outputTokens, cost, ended] = [0, 0, 0, 0];
  for (const task of taskOfJob.values()) {
    const tally = tallies.get(task) ?? { done: 0, total: 0, errors: 0 };
    tally.total += 1;
    tallies.set(task, tally);
  }
  const count = (episode: Episode): void => {
    inputTokens += episode.usage.inputTokens ?? 0;
    outputTokens += episode.usage.outputTokens ?? 0;
    cost += costOf?.(episode) ?? 0;
    const task = taskOfJob.get(episode.id);
    const tally = task === undefined ? undefined : tallies.get(task);
    if (tally === undefined) return;
    tally.done += 1;
    tally.errors += episode.outcome.kind === "error" ? 1 : 0;
  };
  for (const [id, episode] of options.earlier) if (!openIds.has(id)) count(episode);
  return {
    add: (episode: Episode): void => {
      ended += 1;
      count(episode);
    },
    read: (): RunProgress => {
      const tasks = TASK_IDS.flatMap((task) => {
        const tally = tallies.get(task);
        return tally === undefined ? [] : [{ task, ...tally }];
      });
      const sum = (key: "done" | "total" | "errors") => tasks.reduce((all, tally) => all + tally[key], 0);
      const secondsLeft = (((now() - started) / 1000) * (open.length - ended)) / ended;
      return {
        tasks,
        done: sum("done"),
        total: sum("total"),
        errors: sum("errors"),
        inputTokens,
        outputTokens,
        ...(costOf === undefined ? {} : { cost }),
        ...(ended < Math.max(1, TELLING_SHARE * open.length) ? {} : { secondsLeft }),
      };
    },
  };
}
