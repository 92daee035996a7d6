/**
 * Which tokens see each other: all up to themselves of their own sequence. Branches see the prefix that they continue,
 * and not one another: keys and values of a prefix are handed to each of its branches, so nothing is computed to be masked.
 */
import type { Attend } from "../../nn/attend.ts";
import { FORBIDDEN } from "../../nn/segments.ts";
import {
  attention,
  concat,
  type Feeds,
  type Graph,
  input,
  matmul,
  reshape,
  split,
  type Tensor,
  transpose,
} from "../../onnx/index.ts";
import type { TextConfig } from "./config.ts";
import { type Layout, type LayoutShape, lengthOf, type Places, placed } from "./layout.ts";

type Heads = Pick<TextConfig, "heads" | "keyValueHeads" | "headSize">;

/**
 * Attention over the rows of a layout. Inputs: without prefixes `mask` [1, 1, L, L]; with B prefixes of P rows and N
 * branches of L `prefix.mask` [1, 1, P, P], `owners` [N, B] (1 at the prefix of a branch, else 0) and `mask`
 * [N, 1, L, P + L]; see {@link sightFeeds}.
 */
export function layoutAttention(graph: Graph, heads: Heads, { prefixes, branches }: LayoutShape): Attend {
  if (prefixes === undefined) {
    const mask = input(graph, "mask", [1, 1, branches.length, branches.length]);
    return (_layer, q, k, v) => causal(q, k, v, branches, heads, mask);
  }
  return prefixedAttention(graph, heads, prefixes, branches);
}

function prefixedAttention(graph: Graph, heads: Heads, prefixes: Places, branches: Places): Attend {
  const [shared, own] = [prefixes.length, branches.length];
  const prefixMask = input(graph, "prefix.mask", [1, 1, shared, shared]);
  const owners = input(graph, "owners", [branches.count, prefixes.count]);
  const mask = input(graph, "mask", [branches.count, 1, own, shared + own]);
  const columns = 2 * heads.keyValueHeads * heads.headSize;
  const apart = (x: Tensor): readonly [Tensor, Tensor] => {
    const [ofPrefixes = x, ofBranches = x] = split(x, [placed(prefixes), placed(branches)], 0);
    return [ofPrefixes, ofBranches];
  };
  return (_layer, q, k, v) => {
    const [prefixQ, branchQ] = apart(q);
    const [prefixKv, branchKv] = apart(concat([k, v], 1));
    const [prefixK = k, prefixV = v] = split(prefixKv, [columns / 2, columns / 2], 1);
    const mixedPrefixes = causal(prefixQ, prefixK, prefixV, prefixes, heads, prefixMask);
    const handed = matmul(owners, reshape(prefixKv, [prefixes.count, shared * columns]));
    const seen = concat(
      [reshape(handed, [branches.count, shared, columns]), reshape(branchKv, [branches.count, own, columns])],
      1,
    );
    const kv = byHead(seen, { count: branches.count, length: shared + own }, 2 * heads.keyValueHeads);
    const [keys = kv, values = kv] = split(kv, [heads.keyValueHeads, heads.keyValueHeads], 1);
    const mixed = attention(byHead(branchQ, branches, heads.heads), keys, values, { mask });
    return concat([mixedPrefixes, byRow(mixed)], 0);
  };
}

/** Rows of equal places: each sees its own place. */
function causal(q: Tensor, k: Tensor, v: Tensor, places: Places, heads: Heads, mask: Tensor): Tensor {
  const [keys, values] = [byHead(k, places, heads.keyValueHeads), byHead(v, places, heads.keyValueHeads)];
  return byRow(attention(byHead(q, places, heads.heads), keys, values, { mask }));
}

/** [count length, heads size] or [count, length, heads size] to [count, heads, length, size]. */
function byHead(x: Tensor, { count, length }: Places, heads: number): Tensor {
  const columns = x.shape.at(-1) ?? 0;
  return transpose(reshape(x, [count, length, heads, columns / heads]), [0, 2, 1, 3]);
}

/** [count, heads, length, size] to [count length, heads size]. */
function byRow(x: Tensor): Tensor {
  const [count = 0, heads = 0, length = 0, size = 0] = x.shape;
  return reshape(transpose(x, [0, 2, 1, 3]), [count * length, heads * size]);
}

/** What {@link layoutAttention} is fed. */
export function sightFeeds(layout: Layout, { prefixes, branches }: LayoutShape): Feeds {
  if (prefixes === undefined) return { mask: causalMask(branches.length) };
  const owners = new Float32Array(branches.count * prefixes.count);
  for (const [at, { prefix }] of layout.branches.entries())
    if (prefix !== undefined) owners[at * prefixes.count + prefix] = 1;
  return {
    "prefix.mask": causalMask(prefixes.length),
    owners,
    mask: branchMasks(layout, prefixes.length, branches),
  };
}

/** `[N, 1, L, P + L]`: a token sees its prefix, if it has one, and its own branch up to itself. */
function branchMasks(
  { prefixes, branches }: Layout,
  prefixLength: number,
  { count, length }: Places,
): Float32Array {
  const columns = prefixLength + length;
  const masks = new Float32Array(count * length * columns);
  for (let at = 0; at < count; at++) {
    const prefix = prefixes[branches[at]?.prefix ?? -1];
    const seen = prefix === undefined ? 0 : lengthOf(prefix);
    for (let row = 0; row < length; row++) {
      const start = (at * length + row) * columns;
      masks.fill(FORBIDDEN, start + seen, start + prefixLength);
      masks.fill(FORBIDDEN, start + prefixLength + row + 1, start + columns);
    }
  }
  return masks;
}

const causalMasks = new Map<number, Float32Array>();

/** `[1, 1, S, S]`, shared by all batches of a length: it is only read. */
function causalMask(length: number): Float32Array {
  const known = causalMasks.get(length);
  if (known !== undefined) return known;
  const mask = new Float32Array(length * length);
  for (let row = 0; row < length; row++) mask.fill(FORBIDDEN, row * length + row + 1, (row + 1) * length);
  causalMasks.set(length, mask);
  return mask;
}
