/** Questions that most models get wrong, task by task: the paper's failure cases. */
import { TASK_IDS, type TaskId } from "../../records/index.ts";
import type { System } from "./report-input.ts";

export interface HardQuestion {
  readonly task: TaskId;
  readonly question: string;
  /** Systems that got it wrong (over all samples), of those that answered it. */
  readonly wrong: number;
  readonly systems: number;
}

const SHOWN_PER_TASK = 5;

/**
 * Questions that more than half of the systems got wrong, hardest first. Systems whose zooms were tampered with, and
 * those that saw no picture, do not count.
 */
export function hardQuestions(systems: readonly System[]): HardQuestion[] {
  const tallies = new Map<string, { task: TaskId; question: string; wrong: number; systems: number }>();
  const seeing = systems.filter(
    ({ condition }) => condition.counterfactual === undefined && condition.mode !== "blind",
  );
  for (const { scores } of seeing) {
    const answered = scores.filter(({ outcome }) => outcome !== "error");
    for (const [question, group] of Map.groupBy(answered, (score) => score.question)) {
      const [first] = group;
      if (first === undefined) continue;
      const right = group.filter(({ outcome }) => outcome === "correct").length;
      const tally = tallies.get(question) ?? { task: first.task, question, wrong: 0, systems: 0 };
      tally.wrong += right * 2 < group.length ? 1 : 0;
      tally.systems += 1;
      tallies.set(question, tally);
    }
  }
  const hard = [...tallies.values()].filter(({ wrong, systems: all }) => wrong * 2 > all);
  hard.sort((a, b) => b.wrong / b.systems - a.wrong / a.systems || b.systems - a.systems);
  return TASK_IDS.flatMap((task) => hard.filter((tally) => tally.task === task).slice(0, SHOWN_PER_TASK));
}
