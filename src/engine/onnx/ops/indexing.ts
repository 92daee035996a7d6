/**
 * Rows and columns by index. Sums over indices that occur more than once use ScatterElements: with two threads,
 * onnxruntime's ScatterND(reduction = add) gives wrong sums for them, silently.
 */
import { type Shape, shapeError, sizeOf } from "../shape.ts";
import type { OpRules, TensorType } from "../vocabulary.ts";
import { expectKind, expectRank, expectShape, floatOf } from "./check.ts";

type IndexName = "gatherRows" | "scatterRows" | "permuteRows" | "gatherColumns" | "addAtColumns";

/** [N] int32 indices; gives N. */
function indexCount(op: string, indices: TensorType): number {
  expectKind(op, "int32", indices);
  expectRank(op, 1, indices.shape);
  return sizeOf(indices.shape);
}

function gathered(op: string, table: TensorType, indices: TensorType): Shape {
  expectKind(op, "float", table);
  if (table.shape.length < 1) throw shapeError(op, "a table with rows", table.shape);
  return [indexCount(op, indices), ...table.shape.slice(1)];
}

function expectColumns(op: string, x: TensorType, indices: TensorType): void {
  expectKind(op, "float", x);
  expectRank(op, 2, x.shape);
  expectShape(op, "indices", x.shape.slice(0, 1), indices.shape);
  indexCount(op, indices);
}

export const indexOps: OpRules<IndexName> = {
  gatherRows: {
    infer: ([table, indices]) => [floatOf(gathered("gatherRows", table, indices))],
    lower: ({ inputs }, { emit }) => [emit("Gather", inputs, { axis: 0 })],
  },
  scatterRows: {
    infer: ([values, indices], { rows }) => {
      const shape = gathered("scatterRows", values, indices);
      expectShape("scatterRows", "values", shape, values.shape);
      return [floatOf([rows, ...shape.slice(1)])];
    },
    lower: ({ inputs: [values, indices], outputs: [y] }, { emit, ints, scalar }) => {
      const tall = [sizeOf(indices.shape), ...values.shape.slice(1).map(() => 1)];
      const each = emit("Expand", [emit("Reshape", [indices, ints(tall)]), ints(values.shape)]);
      const zeros = emit("Expand", [scalar(0), ints(y.shape)]);
      return [emit("ScatterElements", [zeros, each, values], { axis: 0, reduction: "add" })];
    },
  },
  permuteRows: {
    infer: ([x, order, inverse]) => {
      expectShape("permuteRows", "inverse", x.shape.slice(0, 1), inverse.shape);
      expectShape("permuteRows", "order", x.shape.slice(0, 1), order.shape);
      indexCount("permuteRows", inverse);
      return [floatOf(gathered("permuteRows", x, order))];
    },
    lower: ({ inputs: [x, order] }, { emit }) => [emit("Gather", [x, order], { axis: 0 })],
  },
  gatherColumns: {
    infer: ([x, indices]) => {
      expectColumns("gatherColumns", x, indices);
      return [floatOf(indices.shape)];
    },
    lower: ({ inputs: [x, indices], outputs: [y] }, { emit, ints }) => {
      const column = emit("Reshape", [indices, ints([...y.shape, 1])]);
      return [emit("Reshape", [emit("GatherElements", [x, column], { axis: 1 }), ints(y.shape)])];
    },
  },
  addAtColumns: {
    infer: ([x, indices, values]) => {
      expectColumns("addAtColumns", x, indices);
      expectShape("addAtColumns", "values", indices.shape, values.shape);
      return [floatOf(x.shape)];
    },
    lower: ({ inputs: [x, indices, values] }, { emit, ints }) => {
      const column = ints([...indices.shape, 1]);
      const at = emit("Reshape", [indices, column]);
      const added = emit("Reshape", [values, column]);
      return [emit("ScatterElements", [x, at, added], { axis: 1, reduction: "add" })];
    },
  },
};
