import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sequence } from "../family.ts";
import { layoutOf, lengthOf, placesFor, rowsOf, tokenRows } from "./layout.ts";

/** Lengths of a prefix and its branches, or of a whole sequence alone. */
const sequencesOf = fc.array(
  fc.oneof(
    fc.record({
      prefix: fc.integer({ min: 0, max: 9 }),
      branches: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
    }),
    fc.integer({ min: 1, max: 9 }),
  ),
  { maxLength: 6 },
);

function sequenceOf(lengths: number | { prefix: number; branches: readonly number[] }): Sequence {
  const tokens = (count: number): number[] => Array.from({ length: count }, () => 7);
  if (typeof lengths === "number") return { tokens: tokens(lengths), images: [] };
  const branches = [lengths.prefix, ...lengths.branches].flatMap((count, branch) =>
    tokens(count).map(() => branch),
  );
  return { tokens: tokens(branches.length), images: [], branches };
}

test("every token has a row of its own, tokens of a branch behind one another", () => {
  fc.assert(
    fc.property(sequencesOf, (lengths) => {
      const sequences = lengths.map(sequenceOf);
      const layout = layoutOf(sequences);
      const shape = { prefixes: placesFor(layout.prefixes), branches: placesFor(layout.branches) };
      const rows = tokenRows(sequences, layout, shape);
      const all = rows.flatMap((own) => Array.from(own));
      expect(new Set(all).size).toBe(sequences.reduce((sum, { tokens }) => sum + tokens.length, 0));
      expect(Math.max(-1, ...all)).toBeLessThan(rowsOf(shape));
      for (const { sequence, start, end } of [...layout.prefixes, ...layout.branches]) {
        const own = rows[sequence]?.subarray(start, end) ?? [];
        expect(Array.from(own)).toEqual(Array.from(own, (_, at) => (own[0] ?? 0) + at));
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("branches know their prefix; a whole sequence has none, nor have branches from 1", () => {
  const { prefixes, branches } = layoutOf([
    sequenceOf(4),
    sequenceOf({ prefix: 3, branches: [2, 5] }),
    sequenceOf({ prefix: 0, branches: [6] }),
  ]);
  expect(prefixes.map(lengthOf)).toEqual([3]);
  expect(branches.map((branch) => [lengthOf(branch), branch.prefix])).toEqual([
    [4, undefined],
    [2, 0],
    [5, 0],
    [6, undefined],
  ]);
});

test("branches that come again, or not for every token, are refused", () => {
  const packed = (branches: readonly number[]) => ({ tokens: [1, 2, 3], images: [], branches });
  expect(() => layoutOf([packed([0, 2, 1])])).toThrow("ascending branches in sequence 0, got 1 behind 2");
  expect(() => layoutOf([packed([0, 1])])).toThrow("the branches of 3 tokens in sequence 0, got 2");
});
