/** How many questions of a task each page gives. */
import type { Random } from "../random.ts";
import { type Split, TASK_IDS, type TaskId, tableOver } from "../records/index.ts";
import { type Task, taskOf, tasks } from "../tasks/index.ts";

/** What one page can give: number of drafts by task. */
export type DraftCounts = Readonly<Record<TaskId, number>>;

/** How to size the benchmark. */
export type Sizing =
  /** All that the pages give, up to a multiple of the paper's density a page. */
  | { readonly type: "all" }
  /** The paper's proportions (Table 2) and test sizes, scaled by pages / 282 and by what the scarcest task allows. */
  | { readonly type: "paper" };

export const PAPER_PAGES = 282;
/** `all` keeps at most this many times the paper's mean number of questions a page, so that pairs do not explode. */
const DENSITY_CAP = 3;

export function densityCap(paperQuestions: number): number {
  return Math.ceil((DENSITY_CAP * paperQuestions) / PAPER_PAGES);
}

/**
 * Divide a quota over pages as evenly as their counts allow (water-filling): all pages give up to a common level, the
 * few left over come from pages in random order. The sum is min(quota, sum of counts).
 */
export function waterFill(counts: readonly number[], quota: number, random: Random): readonly number[] {
  const total = (level: number) => counts.reduce((sum, count) => sum + Math.min(count, level), 0);
  let level = 0;
  while (total(level + 1) <= quota && total(level + 1) > total(level)) level++;
  const given = counts.map((count) => Math.min(count, level));
  let left = Math.min(quota, total(Number.POSITIVE_INFINITY)) - total(level);
  for (const page of random.shuffle([...counts.keys()])) {
    if (left === 0) break;
    if ((counts[page] ?? 0) > level) {
      given[page] = level + 1;
      left--;
    }
  }
  return given;
}

export interface QuotaInput {
  readonly counts: readonly DraftCounts[];
  readonly splits: readonly Split[];
  readonly sizing: Sizing;
  readonly random: Random;
}

/** Questions to keep, by page and task: `quotas[page][task]`. */
export function pageQuotas(input: QuotaInput): readonly DraftCounts[] {
  const byTask = tableOver(TASK_IDS, (id) => taskQuotas(input, taskOf(id)));
  return input.counts.map((_, page) => tableOver(TASK_IDS, (id) => byTask[id][page] ?? 0));
}

function taskQuotas(input: QuotaInput, task: Task): readonly number[] {
  const counts = input.counts.map((count) => count[task.id]);
  if (input.sizing.type === "all") {
    return counts.map((count) => Math.min(count, densityCap(task.paper.questions)));
  }
  const scale = paperScale(input);
  const inTest = input.splits.map((split) => split === "test");
  const test = Math.round(task.paper.test * scale);
  const rest = Math.round(task.paper.questions * scale) - test;
  const random = input.random.fork(task.id);
  const testGiven = waterFill(maskCounts(counts, inTest, true), test, random.fork("test"));
  const restGiven = waterFill(maskCounts(counts, inTest, false), rest, random.fork("rest"));
  return counts.map((_, page) => (testGiven[page] ?? 0) + (restGiven[page] ?? 0));
}

const maskCounts = (counts: readonly number[], mask: readonly boolean[], keep: boolean): readonly number[] =>
  counts.map((count, page) => (mask[page] === keep ? count : 0));

/** Benchmark size relative to the paper's, at most pages / 282 and what every task can give in test and in the rest. */
export function paperScale({ counts, splits }: Pick<QuotaInput, "counts" | "splits">): number {
  const available = (task: TaskId, test: boolean) =>
    counts.reduce((sum, count, page) => sum + ((splits[page] === "test") === test ? count[task] : 0), 0);
  const limits = tasks.flatMap(({ id, paper }) => [
    available(id, true) / paper.test,
    available(id, false) / (paper.questions - paper.test),
  ]);
  return Math.min(counts.length / PAPER_PAGES, ...limits);
}
