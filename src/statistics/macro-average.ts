/**
 * A benchmark's one figure: the mean over tasks of the tasks' means, so that a task counts the same however many
 * questions it has. Its interval is a bootstrap over pages, each with its questions of all tasks; the tasks' own intervals
 * (the radar) come the same way.
 */
import { type BootstrapOptions, type BootstrapResult, clusterBootstrap, ratio } from "./bootstrap.ts";

export interface TaskScore {
  readonly task: string;
  /** The page's id. */
  readonly cluster: string;
  /** A score (0-1), or the difference of two runs' scores (-1 to 1) to compare their macro averages. */
  readonly value: number;
}

export interface MacroAverage extends BootstrapResult {
  readonly tasks: readonly (BootstrapResult & { readonly task: string; readonly n: number })[];
}

/** Tasks come out in the order of their first score. A resample that misses a task entirely is left out. */
export function macroAverage(scores: readonly TaskScore[], options: BootstrapOptions = {}): MacroAverage {
  if (scores.length === 0) throw new RangeError("macroAverage: expected at least one score, got none");
  const tasks = [...new Set(scores.map(({ task }) => task))];
  const macro = clusterBootstrap(pageRows(scores, tasks), meanOfRatios, options);
  const perTask = tasks.map((task) => {
    const own = scores.filter((score) => score.task === task);
    return { task, n: own.length, ...clusterBootstrap(pageRows(own, [task]), ratio, options) };
  });
  return { ...macro, tasks: perTask };
}

/** One row a page: sum and count of each task in turn. */
function pageRows(scores: readonly TaskScore[], tasks: readonly string[]): readonly (readonly number[])[] {
  const place = new Map(tasks.map((task, index) => [task, 2 * index]));
  return [...Map.groupBy(scores, ({ cluster }) => cluster).values()].map((page) => {
    const row = new Array<number>(2 * tasks.length).fill(0);
    for (const { task, value } of page) {
      const at = place.get(task) ?? 0;
      row[at] = (row[at] ?? 0) + value;
      row[at + 1] = (row[at + 1] ?? 0) + 1;
    }
    return row;
  });
}

function meanOfRatios(totals: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < totals.length; at += 2) sum += (totals[at] ?? 0) / (totals[at + 1] ?? 0);
  return sum / (totals.length / 2);
}
