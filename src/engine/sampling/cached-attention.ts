/**
 * Attention of new tokens to all that came before, which lies in three places: a prefix that several rows share (read
 * once for all of them), a row's own cache, and the new tokens themselves. Nothing is joined but the scores.
 */
import type { Attend } from "../nn/attend.ts";
import {
  add,
  concat,
  type Graph,
  input,
  matmul,
  mul,
  reshape,
  softmax,
  split,
  sum,
  type Tensor,
  transpose,
} from "../onnx/index.ts";
import type { DecoderSizes } from "./decoder-family.ts";

/** The static side of a run: one program serves all runs of a shape. */
export interface ExtendShape {
  readonly groups: number;
  /** Rows a group. */
  readonly rollouts: number;
  /** New tokens a row, padding at the end included. */
  readonly fresh: number;
  /** Tokens of a prefix, padding included; 0 for none. */
  readonly prefix: number;
  /** Tokens that a row's own cache holds; 0 for none. */
  readonly own: number;
  /** Rows of picture embeddings; 0 for none. */
  readonly pictures: number;
}

/** One of the places: scores of queries [rows, heads, queries, size] with its keys, and values mixed by weights. */
interface Source {
  readonly length: number;
  scores(q: Tensor): Tensor;
  mix(weights: Tensor): Tensor;
}

/**
 * Declares the caches as inputs (`prefix.key.0`, `own.value.0`, ... by layer, as {@link KeyValues} has them) and their
 * masks: `prefix.mask` [groups, 1, 1, prefix], `own.mask` [rows, 1, 1, own] and, for more than one new token,
 * `fresh.mask` [1, 1, heads / keyValueHeads * fresh, fresh].
 */
export function cachedAttention(graph: Graph, sizes: DecoderSizes, shape: ExtendShape): Attend {
  const { keyValueHeads, headSize } = sizes;
  const { groups, rollouts, fresh, prefix, own } = shape;
  const rows = groups * rollouts;
  const queries = (sizes.heads / keyValueHeads) * fresh;
  const mask = (name: string, shared: readonly number[], wanted: boolean) =>
    wanted ? input(graph, `${name}.mask`, shared) : undefined;
  const masks = {
    prefix: mask("prefix", [groups, 1, 1, prefix], prefix > 0),
    own: mask("own", [rows, 1, 1, own], own > 0),
    fresh: mask("fresh", [1, 1, queries, fresh], fresh > 1),
  };
  const stored = (
    name: string,
    layer: number,
    part: "key" | "value",
    slots: number,
    length: number,
  ): Tensor => input(graph, `${name}.${part}.${layer}`, [slots, keyValueHeads, length, headSize]);
  const byHead = (x: Tensor, heads: number): Tensor =>
    fresh === 1
      ? reshape(x, [rows, heads, 1, headSize])
      : transpose(reshape(x, [rows, fresh, heads, headSize]), [0, 2, 1, 3]);
  return (layer, q, k, v) => {
    const cached = (name: "prefix" | "own", slots: number, length: number): readonly Source[] =>
      masks[name] === undefined
        ? []
        : [
            source(
              stored(name, layer, "key", slots, length),
              stored(name, layer, "value", slots, length),
              masks[name],
            ),
          ];
    const news = source(byHead(k, keyValueHeads), byHead(v, keyValueHeads), masks.fresh);
    const sources = [
      ...cached("prefix", groups, prefix).map((each) => sharedBy(each, rollouts)),
      ...cached("own", rows, own),
      news,
    ];
    const grouped = reshape(byHead(q, sizes.heads), [rows, keyValueHeads, queries, headSize]);
    const mixed = attendTo(sources, mul(grouped, 1 / Math.sqrt(headSize)));
    if (fresh === 1) return reshape(mixed, [rows, sizes.heads * headSize]);
    const apart = transpose(reshape(mixed, [rows, sizes.heads, fresh, headSize]), [0, 2, 1, 3]);
    return reshape(apart, [rows * fresh, sizes.heads * headSize]);
  };
}

/** Softmax over all sources together. */
function attendTo(sources: readonly Source[], q: Tensor): Tensor {
  const [first = q, ...others] = sources.map((each) => each.scores(q));
  const weights = softmax(concat([first, ...others], 3));
  const parts = split(
    weights,
    sources.map(({ length }) => length),
    3,
  );
  return sources.map((each, at) => each.mix(parts[at] ?? weights)).reduce(add);
}

/** Keys and values [slots, heads, length, size] as they are. */
function source(keys: Tensor, values: Tensor, mask: Tensor | undefined): Source {
  const length = keys.shape[2] ?? 0;
  // One key: two elementwise operations instead of a product a row and head.
  if (length === 1)
    return {
      length,
      scores: (q) => sum(mul(q, keys), { axes: [3], keep: true }),
      mix: (weights) => mul(weights, values),
    };
  return {
    length,
    scores: (q) => {
      const scores = matmul(q, keys, { transposeB: true });
      return mask === undefined ? scores : add(scores, mask);
    },
    mix: (weights) => matmul(weights, values),
  };
}

/** A source with one slot for every so many rows: their queries stand together in one product. */
function sharedBy(each: Source, rollouts: number): Source {
  if (rollouts === 1) return each;
  const join = (x: Tensor): Tensor => {
    const [rows = 0, heads = 0, queries = 0, columns = 0] = x.shape;
    const groups = rows / rollouts;
    const apart = transpose(reshape(x, [groups, rollouts, heads, queries, columns]), [0, 2, 1, 3, 4]);
    return reshape(apart, [groups, heads, rollouts * queries, columns]);
  };
  const part = (x: Tensor): Tensor => {
    const [groups = 0, heads = 0, all = 0, columns = 0] = x.shape;
    const queries = all / rollouts;
    const apart = transpose(reshape(x, [groups, heads, rollouts, queries, columns]), [0, 2, 1, 3, 4]);
    return reshape(apart, [groups * rollouts, heads, queries, columns]);
  };
  return {
    length: each.length,
    scores: (q) => part(each.scores(join(q))),
    mix: (weights) => part(each.mix(join(weights))),
  };
}
