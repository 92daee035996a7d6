import { formatShape, type Shape, sameShape, shapeError } from "../shape.ts";
import type { DType, TensorType } from "../vocabulary.ts";

/** @throws TypeError unless every operand is of the kind. */
export function expectKind(op: string, dtype: DType, ...operands: readonly TensorType[]): void {
  for (const operand of operands) {
    if (operand.dtype !== dtype)
      throw new TypeError(
        `${op}: expected ${dtype} operands, got ${operand.dtype} of shape ${formatShape(operand.shape)}`,
      );
  }
}

/** @throws RangeError unless the shape has that many axes. */
export function expectRank(op: string, rank: number, shape: Shape): void {
  if (shape.length !== rank) throw shapeError(op, `${rank} axes`, shape);
}

/** @throws RangeError unless the shapes are the same. */
export function expectShape(op: string, what: string, expected: Shape, got: Shape): void {
  if (!sameShape(expected, got)) throw shapeError(op, `${what} of shape ${formatShape(expected)}`, got);
}

export function floatOf(shape: Shape): TensorType {
  return { shape, dtype: "float" };
}
