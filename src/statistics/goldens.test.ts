/** Against SciPy and statsmodels (`scripts/goldens/python/make_statistics.py`). */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { clusterBootstrap, ratio } from "./bootstrap.ts";
import { newcombe } from "./differences.ts";
import { holm } from "./holm.ts";
import { cohenKappa, fleissKappa } from "./kappa.ts";
import { normalCdf } from "./normal.ts";
import { mcnemarExact, mcnemarMidP } from "./paired-tests.ts";
import { pairedPermutationTest } from "./permutation.ts";
import { pairedPower } from "./power.ts";

const numbers = z.array(z.number());
const four = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const GoldensSchema = z.object({
  cdf: z.array(z.tuple([z.number(), z.number()])),
  mcnemar: z.array(four),
  newcombe: z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()])),
  holm: z.array(z.tuple([numbers, numbers])),
  cohen: z.array(z.tuple([z.array(numbers), z.tuple([z.number(), z.number(), z.number()])])),
  fleiss: z.tuple([z.array(numbers), z.number()]),
  permutation: z.array(z.tuple([numbers, z.number()])),
  clusters: z.array(numbers),
  bootstrap: z.object({
    percentile: z.tuple([z.number(), z.number(), z.number()]),
    BCa: z.tuple([z.number(), z.number(), z.number()]),
  }),
  power: z.array(four),
});
const goldens = GoldensSchema.parse(
  JSON.parse(readFileSync(new URL("fixtures/goldens.json", import.meta.url), "utf8")),
);

/** The two lists of verdicts that a table counts. */
function verdictsOf(table: readonly (readonly number[])[]): readonly [string[], string[]] {
  const pairs = table.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, () => [a, b] as const)),
  );
  return [pairs.map(([a]) => String(a)), pairs.map(([, b]) => String(b))];
}

test.each(goldens.cdf)("normalCdf(%f)", (z, p) => {
  expect(normalCdf(z)).toBeCloseTo(p, 14);
  if (z < -4) expect(normalCdf(z) / p).toBeCloseTo(1, 10);
});

test.each(goldens.mcnemar)("McNemar for %i against %i", (b, c, exact, midP) => {
  expect(mcnemarExact(b, c)).toBeCloseTo(exact, 12);
  expect(mcnemarMidP(b, c)).toBeCloseTo(midP, 12);
});

test.each(goldens.newcombe)("newcombe %i/%i - %i/%i", (k1, n1, k2, n2, low, high) => {
  expect(newcombe(k1, n1, k2, n2).low).toBeCloseTo(low, 12);
  expect(newcombe(k1, n1, k2, n2).high).toBeCloseTo(high, 12);
});

test.each(goldens.holm)("holm %j", (pValues, adjusted) => {
  holm(pValues).forEach((p, at) => {
    expect(p).toBeCloseTo(adjusted[at] ?? Number.NaN, 12);
  });
});

test.each(goldens.cohen)("cohenKappa of %j", (table, [kappa, low, high]) => {
  const found = cohenKappa(...verdictsOf(table));
  expect(found.kappa).toBeCloseTo(kappa, 12);
  expect(found.interval.low).toBeCloseTo(low, 10);
  expect(found.interval.high).toBeCloseTo(high, 10);
});

test("fleissKappa of the textbook's 10 subjects and 14 raters is 0.210", () => {
  const [counts, kappa] = goldens.fleiss;
  const items = counts.map((row) =>
    row.flatMap((count, category) => Array.from({ length: count }, () => `${category}`)),
  );
  const found = fleissKappa(items, { resamples: 500 });
  expect(found.kappa).toBeCloseTo(kappa, 12);
  expect(found.kappa).toBeCloseTo(0.21, 3);
  expect(found.interval.low).toBeLessThan(found.kappa);
  expect(found.interval.high).toBeGreaterThan(found.kappa);
});

test.each(goldens.permutation)("pairedPermutationTest of %j", (sums, p) => {
  expect(pairedPermutationTest(sums)).toBeCloseTo(p, 12);
});

describe("clusterBootstrap", () => {
  // SciPy's figures come from 200,000 resamples; ours differ by the chance of 40,000.
  test.each([
    ["percentile", goldens.bootstrap.percentile],
    ["bca", goldens.bootstrap.BCa],
  ] as const)("%s agrees with SciPy", (method, [low, high, error]) => {
    const found = clusterBootstrap(goldens.clusters, ratio, { method, resamples: 40_000, seed: 3 });
    expect(Math.abs(found.interval.low - low)).toBeLessThan(0.002);
    expect(Math.abs(found.interval.high - high)).toBeLessThan(0.002);
    expect(Math.abs(found.standardError - error)).toBeLessThan(0.0005);
  });
});

test.each(goldens.power)(
  "power with n = %i, discordance %f, difference %f",
  (n, discordance, difference, power) => {
    // The normal approximation against the enumerated power of the mid-p test.
    expect(Math.abs(pairedPower({ n, discordance }, difference) - power)).toBeLessThan(0.02);
  },
);
