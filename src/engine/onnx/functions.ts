/**
 * The operations as functions on tensors: what users of the builder write. All shapes are static; floats broadcast
 * as in NumPy; a number may stand for one operand. Negative axes count from the end.
 */
import { apply } from "./graph.ts";
import { isPermutation, normalAxis, type Shape, sameShape, sizeOf } from "./shape.ts";
import type { DType, Graph, Relation, Tensor } from "./vocabulary.ts";

/** A tensor, or a number broadcast to the other operand. */
export type Operand = Tensor | number;

const NONE = {};

// --- Sources ---------------------------------------------------------------------------------------------------------

/** A value fed at each run under a name. Frozen weights are inputs as well: constants cost several times their size. */
export function input(graph: Graph, name: string, shape: Shape, dtype: DType = "float"): Tensor {
  const clash = graph.applications.find((each) => each.op === "input" && each.attributes.name === name);
  if (clash !== undefined) throw new Error(`input: expected a new name, got ${name} again`);
  return apply(graph, "input", [], { name, shape, dtype })[0];
}

/** Values known when the graph is built (position tables, masks); keep them small. */
export function constant(
  graph: Graph,
  data: ArrayLike<number>,
  shape: Shape = [data.length],
  dtype: DType = "float",
): Tensor {
  return apply(graph, "constant", [], { data: Array.from(data), shape, dtype })[0];
}

export function scalar(graph: Graph, value: number): Tensor {
  return constant(graph, [value], []);
}

/** A float tensor of one repeated value. */
export function fill(graph: Graph, shape: Shape, value: number): Tensor {
  return apply(graph, "fill", [], { shape, value })[0];
}

// --- Elementwise -----------------------------------------------------------------------------------------------------

type UnaryName =
  | "neg"
  | "exp"
  | "log"
  | "sqrt"
  | "rsqrt"
  | "square"
  | "tanh"
  | "erf"
  | "sigmoid"
  | "silu"
  | "stopGradient";

function unary(op: UnaryName): (x: Tensor) => Tensor {
  return (x) => apply(x.graph, op, [x], NONE)[0];
}

export const neg = unary("neg");
export const exp = unary("exp");
/** Natural logarithm. */
export const log = unary("log");
export const sqrt = unary("sqrt");
/** 1 / √x. */
export const rsqrt = unary("rsqrt");
export const square = unary("square");
export const tanh = unary("tanh");
/** 2/√π ∫₀ˣ exp(−t²) dt. */
export const erf = unary("erf");
export const sigmoid = unary("sigmoid");
/** x · sigmoid(x), also called swish. */
export const silu = unary("silu");
/** The value itself, through which no gradient flows. */
export const stopGradient = unary("stopGradient");

export function pow(x: Tensor, exponent: number): Tensor {
  return apply(x.graph, "pow", [x], { exponent })[0];
}

/** x·Φ(x): exact by the error function (PyTorch's default), or its tanh approximation. */
export function gelu(x: Tensor, form: "erf" | "tanh" = "erf"): Tensor {
  return apply(x.graph, "gelu", [x], { form })[0];
}

/** x limited to [low, high]; the gradient is 0 outside and 1 on the limits. */
export function clip(x: Tensor, low: number, high: number): Tensor {
  return apply(x.graph, "clip", [x], { low, high })[0];
}

/** Values of another kind: bool to float gives 0 and 1. */
export function cast(x: Tensor, to: DType): Tensor {
  return x.dtype === to ? x : apply(x.graph, "cast", [x], { to })[0];
}

type BinaryName = "add" | "sub" | "mul" | "div" | "max" | "min";

/** Both operands as tensors of one graph. */
function lift(op: string, a: Operand, b: Operand): readonly [Tensor, Tensor] {
  if (typeof a !== "number") return [a, typeof b === "number" ? scalarLike(a, b) : b];
  if (typeof b !== "number") return [scalarLike(b, a), b];
  throw new TypeError(`${op}: expected at least one tensor, got the numbers ${a} and ${b}`);
}

function scalarLike({ graph, dtype }: Tensor, value: number): Tensor {
  return constant(graph, [value], [], dtype);
}

function binary(op: BinaryName): (a: Operand, b: Operand) => Tensor {
  return (a, b) => {
    const pair = lift(op, a, b);
    return apply(pair[0].graph, op, pair, NONE)[0];
  };
}

export const add = binary("add");
export const sub = binary("sub");
export const mul = binary("mul");
export const div = binary("div");
/** The larger, elementwise; where equal the gradient goes to the first. */
export const max = binary("max");
/** The smaller, elementwise; where equal the gradient goes to the first. */
export const min = binary("min");

/** Elementwise comparison of floats or of int32; gives bool. */
export function compare(a: Operand, relation: Relation, b: Operand): Tensor {
  const pair = lift("compare", a, b);
  return apply(pair[0].graph, "compare", pair, { relation })[0];
}

/** a where the condition holds, else b. For masks prefer adding a large negative number: twice as fast. */
export function where(condition: Tensor, a: Operand, b: Operand): Tensor {
  const { graph } = condition;
  const [left, right] = [a, b].map((each) => (typeof each === "number" ? scalar(graph, each) : each));
  if (left === undefined || right === undefined) throw new TypeError("where: expected two operands");
  return apply(graph, "where", [condition, left, right], NONE)[0];
}

/** silu(gate) · up (Shazeer 2020), both of one shape. */
export function swiglu(gate: Tensor, up: Tensor): Tensor {
  return apply(gate.graph, "swiglu", [gate, up], NONE)[0];
}

// --- Products --------------------------------------------------------------------------------------------------------

export interface MatmulOptions {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
  /** Factor of the product. */
  readonly scale?: number;
}

/** scale · a b over the last two axes, batch axes broadcast; either side may be transposed at no cost when 2-D. */
export function matmul(a: Tensor, b: Tensor, options: MatmulOptions = {}): Tensor {
  const { transposeA = false, transposeB = false, scale = 1 } = options;
  return apply(a.graph, "matmul", [a, b], { transposeA, transposeB, scale })[0];
}

/** x [N, in] times weight [out, in] (PyTorch's layout), plus bias [out] if given; gives [N, out]. */
export function linear(x: Tensor, weight: Tensor, bias?: Tensor): Tensor {
  if (bias === undefined) return matmul(x, weight, { transposeB: true });
  return apply(x.graph, "linear", [x, weight, bias], NONE)[0];
}

// --- Layout ----------------------------------------------------------------------------------------------------------

/** The same elements in another shape; one size may be -1 and follows from the others. */
export function reshape(x: Tensor, shape: Shape): Tensor {
  const known = sizeOf(shape.filter((size) => size !== -1));
  const full = shape.map((size) => (size === -1 ? sizeOf(x.shape) / known : size));
  return sameShape(full, x.shape) ? x : apply(x.graph, "reshape", [x], { shape: full })[0];
}

/** Repeats axes of size 1 (and new leading axes) to the shape. */
export function expand(x: Tensor, shape: Shape): Tensor {
  return apply(x.graph, "expand", [x], { shape })[0];
}

/** Axis i of the result is axis `permutation[i]` of x; where only axes of size 1 move, nothing is copied. */
export function transpose(x: Tensor, permutation: readonly number[]): Tensor {
  const wide = permutation.filter((axis) => x.shape[axis] !== 1);
  const inOrder = wide.every((axis, at) => axis > (wide[at - 1] ?? -1));
  const shape = permutation.map((axis) => x.shape[axis] ?? Number.NaN);
  if (inOrder && isPermutation(permutation, x.shape.length)) return reshape(x, shape);
  return apply(x.graph, "transpose", [x], { permutation })[0];
}

export function concat(parts: readonly [Tensor, ...Tensor[]], axis: number): Tensor {
  const [first] = parts;
  if (parts.length === 1) return first;
  return apply(first.graph, "concat", parts, { axis: normalAxis("concat", first.shape, axis) })[0] ?? first;
}

/** Consecutive parts of the given sizes along an axis. */
export function split(x: Tensor, sizes: readonly number[], axis: number): readonly Tensor[] {
  return apply(x.graph, "split", [x], { axis: normalAxis("split", x.shape, axis), sizes });
}

/** Places start (inclusive) to end (exclusive) of an axis. */
export function slice(x: Tensor, axis: number, start: number, end: number): Tensor {
  return apply(x.graph, "slice", [x], { axis: normalAxis("slice", x.shape, axis), start, end })[0];
}

/** Zeros before and after along an axis. */
export function pad(x: Tensor, axis: number, before: number, after: number): Tensor {
  return apply(x.graph, "pad", [x], { axis: normalAxis("pad", x.shape, axis), before, after })[0];
}

// --- Indexing --------------------------------------------------------------------------------------------------------

/** Rows of table [R, ...] by int32 indices [N], repeats allowed; gives [N, ...]. The gradient sums repeats. */
export function gatherRows(table: Tensor, indices: Tensor): Tensor {
  return apply(table.graph, "gatherRows", [table, indices], NONE)[0];
}

/** Adds values [N, ...] at rows given by int32 indices [N] of a zero tensor with that many rows; repeats add up. */
export function scatterRows(values: Tensor, indices: Tensor, rows: number): Tensor {
  return apply(values.graph, "scatterRows", [values, indices], { rows })[0];
}

/**
 * Rows in another order: result[i] = x[order[i]]. `inverse` must be the inverse permutation (inverse[order[i]] = i),
 * which makes the gradient a gather too; this is not checked.
 */
export function permuteRows(x: Tensor, order: Tensor, inverse: Tensor): Tensor {
  return apply(x.graph, "permuteRows", [x, order, inverse], NONE)[0];
}

/** x [N, C] at one int32 column a row [N]; gives [N]. */
export function gatherColumns(x: Tensor, indices: Tensor): Tensor {
  return apply(x.graph, "gatherColumns", [x, indices], NONE)[0];
}

/** x [N, C] with values [N] added at one int32 column a row [N]. */
export function addAtColumns(x: Tensor, indices: Tensor, values: Tensor): Tensor {
  return apply(x.graph, "addAtColumns", [x, indices, values], NONE)[0];
}

// --- Reductions ------------------------------------------------------------------------------------------------------

export interface ReductionOptions {
  /** All axes unless given. */
  readonly axes?: readonly number[];
  /** Keep reduced axes with size 1. */
  readonly keep?: boolean;
}

function reduction(op: "sum" | "mean" | "maximum"): (x: Tensor, options?: ReductionOptions) => Tensor {
  return (x, { axes, keep = false } = {}) => {
    const wanted = axes?.map((axis) => normalAxis(op, x.shape, axis)) ?? x.shape.map((_, axis) => axis);
    const sorted = wanted.toSorted((a, b) => a - b);
    return apply(x.graph, op, [x], { axes: sorted, keep })[0];
  };
}

export const sum = reduction("sum");
export const mean = reduction("mean");
/** The largest value over axes; ties share the gradient equally. */
export const maximum = reduction("maximum");

// --- Along the last axis ---------------------------------------------------------------------------------------------

export function softmax(x: Tensor): Tensor {
  return apply(x.graph, "softmax", [x], NONE)[0];
}

/** log Σ exp x over the last axis, which goes away. */
export function logSumExp(x: Tensor): Tensor {
  return apply(x.graph, "logSumExp", [x], NONE)[0];
}

/** Log-probabilities of the chosen int32 labels [N] under logits [N, V]; gives [N]. */
export function logProb(logits: Tensor, labels: Tensor): Tensor {
  return apply(logits.graph, "logProb", [logits, labels], NONE)[0];
}

/**
 * {@link logProb} of `linear(hidden, head)` in chunks of rows, so that no more than the logits themselves are held for
 * all rows at once (the gradient needs a second tensor of that size for one chunk only).
 * @param hidden [N, d]
 * @param head [V, d]
 */
export function linearLogProb(hidden: Tensor, head: Tensor, labels: Tensor, chunkRows = 1024): Tensor {
  const [rows = 1] = hidden.shape;
  const chunk = (start: number): Tensor => {
    const end = Math.min(start + chunkRows, rows);
    return logProb(linear(slice(hidden, 0, start, end), head), slice(labels, 0, start, end));
  };
  if (rows <= chunkRows) return logProb(linear(hidden, head), labels);
  const rest = Array.from({ length: Math.ceil(rows / chunkRows) - 1 }, (_, at) =>
    chunk((at + 1) * chunkRows),
  );
  return concat([chunk(0), ...rest], 0);
}

/** −Σ weight · log-probability: the cross entropy of logits [N, V] and int32 labels [N] with weights [N]. */
export function crossEntropy(logits: Tensor, labels: Tensor, weights: Tensor): Tensor {
  return neg(sum(mul(logProb(logits, labels), weights)));
}

/** Zhang & Sennrich (2019): x / √(mean x² + ε) · weight over the last axis; weight [C]. */
export function rmsNorm(x: Tensor, weight: Tensor, epsilon = 1e-6): Tensor {
  return apply(x.graph, "rmsNorm", [x, weight], { epsilon })[0];
}

/** Ba et al. (2016) over the last axis; weight and bias [C]. */
export function layerNorm(x: Tensor, weight: Tensor, bias: Tensor, epsilon = 1e-5): Tensor {
  return apply(x.graph, "layerNorm", [x, weight, bias], { epsilon })[0];
}

// --- Transformer -----------------------------------------------------------------------------------------------------

/**
 * Rotary positions (Su et al. 2021, rotated halves as in Llama and Qwen) on x [T, heads·D] with a table row a token:
 * cos and sin [T, D/2]. Tables are inputs or constants; no gradient reaches them.
 */
export function rotary(x: Tensor, cos: Tensor, sin: Tensor, heads: number): Tensor {
  return apply(x.graph, "rotary", [x, cos, sin], { heads })[0];
}

export interface AttentionOptions {
  /** Added to the scores before the softmax: [S, K] or [B|1, 1, S|1, K]; a large negative number forbids. */
  readonly mask?: Tensor | undefined;
  /** 1/√D unless given. */
  readonly scale?: number;
}

/**
 * softmax(scale · q kᵀ + mask) v with grouped keys: q [B, Hq, S, D], k [B, Hk, K, D], v [B, Hk, K, Dv], where Hq is a
 * multiple of Hk and query head h reads key head ⌊h / (Hq/Hk)⌋. Gives [B, Hq, S, Dv].
 */
export function attention(q: Tensor, k: Tensor, v: Tensor, options: AttentionOptions = {}): Tensor {
  const { mask, scale = 1 / Math.sqrt(q.shape.at(-1) ?? 1) } = options;
  return apply(q.graph, "attention", mask === undefined ? [q, k, v] : [q, k, v, mask], { scale })[0];
}
