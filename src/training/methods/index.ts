/** Every way to train. A new one is a file beside this one, its settings in `config.ts`, and a line here. */
import type { TrainConfig } from "../config.ts";
import { grpo } from "./grpo.ts";
import type { Learner } from "./learner.ts";
import type { MethodContext } from "./method.ts";
import { rarl } from "./rarl.ts";
import { sft } from "./sft.ts";

/** Each knows its own settings: see {@link openLearner}. */
export const trainMethods = [sft, grpo, rarl] as const;

/** A learner for the settings. `InputError` where they ask for what the model or the benchmark lacks. */
export function openLearner(config: TrainConfig, context: MethodContext): Promise<Learner> {
  switch (config.method) {
    case "sft":
      return sft.open(config, context);
    case "grpo":
      return grpo.open(config, context);
    case "rarl":
      return rarl.open(config, context);
  }
}
