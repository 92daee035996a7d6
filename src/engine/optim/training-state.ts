/** All that a training run has to remember to go on as if it had never stopped. */
import type { Json } from "../../json.ts";
import type { RandomState } from "../../random.ts";
import type { Accumulator } from "./accumulation.ts";
import type { OptimiserState } from "./optimiser.ts";
import type { ParameterStore } from "./parameters.ts";

/** The buffers of a run: what is saved, and what is filled when it is restored. */
export interface TrainingBuffers {
  readonly parameters: ParameterStore;
  readonly optimiser: OptimiserState;
  /** Needed where a run is saved between two micro-batches of one update. */
  readonly accumulator?: Accumulator | undefined;
}

/** The rest of a run. */
export interface TrainingProgress {
  /** Streams of random numbers, by the caller's own names. */
  readonly random: Readonly<Record<string, RandomState>>;
  /** Whatever else the run needs to go on: its place in the data, its best score. */
  readonly notes: Json;
}
