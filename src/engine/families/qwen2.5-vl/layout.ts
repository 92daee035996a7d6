/**
 * Where the tokens of a batch stand among the rows that a program computes. A packed sequence is taken apart into its
 * prefix and its branches, which attend apart: packed as one square, most of it would be masked.
 */
import type { Sequence } from "../family.ts";

/** Tokens `start` to `end` (not with it) of a sequence. */
export interface Strand {
  readonly sequence: number;
  readonly start: number;
  readonly end: number;
}

/** What continues a prefix, or a whole sequence. */
export interface Branch extends Strand {
  /** Index among the layout's prefixes. */
  readonly prefix?: number | undefined;
}

export interface Layout {
  readonly prefixes: readonly Strand[];
  readonly branches: readonly Branch[];
}

/** Equal places for strands: `count` of them, `length` rows each, padding at the end included. */
export interface Places {
  readonly count: number;
  readonly length: number;
}

/** The static side of a {@link Layout}: rows of all prefixes, then those of all branches. */
export interface LayoutShape {
  readonly branches: Places;
  /** Absent where nothing is packed. */
  readonly prefixes?: Places | undefined;
}

export const placed = ({ count, length }: Places): number => count * length;

export const rowsOf = ({ prefixes, branches }: LayoutShape): number =>
  (prefixes === undefined ? 0 : placed(prefixes)) + placed(branches);

export const lengthOf = ({ start, end }: Strand): number => end - start;

/** The places that strands need. */
export function placesFor(strands: readonly Strand[]): Places {
  return { count: Math.max(1, strands.length), length: Math.max(1, ...strands.map(lengthOf)) };
}

/** @throws RangeError where a sequence does not tell the branch of each token, or they do not ascend */
export function layoutOf(sequences: readonly Sequence[]): Layout {
  const prefixes: Strand[] = [];
  const branches: Branch[] = [];
  for (const [sequence, { tokens, branches: owners }] of sequences.entries()) {
    if (owners === undefined) {
      branches.push({ sequence, start: 0, end: tokens.length });
      continue;
    }
    if (owners.length !== tokens.length)
      throw new RangeError(
        `layoutOf: expected the branches of ${tokens.length} tokens in sequence ${sequence}, got ${owners.length}`,
      );
    const [first, ...rest] = runsOf(owners, sequence);
    if (first === undefined) continue;
    const shared = owners[0] === 0 ? prefixes.push({ sequence, ...first }) - 1 : undefined;
    for (const run of shared === undefined ? [first, ...rest] : rest)
      branches.push({ sequence, ...run, prefix: shared });
  }
  return { prefixes, branches };
}

function runsOf(owners: ArrayLike<number>, sequence: number): readonly Omit<Strand, "sequence">[] {
  const runs: { start: number; end: number }[] = [];
  for (let at = 0; at < owners.length; at++) {
    const [owner = 0, before = owner] = [owners[at], owners[at - 1]];
    if (owner < before)
      throw new RangeError(
        `layoutOf: expected ascending branches in sequence ${sequence}, got ${owner} behind ${before}`,
      );
    const last = runs.at(-1);
    if (last === undefined || owner !== before) runs.push({ start: at, end: at + 1 });
    else last.end = at + 1;
  }
  return runs;
}

/** The row of each token of each sequence. */
export function tokenRows(
  sequences: readonly Sequence[],
  { prefixes, branches }: Layout,
  shape: LayoutShape,
): readonly Int32Array[] {
  const rows = sequences.map(({ tokens }) => new Int32Array(tokens.length));
  const place = (strands: readonly Strand[], offset: number, { length }: Places): void => {
    for (const [at, { sequence, start, end }] of strands.entries())
      for (let token = start; token < end; token++) {
        const own = rows[sequence];
        if (own !== undefined) own[token] = offset + at * length + token - start;
      }
  };
  if (shape.prefixes !== undefined) place(prefixes, 0, shape.prefixes);
  place(branches, rowsOf(shape) - placed(shape.branches), shape.branches);
  return rows;
}
