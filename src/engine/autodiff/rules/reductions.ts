import {
  add,
  addAtColumns,
  cast,
  compare,
  div,
  exp,
  expand,
  matmul,
  mean,
  mul,
  neg,
  reshape,
  rsqrt,
  type Shape,
  sizeOf,
  square,
  sub,
  sum,
  type Tensor,
} from "../../onnx/index.ts";
import { type GradientRule, type GradientRules, sumTo } from "../rule.ts";

/** A reduced tensor with its axes back, of size 1. */
function unreduced(y: Tensor, shape: Shape, axes: readonly number[]): Tensor {
  return reshape(
    y,
    shape.map((size, axis) => (axes.includes(axis) ? 1 : size)),
  );
}

function overLast(reduce: typeof sum, x: Tensor): Tensor {
  return reduce(x, { axes: [-1], keep: true });
}

const maximum: GradientRule<"maximum"> = ({ inputs: [x], outputs: [y], attributes: { axes } }, g) => {
  const back = (value: Tensor) => unreduced(value, x.shape, axes);
  const top = cast(compare(x, "equal", back(y)), "float");
  return [mul(div(back(g), sum(top, { axes, keep: true })), top)];
};

/**
 * With r = 1/√(mean x² + ε), h = g·w: ∂w = Σ (g·x)r, ∂x = r(h − x·r²·mean(h·x)). Both sums are products of g·x with a
 * vector, which spares passes over memory.
 */
const rmsNorm: GradientRule<"rmsNorm"> = ({ inputs: [x, weight], outputs: [, inverse] }, g) => {
  const width = sizeOf(weight.shape);
  const flat = (tensor: Tensor, columns: number) => reshape(tensor, [-1, columns]);
  const [rows, slopes, r] = [flat(x, width), flat(g, width), flat(inverse, 1)];
  const product = mul(slopes, rows);
  const share = mul(matmul(product, reshape(weight, [width, 1]), { scale: 1 / width }), square(r));
  const dx = mul(sub(mul(slopes, weight), mul(rows, share)), r);
  return [reshape(dx, x.shape), reshape(matmul(reshape(r, [1, -1]), product), weight.shape)];
};

/** As {@link rmsNorm} on x − mean x, with the gradient centred as well: ∂x = r(h − mean h − x̂·mean(h·x̂)). */
const layerNorm: GradientRule<"layerNorm"> = ({ inputs, attributes: { epsilon } }, g) => {
  const [x, weight, bias] = inputs;
  const centred = sub(x, overLast(mean, x));
  const r = rsqrt(add(overLast(mean, square(centred)), epsilon));
  const normal = mul(centred, r);
  const h = mul(g, weight);
  const flat = sub(sub(h, overLast(mean, h)), mul(normal, overLast(mean, mul(h, normal))));
  return [mul(r, flat), sumTo(mul(g, normal), weight.shape), sumTo(g, bias.shape)];
};

type ReductionName =
  | "sum"
  | "mean"
  | "maximum"
  | "softmax"
  | "logSumExp"
  | "logProb"
  | "rmsNorm"
  | "layerNorm";

export const reductionRules: GradientRules<ReductionName> = {
  sum: ({ inputs: [x], attributes: { axes } }, g) => [expand(unreduced(g, x.shape, axes), x.shape)],
  mean: ({ inputs: [x], attributes: { axes } }, g) => {
    const count = axes.reduce((product, axis) => product * (x.shape[axis] ?? 1), 1);
    return [expand(unreduced(mul(g, 1 / count), x.shape, axes), x.shape)];
  },
  maximum,
  // ∂x = y(g − Σ g·y)
  softmax: ({ outputs: [y] }, g) => [mul(y, sub(g, overLast(sum, mul(g, y))))],
  // ∂x = g·softmax(x), softmax(x) = exp(x − y)
  logSumExp: ({ inputs: [x], outputs: [y] }, g) => {
    const tall = [...y.shape, 1];
    return [mul(reshape(g, tall), exp(sub(x, reshape(y, tall))))];
  },
  // y = x[label] − logsumexp(x): ∂x = g(onehot − softmax(x))
  logProb: ({ inputs: [logits, labels], outputs: [, normaliser] }, g) => {
    const probabilities = exp(sub(logits, normaliser));
    const spread = mul(probabilities, reshape(neg(g), normaliser.shape));
    return [addAtColumns(spread, labels, g), undefined];
  },
  rmsNorm,
  layerNorm,
};
