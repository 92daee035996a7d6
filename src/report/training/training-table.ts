/** Training runs in one row each: where their figures began and where they ended. */
import type { TrainStep } from "../../records/index.ts";
import { decimal } from "../runs/wording.ts";
import type { TrainingLog } from "./curves.ts";

/** Means over the first and over the last tenth of the steps that have the quantity; at least over one step. */
export interface Course {
  readonly first: number;
  readonly last: number;
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
  readonly steps: number;
  /** Without what a run does not have: supervised training earns no rewards. */
  readonly courses: Readonly<Partial<Record<CourseId, Course>>>;
}

const SHARE = 0.1;

export const trainingTable = (logs: readonly TrainingLog[]): readonly TrainingRow[] =>
  logs.map(({ name, steps }) => ({
    name,
    steps: steps.length,
    courses: Object.fromEntries(
      COURSES.flatMap(({ id, of }) => {
        const values = steps.flatMap((step) => of(step) ?? []);
        return values.length === 0 ? [] : [[id, courseOf(values)]];
      }),
    ),
  }));

function courseOf(values: readonly number[]): Course {
  const count = Math.max(1, Math.round(SHARE * values.length));
  return { first: meanOf(values.slice(0, count)), last: meanOf(values.slice(-count)) };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** "0.31 → 0.58". */
export const courseText = (course: Course | undefined): string =>
  course === undefined ? "–" : `${decimal(course.first)} → ${decimal(course.last)}`;
