/** A tensor in memory: weights, adapters, reference values. */
export interface Tensor {
  /** Row-major; `[]` is a scalar. */
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Elements of a shape. */
export const elementsOf = (shape: readonly number[]): number =>
  shape.reduce((count, side) => count * side, 1);

/** Throws `RangeError`, naming `operation`, where the shape and the data disagree. */
export function checkTensor({ shape, data }: Tensor, operation: string, name: string): void {
  if (elementsOf(shape) !== data.length)
    throw new RangeError(
      `${operation}: expected ${elementsOf(shape)} numbers for ${name} [${shape.join(", ")}], got ${data.length}`,
    );
}
