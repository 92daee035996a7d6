import {
  add,
  cast,
  compare,
  div,
  erf,
  exp,
  fill,
  mul,
  neg,
  pow,
  type Relation,
  sigmoid,
  square,
  sub,
  type Tensor,
  tanh,
  where,
} from "../../onnx/index.ts";
import { type GradientRule, type GradientRules, sumTo } from "../rule.ts";

/** g where a condition on a and b holds, else 0. */
function maskedBy(g: Tensor, a: Tensor, relation: Relation, b: Tensor | number): Tensor {
  return mul(g, cast(compare(a, relation, b), "float"));
}

/** (xσ)′ = σ + xσ(1 − σ) = σ(1 + x − xσ), where xσ is shared with the operation itself. */
function siluSlope(x: Tensor): Tensor {
  const s = sigmoid(x);
  return mul(s, add(1, sub(x, mul(x, s))));
}

/** max and min: g to the operand that was taken, to the first where both are equal. */
function pickRule(relation: Relation): GradientRule<"max" | "min"> {
  return ({ inputs: [a, b] }, g) => {
    const toFirst = maskedBy(g, a, relation, b);
    return [sumTo(toFirst, a.shape), sumTo(sub(g, toFirst), b.shape)];
  };
}

const gelu: GradientRule<"gelu"> = ({ inputs: [x], attributes: { form } }, g) => {
  if (form === "erf") {
    // (xΦ)′ = Φ + xφ, Φ = (1 + erf(x/√2)) / 2, φ = exp(−x²/2) / √(2π).
    const cumulative = mul(add(erf(mul(x, Math.SQRT1_2)), 1), 0.5);
    const density = mul(exp(mul(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
    return [mul(g, add(cumulative, mul(x, density)))];
  }
  // y = x(1 + t)/2, t = tanh(u), u = √(2/π)(x + cx³): y′ = (1 + t)/2 + x(1 − t²)u′/2, u′ = √(2/π)(1 + 3cx²).
  const [c, root] = [0.044715, Math.sqrt(2 / Math.PI)];
  const t = tanh(mul(mul(x, add(mul(square(x), c), 1)), root));
  const inner = mul(add(mul(square(x), 3 * c), 1), root / 2);
  return [mul(g, add(mul(add(t, 1), 0.5), mul(mul(x, sub(1, square(t))), inner)))];
};

/** y = xσ·u: ∂u = g·xσ, and ∂x = u·(gσ + g·xσ(1 − σ)) = u·(∂u + σ(g − ∂u)), a pass over memory less. */
const swiglu: GradientRule<"swiglu"> = ({ inputs: [gate, up] }, g) => {
  const s = sigmoid(gate);
  const dUp = mul(g, mul(gate, s));
  return [mul(up, add(dUp, mul(s, sub(g, dUp)))), dUp];
};

type ElementwiseName =
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
  | "cast"
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "max"
  | "min"
  | "compare"
  | "where"
  | "swiglu";

export const elementwiseRules: GradientRules<ElementwiseName> = {
  neg: (_, g) => [neg(g)],
  // (eˣ)′ = eˣ
  exp: ({ outputs: [y] }, g) => [mul(g, y)],
  // (log x)′ = 1/x
  log: ({ inputs: [x] }, g) => [div(g, x)],
  // (√x)′ = 1/(2√x)
  sqrt: ({ outputs: [y] }, g) => [div(g, mul(y, 2))],
  // (x^−½)′ = −½ x^−3/2 = −½y³
  rsqrt: ({ outputs: [y] }, g) => [mul(mul(g, y), mul(square(y), -0.5))],
  square: ({ inputs: [x] }, g) => [mul(g, mul(x, 2))],
  // (xᵖ)′ = p xᵖ⁻¹
  pow: ({ inputs: [x], attributes: { exponent } }, g) => [mul(g, mul(pow(x, exponent - 1), exponent))],
  tanh: ({ outputs: [y] }, g) => [mul(g, sub(1, square(y)))],
  // erf′ = 2/√π exp(−x²)
  erf: ({ inputs: [x] }, g) => [mul(g, mul(exp(neg(square(x))), 2 / Math.sqrt(Math.PI)))],
  // σ′ = σ(1 − σ)
  sigmoid: ({ outputs: [y] }, g) => [mul(g, mul(y, sub(1, y)))],
  silu: ({ inputs: [x] }, g) => [mul(g, siluSlope(x))],
  gelu,
  // The limits themselves still pass the gradient, as in PyTorch.
  clip: ({ inputs: [x], attributes: { low, high } }, g) => [
    maskedBy(maskedBy(g, x, "greaterOrEqual", low), x, "lessOrEqual", high),
  ],
  // Not differentiable on purpose.
  stopGradient: () => [undefined],
  // Floats of a program are of one type, so a cast changes kind and is a step function.
  cast: () => [undefined],
  add: ({ inputs: [a, b] }, g) => [sumTo(g, a.shape), sumTo(g, b.shape)],
  sub: ({ inputs: [a, b] }, g) => [sumTo(g, a.shape), sumTo(neg(g), b.shape)],
  // (ab)′ = a′b + ab′
  mul: ({ inputs: [a, b] }, g) => [sumTo(mul(g, b), a.shape), sumTo(mul(g, a), b.shape)],
  // (a/b)′ = a′/b − (a/b)b′/b
  div: ({ inputs: [a, b], outputs: [y] }, g) => {
    const share = div(g, b);
    return [sumTo(share, a.shape), sumTo(neg(mul(share, y)), b.shape)];
  },
  max: pickRule("greaterOrEqual"),
  min: pickRule("lessOrEqual"),
  // Not differentiable: a step function.
  compare: () => [undefined, undefined],
  where: ({ inputs: [condition, a, b] }, g) => {
    const zero = fill(g.graph, [], 0);
    return [undefined, sumTo(where(condition, g, zero), a.shape), sumTo(where(condition, zero, g), b.shape)];
  },
  swiglu,
};
