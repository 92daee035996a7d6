import fc from "fast-check";
import { expect, test } from "vitest";
import { largestGap } from "./fixtures/closeness.ts";
import { klGolden } from "./fixtures/goldens.ts";
import { KL_ESTIMATORS } from "./kl.ts";

test.each(["k1", "k2", "k3"] as const)("%s as verl, at and beyond its limits", (name) => {
  const { logp, ref_logp, expected } = klGolden;
  const values = logp.map((logProb, at) => KL_ESTIMATORS[name](logProb, ref_logp[at] ?? Number.NaN));
  expect(largestGap(values, expected[`verl ${name}`]?.value ?? [])).toBeLessThan(1e-12);
});

test("k3 is TRL's where no limit holds", () => {
  const { logp, ref_logp, expected } = klGolden;
  const inside = (expected["trl (k3, no clamp)"]?.value ?? []).flatMap((value, at) =>
    value < 9.9 ? [{ value, at }] : [],
  );
  expect(inside.length).toBeGreaterThan(20);
  for (const { value, at } of inside) {
    const estimate = KL_ESTIMATORS.k3(logp[at] ?? Number.NaN, ref_logp[at] ?? Number.NaN);
    expect(estimate).toBeCloseTo(value, 12);
  }
});

test("k3 and k2 are 0 or more, and 0 for equal probabilities", () => {
  const logProb = fc.double({ min: -60, max: 0, noNaN: true });
  const check = (policy: number, reference: number) => {
    expect(KL_ESTIMATORS.k3(policy, reference)).toBeGreaterThanOrEqual(0);
    expect(KL_ESTIMATORS.k2(policy, reference)).toBeGreaterThanOrEqual(0);
    expect(KL_ESTIMATORS.k3(policy, policy)).toBe(0);
  };
  fc.assert(fc.property(logProb, logProb, check), { seed: 9, numRuns: 500 });
});

test("k1 and k3 have the divergence as their mean over the policy's own tokens", () => {
  const policy = [0.5, 0.3, 0.2];
  const reference = [0.25, 0.25, 0.5];
  const expectation = (estimate: (logProb: number, reference: number) => number): number =>
    policy.reduce((sum, p, at) => sum + p * estimate(Math.log(p), Math.log(reference[at] ?? Number.NaN)), 0);
  const divergence = policy.reduce((sum, p, at) => sum + p * Math.log(p / (reference[at] ?? Number.NaN)), 0);
  expect(divergence).toBeGreaterThan(0.1);
  expect(expectation(KL_ESTIMATORS.k1)).toBeCloseTo(divergence, 12);
  expect(expectation(KL_ESTIMATORS.k3)).toBeCloseTo(divergence, 12);
  expect(expectation(KL_ESTIMATORS.k2)).not.toBeCloseTo(divergence, 2);
});
