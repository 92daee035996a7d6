/** What a training run tells while it goes on. */
import type { TrainEval, TrainStep } from "../records/index.ts";
import type { TrainConfig } from "../training/index.ts";
import type { Terminal } from "./terminal.ts";
import { evalText, trainText, withStep } from "./train-progress-text.ts";

/** Seconds a step are those of the last few. */
const RECENT = 10;

export function trainListeners({ steps }: Pick<TrainConfig, "steps">, { status }: Terminal) {
  let history: readonly TrainStep[] = [];
  return {
    onStart: (done: number) => {
      if (done > 0) status.note(`going on behind step ${done} of ${steps}`);
    },
    onStep: (record: TrainStep) => {
      history = withStep(history, record);
      const done = record.step + 1;
      const recent = history.slice(-RECENT);
      const perStep = recent.reduce((sum, { timings }) => sum + timings.total, 0) / recent.length;
      const progress = { done, steps, secondsLeft: ((steps - done) * perStep) / 1000, record };
      status.show(
        (columns) => trainText(progress, history, columns),
        () => ({ kind: "train-progress", ...progress }),
        done === steps,
      );
    },
    onEvals: (records: readonly TrainEval[]) => {
      for (const record of records) status.note(evalText(record));
    },
  };
}
