/**
 * Rows in another order and number, by permutations alone: no scatter in the gradient. A plan is computed outside the
 * graph and fed, so that one program serves every arrangement of its shape.
 */
import { type Graph, input, pad, permuteRows, slice, type Tensor } from "../onnx/index.ts";

/** The two inputs of a {@link arrangeRows}. */
export interface RowPlan {
  readonly order: Int32Array;
  readonly inverse: Int32Array;
}

/**
 * The first `taken` rows of a permutation of x [N, C], after zero rows are appended where more are taken than there
 * are. Inputs `<name>.order` and `<name>.inverse`, int32 [max(N, taken)], see {@link planRows}.
 */
export function arrangeRows(graph: Graph, name: string, x: Tensor, taken: number): Tensor {
  const [rows = 0] = x.shape;
  const all = Math.max(rows, taken);
  const order = input(graph, `${name}.order`, [all], "int32");
  const inverse = input(graph, `${name}.inverse`, [all], "int32");
  const padded = all > rows ? pad(x, 0, 0, all - rows) : x;
  const arranged = permuteRows(padded, order, inverse);
  return all > taken ? slice(arranged, 0, 0, taken) : arranged;
}

/**
 * The permutation of `size` rows that puts row `wanted[i]` at place i; places that want none (-1) and those after the
 * last get the rows that nobody wants, in their order.
 *
 * @throws RangeError where a row is wanted twice or does not exist
 */
export function planRows(wanted: ArrayLike<number>, size: number): RowPlan {
  if (wanted.length > size)
    throw new RangeError(`planRows: expected at most ${size} places, got ${wanted.length}`);
  const order = new Int32Array(size).fill(-1);
  const inverse = new Int32Array(size).fill(-1);
  for (let place = 0; place < wanted.length; place++) {
    const row = wanted[place] ?? -1;
    if (row === -1) continue;
    if (row < 0 || row >= size || inverse[row] !== -1)
      throw new RangeError(
        `planRows: expected each of ${size} rows at most once, got row ${row} at ${place}`,
      );
    order[place] = row;
    inverse[row] = place;
  }
  let spare = 0;
  for (let place = 0; place < size; place++) {
    if (order[place] !== -1) continue;
    while (inverse[spare] !== -1) spare++;
    order[place] = spare;
    inverse[spare] = place;
  }
  return { order, inverse };
}
