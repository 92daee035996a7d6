/** Training runs, those that differ in their seed alone in one row: where their figures began and where they ended. */
import type { TrainStep } from "../../records/index.ts";
import { decimal } from "../runs/wording.ts";
import type { TrainingLog } from "./curves.ts";

/** Means over the first and over the last tenth of the steps that have the quantity, at least over one step; over runs. */
export interface Course {
  readonly first: number;
  readonly last: number;
  /** Ends of the runs of a row. */
  readonly lowest: number;
  readonly highest: number;
}

export const COURSES = [
  { id: "reward", title: "Reward", of: ({ policy }: TrainStep) => policy?.reward.mean },
  { id: "accuracy", title: "Right answers", of: ({ policy }: TrainStep) => policy?.episodes.accuracy },
  { id: "iou", title: "IoU of zooms", of: ({ policy }: TrainStep) => policy?.episodes.iou },
  { id: "loss", title: "Loss", of: ({ loss }: TrainStep) => loss },
] as const;
export type CourseId = (typeof COURSES)[number]["id"];

export interface TrainingRow {
  readonly name: string;
  readonly runs: number;
  /** Of the longest run. */
  readonly steps: number;
  /** Without what a run does not have: supervised training earns no rewards. */
  readonly courses: Readonly<Partial<Record<CourseId, Course>>>;
}

const SHARE = 0.1;

export const trainingTable = (logs: readonly TrainingLog[]): readonly TrainingRow[] =>
  [...Map.groupBy(logs, ({ name, row = name }) => row)].map(([name, runs]) => ({
    name,
    runs: runs.length,
    steps: Math.max(...runs.map(({ steps }) => steps.length)),
    courses: Object.fromEntries(
      COURSES.flatMap(({ id, of }) => {
        const values = runs.map(({ steps }) => steps.flatMap((step) => of(step) ?? []));
        const known = values.filter(({ length }) => length > 0);
        return known.length === 0 ? [] : [[id, courseOf(known)]];
      }),
    ),
  }));

/** @param runs values by step of each run */
function courseOf(runs: readonly (readonly number[])[]): Course {
  const ends = runs.map((values) => {
    const count = Math.max(1, Math.round(SHARE * values.length));
    return { first: meanOf(values.slice(0, count)), last: meanOf(values.slice(-count)) };
  });
  const last = ends.map((end) => end.last);
  return {
    first: meanOf(ends.map(({ first }) => first)),
    last: meanOf(last),
    lowest: Math.min(...last),
    highest: Math.max(...last),
  };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** "0.31 → 0.58"; of a row whose runs end apart "0.31 → 0.58 (0.55–0.60)". */
export function courseText(course: Course | undefined): string {
  if (course === undefined) return "–";
  const [lowest, highest] = [decimal(course.lowest), decimal(course.highest)];
  const spread = lowest === highest ? "" : ` (${lowest}–${highest})`;
  return `${decimal(course.first)} → ${decimal(course.last)}${spread}`;
}
