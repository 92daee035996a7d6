import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clopperPearson, type Interval, wilson } from "./intervals.ts";

const percent = ({ low, high }: Interval) => [Math.round(low * 100), Math.round(high * 100)];

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

/** P(X <= k), summed from the definition. */
function binomialCdf(k: number, n: number, share: number): number {
  let sum = 0;
  let choices = 1;
  for (let i = 0; i <= k; i++) {
    sum += choices * share ** i * (1 - share) ** (n - i);
    choices *= (n - i) / (i + 1);
  }
  return sum;
}

describe("wilson", () => {
  test.each([
    [51, 103, [40, 59]],
    [59, 103, [48, 66]],
    [64, 147, [36, 52]],
    [112, 147, [69, 82]],
    [3, 37, [3, 21]],
  ])("%i of %i, 95 %%, in percent", (k, n, expected) => {
    expect(percent(wilson(k, n))).toEqual(expected);
  });

  test("agrees with the formula computed elsewhere", () => {
    expect(wilson(51, 103).low).toBeCloseTo(0.40051577668777416, 14);
    expect(wilson(5, 10, 0.5).high).toBeCloseTo(0.6043000845753123, 14);
    expect(wilson(99990, 100000).low).toBeCloseTo(0.9998159153045492, 14);
  });

  test("ends exactly at 0 and 1", () => {
    expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.27753279986288915, 14) });
    expect(wilson(10, 10)).toEqual({ low: expect.closeTo(0.7224672001371109, 14), high: 1 });
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

describe("clopperPearson", () => {
  // Quantiles of the beta distribution from SciPy 1.17.1: beta.ppf(a/2, k, n-k+1), beta.ppf(1-a/2, k+1, n-k).
  test.each([
    [51, 103, 0.95, 0.39513881171725523, 0.5954387942396668],
    [112, 147, 0.95, 0.6847390622286444, 0.8282109663639065],
    [3, 37, 0.95, 0.017043530695818803, 0.21909620623800014],
    [0, 10, 0.95, 0, 0.3084971078187607],
    [10, 10, 0.95, 0.6915028921812392, 1],
    [5, 10, 0.5, 0.3506808141562441, 0.6493191858437559],
    [1, 100_000, 0.99, 5.0125416979164106e-8, 7.429890621390486e-5],
    [99_990, 100_000, 0.95, 0.9998161041546233, 0.999952045104861],
  ])("%i of %i at %f", (k, n, confidence, low, high) => {
    const interval = clopperPearson(k, n, confidence);
    expect(interval.low).toBeCloseTo(low, 10);
    expect(interval.high).toBeCloseTo(high, 10);
  });

  test("leaves at most half of the rest on either side", () => {
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([k, n], confidence) => {
        const { low, high } = clopperPearson(k, n, confidence);
        const tail = (1 - confidence) / 2;
        if (k > 0) expect(1 - binomialCdf(k - 1, n, low)).toBeCloseTo(tail, 8);
        if (k < n) expect(binomialCdf(k, n, high)).toBeCloseTo(tail, 8);
      }),
      { seed: 7 },
    );
  });
});

test.each([wilson, clopperPearson])(
  "$name holds the share, mirrors, and grows with confidence",
  (interval) => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = interval(k, n, 0.95);
        const mirrored = interval(n - k, n, 0.95);
        const wider = interval(k, n, 0.99);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(1 - mirrored.high).toBeCloseTo(low, 12);
        expect(wider.low).toBeLessThanOrEqual(low);
        expect(wider.high).toBeGreaterThanOrEqual(high);
      }),
      { seed: 7 },
    );
  },
);

test.each([
  [-1, 10, 0.95],
  [11, 10, 0.95],
  [0.5, 10, 0.95],
  [1, 10, 1],
  [1, 10, 0],
])("refuses %f of %f at %f", (k, n, confidence) => {
  expect(() => wilson(k, n, confidence)).toThrow(RangeError);
  expect(() => clopperPearson(k, n, confidence)).toThrow(RangeError);
});
