/** A training run's progress in words. */
import type { TrainEval, TrainStep } from "../records/index.ts";
import { sparkline } from "./sparkline.ts";
import { formatDuration } from "./terminal.ts";

export interface TrainProgress {
  /** Steps done. */
  readonly done: number;
  readonly steps: number;
  /** s */
  readonly secondsLeft: number;
  readonly record: TrainStep;
}

/** Steps that a curve in the line reaches back. */
const HISTORY = 24;
/** Characters of a curve; a shorter one shows no course. */
const FEWEST_CELLS = 6;
const MOST_CELLS = 24;

/** One piece of the line. */
interface Part {
  readonly text: string;
  /** Of the last steps, drawn behind the text. */
  readonly course?: readonly number[];
  /** Place among the parts that a narrow line does without, from 0; absent: stays. */
  readonly spared?: number;
}

/** A history with one more step, and without those that are too long ago to be drawn. */
export const withStep = (history: readonly TrainStep[], record: TrainStep): readonly TrainStep[] => [
  ...history.slice(1 - HISTORY),
  record,
];

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/**
 * One line: step, reward, accuracy, IoU, calls, KL, seconds a step, time left; behind reward and IoU (of supervised
 * training: behind the loss) their course over the last steps.
 *
 * @param history records of the last steps, this one last, as {@link withStep} keeps them
 * @param columns most characters; what matters least is left out until curves of six have room
 */
export function trainText(progress: TrainProgress, history: readonly TrainStep[], columns: number): string {
  const parts = partsOf(progress, history);
  const kept = fitting(parts, columns);
  const curves = kept.filter(({ course }) => course !== undefined).length;
  // A blank goes before each curve.
  const cells = Math.floor((columns - lengthOf(kept)) / Math.max(1, curves)) - 1;
  return kept.map((part) => partText(part, cells)).join(SEPARATOR);
}

const SEPARATOR = ", ";

function partText({ text, course = [] }: Part, cells: number): string {
  const curve = cells < FEWEST_CELLS ? "" : sparkline(course, Math.min(MOST_CELLS, cells));
  return curve === "" ? text : `${text} ${curve}`;
}

/** Without curves. */
const lengthOf = (parts: readonly Part[]): number => parts.map(({ text }) => text).join(SEPARATOR).length;

/** Parts that have room beside curves, in their order. */
function fitting(parts: readonly Part[], columns: number): readonly Part[] {
  const room = parts.filter(({ course }) => course !== undefined).length * (1 + FEWEST_CELLS);
  if (lengthOf(parts) + room <= columns) return parts;
  const next = parts
    .filter(({ spared }) => spared !== undefined)
    .toSorted((a, b) => (a.spared ?? 0) - (b.spared ?? 0))[0];
  return next === undefined
    ? parts
    : fitting(
        parts.filter((part) => part !== next),
        columns,
      );
}

function partsOf(
  { done, steps, secondsLeft, record }: TrainProgress,
  history: readonly TrainStep[],
): readonly Part[] {
  const { policy, timings, loss } = record;
  const perStep = { text: `${(timings.total / 1000).toFixed(1)} s/step`, spared: 0 };
  return [
    { text: `step ${done}/${steps}` },
    ...(policy === undefined
      ? [{ text: `loss ${loss.toFixed(3)}`, course: history.map((step) => step.loss) }]
      : policyParts(policy, history)),
    perStep,
    ...(done === steps ? [] : [{ text: `${formatDuration(secondsLeft)} left` }]),
  ];
}

function policyParts(
  { reward, episodes, kl }: NonNullable<TrainStep["policy"]>,
  history: readonly TrainStep[],
): readonly Part[] {
  const { accuracy, iou, calls } = episodes;
  const rewards = history.flatMap(({ policy }) => (policy === undefined ? [] : [policy.reward.mean]));
  const ious = history.flatMap(({ policy }) => policy?.episodes.iou ?? []);
  return [
    { text: `reward ${reward.mean.toFixed(2)}`, course: rewards },
    { text: `right ${percent(accuracy)}` },
    ...(iou === undefined ? [] : [{ text: `IoU ${iou.toFixed(2)}`, course: ious }]),
    { text: `${calls.toFixed(2)} calls`, spared: 1 },
    ...(kl === undefined ? [] : [{ text: `KL ${kl.toFixed(4)}`, spared: 2 }]),
  ];
}

/** One line a measurement on the way. */
export function evalText({ step, mode, figures }: TrainEval): string {
  const { accuracy, episodes, iou, calls } = figures;
  const zooms =
    mode === "zoom" ? `, ${calls.toFixed(2)} calls${iou === undefined ? "" : `, IoU ${iou.toFixed(2)}`}` : "";
  return `validation after ${step} steps, ${mode}: right ${percent(accuracy)} of ${episodes}${zooms}`;
}
