/** Rows over their seeds: what repeated trainings have in common, and how far they differ. */
import { conditionName, TASK_IDS, type TaskId } from "../../records/index.ts";
import { meanOf } from "./figure.ts";
import type { System } from "./report-input.ts";

/** Over the runs of a row. */
export interface Spread {
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
}

export interface SeedsFigure {
  /** Episodes with an outcome, of all runs together. */
  readonly n: number;
  /** 0-1 */
  readonly accuracy: Spread;
  /** Of the calls with their targets, 0-1; absent without a call. */
  readonly iou?: Spread;
}

export interface SeedsRow {
  readonly row: string;
  readonly condition: System["condition"];
  readonly runs: number;
  readonly tasks: Readonly<Partial<Record<TaskId, SeedsFigure>>>;
}

/** Empty where nothing was repeated; else all systems, so that single ones stand beside the repeated. */
export function seedsTable(systems: readonly System[]): readonly SeedsRow[] {
  const groups = Map.groupBy(systems, ({ row, condition }) => `${row}/${conditionName(condition)}`);
  const rows = [...groups.values()].flatMap((group) => seedsRow(group) ?? []);
  return rows.some(({ runs }) => runs > 1) ? rows : [];
}

function seedsRow(group: readonly System[]): SeedsRow | undefined {
  const [first] = group;
  if (first === undefined) return undefined;
  const figures = TASK_IDS.flatMap((task): (readonly [TaskId, SeedsFigure])[] => {
    const figure = seedsFigure(group, task);
    return figure === undefined ? [] : [[task, figure]];
  });
  const { row, condition } = first;
  return { row, condition, runs: group.length, tasks: Object.fromEntries(figures) };
}

function seedsFigure(group: readonly System[], task: TaskId): SeedsFigure | undefined {
  const answered = group.map(({ scores }) =>
    scores.filter((score) => score.task === task && score.outcome !== "error"),
  );
  const accuracy = spreadOf(
    answered.map((scores) => meanOf(scores.map(({ outcome }) => (outcome === "correct" ? 1 : 0)))),
  );
  if (accuracy === undefined) return undefined;
  const iou = spreadOf(
    answered.map((scores) => meanOf(scores.flatMap(({ calls }) => calls.map((call) => call.iou)))),
  );
  return { n: answered.flat().length, accuracy, ...(iou && { iou }) };
}

/** Of the values that there are; undefined where there is none. */
function spreadOf(values: readonly (number | null)[]): Spread | undefined {
  const known = values.filter((value) => value !== null);
  const mean = meanOf(known);
  return mean === null ? undefined : { mean, lowest: Math.min(...known), highest: Math.max(...known) };
}
