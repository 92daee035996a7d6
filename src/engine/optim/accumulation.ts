/**
 * Gradients of several micro-batches added up before one update. Sums are float32, as in torch's `.grad`; the order
 * of the additions is the order of the calls.
 */
import { addScaled } from "./kernels/block-kernels.ts";
import { type FlatArrays, type Layout, requireSameLayout, zeroArrays } from "./layout.ts";

/** Plain data, part of a checkpoint. */
export interface Accumulator {
  /** Of no meaning while `weight` is 0: the first addition overwrites them. */
  readonly sums: FlatArrays;
  /** Sum of the weights added so far. */
  weight: number;
}

export function createAccumulator(layout: Layout): Accumulator {
  return { sums: zeroArrays(layout), weight: 0 };
}

/**
 * Adds `weight` times the gradients. With mean losses a micro-batch weighs what it averaged over (its tokens, its
 * samples): then the mean is the gradient of the whole batch.
 */
export function addGradients(accumulator: Accumulator, gradients: FlatArrays, weight = 1): void {
  requireSameLayout("addGradients", accumulator.sums.layout, gradients.layout);
  if (!(weight > 0)) throw new RangeError(`addGradients: expected a positive weight, got ${weight}`);
  const { data: sums } = accumulator.sums;
  const { data } = gradients;
  if (accumulator.weight > 0) addScaled(sums, data, weight);
  else if (weight === 1) sums.set(data);
  else for (let i = 0; i < sums.length; i++) sums[i] = weight * (data[i] ?? 0);
  accumulator.weight += weight;
}

/** Writes the weighted mean into `target` and empties the accumulator. */
export function takeMean(accumulator: Accumulator, target: FlatArrays): void {
  requireSameLayout("takeMean", accumulator.sums.layout, target.layout);
  if (accumulator.weight === 0) throw new RangeError("takeMean: expected added gradients, got none");
  const { data: sums } = accumulator.sums;
  const { data } = target;
  if (accumulator.weight === 1) data.set(sums);
  else for (let i = 0; i < sums.length; i++) data[i] = (sums[i] ?? 0) / accumulator.weight;
  accumulator.weight = 0;
}
