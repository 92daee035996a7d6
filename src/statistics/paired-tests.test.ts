import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newcombePaired } from "./differences.ts";
import { holm } from "./holm.ts";
import { mcnemarExact, mcnemarMidP, signTest } from "./paired-tests.ts";
import { pairedPermutationTest } from "./permutation.ts";
import { expectedDiscordance, minimumDetectableDifference, pairedPower, questionsNeeded } from "./power.ts";

const count = fc.integer({ min: 0, max: 300 });
const SEED = { seed: 7 };

describe("published examples", () => {
  test("airway hyper-responsiveness before and after a transplant (Fagerland et al. 2013, table 3)", () => {
    expect(mcnemarExact(1, 7)).toBeCloseTo(0.0703, 4);
    expect(mcnemarMidP(1, 7)).toBeCloseTo(0.0391, 4);
  });

  test("Newcombe's paired interval for 36, 12, 2 and 0 pairs (Newcombe 1998)", () => {
    const { low, high } = newcombePaired({ both: 36, onlyFirst: 12, onlySecond: 2, neither: 0 });
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.0569", "0.3404"]);
  });

  test("Holm's steps for three p-values, by hand", () => {
    expect(holm([0.01, 0.04, 0.03]).map((p) => Math.round(p * 1000))).toEqual([30, 60, 60]);
  });

  test("the sign test leaves ties out", () => {
    expect(signTest([1, 2, 0.5, -1, 0, 0, 3])).toBeCloseTo(0.375, 12); // 2 * (1 + 5) / 32
  });
});

describe("McNemar's tests", () => {
  test("do not care which system is first, and mid-p is at most the exact p", () => {
    fc.assert(
      fc.property(count, count, (b, c) => {
        const p = mcnemarExact(b, c);
        expect(p).toBe(mcnemarExact(c, b));
        expect(mcnemarMidP(b, c)).toBe(mcnemarMidP(c, b));
        expect(mcnemarMidP(b, c)).toBeLessThanOrEqual(p);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
      SEED,
    );
  });
  test("agree with the permutation test where every cluster is one question", () => {
    const sums = [...Array.from({ length: 9 }, () => 1), ...Array.from({ length: 3 }, () => -1)];
    expect(pairedPermutationTest(sums)).toBeCloseTo(mcnemarExact(9, 3), 12);
  });
  test("refuse what is no count", () => {
    expect(() => mcnemarExact(-1, 2)).toThrow(RangeError);
    expect(() => mcnemarMidP(0.5, 2)).toThrow(RangeError);
  });
});

describe("newcombePaired", () => {
  test("holds the difference, mirrors, and stays in [-1, 1]", () => {
    fc.assert(
      fc.property(count, count, count, count, (both, onlyFirst, onlySecond, neither) => {
        fc.pre(both + onlyFirst + onlySecond + neither > 0);
        const { low, high } = newcombePaired({ both, onlyFirst, onlySecond, neither });
        const mirrored = newcombePaired({ both, onlyFirst: onlySecond, onlySecond: onlyFirst, neither });
        const difference = (onlyFirst - onlySecond) / (both + onlyFirst + onlySecond + neither);
        expect(low).toBeLessThanOrEqual(difference + 1e-12);
        expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(-mirrored.high).toBeCloseTo(low, 12);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
      }),
      SEED,
    );
  });
  test("is narrower than chance would have it when the systems agree", () => {
    const alike = newcombePaired({ both: 60, onlyFirst: 8, onlySecond: 2, neither: 30 });
    const independent = newcombePaired({ both: 42, onlyFirst: 26, onlySecond: 20, neither: 12 });
    expect(alike.high - alike.low).toBeLessThan(independent.high - independent.low);
  });
});

describe("pairedPermutationTest", () => {
  test("is symmetric, seeded, and never 0", () => {
    const sums = Array.from({ length: 40 }, (_, at) => ((at * 7) % 5) - 1.5);
    const p = pairedPermutationTest(sums, { seed: 1, resamples: 2000 });
    expect(pairedPermutationTest(sums, { seed: 1, resamples: 2000 })).toBe(p);
    expect(pairedPermutationTest(sums.map(Math.abs), { resamples: 500 })).toBeCloseTo(1 / 501, 12);
    expect(pairedPermutationTest([])).toBe(1);
    expect(pairedPermutationTest([0, 0])).toBe(1);
  });
  test("draws agree with counting out", () => {
    const sums = [1, 1, 2, -1, 3, 1, -2, 1, 1, 2, -1, 1, 2, 1, -1, 1];
    const exact = pairedPermutationTest(sums);
    // A seventeenth cluster that hardly counts sends it to drawing.
    const drawn = pairedPermutationTest([...sums, 1e-12], { resamples: 40_000 });
    expect(Math.abs(drawn - exact)).toBeLessThan(0.01);
  });
});

describe("holm", () => {
  test("keeps order, never lowers, and is at most Bonferroni", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (pValues) => {
        const adjusted = holm(pValues);
        pValues.forEach((p, at) => {
          const own = adjusted[at] ?? Number.NaN;
          expect(own).toBeGreaterThanOrEqual(p);
          expect(own).toBeLessThanOrEqual(Math.min(1, p * pValues.length));
          pValues.forEach((other, place) => {
            if (p <= other) expect(own).toBeLessThanOrEqual(adjusted[place] ?? Number.NaN);
          });
        });
      }),
      SEED,
    );
  });
});

describe("power", () => {
  test("the detectable difference has the power asked for, and needs the questions given", () => {
    const design = { n: 150, discordance: 0.3 };
    const { difference, reached } = minimumDetectableDifference(design);
    expect(reached).toBe(true);
    expect(pairedPower(design, difference)).toBeCloseTo(0.8, 8);
    expect(Math.abs(questionsNeeded(design, difference) - 150)).toBeLessThanOrEqual(1); // Rounded up.
  });
  test("grows with n and shrinks with clustering", () => {
    const small = minimumDetectableDifference({ n: 100, discordance: 0.3 }).difference;
    expect(minimumDetectableDifference({ n: 400, discordance: 0.3 }).difference).toBeLessThan(small);
    expect(
      minimumDetectableDifference({ n: 100, discordance: 0.3, inflation: 2 }).difference,
    ).toBeGreaterThan(small);
  });
  test("says when no difference can be seen", () => {
    expect(minimumDetectableDifference({ n: 10, discordance: 0.1 })).toEqual({
      difference: 0.1,
      reached: false,
    });
  });
  test("is alpha without a difference", () => {
    expect(pairedPower({ n: 500, discordance: 0.3, alpha: 0.01 }, 0)).toBeCloseTo(0.01, 10);
  });
  test("expects the discordance of independent and of equal systems", () => {
    expect(expectedDiscordance(0.6, 0.5)).toBeCloseTo(0.5, 12);
    expect(expectedDiscordance(0.6, 0.6, 1)).toBeCloseTo(0, 12);
    expect(expectedDiscordance(0.9, 0.5, 1)).toBeGreaterThanOrEqual(0.4);
  });
});
