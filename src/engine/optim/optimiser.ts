/** Optimisers: a chain of transforms, its state as plain data, and the loop that applies it. */
import { BLOCK_LENGTH, blockUpdates, moveBlock } from "./kernels/block-kernels.ts";
import { type FlatArrays, type Layout, requireSameLayout } from "./layout.ts";
import { findNonFinite, globalNorm } from "./norms.ts";
import type { Schedule } from "./schedules.ts";
import type { Block, Buffers, Transform } from "./transform.ts";
import {
  type AdamOptions,
  addDecayedWeights,
  clipByGlobalNorm,
  type DecayMask,
  matricesOnly,
  scaleByAdam,
  scaleByLearningRate,
  trace,
} from "./transforms.ts";

/** Transforms in the order in which they see the update. */
export type Optimiser = readonly Transform[];

/** What an optimiser remembers: all of it, so that a copy of this and of the parameters continues a run. */
export interface OptimiserState {
  /** Updates done. */
  step: number;
  /** One for each transform of the chain. */
  readonly transforms: readonly TransformState[];
}

export interface TransformState {
  readonly name: string;
  readonly buffers: Buffers;
}

export interface StepReport {
  /** Updates done, this one included. */
  readonly step: number;
  /** Euclidean norm of the gradient before any clipping. */
  readonly gradientNorm: number;
}

/** The state before the first update. */
export function initialState(optimiser: Optimiser, { length }: Layout): OptimiserState {
  const transforms = optimiser.map(({ name, buffers }) => ({
    name,
    buffers: Object.fromEntries(buffers.map((buffer) => [buffer, new Float32Array(length)])),
  }));
  return { step: 0, transforms };
}

/**
 * One update: changes the parameters and the state in place, reads the gradients.
 *
 * @throws Error naming the parameter where a gradient is NaN or infinite; nothing has changed then
 */
export function applyStep(
  optimiser: Optimiser,
  state: OptimiserState,
  parameters: FlatArrays,
  gradients: FlatArrays,
): StepReport {
  requireSameLayout("applyStep", parameters.layout, gradients.layout);
  const gradientNorm = globalNorm(gradients);
  if (!Number.isFinite(gradientNorm)) throw nonFiniteGradient(state.step, gradients);
  const facts = { step: state.step, gradientNorm };
  const kernels = optimiser.map((transform, index) =>
    transform.prepare(facts, buffersFor(transform, state.transforms[index])),
  );
  runBlocks(kernels, parameters, gradients.data);
  state.step++;
  return { step: state.step, gradientNorm };
}

function buffersFor({ name }: Transform, state: TransformState | undefined): Buffers {
  if (state?.name === name) return state.buffers;
  throw new RangeError(`applyStep: expected the state of ${name}, got that of ${state?.name ?? "nothing"}`);
}

function nonFiniteGradient(step: number, gradients: FlatArrays): Error {
  const found = findNonFinite(gradients);
  const place = found === undefined ? "an overflow" : `${found.value} at ${found.name}[${found.index}]`;
  return new Error(`applyStep: expected finite gradients for update ${step + 1}, got ${place}`);
}

function runBlocks(
  kernels: readonly ((block: Block) => void)[],
  { layout, data }: FlatArrays,
  gradients: Float32Array,
): void {
  const [first] = layout.slots;
  if (first === undefined) return;
  const updates = blockUpdates;
  const block: Block = { updates, scale: 1, pull: 0, length: 0, offset: 0, slot: first, parameters: data };
  for (const slot of layout.slots) {
    block.slot = slot;
    const end = slot.offset + slot.length;
    for (let offset = slot.offset; offset < end; offset += BLOCK_LENGTH) {
      block.offset = offset;
      block.length = Math.min(BLOCK_LENGTH, end - offset);
      block.scale = 1;
      block.pull = 0;
      updates.set(gradients.subarray(offset, offset + block.length));
      for (const kernel of kernels) kernel(block);
      moveBlock(data, block, block.scale, block.pull);
    }
  }
}

export interface AdamWOptions extends AdamOptions {
  readonly rate: number | Schedule;
  /** Default 0.01, as torch. */
  readonly weightDecay?: number | undefined;
  /** Which arrays decay. Default: those with more than one dimension, as the trainer of transformers. */
  readonly decays?: DecayMask | undefined;
  /** Clip the gradient to this Euclidean norm first. Default: no clipping. */
  readonly maxNorm?: number | undefined;
}

/** `torch.optim.AdamW`, with `clip_grad_norm_` before it. */
export function adamw({ rate, weightDecay = 0.01, decays, maxNorm, ...adam }: AdamWOptions): Optimiser {
  return [
    ...clipping(maxNorm),
    scaleByAdam(adam),
    addDecayedWeights(weightDecay, decays ?? matricesOnly),
    scaleByLearningRate(rate),
  ];
}

export interface SgdOptions {
  readonly rate: number | Schedule;
  /** Default 0: plain gradient descent. */
  readonly momentum?: number | undefined;
  readonly nesterov?: boolean | undefined;
  /** An L2 penalty on all arrays, as torch. Default 0. */
  readonly weightDecay?: number | undefined;
  /** Clip the gradient to this Euclidean norm first. Default: no clipping. */
  readonly maxNorm?: number | undefined;
}

/** `torch.optim.SGD`, with `clip_grad_norm_` before it. */
export function sgd({ rate, momentum = 0, nesterov, weightDecay = 0, maxNorm }: SgdOptions): Optimiser {
  return [
    ...clipping(maxNorm),
    ...(weightDecay > 0 ? [addDecayedWeights(weightDecay)] : []),
    ...(momentum > 0 ? [trace(momentum, nesterov)] : []),
    scaleByLearningRate(rate),
  ];
}

function clipping(maxNorm: number | undefined): Optimiser {
  return maxNorm === undefined ? [] : [clipByGlobalNorm(maxNorm)];
}
