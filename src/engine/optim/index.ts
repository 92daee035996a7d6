export { type Accumulator, addGradients, createAccumulator, takeMean } from "./accumulation.ts";
export { listCheckpoints, restoreCheckpoint, type SaveOptions, saveCheckpoint } from "./checkpoint.ts";
export * from "./initialisers.ts";
export {
  type ArraySpec,
  arrayOf,
  arraysOf,
  type FlatArrays,
  type Layout,
  layoutOf,
  type NamedArray,
  type Slot,
  writeArray,
  writeArrays,
  zeroArrays,
} from "./layout.ts";
export * from "./lora.ts";
export * from "./norms.ts";
export * from "./optimiser.ts";
export * from "./parameters.ts";
export * from "./schedules.ts";
export type { TrainingBuffers, TrainingProgress } from "./training-state.ts";
export type { Block, Buffers, StepFacts, Transform } from "./transform.ts";
export * from "./transforms.ts";
