/** What became of each question between the first and the last of several models that could zoom: before and after. */
import type { Score, TaskId } from "../../records/index.ts";
import type { System } from "./report-input.ts";

/** In the order in which a gallery shows them. */
export const CHANGES = ["better", "worse", "still-wrong", "still-right"] as const;
export type Change = (typeof CHANGES)[number];

export interface Zoomer {
  /** Name of the run; where several models have runs of one name, of the model. */
  readonly name: string;
  readonly system: System;
}

/** One question, answered by the first and by the last. */
export interface QuestionChange {
  readonly question: string;
  readonly task: TaskId;
  readonly change: Change;
  /** Of the two, how many zoomed. */
  readonly zoomed: number;
}

export interface ZoomChanges {
  /** At least two, in the order of the runs. */
  readonly zoomers: readonly Zoomer[];
  /** By id of the question; without those that one of the two was not asked or that failed. */
  readonly changes: ReadonlyMap<string, QuestionChange>;
}

/** Models beside each other; more cannot be compared at a glance. */
const MOST_ZOOMERS = 4;

/** Undefined where fewer than two models were measured with true zooms. Of many: the first and the last three. */
export function zoomChanges(systems: readonly System[]): ZoomChanges | undefined {
  const zooming = systems.filter(
    ({ condition }) => condition.mode === "zoom" && condition.counterfactual === undefined,
  );
  const shown = [...zooming.slice(0, 1), ...zooming.slice(1).slice(1 - MOST_ZOOMERS)];
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined || first === last) return undefined;
  const runNames = new Set(shown.map(({ source }) => source.name));
  const nameOf = ({ source, label }: System) => (runNames.size === shown.length ? source.name : label);
  return {
    zoomers: shown.map((system) => ({ name: nameOf(system), system })),
    changes: changesOf(answered(first), answered(last)),
  };
}

/** First samples by question. */
const answered = ({ scores }: System): ReadonlyMap<string, Score> =>
  new Map(
    scores
      .filter(({ sample, outcome }) => sample === 0 && outcome !== "error")
      .map((score) => [score.question, score]),
  );

function changesOf(before: ReadonlyMap<string, Score>, after: ReadonlyMap<string, Score>) {
  const found = [...before.values()].flatMap((first): QuestionChange[] => {
    const last = after.get(first.question);
    if (last === undefined) return [];
    const zoomed = [first, last].filter(({ calls }) => calls.length > 0).length;
    return [{ question: first.question, task: first.task, change: changeOf(first, last), zoomed }];
  });
  return new Map(found.map((change) => [change.question, change]));
}

function changeOf(before: Score, after: Score): Change {
  const [was, is] = [before.outcome === "correct", after.outcome === "correct"];
  if (was === is) return is ? "still-right" : "still-wrong";
  return is ? "better" : "worse";
}

/** How many questions of a task changed how. */
export function countChanges({ changes }: ZoomChanges, task: TaskId): Readonly<Record<Change, number>> {
  const counts = { better: 0, worse: 0, "still-wrong": 0, "still-right": 0 };
  for (const found of changes.values()) if (found.task === task) counts[found.change] += 1;
  return counts;
}

/**
 * One question of a task that got better, one that got worse and one that stayed wrong, as far as there are such: the
 * first in the order of the run, of those on which both models zoomed before others. How much they zoomed where plays no
 * part, so that the choice flatters nobody.
 */
export function telltaleQuestions({ changes }: ZoomChanges, task: TaskId): string[] {
  const ofTask = [...changes.values()].filter((found) => found.task === task);
  return CHANGES.filter((change) => change !== "still-right").flatMap((change) => {
    const [first] = ofTask.filter((found) => found.change === change).toSorted((a, b) => b.zoomed - a.zoomed);
    return first === undefined ? [] : [first.question];
  });
}
