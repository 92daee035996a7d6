/** A training run's progress in words. */
import type { TrainEval, TrainStep } from "../records/index.ts";
import { formatDuration } from "./terminal.ts";

export interface TrainProgress {
  /** Steps done. */
  readonly done: number;
  readonly steps: number;
  /** s */
  readonly secondsLeft: number;
  readonly record: TrainStep;
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** One line: step, reward, accuracy, IoU, calls, KL, seconds a step, time left. */
export function trainText({ done, steps, secondsLeft, record }: TrainProgress): string {
  const { policy, timings, loss } = record;
  const parts = [
    `step ${done}/${steps}`,
    ...(policy === undefined ? [`loss ${loss.toFixed(3)}`] : policyParts(policy)),
    `${(timings.total / 1000).toFixed(1)} s/step`,
    ...(done === steps ? [] : [`${formatDuration(secondsLeft)} left`]),
  ];
  return parts.join(", ");
}

function policyParts({ reward, episodes, kl }: NonNullable<TrainStep["policy"]>): readonly string[] {
  const { accuracy, iou, calls } = episodes;
  return [
    `reward ${reward.mean.toFixed(2)}`,
    `right ${percent(accuracy)}`,
    ...(iou === undefined ? [] : [`IoU ${iou.toFixed(2)}`]),
    `${calls.toFixed(2)} calls`,
    ...(kl === undefined ? [] : [`KL ${kl.toFixed(4)}`]),
  ];
}

/** One line a measurement on the way. */
export function evalText({ step, mode, figures }: TrainEval): string {
  const { accuracy, episodes, iou, calls } = figures;
  const zooms =
    mode === "zoom" ? `, ${calls.toFixed(2)} calls${iou === undefined ? "" : `, IoU ${iou.toFixed(2)}`}` : "";
  return `validation after ${step} steps, ${mode}: right ${percent(accuracy)} of ${episodes}${zooms}`;
}
