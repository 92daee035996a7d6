import {
  addAtColumns,
  concat,
  fill,
  gatherColumns,
  gatherRows,
  pad,
  permuteRows,
  reshape,
  scatterRows,
  slice,
  split,
  transpose,
} from "../../onnx/index.ts";
import { type GradientRule, type GradientRules, sumTo } from "../rule.ts";

const splitRule: GradientRule<"split"> = ({ outputs, attributes: { axis } }, g, gradientOf) => {
  const [first, ...rest] = outputs.map((part) => gradientOf(part) ?? fill(g.graph, part.shape, 0));
  return [first === undefined ? undefined : concat([first, ...rest], axis)];
};

type LayoutName =
  | "input"
  | "constant"
  | "fill"
  | "reshape"
  | "expand"
  | "transpose"
  | "concat"
  | "split"
  | "slice"
  | "pad"
  | "gatherRows"
  | "scatterRows"
  | "permuteRows"
  | "gatherColumns"
  | "addAtColumns";

/** Operations that move elements: the gradient moves them back; where elements were repeated, it adds. */
export const layoutRules: GradientRules<LayoutName> = {
  input: () => [],
  constant: () => [],
  fill: () => [],
  reshape: ({ inputs: [x] }, g) => [reshape(g, x.shape)],
  expand: ({ inputs: [x] }, g) => [sumTo(g, x.shape)],
  transpose: ({ attributes: { permutation } }, g) => [
    transpose(
      g,
      permutation.map((_, axis) => permutation.indexOf(axis)),
    ),
  ],
  concat: ({ inputs, attributes: { axis } }, g) =>
    split(
      g,
      inputs.map((part) => part.shape[axis] ?? 1),
      axis,
    ),
  split: splitRule,
  slice: ({ inputs: [x], attributes: { axis, start, end } }, g) => [
    pad(g, axis, start, (x.shape[axis] ?? end) - end),
  ],
  pad: ({ inputs: [x], attributes: { axis, before } }, g) => [
    slice(g, axis, before, before + (x.shape[axis] ?? 1)),
  ],
  gatherRows: ({ inputs: [table, indices] }, g) => [scatterRows(g, indices, table.shape[0] ?? 1), undefined],
  scatterRows: ({ inputs: [, indices] }, g) => [gatherRows(g, indices), undefined],
  // The inverse permutation undoes the order.
  permuteRows: ({ inputs: [, order, inverse] }, g) => [permuteRows(g, inverse, order), undefined, undefined],
  gatherColumns: ({ inputs: [x, indices] }, g) => [
    addAtColumns(fill(g.graph, x.shape, 0), indices, g),
    undefined,
  ],
  addAtColumns: ({ inputs: [, indices] }, g) => [g, undefined, gatherColumns(g, indices)],
};
