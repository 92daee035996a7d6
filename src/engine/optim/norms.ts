/** Sizes of gradients, summed in float64 in one fixed order: the same bits whatever the machine or thread count. */
import { arraysOf, type FlatArrays } from "./layout.ts";

/** Sum of squares. Four sums side by side, because one chain of additions would wait for itself. */
function sumOfSquares(values: Float32Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const whole = values.length - (values.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const p = values[i] ?? 0;
    const q = values[i + 1] ?? 0;
    const r = values[i + 2] ?? 0;
    const s = values[i + 3] ?? 0;
    a += p * p;
    b += q * q;
    c += r * r;
    d += s * s;
  }
  for (let i = whole; i < values.length; i++) a += (values[i] ?? 0) ** 2;
  return a + b + (c + d);
}

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
