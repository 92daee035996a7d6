/** Accuracy by system and task: the paper's Tables 3 (models) and 4 (ways of showing the page). */
import { type Question, TASK_IDS, type TaskId } from "../../records/index.ts";
import { type Figure, figureOf, meanOf } from "./figure.ts";
import type { System } from "./report-input.ts";

export interface AccuracyRow {
  readonly system: string;
  /** The model, told apart from other runs of the same; rows of one label are one run. */
  readonly label: string;
  readonly model: string;
  /** See {@link System.row}. */
  readonly row: string;
  readonly condition: System["condition"];
  readonly tasks: Readonly<Partial<Record<TaskId, Figure>>>;
  /** Over all tasks, each episode counted once. */
  readonly all: Figure;
  /** Mean of the tasks' accuracies, 0-1; null unless every task that any system has was answered. */
  readonly macro: number | null;
}

export interface AccuracyTable {
  /** Tasks that any system has episodes of, in the paper's order. */
  readonly tasks: readonly TaskId[];
  /** What guessing earns, 0-1: the mean of 1 / choices; null for answers without choices. */
  readonly chance: Readonly<Partial<Record<TaskId, number | null>>>;
  readonly rows: readonly AccuracyRow[];
}

export function accuracyTable(
  systems: readonly System[],
  questions: ReadonlyMap<string, Question>,
): AccuracyTable {
  const present = new Set(systems.flatMap(({ scores }) => scores.map(({ task }) => task)));
  const tasks = TASK_IDS.filter((task) => present.has(task));
  const asked = new Set(systems.flatMap(({ scores }) => scores.map(({ question }) => question)));
  const chance = Object.fromEntries(tasks.map((task) => [task, chanceOf(task, asked, questions)]));
  return { tasks, chance, rows: systems.map((system) => accuracyRow(system, tasks)) };
}

function accuracyRow(
  { name, label, model, row, condition, scores }: System,
  tasks: readonly TaskId[],
): AccuracyRow {
  const byTask = Map.groupBy(scores, ({ task }) => task);
  const figures = tasks.map((task) => [task, figureOf(byTask.get(task) ?? [])] as const);
  const accuracies = figures.flatMap(([, { accuracy }]) => (accuracy === null ? [] : [accuracy]));
  return {
    system: name,
    label,
    model,
    row,
    condition,
    tasks: Object.fromEntries(figures.filter(([, { n, errors }]) => n + errors > 0)),
    all: figureOf(scores),
    macro: accuracies.length === tasks.length ? meanOf(accuracies) : null,
  };
}

function chanceOf(
  task: TaskId,
  asked: ReadonlySet<string>,
  questions: ReadonlyMap<string, Question>,
): number | null {
  const choices = [...asked]
    .map((id) => questions.get(id))
    .filter((question) => question?.task === task)
    .map((question) => question?.choices.length ?? 0);
  return choices.includes(0) ? null : meanOf(choices.map((count) => 1 / count));
}
