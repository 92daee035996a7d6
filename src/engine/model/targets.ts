/** Tokens to be predicted, and how they enter and leave programs whose sizes are rounded up. */

import type { Batch, BatchPlan } from "../families/family.ts";
import type { Feeds, Program } from "../onnx/index.ts";

export interface Targets extends Batch {
  /** The token after each predicted position, in their order. */
  readonly labels: ArrayLike<number>;
}

/** Int32 [R], padded with 0. @throws RangeError where there are not as many labels as positions */
export function targetLabels({ predicted, labels }: Targets, plan: BatchPlan): Int32Array {
  if (labels.length !== predicted.length)
    throw new RangeError(
      `labels: expected one for each of ${predicted.length} positions, got ${labels.length}`,
    );
  const padded = new Int32Array(plan.predicted);
  padded.set(labels);
  return padded;
}

/** Those of the feeds that a program takes: what it has no use for was pruned from it. */
export function feedsFor({ inputs }: Program, ...sources: readonly Feeds[]): Feeds {
  const all = sources.flatMap((feeds) => Object.entries(feeds));
  return Object.fromEntries(all.filter(([name]) => inputs.has(name)));
}

/** Outputs by name; those with a number for each position [R] without the padding. */
export function cutPadding(
  outputs: Readonly<Record<string, Float32Array>>,
  { predicted: padded }: BatchPlan,
  { predicted }: Batch,
): Record<string, Float32Array> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, data]) => [
      name,
      data.length === padded ? data.subarray(0, predicted.length) : data,
    ]),
  );
}
