import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOSS_AGGREGATIONS, type LossAggregation, tokenWeights } from "./aggregation.ts";

const total = (lengths: readonly number[], weights: readonly number[]): number =>
  lengths.reduce((sum, length, at) => sum + length * (weights[at] ?? Number.NaN), 0);

const batches = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 });
const mostTokens = 40;

describe("all tokens together weigh", () => {
  const trains = (lengths: readonly number[]) => (lengths.some((length) => length > 0) ? 1 : 0);
  const tokens = (lengths: readonly number[]) => lengths.reduce((sum, length) => sum + length, 0);
  const expected: Readonly<Record<LossAggregation, (lengths: readonly number[]) => number>> = {
    grpo: trains,
    "token-mean": trains,
    "dr-grpo": (lengths) => tokens(lengths) / (lengths.length * mostTokens),
    dapo: trains,
  };
  test.each(LOSS_AGGREGATIONS)("what %s documents", (aggregation) => {
    const check = (lengths: readonly number[]) => {
      const weights = tokenWeights(lengths, { aggregation, mostTokens });
      expect(weights).toHaveLength(lengths.length);
      for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(0);
      expect(total(lengths, weights)).toBeCloseTo(expected[aggregation](lengths), 12);
    };
    fc.assert(fc.property(batches, check), { seed: 3, numRuns: 200 });
  });
});

test("what a sequence counts: its length in token means, nothing in grpo; each token the same in dr-grpo", () => {
  const weightsOf = (aggregation: LossAggregation) =>
    tokenWeights([2, 8, 0], { aggregation, mostTokens: 10 });
  expect(weightsOf("grpo")).toEqual([1 / 4, 1 / 16, 0]);
  expect(weightsOf("token-mean").slice(0, 2)).toEqual([1 / 10, 1 / 10]);
  expect(weightsOf("dapo")).toEqual(weightsOf("token-mean"));
  expect(weightsOf("dr-grpo")).toEqual([1 / 30, 1 / 30, 1 / 30]);
});

test("a batch of which nothing trains weighs nothing, and no weight is lost to division by 0", () => {
  for (const aggregation of LOSS_AGGREGATIONS)
    expect(total([0, 0], tokenWeights([0, 0], { aggregation, mostTokens: 4 }))).toBe(0);
});

test("refuses lengths and limits that are none", () => {
  expect(() => tokenWeights([1.5], { aggregation: "grpo", mostTokens: 4 })).toThrow(/lengths of 0 or more/);
  expect(() => tokenWeights([-1], { aggregation: "grpo", mostTokens: 4 })).toThrow(RangeError);
  expect(() => tokenWeights([1], { aggregation: "dr-grpo", mostTokens: 0 })).toThrow(/positive mostTokens/);
});
