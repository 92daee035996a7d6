/** What a training run tells while it goes on. */
import type { TrainEval, TrainStep } from "../records/index.ts";
import type { TrainConfig } from "../training/index.ts";
import type { Terminal } from "./terminal.ts";
import { evalText, trainText } from "./train-progress-text.ts";

/** Seconds a step are those of the last few. */
const RECENT = 10;

export function trainListeners({ steps }: Pick<TrainConfig, "steps">, { status }: Terminal) {
  const recent: number[] = [];
  return {
    onStart: (done: number) => {
      if (done > 0) status.note(`going on behind step ${done} of ${steps}`);
    },
    onStep: (record: TrainStep) => {
      recent.push(record.timings.total);
      if (recent.length > RECENT) recent.shift();
      const done = record.step + 1;
      const perStep = recent.reduce((sum, ms) => sum + ms, 0) / recent.length;
      const progress = { done, steps, secondsLeft: ((steps - done) * perStep) / 1000, record };
      status.show(
        () => trainText(progress),
        () => ({ kind: "train-progress", ...progress }),
        done === steps,
      );
    },
    onEvals: (records: readonly TrainEval[]) => {
      for (const record of records) status.note(evalText(record));
    },
  };
}
