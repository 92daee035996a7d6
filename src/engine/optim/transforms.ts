/** The transforms that optimisers are chained from. */
import { adamBlock } from "./kernels/block-kernels.ts";
import type { ArraySpec } from "./layout.ts";
import type { Schedule } from "./schedules.ts";
import { type Block, bufferOf, settle, type Transform } from "./transform.ts";

/**
 * Scale the whole gradient down to a Euclidean norm of `maxNorm`, as `torch.nn.utils.clip_grad_norm_`: the factor is
 * min(1, maxNorm / (norm + 1e-6)). First of a chain, because the norm is that of the gradient as it came in.
 */
export function clipByGlobalNorm(maxNorm: number): Transform {
  if (!(maxNorm > 0)) throw new RangeError(`clipByGlobalNorm: expected a positive norm, got ${maxNorm}`);
  return {
    name: "clipByGlobalNorm",
    buffers: [],
    prepare: ({ gradientNorm }) => scaling(clipFactor(gradientNorm, maxNorm)),
  };
}

/** By how much clipping shrinks a gradient of that norm, 0-1. */
export function clipFactor(gradientNorm: number, maxNorm: number): number {
  return Math.min(1, maxNorm / (gradientNorm + 1e-6));
}

function scaling(factor: number): (block: Block) => void {
  return (block) => {
    block.scale *= factor;
    block.pull *= factor;
  };
}

export interface AdamOptions {
  /** Decay of the mean of gradients and of the mean of their squares. Default 0.9 and 0.999. */
  readonly betas?: readonly [number, number] | undefined;
  /** Added to the root of the second moment. Default 1e-8. */
  readonly eps?: number | undefined;
}

/**
 * Adam (Kingma & Ba 2015, algorithm 1), t = step + 1:
 *
 *     m = b1 m + (1 - b1) g        v = b2 v + (1 - b2) g²
 *     u = (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)
 */
export function scaleByAdam({ betas: [b1, b2] = [0.9, 0.999], eps = 1e-8 }: AdamOptions = {}): Transform {
  const name = "scaleByAdam";
  for (const beta of [b1, b2]) {
    if (!(beta >= 0 && beta < 1)) throw new RangeError(`${name}: expected betas in [0, 1), got ${beta}`);
  }
  return {
    name,
    buffers: ["mean", "square"],
    prepare({ step }, buffers) {
      const mean = bufferOf(name, buffers, "mean");
      const square = bufferOf(name, buffers, "square");
      const meanCorrection = 1 / (1 - b1 ** (step + 1));
      const correction = 1 / Math.sqrt(1 - b2 ** (step + 1));
      const factors = { betas: [b1, b2], correction, eps } as const;
      return (block) => {
        settle(block);
        adamBlock({ mean, square }, block, block.scale, factors);
        block.scale = meanCorrection;
      };
    },
  };
}

/**
 * Momentum as in torch.optim.SGD without dampening: b = momentum b + g; u = b, or g + momentum b where `nesterov`.
 */
export function trace(momentum: number, nesterov = false): Transform {
  const name = "trace";
  if (!(momentum >= 0 && momentum < 1)) {
    throw new RangeError(`${name}: expected a momentum in [0, 1), got ${momentum}`);
  }
  return {
    name,
    buffers: ["momentum"],
    prepare(_facts, buffers) {
      const memory = bufferOf(name, buffers, "momentum");
      return (block) => {
        settle(block);
        const { updates, scale, offset, length } = block;
        for (let i = 0; i < length; i++) {
          const g = (updates[i] ?? 0) * scale;
          const b = momentum * (memory[offset + i] ?? 0) + g;
          memory[offset + i] = b;
          updates[i] = nesterov ? g + momentum * b : b;
        }
        block.scale = 1;
      };
    },
  };
}

/** Which arrays a weight decay pulls towards zero. */
export type DecayMask = (spec: ArraySpec) => boolean;

/** The usual mask: matrices decay; biases and the gains of norms, which have one dimension, do not. */
export const matricesOnly: DecayMask = ({ shape }) => shape.length > 1;

/**
 * u = u + decay * parameter. Behind Adam it is the decoupled decay of AdamW (Loshchilov & Hutter 2019), before
 * momentum it is the L2 penalty of SGD.
 */
export function addDecayedWeights(decay: number, mask: DecayMask = () => true): Transform {
  if (!(decay >= 0)) throw new RangeError(`addDecayedWeights: expected a decay of at least 0, got ${decay}`);
  return {
    name: "addDecayedWeights",
    buffers: [],
    prepare: () => (block) => {
      if (mask(block.slot)) block.pull += decay;
    },
  };
}

/** u = factor(step) * u. */
export function scaleBySchedule(factor: Schedule): Transform {
  return { name: "scaleBySchedule", buffers: [], prepare: ({ step }) => scaling(factor(step)) };
}

/** u = -rate * u: last of a chain, it turns a direction of ascent into the step to take. */
export function scaleByLearningRate(rate: number | Schedule): Transform {
  const rateAt = typeof rate === "number" ? () => rate : rate;
  return { ...scaleBySchedule((step) => -rateAt(step)), name: "scaleByLearningRate" };
}
