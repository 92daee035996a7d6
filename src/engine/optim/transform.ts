/**
 * Optimisers as chains of small transforms, after optax: each turns the update of the one before it (at first the
 * gradient) into another, and at the end of the chain the update is added to the parameters.
 *
 * A transform holds no state; what it remembers from step to step lies in flat buffers that the caller owns. The
 * chain runs over blocks small enough for the first-level cache, every transform on one block before the next block:
 * so memory is read once however long the chain is, and a transform stays a loop of its own. What is linear (clipping,
 * learning rate, weight decay) needs no loop: it waits in two factors for the next transform that has one.
 *
 * All values are float32, as in torch; only norms are summed in float64.
 */
import type { Slot } from "./layout.ts";

/** A part of one array on its way: its update is `scale * updates[i] + pull * parameters[offset + i]`, i < length. */
export interface Block {
  readonly updates: Float32Array;
  scale: number;
  pull: number;
  length: number;
  /** Where the block begins in the flat buffers. */
  offset: number;
  /** The array that the block is a part of. */
  slot: Slot;
  /** All parameters, before this update. */
  readonly parameters: Float32Array;
}

/** What is known before the first block. */
export interface StepFacts {
  /** Updates done before this one. */
  readonly step: number;
  /** Euclidean norm of the whole gradient as it came in. */
  readonly gradientNorm: number;
}

/** Flat buffers by the names that a transform declares; changed in place. */
export type Buffers = Readonly<Record<string, Float32Array>>;

export interface Transform {
  readonly name: string;
  /** Names of the float32 buffers, as long as the parameters, that it remembers from step to step; zero at first. */
  readonly buffers: readonly string[];
  /** Works out what is constant over a step and returns the loop over a block. */
  prepare(facts: StepFacts, buffers: Buffers): (block: Block) => void;
}

/** Brings the update of a block down to `scale * updates[i]`, for a transform that is not linear. */
export function settle(block: Block): void {
  const { updates, scale, pull, offset, length, parameters } = block;
  if (pull === 0) return;
  for (let i = 0; i < length; i++) {
    updates[i] = scale * (updates[i] ?? 0) + pull * (parameters[offset + i] ?? 0);
  }
  block.scale = 1;
  block.pull = 0;
}

/** One of the buffers that a transform declared; throws where the caller's state is of another chain. */
export function bufferOf(transform: string, buffers: Buffers, name: string): Float32Array {
  const buffer = buffers[name];
  if (buffer === undefined) throw new RangeError(`${transform}: expected a buffer "${name}", got none`);
  return buffer;
}
