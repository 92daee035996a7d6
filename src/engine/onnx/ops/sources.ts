/** Where values come from: inputs fed at each run, constants, and filled tensors. */
import { checkShape, formatShape, sizeOf } from "../shape.ts";
import type { OpRules } from "../vocabulary.ts";
import { floatOf } from "./check.ts";

export const sourceOps: OpRules<"input" | "constant" | "fill"> = {
  input: {
    infer: (_, { name, shape, dtype }) => {
      checkShape(`input ${name}`, shape);
      return [{ shape, dtype }];
    },
    lower: (application) => [application.attributes.name],
  },
  constant: {
    infer: (_, { data, shape, dtype }) => {
      checkShape("constant", shape);
      if (data.length !== sizeOf(shape))
        throw new RangeError(
          `constant: expected ${sizeOf(shape)} values for ${formatShape(shape)}, got ${data.length}`,
        );
      return [{ shape, dtype }];
    },
    lower: ({ attributes: { data, shape, dtype } }, { emit, floats }) => {
      const values = floats(data, shape);
      return [dtype === "float" ? values : emit("Cast", [values], { to: { type: dtype } })];
    },
  },
  fill: {
    infer: (_, { shape }) => {
      checkShape("fill", shape);
      return [floatOf(shape)];
    },
    lower: ({ attributes: { shape, value } }, { emit, scalar, ints }) => [
      shape.length === 0 ? scalar(value) : emit("Expand", [scalar(value), ints(shape)]),
    ],
  },
};
