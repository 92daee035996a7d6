/** Moving elements without computing: shapes, order of axes, joining and cutting. */
import {
  axisSize,
  checkShape,
  formatShape,
  isPermutation,
  sameShape,
  shapeError,
  sizeOf,
  stretchesTo,
  withAxis,
} from "../shape.ts";
import type { OpRules } from "../vocabulary.ts";
import { expectKind, floatOf } from "./check.ts";

type LayoutName = "reshape" | "expand" | "transpose" | "concat" | "split" | "slice" | "pad";

function checkPermutation(rank: number, permutation: readonly number[]): void {
  if (!isPermutation(permutation, rank))
    throw new RangeError(
      `transpose: expected a permutation of ${rank} axes, got ${formatShape(permutation)}`,
    );
}

export const layoutOps: OpRules<LayoutName> = {
  reshape: {
    infer: ([x], { shape }) => {
      checkShape("reshape", shape);
      if (sizeOf(shape) !== sizeOf(x.shape))
        throw shapeError("reshape", `as many elements as ${formatShape(shape)}`, x.shape);
      return [{ shape, dtype: x.dtype }];
    },
    lower: ({ inputs: [x], attributes: { shape } }, { emit, ints }) => [emit("Reshape", [x, ints(shape)])],
  },
  expand: {
    infer: ([x], { shape }) => {
      expectKind("expand", "float", x);
      if (!stretchesTo(x.shape, shape))
        throw shapeError("expand", `a shape that stretches to ${formatShape(shape)}`, x.shape);
      return [floatOf(shape)];
    },
    lower: ({ inputs: [x], attributes: { shape } }, { emit, ints }) => [emit("Expand", [x, ints(shape)])],
  },
  transpose: {
    infer: ([x], { permutation }) => {
      checkPermutation(x.shape.length, permutation);
      return [{ shape: permutation.map((axis) => axisSize("transpose", x.shape, axis)), dtype: x.dtype }];
    },
    lower: ({ inputs: [x], attributes }, { emit }) => [
      emit("Transpose", [x], { perm: attributes.permutation }),
    ],
  },
  concat: {
    infer: (parts, { axis }) => {
      const [first] = parts;
      if (first === undefined) throw new RangeError("concat: expected at least one tensor, got none");
      expectKind("concat", first.dtype, ...parts);
      const sizes = parts.map((part) => axisSize("concat", part.shape, axis));
      for (const { shape } of parts) {
        if (!sameShape(withAxis(shape, axis, 1), withAxis(first.shape, axis, 1)))
          throw shapeError("concat", `equal shapes but for axis ${axis}`, first.shape, shape);
      }
      const total = sizes.reduce((sum, size) => sum + size, 0);
      return [{ shape: withAxis(first.shape, axis, total), dtype: first.dtype }];
    },
    lower: ({ inputs, attributes: { axis } }, { emit }) => [emit("Concat", inputs, { axis })],
  },
  split: {
    infer: ([x], { axis, sizes }) => {
      const total = sizes.reduce((sum, size) => sum + size, 0);
      if (total !== axisSize("split", x.shape, axis))
        throw shapeError("split", `axis ${axis} of size ${sizes.join(" + ")}`, x.shape);
      checkShape("split", sizes);
      return sizes.map((size) => ({ shape: withAxis(x.shape, axis, size), dtype: x.dtype }));
    },
    lower: ({ inputs: [x], attributes: { axis, sizes } }, { emitMany, ints }) =>
      emitMany("Split", [x, ints(sizes)], sizes.length, { axis }),
  },
  slice: {
    infer: ([x], { axis, start, end }) => {
      const size = axisSize("slice", x.shape, axis);
      if (!(0 <= start && start < end && end <= size))
        throw shapeError("slice", `axis ${axis} to hold ${start} to ${end}`, x.shape);
      return [{ shape: withAxis(x.shape, axis, end - start), dtype: x.dtype }];
    },
    lower: ({ inputs: [x], attributes: { axis, start, end } }, { emit, ints }) => [
      emit("Slice", [x, ints([start]), ints([end]), ints([axis])]),
    ],
  },
  pad: {
    infer: ([x], { axis, before, after }) => {
      expectKind("pad", "float", x);
      if (before < 0 || after < 0)
        throw new RangeError(`pad: expected sizes >= 0, got ${before} and ${after}`);
      return [floatOf(withAxis(x.shape, axis, axisSize("pad", x.shape, axis) + before + after))];
    },
    lower: ({ inputs: [x], attributes: { axis, before, after } }, { emit, ints }) => {
      const at = (size: number) => x.shape.map((_, each) => (each === axis ? size : 0));
      return [emit("Pad", [x, ints([...at(before), ...at(after)])])];
    },
  },
};
