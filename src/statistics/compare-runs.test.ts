import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../random.ts";
import { clusterBootstrap, ratio } from "./bootstrap.ts";
import { compareRuns, correctForMany, describeComparison, type PairedOutcome } from "./compare-runs.ts";
import { cohenKappa, cohenKappaByBootstrap, fleissKappa } from "./kappa.ts";
import { macroAverage } from "./macro-average.ts";
import { designEffect } from "./power.ts";

const options = { names: ["A", "B"], resamples: 1000, seed: 1 } as const;

/** `n` questions, four to a page; each run right with its own probability. */
function outcomes(n: number, first: number, second: number, seed: string): PairedOutcome[] {
  const random = seeded(seed);
  return Array.from({ length: n }, (_, at) => ({
    cluster: `page-${Math.floor(at / 4)}`,
    first: random.chance(first) ? 1 : 0,
    second: random.chance(second) ? 1 : 0,
  }));
}

const swapped = (pairs: readonly PairedOutcome[]) =>
  pairs.map(({ cluster, first, second }) => ({ cluster, first: second, second: first }));

describe("compareRuns", () => {
  it("finds a large difference and says so", () => {
    const comparison = compareRuns(outcomes(400, 0.8, 0.5, "large"), options);
    expect(comparison).toMatchObject({ verdict: "first", n: 400, clusters: 100 });
    expect(comparison.interval.low).toBeGreaterThan(0);
    expect(describeComparison(comparison)).toMatch(
      /^A is better than B by \d+\.\d points \[\d+\.\d, \d+\.\d\], p (?:= \.\d+|< \.001)\.$/,
    );
  });

  it("says the same of swapped runs, the other way round", () => {
    const pairs = outcomes(400, 0.8, 0.5, "large");
    const [plain, turned] = [compareRuns(pairs, options), compareRuns(swapped(pairs), options)];
    expect(turned.difference).toBeCloseTo(-plain.difference, 12);
    expect(turned.pValue).toBe(plain.pValue);
    expect(turned.mcnemar?.exact).toBe(plain.mcnemar?.exact);
    expect(describeComparison(turned)).toMatch(/^B is better than A by \d+\.\d points \[\d+\.\d, \d+\.\d\]/);
  });

  it("shows no difference between runs that have none, and says what would go unseen", () => {
    const comparison = compareRuns(outcomes(152, 0.6, 0.6, "none"), options);
    expect(comparison.verdict).toBe("not shown");
    expect(describeComparison(comparison)).toMatch(
      /^no difference shown between A and B: −?\d+\.\d points \[−?\d+\.\d, −?\d+\.\d\], p = \.\d+; with n = 152 on 38 pages a difference below \d+ points would mostly go unseen\.$/,
    );
  });

  it("promises no sight of tiny differences from runs that never differ", () => {
    const pairs = outcomes(150, 1, 1, "same");
    const { difference, detectable, pValue, interval } = compareRuns(pairs, options);
    expect({ difference, pValue, interval }).toEqual({
      difference: 0,
      pValue: 1,
      interval: { low: 0, high: 0 },
    });
    expect(detectable.difference).toBeGreaterThan(0.005);
  });

  it("takes answers of one page as one piece of evidence", () => {
    const alone = Array.from({ length: 40 }, (_, at) => ({
      cluster: `p${at}`,
      first: at % 4 === 0 ? 1 : 0,
      second: 0,
    }));
    const together = alone.map((pair, at) => ({ ...pair, cluster: `p${at % 4}` }));
    expect(compareRuns(alone, options).verdict).toBe("first");
    expect(compareRuns(together, options)).toMatchObject({
      verdict: "not shown",
      inflation: expect.closeTo(10, 6),
    });
  });

  it("handles one page, partial scores, and corrects for many", () => {
    const one = compareRuns([{ cluster: "p", first: 0.5, second: 1 }], options);
    expect(one).toMatchObject({ pValue: 1, interval: { low: -1, high: 1 }, verdict: "not shown" });
    expect(one.mcnemar).toBeUndefined();
    const strong = compareRuns(outcomes(400, 0.8, 0.5, "large"), options);
    const weak = { ...strong, pValue: 0.03 };
    const [first, second] = correctForMany([weak, { ...weak, pValue: 0.04 }]);
    expect(first).toMatchObject({ pValue: 0.06, corrected: true, verdict: "not shown" });
    expect(second?.pValue).toBe(0.06);
    expect(first && describeComparison(first)).toContain("p = .060 (Holm)");
  });

  it("refuses nothing and scores out of range", () => {
    expect(() => compareRuns([], options)).toThrow(RangeError);
    expect(() => compareRuns([{ cluster: "p", first: 2, second: 0 }], options)).toThrow(RangeError);
  });
});

describe("clusterBootstrap", () => {
  it("is the same for the same seed and holds its estimate", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constant(5)), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, fc.constantFrom("percentile", "bca"), (clusters, method) => {
        const run = () => clusterBootstrap(clusters, ratio, { resamples: 200, seed: 5, method });
        const { interval } = run();
        expect(run()).toEqual(run());
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(interval.high);
      }),
      { seed: 7, numRuns: 40 },
    );
  });
  it("refuses no clusters and rows of several lengths", () => {
    expect(() => clusterBootstrap([], ratio)).toThrow(RangeError);
    expect(() => clusterBootstrap([[1, 2], [1]], ratio)).toThrow(RangeError);
  });
});

describe("macroAverage", () => {
  const score = (task: string, at: number, value: number) => ({ task, cluster: `page-${at % 10}`, value });
  const scores = [
    ...Array.from({ length: 100 }, (_, at) => score("large", at, at % 10 < 8 ? 1 : 0)),
    ...Array.from({ length: 10 }, (_, at) => score("small", at, at % 2)),
  ];
  it("counts every task the same", () => {
    const { estimate, interval, tasks } = macroAverage(scores, { resamples: 500 });
    expect(estimate).toBeCloseTo((0.8 + 0.5) / 2, 12);
    expect(tasks).toMatchObject([
      { task: "large", n: 100, estimate: 0.8 },
      { task: "small", n: 10, estimate: 0.5 },
    ]);
    expect(interval.low).toBeLessThan(estimate);
    expect(interval.high).toBeGreaterThan(estimate);
  });
  it("is NaN for no task, and refuses nothing", () => {
    expect(() => macroAverage([])).toThrow(RangeError);
  });
});

describe("agreement", () => {
  const verdicts = fc.array(fc.tuple(fc.constantFrom("yes", "no"), fc.constantFrom("yes", "no")), {
    minLength: 2,
    maxLength: 60,
  });
  it("is 1 for judges who agree and symmetric", () => {
    fc.assert(
      fc.property(verdicts, (pairs) => {
        const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const found = cohenKappa(first, second);
        expect(cohenKappa(second, first).kappa).toBeCloseTo(found.kappa, 12);
        if (new Set(first).size > 1) expect(cohenKappa(first, first).kappa).toBeCloseTo(1, 12);
      }),
      { seed: 7 },
    );
  });
  it("has by bootstrap the interval of large samples where samples are large", () => {
    const pairs = Array.from({ length: 600 }, (_, at) => {
      const first = at % 2 === 0 ? "yes" : "no";
      return [first, at % 10 < 3 ? "no" : first] as const;
    });
    const [first, second] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
    const [large, drawn] = [cohenKappa(first, second), cohenKappaByBootstrap(pairs)];
    expect(drawn).toMatchObject({ kappa: large.kappa, observed: large.observed });
    expect(drawn.interval.low).toBeCloseTo(large.interval.low, 1.5);
    expect(drawn.interval.high).toBeCloseTo(large.interval.high, 1.5);
    expect(drawn.interval.low).toBeLessThan(large.kappa);
  });
  it("of few judges who agree is not taken for certain", () => {
    const pairs = ["yes", "yes", "yes", "no", "no", "no"].map((both) => [both, both] as const);
    for (const found of [cohenKappaByBootstrap(pairs), fleissKappa(pairs)]) {
      expect(found).toMatchObject({ kappa: 1, observed: 1, interval: { high: 1 } });
      expect(found.interval.low).toBeGreaterThan(0);
      expect(found.interval.low).toBeLessThan(0.5);
    }
  });
  it("is not defined where all say the same", () => {
    expect(cohenKappa(["a", "a"], ["a", "a"]).kappa).toBeNaN();
    expect(cohenKappaByBootstrap([["a", "a"]])).toMatchObject({
      kappa: Number.NaN,
      interval: { low: -1, high: 1 },
    });
    expect(fleissKappa([["a", "a"]]).kappa).toBeNaN();
  });
  it("refuses lists that do not match", () => {
    expect(() => cohenKappa(["a"], [])).toThrow(RangeError);
    expect(() => fleissKappa([["a", "b"], ["a"]])).toThrow(RangeError);
  });
});

it("designEffect is 1 for questions alone and the size of pages that answer as one", () => {
  expect(designEffect([[1], [0], [1], [0]])).toBe(1);
  expect(
    designEffect([
      [1, 1, 1],
      [0, 0, 0],
      [1, 1, 1],
      [0, 0, 0],
    ]),
  ).toBeCloseTo(3, 12);
});
