import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largestGap } from "./fixtures/closeness.ts";
import { policyCases, tokensOf, trlWeights, verlWeights } from "./fixtures/goldens.ts";
import { KL_ESTIMATORS } from "./kl.ts";
import { type PolicyToken, policyLoss, policyObjective } from "./policy-loss.ts";

const EXTREME = "extreme log-ratios (clamp at 20)";
const plain = { klCoefficient: 0 };
const clips = ({ epsilon_low, epsilon_high }: { epsilon_low: number; epsilon_high: number }) => ({
  clipLow: epsilon_low,
  clipHigh: epsilon_high,
});

describe.each(policyCases)("%s", (name, golden) => {
  const { inputs, per_token, trl, verl } = golden;
  const options = { ...plain, ...clips(inputs) };
  const training = inputs.mask.flat();
  const ones = inputs.mask.map(() => 1);

  test("the loss of each token is verl's", () => {
    const { tokens } = policyLoss(tokensOf(golden, ones), options);
    const losses = tokens.map(({ loss }) => loss);
    expect(largestGap(losses, per_token.verl_loss_unmasked_clip_ratio_c_3.flat())).toBeLessThan(1e-12);
    const withKl = policyLoss(tokensOf(golden, ones), { ...options, klCoefficient: 1 });
    expect(
      largestGap(
        withKl.tokens.map(({ kl }) => kl),
        per_token.verl_kl_k3.flat(),
      ),
    ).toBeLessThan(1e-12);
  });

  test.each(
    verl.map((each) => [`${each.loss_agg_mode}, ${each.clip_ratio_c}, ${each.kl_loss_type}`, each] as const),
  )("verl: %s", (_, expected) => {
    const tokens = tokensOf(golden, verlWeights(golden, expected));
    const result = policyLoss(tokens, { ...options, dualClip: expected.clip_ratio_c });
    const { kl_loss_type, kl_loss_coef } = expected;
    const penalty = tokens.reduce(
      (sum, { logProb, reference, weight }) =>
        kl_loss_type === null ? 0 : sum + weight * KL_ESTIMATORS[kl_loss_type](logProb, reference),
      0,
    );
    // verl adds 1e-8 to the length of a sequence.
    expect(largestGap([result.loss + (kl_loss_coef ?? 0) * penalty], [expected.loss])).toBeLessThan(1e-7);
    if (kl_loss_type === "k3") {
      const built = policyLoss(tokens, { ...options, klCoefficient: kl_loss_coef ?? 0 });
      expect(largestGap([built.loss], [expected.loss])).toBeLessThan(1e-9);
    }
    const share = (of: (token: (typeof result.tokens)[number]) => boolean): number =>
      result.tokens.filter((token, at) => training[at] === 1 && of(token)).length /
      training.filter((trains) => trains === 1).length;
    expect(share(({ clipped }) => clipped)).toBeCloseTo(expected.pg_clipfrac, 7);
    expect(share(({ dualClipped }) => dualClipped)).toBeCloseTo(expected.pg_clipfrac_lower, 7);
  });

  test("the loss of each token is TRL's without dual clip, within the limit of the log ratio", () => {
    const { tokens } = policyLoss(tokensOf(golden, ones), { ...options, dualClip: Number.POSITIVE_INFINITY });
    const compared = per_token.trl_loss_unmasked
      .flat()
      .map((loss, at) => ({ loss, token: tokens[at] }))
      .filter(({ token }, at) => training[at] === 1 && Math.abs(token?.logRatio ?? Number.NaN) <= 20);
    expect(compared.length).toBeGreaterThan(0);
    const own = compared.map(({ token }) => token?.loss ?? Number.NaN);
    expect(
      largestGap(
        own,
        compared.map(({ loss }) => loss),
      ),
    ).toBeLessThan(1e-12);
  });

  // TRL limits neither the ratio nor the KL: of the extreme case the losses of tokens are compared above.
  if (name === EXTREME) return;
  test.each(trl.map((each) => [`${each.loss_type}, beta ${each.beta}`, each] as const))(
    "TRL: %s",
    (_, expected) => {
      const tokens = tokensOf(golden, trlWeights(golden, expected));
      const unbounded = { ...options, dualClip: Number.POSITIVE_INFINITY };
      const { loss } = policyLoss(tokens, { ...unbounded, klCoefficient: expected.beta });
      const limited = tokens.filter(({ logProb, reference }) => KL_ESTIMATORS.k3(logProb, reference) === 10);
      const missing = limited.reduce((sum, { logProb, reference, weight }) => {
        const difference = reference - logProb;
        return sum + weight * (Math.exp(difference) - difference - 1 - 10);
      }, 0);
      expect(largestGap([loss + expected.beta * missing], [expected.loss])).toBeLessThan(1e-9);
    },
  );
});

describe("properties", () => {
  const logProb = fc.double({ min: -30, max: 0, noNaN: true });
  const advantage = fc.double({ min: -4, max: 4, noNaN: true });
  const tokens = fc.array(
    fc.record({
      logProb,
      old: logProb,
      advantage,
      weight: fc.constant(1),
      reference: logProb,
      entropy: logProb,
    }),
    { minLength: 1, maxLength: 8 },
  );
  const holds = { seed: 13, numRuns: 500 };

  test("clipping never raises the objective, dual clip never lowers it", () => {
    const check = (batch: readonly PolicyToken[]) => {
      const options = { ...plain, dualClip: Number.POSITIVE_INFINITY };
      const clipped = policyLoss(batch, options).tokens;
      const free = policyLoss(batch, { ...options, clipLow: 1, clipHigh: 1e12 }).tokens;
      const dual = policyLoss(batch, plain).tokens;
      for (const [at, { loss }] of clipped.entries()) {
        expect(-loss).toBeLessThanOrEqual(-(free[at]?.loss ?? Number.NaN));
        expect(dual[at]?.loss).toBeLessThanOrEqual(loss);
      }
    };
    fc.assert(fc.property(tokens, check), holds);
  });

  test("a token is never clipped both ways, and one whose advantage is 0 never at all", () => {
    const check = (batch: readonly PolicyToken[]) => {
      for (const [at, { clipped, dualClipped, logRatio }] of policyLoss(batch, plain).tokens.entries()) {
        // The lower clip holds for falling ratios of bad tokens, the dual clip for rising ones.
        expect(clipped && dualClipped).toBe(false);
        if (batch[at]?.advantage === 0) expect(clipped || dualClipped).toBe(false);
        if (clipped) expect(Math.sign(logRatio)).toBe(Math.sign(batch[at]?.advantage ?? 0));
      }
    };
    fc.assert(fc.property(tokens, check), holds);
  });

  test("a token without weight does not matter", () => {
    const check = (batch: readonly PolicyToken[], foreign: readonly PolicyToken[]) => {
      const silent = foreign.map((token) => ({ ...token, weight: 0 }));
      expect(policyLoss([...batch, ...silent]).loss).toBe(policyLoss(batch).loss);
    };
    fc.assert(fc.property(tokens, tokens, check), holds);
  });

  test("an entropy bonus lowers the loss by the entropy", () => {
    const token = { logProb: -1, old: -1, advantage: 2, weight: 0.5, reference: -1, entropy: 3 };
    expect(policyLoss([token], { entropyCoefficient: 0.1 }).loss).toBeCloseTo(0.5 * (-2 - 0.3), 12);
  });
});

test("refuses options out of range and tokens that lack a number", () => {
  const token = { logProb: -1, old: -1, advantage: 1, weight: 1 };
  expect(() => policyObjective({ clipLow: -0.1 })).toThrow(/expected clipLow from 0 to 1, got -0.1/);
  expect(() => policyObjective({ clipHigh: Number.NaN })).toThrow(RangeError);
  expect(() => policyLoss([token], { dualClip: 1 })).toThrow(/dualClip over 1/);
  expect(() => policyLoss([token], { klCoefficient: 0.1 })).toThrow(/each token's reference, got none/);
  expect(() => policyLoss([token], { ...plain, entropyCoefficient: 0.1 })).toThrow(/entropy/);
});

test("asks for the reference only where it has a coefficient", () => {
  expect(policyObjective().inputs).toEqual(["old", "advantages", "weights", "reference"]);
  expect(policyObjective({ klCoefficient: 0 }).inputs).toEqual(["old", "advantages", "weights"]);
});
