/** The optimiser of a run: AdamW behind a clip of the gradient's norm, by a schedule over all updates of the run. */
import { adamw, constant, cosine, linear, type Optimiser, type Schedule } from "../../engine/index.ts";
import type { TrainConfig } from "../config.ts";

/** @param updates of the whole run */
export function scheduleOf({ schedule, rate, warmup }: TrainConfig, updates: number): Schedule {
  const rising = Math.round(warmup * updates);
  const options = { rate, warmup: rising, steps: updates };
  const plain = { constant, linear, cosine }[schedule](options);
  // As transformers has it the first update of a warm-up has rate 0 and teaches nothing; here it has one share.
  return rising === 0 ? plain : (step) => (step < rising ? (rate * (step + 1)) / rising : plain(step));
}

export const optimiserOf = (config: TrainConfig, schedule: Schedule): Optimiser => {
  const { weightDecay, beta2, maxNorm } = config;
  return adamw({ rate: schedule, weightDecay, betas: [0.9, beta2], maxNorm });
};

/** Rank and scale of the adapter that trains; undefined where the weights do. */
export function adapterOf({ lora, loraAlpha, seed }: TrainConfig) {
  if (lora === undefined) return undefined;
  return { rank: lora, alpha: loraAlpha ?? 2 * lora, seed: `${seed}/lora` };
}
