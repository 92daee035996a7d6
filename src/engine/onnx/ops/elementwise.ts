/** One result an element: operands of one shape, or broadcast. */
import { broadcastShapes } from "../shape.ts";
import {
  elementType,
  type Inputs,
  type Lowering,
  type NodeInput,
  type OpRule,
  type OpRules,
  type Relation,
  type TensorType,
} from "../vocabulary.ts";
import { expectKind, expectShape, floatOf } from "./check.ts";
import { lowerErf } from "./erf.ts";

type UnaryName =
  | "neg"
  | "exp"
  | "log"
  | "sqrt"
  | "rsqrt"
  | "square"
  | "pow"
  | "tanh"
  | "erf"
  | "sigmoid"
  | "silu"
  | "gelu"
  | "clip"
  | "stopGradient"
  | "cast";
type BinaryName = "add" | "sub" | "mul" | "div" | "max" | "min" | "compare" | "where" | "swiglu";

function inferUnary(op: string): (inputs: readonly [TensorType]) => readonly [TensorType] {
  return ([x]) => {
    expectKind(op, "float", x);
    return [floatOf(x.shape)];
  };
}

/** An operation that ONNX has under one name. */
function unary(op: UnaryName, type: string) {
  return {
    infer: inferUnary(op),
    lower: ({ inputs: [x] }: { readonly inputs: readonly [NodeInput] }, { emit }: Lowering) =>
      [emit(type, [x])] as const,
  };
}

function binary(op: BinaryName, type: string) {
  return {
    infer: ([a, b]: readonly [TensorType, TensorType]): readonly [TensorType] => {
      expectKind(op, "float", a, b);
      return [floatOf(broadcastShapes(op, a.shape, b.shape))];
    },
    lower: ({ inputs }: { readonly inputs: readonly [NodeInput, NodeInput] }, { emit }: Lowering) =>
      [emit(type, inputs)] as const,
  };
}

const RELATIONS: Readonly<Record<Relation, string>> = {
  equal: "Equal",
  less: "Less",
  lessOrEqual: "LessOrEqual",
  greater: "Greater",
  greaterOrEqual: "GreaterOrEqual",
};

/** x·sigmoid(x). */
function lowerSilu(x: NodeInput, { emit }: Lowering): string {
  return emit("Mul", [x, emit("Sigmoid", [x])]);
}

/** Hendrycks & Gimpel (2016): x·Φ(x), exact by erf, or with tanh(√(2/π)(x + 0.044715x³)). */
function lowerGelu(form: "erf" | "tanh", x: NodeInput, lowering: Lowering): string {
  const { emit, scalar } = lowering;
  const halfPlus = (t: string) => emit("Mul", [emit("Add", [t, scalar(1)]), scalar(0.5)]);
  if (form === "erf")
    return emit("Mul", [x, halfPlus(lowerErf(emit("Mul", [x, scalar(Math.SQRT1_2)]), lowering))]);
  const cubic = emit("Mul", [emit("Mul", [x, x]), scalar(0.044715)]);
  const inner = emit("Mul", [
    emit("Mul", [x, emit("Add", [cubic, scalar(1)])]),
    scalar(Math.sqrt(2 / Math.PI)),
  ]);
  return emit("Mul", [x, halfPlus(emit("Tanh", [inner]))]);
}

function inferWhere([condition, a, b]: Inputs<"where", TensorType>): readonly [TensorType] {
  expectKind("where", "bool", condition);
  expectKind("where", "float", a, b);
  return [floatOf(broadcastShapes("where", condition.shape, broadcastShapes("where", a.shape, b.shape)))];
}

const compare: OpRule<"compare"> = {
  infer: ([a, b]) => {
    expectKind("compare", a.dtype, b);
    return [{ shape: broadcastShapes("compare", a.shape, b.shape), dtype: "bool" }];
  },
  lower: ({ inputs, attributes }, { emit }) => [emit(RELATIONS[attributes.relation], inputs)],
};

export const elementwiseOps: OpRules<UnaryName | BinaryName> = {
  neg: unary("neg", "Neg"),
  exp: unary("exp", "Exp"),
  log: unary("log", "Log"),
  sqrt: unary("sqrt", "Sqrt"),
  rsqrt: {
    infer: inferUnary("rsqrt"),
    lower: ({ inputs: [x] }, { emit }) => [emit("Reciprocal", [emit("Sqrt", [x])])],
  },
  square: {
    infer: inferUnary("square"),
    lower: ({ inputs: [x] }, { emit }) => [emit("Mul", [x, x])],
  },
  pow: {
    infer: inferUnary("pow"),
    lower: ({ inputs: [x], attributes: { exponent } }, { emit, scalar }) => [
      emit("Pow", [x, scalar(exponent)]),
    ],
  },
  tanh: unary("tanh", "Tanh"),
  erf: { infer: inferUnary("erf"), lower: ({ inputs: [x] }, lowering) => [lowerErf(x, lowering)] },
  sigmoid: unary("sigmoid", "Sigmoid"),
  silu: { infer: inferUnary("silu"), lower: ({ inputs: [x] }, lowering) => [lowerSilu(x, lowering)] },
  gelu: {
    infer: inferUnary("gelu"),
    lower: ({ inputs: [x], attributes: { form } }, lowering) => [lowerGelu(form, x, lowering)],
  },
  clip: {
    infer: ([x], { low, high }) => {
      expectKind("clip", "float", x);
      if (!(low <= high)) throw new RangeError(`clip: expected low <= high, got ${low} and ${high}`);
      return [floatOf(x.shape)];
    },
    lower: ({ inputs: [x], attributes: { low, high } }, { emit, scalar }) => [
      emit("Clip", [x, scalar(low), scalar(high)]),
    ],
  },
  stopGradient: unary("stopGradient", "Identity"),
  cast: {
    infer: ([x], { to }) => [{ shape: x.shape, dtype: to }],
    lower: ({ inputs: [x], attributes: { to } }, { emit, float }) => [
      emit("Cast", [x], { to: { type: elementType(to, float) } }),
    ],
  },
  add: binary("add", "Add"),
  sub: binary("sub", "Sub"),
  mul: binary("mul", "Mul"),
  div: binary("div", "Div"),
  max: binary("max", "Max"),
  min: binary("min", "Min"),
  compare,
  where: { infer: inferWhere, lower: ({ inputs }, { emit }) => [emit("Where", inputs)] },
  swiglu: {
    infer: ([gate, up]) => {
      expectKind("swiglu", "float", gate, up);
      expectShape("swiglu", "up", gate.shape, up.shape);
      return [floatOf(gate.shape)];
    },
    lower: ({ inputs: [gate, up] }, lowering) => [lowering.emit("Mul", [lowerSilu(gate, lowering), up])],
  },
};
