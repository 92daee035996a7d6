/** A run's progress in words. */
import type { RunProgress } from "../episodes/run/index.ts";
import { textTable } from "./table.ts";
import { formatDuration } from "./terminal.ts";

/** One line: done, errors, tokens, cost, time left. */
export function progressText(progress: RunProgress, currency: string): string {
  const { done, total, errors, inputTokens, outputTokens, cost, secondsLeft } = progress;
  const parts = [
    `${done}/${total}`,
    `${errors} errors`,
    `${shortCount(inputTokens)}+${shortCount(outputTokens)} tokens`,
    ...(cost === undefined ? [] : [`${cost.toFixed(2)} ${currency}`]),
    ...(secondsLeft === undefined || done === total ? [] : [`${formatDuration(secondsLeft)} left`]),
    ...progress.tasks.map((task) => `${task.task} ${task.done}/${task.total}`),
  ];
  return parts.join(", ");
}

/** A row a task. */
export function progressTable({ tasks }: RunProgress): string {
  const rows = tasks.map(({ task, done, total, errors }) => [task, done, total, errors]);
  return textTable([["task", "done", "of", "errors"], ...rows]);
}

function shortCount(count: number): string {
  if (count >= 1e6) return `${(count / 1e6).toFixed(1)}M`;
  return count >= 1e4 ? `${(count / 1e3).toFixed(0)}k` : String(count);
}
