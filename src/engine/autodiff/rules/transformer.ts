import { concat, fill, matmul, mul, neg, reshape, rotary, sum, type Tensor } from "../../onnx/index.ts";
import { attentionSizes, maskShape } from "../../onnx/ops/attention.ts";
import { type GradientRule, type GradientRules, sumTo } from "../rule.ts";

/** Y = sAB: ∂A = s·G Bᵀ, ∂B = s·Aᵀ G; a transposed operand has the transposed gradient. */
const matmulRule: GradientRule<"matmul"> = ({ inputs: [a, b], attributes }, g) => {
  const { transposeA, transposeB, scale } = attributes;
  const da = transposeA
    ? matmul(b, g, { transposeA: transposeB, transposeB: true, scale })
    : matmul(g, b, { transposeB: !transposeB, scale });
  const db = transposeB
    ? matmul(g, a, { transposeA: true, transposeB: transposeA, scale })
    : matmul(a, g, { transposeA: !transposeA, scale });
  return [sumTo(da, a.shape), sumTo(db, b.shape)];
};

/**
 * S = s·QKᵀ + M, P = softmax(S), O = PV (Dao et al. 2022, appendix B.2):
 * ∂V = Pᵀ∂O, ∂P = ∂O Vᵀ, ∂S = P∘(∂P − rowsum(∂O∘O)), ∂Q = s·∂S K, ∂K = s·∂Sᵀ Q, ∂M = ∂S.
 * Query heads of one key head stand as rows of one matrix, so ∂K and ∂V sum over the group by themselves.
 */
const attentionRule: GradientRule<"attention"> = ({ inputs, outputs, attributes: { scale } }, g) => {
  const [q, k, v, mask] = inputs;
  const [o, p] = outputs;
  const sizes = attentionSizes(q.shape, k.shape, v.shape);
  const { batch, keyHeads, group, queries, keys } = sizes;
  const grouped = (x: Tensor) => reshape(x, [batch, keyHeads, group * queries, -1]);
  const dO = grouped(g);
  const rows = sum(mul(dO, grouped(o)), { axes: [-1], keep: true });
  // ∂P − rows = [∂O, rows] [V, −1]ᵀ: the subtraction rides on the product, one pass over [S, K] less.
  const minusOne = fill(v.graph, [batch, keyHeads, keys, 1], -1);
  const dS = mul(p, matmul(concat([dO, rows], -1), concat([v, minusOne], -1), { transposeB: true }));
  const dQ = reshape(matmul(dS, k, { scale }), q.shape);
  const dK = matmul(dS, grouped(q), { transposeA: true, scale });
  const dV = matmul(p, dO, { transposeA: true });
  if (mask === undefined) return [dQ, dK, dV];
  const apart = reshape(dS, [batch, keyHeads, group, queries, keys]);
  return [dQ, dK, dV, reshape(sumTo(apart, maskShape(mask.shape, sizes)), mask.shape)];
};

export const transformerRules: GradientRules<"matmul" | "linear" | "rotary" | "attention"> = {
  matmul: matmulRule,
  // Y = XWᵀ + b: ∂X = G W, ∂W = Gᵀ X, ∂b = Σ rows of G
  linear: ({ inputs: [x, weight] }, g) => [
    matmul(g, weight),
    matmul(g, x, { transposeA: true }),
    sum(g, { axes: [0] }),
  ],
  // A rotation's transpose is the rotation by the opposite angle. Position tables get no gradient.
  rotary: ({ inputs: [, cos, sin], attributes: { heads } }, g) => [
    rotary(g, cos, neg(sin), heads),
    undefined,
    undefined,
  ],
  attention: attentionRule,
};
