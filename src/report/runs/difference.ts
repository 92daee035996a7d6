/** Two systems on the same questions: how much they differ, and whether that can be told from noise. */
import type { Score, TaskId } from "../../records/index.ts";
import { TASK_IDS } from "../../records/index.ts";
import { clusterBootstrap, ratio } from "../../statistics/bootstrap.ts";
import { holm } from "../../statistics/holm.ts";
import { type Interval, wilson } from "../../statistics/index.ts";
import { mcnemarExact } from "../../statistics/paired-tests.ts";
import { pairedPermutationTest } from "../../statistics/permutation.ts";
import { designEffect, minimumDetectableDifference } from "../../statistics/power.ts";

export interface Difference {
  /** Pairs: the same sample of the same question, an outcome on both sides. */
  readonly n: number;
  readonly pages: number;
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Accuracy of the second less that of the first, -1 to 1; null for n = 0. */
  readonly difference: number | null;
  /** 95 %, by drawing whole pages again; [-1, 1] for n = 0. */
  readonly interval: Interval;
  /** Permutation test, the answers of a page swapped together. */
  readonly p: number;
  /** McNemar's exact test, which takes the questions of a page for independent. */
  readonly mcnemar: number;
  /** `p` after Holm's correction over the table that it stands in. */
  readonly adjusted: number;
  /** The smallest true difference that so many questions show four times in five; null where none would be. */
  readonly detectable: number | null;
}

interface Pair {
  readonly page: string;
  readonly first: 0 | 1;
  readonly second: 0 | 1;
}

/** Compare on what both answered. `adjusted` is `p` itself until {@link correct} is applied. */
export function differenceOf(first: readonly Score[], second: readonly Score[]): Difference {
  const pairs = pairsOf(first, second);
  const clusters = [...Map.groupBy(pairs, ({ page }) => page).values()];
  const count = (a: 0 | 1, b: 0 | 1) => pairs.filter((pair) => pair.first === a && pair.second === b).length;
  const [both, onlyFirst, onlySecond, n] = [count(1, 1), count(1, 0), count(0, 1), pairs.length];
  const gains = clusters.map((cluster) => cluster.map((pair) => pair.second - pair.first));
  const sums = gains.map((cluster) => cluster.reduce<number>((sum, gain) => sum + gain, 0));
  const p = pairedPermutationTest(sums);
  return {
    n,
    pages: clusters.length,
    both,
    onlyFirst,
    onlySecond,
    difference: n === 0 ? null : (onlySecond - onlyFirst) / n,
    interval: intervalOf(
      sums,
      clusters.map(({ length }) => length),
    ),
    p,
    mcnemar: mcnemarExact(onlyFirst, onlySecond),
    adjusted: p,
    detectable: detectableWith(n, (onlyFirst + onlySecond) / Math.max(1, n), gains),
  };
}

function pairsOf(first: readonly Score[], second: readonly Score[]): Pair[] {
  const key = ({ question, sample }: Score) => `${question}/${sample}`;
  const answered = ({ outcome }: Score) => outcome !== "error";
  const right = ({ outcome }: Score) => (outcome === "correct" ? 1 : 0);
  const known = new Map(first.filter(answered).map((score) => [key(score), score]));
  return second.filter(answered).flatMap((score) => {
    const partner = known.get(key(score));
    return partner === undefined ? [] : [{ page: score.page, first: right(partner), second: right(score) }];
  });
}

/**
 * With a single page nothing is known of how pages vary. Where no page differs, no draw does either, and a bootstrap
 * would be sure of what it cannot know: pages that differ may be as frequent as Wilson's bound for none among so many.
 */
function intervalOf(sums: readonly number[], sizes: readonly number[]): Interval {
  if (sums.length < 2) return { low: -1, high: 1 };
  const { high } = wilson(0, sums.length);
  if (sums.every((sum) => sum === 0)) return { low: -high, high };
  const rows = sums.map((sum, index) => [sum, sizes[index] ?? 0]);
  return clusterBootstrap(rows, ratio, { resamples: 2000 }).interval;
}

/** The permutation test over fewer pages cannot come below 0.05: there are only 2^pages swaps. */
export const FEWEST_PAGES = 6;

function detectableWith(
  n: number,
  discordance: number,
  gains: readonly (readonly number[])[],
): number | null {
  if (n === 0 || discordance === 0 || gains.length < FEWEST_PAGES) return null;
  const inflation = designEffect(gains);
  const { difference, reached } = minimumDetectableDifference({ n, discordance, inflation });
  return reached ? difference : null;
}

/** Holm's correction over differences that are read together. */
export function correct<Row extends { readonly difference: Difference }>(rows: readonly Row[]): Row[] {
  const adjusted = holm(rows.map(({ difference }) => difference.p));
  return rows.map((row, index) => ({
    ...row,
    difference: { ...row.difference, adjusted: adjusted[index] ?? 1 },
  }));
}

export interface TaskDifference {
  readonly task: TaskId;
  readonly difference: Difference;
}

/** Over all tasks, and task by task with Holm's correction over the tasks. */
export interface Comparison {
  readonly all: Difference;
  readonly tasks: readonly TaskDifference[];
}

export function compareScores(first: readonly Score[], second: readonly Score[]): Comparison {
  const of = (scores: readonly Score[], task: TaskId) => scores.filter((score) => score.task === task);
  const tasks = TASK_IDS.map((task) => ({
    task,
    difference: differenceOf(of(first, task), of(second, task)),
  }));
  return {
    all: differenceOf(first, second),
    tasks: correct(tasks.filter(({ difference }) => difference.n > 0)),
  };
}
