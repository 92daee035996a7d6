/** What a training method is: a way to open a learner for settings of its own. A new one is a file and a line in `index.ts`. */
import type { Pictures, Rasters } from "../../episodes/index.ts";
import type { Question } from "../../records/index.ts";
import type { TrainConfig, TrainMethodId } from "../config.ts";
import type { Learner } from "./learner.ts";

/** What the settings name, opened. */
export interface MethodContext {
  /** Those of the benchmark that the settings have a use for; empty without one. */
  readonly questions: readonly Question[];
  /** Of the benchmark's pages; undefined without one. */
  readonly pictures: (Pictures & Rasters) | undefined;
  /** Of one operation of the engine. */
  readonly threads: number;
  /** Version of benday, for records. */
  readonly harness: string;
  /** ms; a parameter for tests. */
  readonly now?: (() => number) | undefined;
}

export type ConfigOf<Id extends TrainMethodId> = Extract<TrainConfig, { readonly method: Id }>;

export interface TrainMethod<Id extends TrainMethodId = TrainMethodId> {
  readonly id: Id;
  readonly summary: string;
  /** `InputError` where the settings ask for what the model or the benchmark lacks. */
  open(config: ConfigOf<Id>, context: MethodContext): Promise<Learner>;
}
