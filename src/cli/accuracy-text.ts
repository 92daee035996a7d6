/** Accuracy by task and condition for the terminal. */
import { conditionName, type Score, TASK_IDS } from "../records/index.ts";
import { figureOf } from "../report/index.ts";
import { textTable } from "./table.ts";

/** A row a task and condition: accuracy, interval, counts. */
export function accuracyText(scores: readonly Score[]): string {
  const rows = [...Map.groupBy(scores, conditionName)].flatMap(([condition, group]) => {
    const byTask = Map.groupBy(group, ({ task }) => task);
    const tasks = TASK_IDS.flatMap((task) => {
      const found = byTask.get(task);
      return found === undefined ? [] : [row(task, condition, found)];
    });
    return [...tasks, row("all", condition, group)];
  });
  const table = textTable([
    ["task", "shown", "accuracy", "95 % interval", "right", "n", "invalid", "errors"],
    ...rows,
  ]);
  return figureOf(scores).method === "wilson" ? table : `${table}\n\n${SAMPLES_NOTE}`;
}

const SAMPLES_NOTE =
  "The samples of a question are not independent: intervals draw whole questions again (bootstrap), and are at least as wide as Wilson's.";

function row(task: string, condition: string, scores: readonly Score[]): (string | number)[] {
  const { accuracy, interval, k, n, invalid, errors } = figureOf(scores);
  const shown = accuracy === null ? "-" : (100 * accuracy).toFixed(1);
  const range = `${(100 * interval.low).toFixed(1)}-${(100 * interval.high).toFixed(1)}`;
  return [task, condition, shown, range, k, n, invalid, errors];
}
