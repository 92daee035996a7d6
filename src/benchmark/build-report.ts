/** What a build says of itself, on the terminal and in `build.json`. */
import type { Split, TaskId } from "../records/index.ts";
import { type Label, tasks } from "../tasks/index.ts";
import type { LeakCertificate } from "./certificate.ts";
import type { Survey } from "./survey.ts";

/** A task that asks less than it could, and the labels that the data lack. */
export interface LackingTask {
  readonly task: TaskId;
  readonly missing: readonly Label[];
}

export interface BuildReport {
  readonly kind: "build-report";
  readonly version: 1;
  readonly pages: number;
  readonly questions: number;
  readonly counts: Readonly<Record<TaskId, Readonly<Record<Split, number>>>>;
  /** Size relative to the paper's 282 pages; absent unless its proportions were asked for. */
  readonly paperScale?: number;
  readonly labels: Readonly<Record<Label, number>>;
  readonly lacking: readonly LackingTask[];
  /** Review decisions whose question was not built. */
  readonly unusedReviews: readonly string[];
  readonly certificate: LeakCertificate;
}

/** Tasks that cannot ask anything because no page has a label they need. */
export function lackingTasks(labels: Survey["labels"]): readonly LackingTask[] {
  return tasks.flatMap(({ id, needs }) => {
    const missing = needs.filter((label) => labels[label] === 0);
    return missing.length === 0 ? [] : [{ task: id, missing }];
  });
}
