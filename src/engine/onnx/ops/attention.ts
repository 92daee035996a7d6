/** What only transformers have: rotary positions and attention with grouped keys. */
import { type Shape, shapeError, sizeOf, stretchesTo } from "../shape.ts";
import type { ApplicationOf, Inputs, Lowering, OpRules, TensorType } from "../vocabulary.ts";
import { expectKind, expectRank, expectShape, floatOf } from "./check.ts";
import { swapLast } from "./products.ts";

function inferRotary([x, cos, sin]: Inputs<"rotary", TensorType>, heads: number): readonly [TensorType] {
  expectKind("rotary", "float", x, cos, sin);
  expectRank("rotary", 2, x.shape);
  const [tokens = 1, columns = 1] = x.shape;
  if (columns % (2 * heads) !== 0)
    throw shapeError("rotary", `columns that ${heads} heads of even size fill`, x.shape);
  expectShape("rotary", "cos", [tokens, columns / heads / 2], cos.shape);
  expectShape("rotary", "sin", cos.shape, sin.shape);
  return [floatOf(x.shape)];
}

/** Su et al. (2021), halves form: [a, b] → [a·cos − b·sin, b·cos + a·sin]. */
function lowerRotary(
  { inputs: [x, cos, sin], attributes: { heads } }: ApplicationOf<"rotary">,
  lowering: Lowering,
) {
  const { float, emit, emitMany, ints } = lowering;
  const [tokens = 1, columns = 1] = x.shape;
  if (float === "float32") {
    const batch = emit("Reshape", [x, ints([1, tokens, columns])]);
    const attributes = { interleaved: 0, num_heads: heads };
    const turned = emit("RotaryEmbedding", [batch, ints([0]), cos, sin], attributes, "com.microsoft");
    return emit("Reshape", [turned, ints(x.shape)]);
  }
  const half = columns / heads / 2;
  const byHead = emit("Reshape", [x, ints([tokens, heads, 2 * half])]);
  const [a = "", b = ""] = emitMany("Split", [byHead, ints([half, half])], 2, { axis: 2 });
  const [c, s] = [cos, sin].map((table) => emit("Reshape", [table, ints([tokens, 1, half])]));
  const times = (value: string, table = "") => emit("Mul", [value, table]);
  const first = emit("Sub", [times(a, c), times(b, s)]);
  const second = emit("Add", [times(b, c), times(a, s)]);
  return emit("Reshape", [emit("Concat", [first, second], { axis: 2 }), ints(x.shape)]);
}

/** e⁻⁴⁰ = 4e-18: beside 1 it is nothing in float32 (6e-8). */
const FLOOR = 40;

/**
 * Scores far below the highest of their row, lifted to {@link FLOOR} below it: the exponential of what is forbidden would
 * pass through subnormal numbers, which take processors several times as long. Not where gradients are wanted: those of
 * forbidden scores must be 0, since where a policy's gradient is tiny they would be subnormal, in the products behind.
 */
function withFloor(scores: string, { emit, ints, scalar }: Lowering): string {
  const highest = emit("ReduceMax", [scores, ints([-1])], { keepdims: 1 });
  return emit("Max", [scores, emit("Sub", [highest, scalar(FLOOR)])]);
}

/** Sizes of an attention: keys are shared by groups of `group` query heads. */
export interface AttentionSizes {
  readonly batch: number;
  readonly queryHeads: number;
  readonly keyHeads: number;
  readonly group: number;
  readonly queries: number;
  readonly keys: number;
  readonly headSize: number;
  readonly valueSize: number;
}

/** Reads the sizes from q [B, Hq, S, D], k [B, Hk, K, D], v [B, Hk, K, Dv]. @throws RangeError when they disagree. */
export function attentionSizes(q: Shape, k: Shape, v: Shape): AttentionSizes {
  for (const shape of [q, k, v]) expectRank("attention", 4, shape);
  const [batch = 1, queryHeads = 1, queries = 1, headSize = 1] = q;
  const [, keyHeads = 1, keys = 1] = k;
  const valueSize = v.at(-1) ?? 1;
  expectShape("attention", "keys", [batch, keyHeads, keys, headSize], k);
  expectShape("attention", "values", [batch, keyHeads, keys, valueSize], v);
  if (queryHeads % keyHeads !== 0)
    throw shapeError("attention", "query heads that are a multiple of key heads", q, k);
  return { batch, queryHeads, keyHeads, group: queryHeads / keyHeads, queries, keys, headSize, valueSize };
}

/** The additive mask as [B|1, 1, 1, S|1, K]. @throws RangeError for another shape. */
export function maskShape(mask: Shape, { batch, queries, keys }: AttentionSizes): Shape {
  const [queryAxis = 1, keyAxis] = mask.slice(-2);
  const [batchAxis = 1, headAxis = 1] = mask.length === 4 ? mask : [];
  const wide: Shape = [batchAxis, headAxis, queryAxis, keyAxis ?? 1];
  const full = [batch, 1, queries, keys];
  const fits = (mask.length === 2 || mask.length === 4) && keyAxis === keys;
  if (!fits || !stretchesTo(wide, full))
    throw shapeError("attention", "a mask [S, K] or [B, 1, S, K]", mask, full);
  return [batchAxis, 1, 1, queryAxis, keys];
}

/** softmax(scale · q kᵀ + mask) v; the probabilities are the second output, for the gradient. */
function lowerAttention(
  { inputs, attributes: { scale }, outputs }: ApplicationOf<"attention">,
  lowering: Lowering,
) {
  const { float, emit, ints, scalar, isRead } = lowering;
  const [q, k, v, mask] = inputs;
  const [y, p] = outputs;
  const sizes = attentionSizes(q.shape, k.shape, v.shape);
  const { batch, keyHeads, group, queries, keys, headSize } = sizes;
  const grouped = emit("Reshape", [q, ints([batch, keyHeads, group * queries, headSize])]);
  const products = emit("MatMul", [grouped, swapLast(k, k.shape.length, lowering)]);
  let scores = emit("Mul", [products, scalar(scale)]);
  if (mask !== undefined) {
    const apart = emit("Reshape", [scores, ints([batch, keyHeads, group, queries, keys])]);
    const masked = emit("Add", [apart, emit("Reshape", [mask, ints(maskShape(mask.shape, sizes))])]);
    scores = emit("Reshape", [masked, ints(p.shape)]);
    if (float === "float32" && !isRead(p)) scores = withFloor(scores, lowering);
  }
  const probabilities = emit("Softmax", [scores], { axis: -1 });
  const mixed = emit("MatMul", [probabilities, v]);
  return [emit("Reshape", [mixed, ints(y.shape)]), probabilities] as const;
}

export const attentionOps: OpRules<"rotary" | "attention"> = {
  rotary: {
    infer: (inputs, { heads }) => inferRotary(inputs, heads),
    lower: (application, lowering) => [lowerRotary(application, lowering)],
  },
  attention: {
    infer: ([q, k, v, mask]) => {
      expectKind("attention", "float", q, k, v);
      const sizes = attentionSizes(q.shape, k.shape, v.shape);
      if (mask !== undefined) {
        expectKind("attention", "float", mask);
        maskShape(mask.shape, sizes);
      }
      const { batch, queryHeads, keyHeads, group, queries, keys, valueSize } = sizes;
      return [
        floatOf([batch, queryHeads, queries, valueSize]),
        floatOf([batch, keyHeads, group * queries, keys]),
      ];
    },
    flops: ({ inputs: [q, , v], outputs: [, p] }) =>
      2 * sizeOf(p.shape) * ((q.shape.at(-1) ?? 0) + (v.shape.at(-1) ?? 0)),
    lower: lowerAttention,
  },
};
