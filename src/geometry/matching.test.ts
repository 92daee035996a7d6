import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "./box.ts";
import { bestAssignment, matchBoxes } from "./matching.ts";

/** The largest sum over all one-to-one pairings, by trying each. */
function bestByTrying(scores: readonly (readonly number[])[], used: ReadonlySet<number> = new Set()): number {
  const [row, ...rest] = scores;
  if (row === undefined) return 0;
  const alone = bestByTrying(rest, used);
  const paired = row.map((score, column) =>
    used.has(column) ? 0 : score + bestByTrying(rest, new Set([...used, column])),
  );
  return Math.max(alone, ...paired);
}

const matrices = (score: fc.Arbitrary<number>) =>
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
    fc.array(fc.array(score, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const total = (pairs: readonly { readonly score: number }[]) =>
  pairs.reduce((sum, { score }) => sum + score, 0);

describe("bestAssignment", () => {
  it.each([
    ["whole numbers with ties", fc.integer({ min: 0, max: 4 })],
    ["mostly zeros", fc.constantFrom(0, 0, 0, 1, 2)],
    ["losses too", fc.integer({ min: -5, max: 5 })],
    ["fractions", fc.double({ min: 0, max: 1, noNaN: true })],
  ])("finds the largest sum up to 6 x 6: %s", (_, score) => {
    fc.assert(
      fc.property(matrices(score), (scores) => {
        const pairs = bestAssignment(scores);
        expect(total(pairs)).toBeCloseTo(bestByTrying(scores), 9);
        expect(new Set(pairs.map(({ row }) => row)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ column }) => column)).size).toBe(pairs.length);
        for (const pair of pairs) {
          expect(pair.score).toBe(scores[pair.row]?.[pair.column]);
          expect(pair.score).toBeGreaterThan(0);
        }
        expect(pairs.map(({ row }) => row)).toEqual(pairs.map(({ row }) => row).sort((a, b) => a - b));
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it("gives up the best pair where two good ones are worth more", () => {
    expect(
      bestAssignment([
        [10, 9],
        [9, 1],
      ]),
    ).toEqual([
      { row: 0, column: 1, score: 9 },
      { row: 1, column: 0, score: 9 },
    ]);
  });

  it("takes empty matrices", () => {
    expect(bestAssignment([])).toEqual([]);
    expect(bestAssignment([[], []])).toEqual([]);
  });

  it("refuses ragged rows and numbers that are not finite", () => {
    expect(() => bestAssignment([[1, 2], [1]])).toThrow("expected 2 scores in row 1, got 1");
    expect(() => bestAssignment([[1, Number.NaN]])).toThrow("expected finite scores, got NaN in row 0");
  });
});

describe("matchBoxes", () => {
  const target: Box = [0, 0, 10, 10];

  it("pays one target once, for the better of two copies", () => {
    const half: Box = [0, 0, 10, 5];
    expect(matchBoxes([half, target, target], [target])).toEqual([{ predicted: 1, target: 0, iou: 1 }]);
  });

  it("leaves boxes alone that share nothing", () => {
    expect(matchBoxes([[50, 50, 60, 60]], [target])).toEqual([]);
    expect(matchBoxes([], [target])).toEqual([]);
    expect(matchBoxes([target], [])).toEqual([]);
  });

  it("pairs each of several with its own", () => {
    const other: Box = [8, 0, 18, 10];
    expect(
      matchBoxes([other, target], [target, other]).map(({ predicted, target: to }) => [predicted, to]),
    ).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});
