import { expect, test } from "vitest";
import { normalQuantile } from "./normal.ts";

// Values of Python 3's statistics.NormalDist().inv_cdf (same algorithm) and of printed tables.
test.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489],
  [0.025, -1.959963984540054],
  [0.1, -1.2815515655446008],
  [0.3, -0.5244005127080407],
  [1e-10, -6.361340902404056],
  [1e-300, -37.0470962993612],
])("the quantile of %f is %f", (probability, z) => {
  expect(normalQuantile(probability)).toBeCloseTo(z, 12);
});

test("refuses what is no probability inside (0, 1)", () => {
  for (const probability of [0, 1, -0.1, 1.1, Number.NaN]) {
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  }
});
