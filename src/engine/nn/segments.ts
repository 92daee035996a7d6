/**
 * Attention within segments of rows (windows, pictures) of different lengths: rows are laid out `[count, length]`,
 * shorter segments padded and masked.
 */
import {
  attention,
  concat,
  type Graph,
  input,
  pad,
  permuteRows,
  reshape,
  slice,
  split,
  type Tensor,
  transpose,
} from "../onnx/index.ts";
import { planRows, type RowPlan } from "./rows.ts";

/** The static side of some segments. */
export interface SegmentShape {
  readonly count: number;
  /** Rows of the longest. */
  readonly length: number;
  /** All rows, in order, fill all segments: nothing to move or to mask. */
  readonly exact: boolean;
}

/** What a program with a {@link SegmentShape} is fed; nothing where it is exact. */
export interface SegmentFeeds extends RowPlan {
  /** `[count, 1, 1, length]`, 0 or -1e9. */
  readonly mask: Float32Array;
}

/** Scores of keys that must not be seen. */
export const FORBIDDEN = -1e9;

/**
 * A function that attends within segments: q, k, v [rows, heads * size] each, gives [rows, heads * size]. Declares its
 * inputs `<name>.order`, `<name>.inverse` and `<name>.mask` unless the shape is exact.
 */
export function segmentAttention(
  graph: Graph,
  name: string,
  { count, length, exact }: SegmentShape,
  heads: number,
): (q: Tensor, k: Tensor, v: Tensor) => Tensor {
  const slots = count * length;
  const plan = exact
    ? undefined
    : {
        order: input(graph, `${name}.order`, [slots], "int32"),
        inverse: input(graph, `${name}.inverse`, [slots], "int32"),
        mask: input(graph, `${name}.mask`, [count, 1, 1, length]),
      };
  return (q, k, v) => {
    const [rows = 0, columns = 0] = q.shape;
    if (plan !== undefined ? rows > slots : rows !== slots)
      throw new RangeError(`segmentAttention ${name}: expected rows for ${count} x ${length}, got ${rows}`);
    const byHead = (x: Tensor): Tensor =>
      transpose(reshape(x, [count, length, heads, columns / heads]), [0, 2, 1, 3]);
    const joined = (x: Tensor): Tensor => reshape(transpose(x, [0, 2, 1, 3]), [slots, columns]);
    if (plan === undefined) return joined(attention(byHead(q), byHead(k), byHead(v)));
    const together = concat([q, k, v], 1);
    const padded = slots > rows ? pad(together, 0, 0, slots - rows) : together;
    const parts = split(permuteRows(padded, plan.order, plan.inverse), [columns, columns, columns], 1);
    const [qs, ks, vs] = parts.map(byHead);
    if (qs === undefined || ks === undefined || vs === undefined)
      throw new Error("segmentAttention: no parts");
    const mixed = joined(attention(qs, ks, vs, { mask: plan.mask }));
    const restored = permuteRows(mixed, plan.inverse, plan.order);
    return slots > rows ? slice(restored, 0, 0, rows) : restored;
  };
}

/** The shape that segments with these boundaries (from 0, ascending) need exactly. */
export function segmentShape(boundaries: readonly number[]): SegmentShape {
  const lengths = boundaries.slice(1).map((end, index) => end - (boundaries[index] ?? 0));
  const length = Math.max(1, ...lengths);
  return {
    count: Math.max(1, lengths.length),
    length,
    exact: lengths.length > 0 && lengths.every((each) => each === length),
  };
}

/** @throws RangeError where the segments do not fit the shape. */
export function segmentFeeds(boundaries: readonly number[], { count, length }: SegmentShape): SegmentFeeds {
  if (boundaries.length - 1 > count)
    throw new RangeError(`segmentFeeds: expected at most ${count} segments, got ${boundaries.length - 1}`);
  const slots = count * length;
  const wanted = new Int32Array(slots).fill(-1);
  const mask = new Float32Array(slots).fill(FORBIDDEN);
  for (let segment = 0; segment + 1 < boundaries.length; segment++) {
    const [start = 0, end = 0] = boundaries.slice(segment, segment + 2);
    if (end - start > length)
      throw new RangeError(`segmentFeeds: expected segments of at most ${length} rows, got ${end - start}`);
    for (let row = start; row < end; row++) {
      wanted[segment * length + row - start] = row;
      mask[segment * length + row - start] = 0;
    }
  }
  return { ...planRows(wanted, slots), mask };
}
