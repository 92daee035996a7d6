/** Static shapes: sizes of axes from the outermost in; `[]` is a scalar. */
export type Shape = readonly number[];

/** Number of elements. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, axis) => product * axis, 1);
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

/** `[2, 3]`, for messages. */
export function formatShape(shape: Shape): string {
  return `[${shape.join(", ")}]`;
}

/** A programming mistake in a graph: names the operation, what it expected and the shapes it got. */
export function shapeError(op: string, expected: string, ...got: readonly Shape[]): RangeError {
  return new RangeError(`${op}: expected ${expected}, got ${got.map(formatShape).join(" and ")}`);
}

/**
 * The common shape of two broadcast operands (NumPy's rule: axes are aligned at the end, 1 stretches).
 * @throws RangeError when an axis differs and neither size is 1.
 */
export function broadcastShapes(op: string, a: Shape, b: Shape): Shape {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, axis) => {
    const left = a[a.length - rank + axis] ?? 1;
    const right = b[b.length - rank + axis] ?? 1;
    if (left !== right && left !== 1 && right !== 1) throw shapeError(op, "shapes that broadcast", a, b);
    return left === 1 ? right : left;
  });
}

/** Whether a shape broadcasts to exactly another. */
export function stretchesTo(shape: Shape, target: Shape): boolean {
  const offset = target.length - shape.length;
  return offset >= 0 && shape.every((size, axis) => size === 1 || size === target[axis + offset]);
}

/** The size of one axis; negative axes count from the end. */
export function axisSize(op: string, shape: Shape, axis: number): number {
  const size = shape.at(axis);
  if (size === undefined || !Number.isInteger(axis)) throw shapeError(op, `a shape with axis ${axis}`, shape);
  return size;
}

/** An axis counted from the front; negative ones count from the end. */
export function normalAxis(op: string, shape: Shape, axis: number): number {
  axisSize(op, shape, axis);
  return axis < 0 ? axis + shape.length : axis;
}

export function isPermutation(permutation: readonly number[], rank: number): boolean {
  const sorted = permutation.toSorted((a, b) => a - b);
  return permutation.length === rank && sorted.every((axis, at) => axis === at);
}

/** The shape with one axis of another size. */
export function withAxis(shape: Shape, axis: number, size: number): Shape {
  return shape.map((old, at) => (at === axis ? size : old));
}

/** @throws RangeError unless every size is a whole number of at least 1 (empty tensors are not used here). */
export function checkShape(op: string, shape: Shape): void {
  if (!shape.every((size) => Number.isSafeInteger(size) && size > 0))
    throw shapeError(op, "sizes that are whole numbers above 0", shape);
}
