/** Sizes of gradients, summed in float64 in one fixed order: the same bits whatever the machine or thread count. */
import { sumOfSquares } from "./kernels/block-kernels.ts";
import { arraysOf, type FlatArrays } from "./layout.ts";

/** Euclidean norm over all arrays together; NaN or Infinity if and only if an element is. */
export function globalNorm({ data }: FlatArrays): number {
  return Math.sqrt(sumOfSquares(data));
}

/** Euclidean norm of each array. */
export function arrayNorms(arrays: FlatArrays): Map<string, number> {
  return new Map(arraysOf(arrays).map(({ name, data }) => [name, Math.sqrt(sumOfSquares(data))]));
}

export interface NonFinite {
  readonly name: string;
  /** Position in the array, row-major. */
  readonly index: number;
  /** NaN, Infinity or -Infinity. */
  readonly value: number;
}

/** The first element that is NaN or infinite. */
export function findNonFinite(arrays: FlatArrays): NonFinite | undefined {
  for (const { name, data } of arraysOf(arrays)) {
    const index = data.findIndex((value) => !Number.isFinite(value));
    if (index >= 0) return { name, index, value: data[index] ?? Number.NaN };
  }
  return undefined;
}
