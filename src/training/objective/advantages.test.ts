import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupAdvantages } from "./advantages.ts";
import { largestGap } from "./fixtures/closeness.ts";
import { advantageCases } from "./fixtures/goldens.ts";

type Case = (typeof advantageCases)[number];

/** Advantages of all responses, with their group's number of responses. */
function advantagesOf({ group_index, rewards }: Case, options: Parameters<typeof groupAdvantages>[1]) {
  const advantages = new Array<number>(rewards.length).fill(Number.NaN);
  const sizes = new Array<number>(rewards.length).fill(0);
  const flags: boolean[] = [];
  for (const group of new Set(group_index)) {
    const members = rewards.flatMap((_, at) => (group_index[at] === group ? [at] : []));
    const result = groupAdvantages(
      members.map((at) => rewards[at] ?? Number.NaN),
      options,
    );
    flags.push(result.zeroVariance);
    for (const [place, at] of members.entries()) {
      advantages[at] = result.advantages[place] ?? Number.NaN;
      sizes[at] = members.length;
    }
  }
  return { advantages, sizes, flags };
}

describe("as verl and TRL", () => {
  test.each(advantageCases.map((each) => [each.name, each] as const))("%s", (name, golden) => {
    const variants = [
      ["verl grpo (sample std, eps 1e-6)", { scaleByDeviation: true }],
      ["verl grpo, norm_adv_by_std_in_grpo=False", { scaleByDeviation: false }],
      ["trl scale_rewards=group (sample std, eps 1e-4)", { scaleByDeviation: true, epsilon: 1e-4 }],
      ["trl scale_rewards=none", { scaleByDeviation: false }],
    ] as const;
    for (const [variant, options] of variants) {
      const expected = golden.expected[variant];
      if (expected === undefined && name.startsWith("interleaved")) continue;
      const { advantages, sizes } = advantagesOf(golden, options);
      // A lone response is the deviation that the source states.
      const compared = (expected ?? []).map((value, at) => (sizes[at] === 1 ? 0 : value));
      expect(largestGap(advantages, compared), variant).toBeLessThan(1e-9);
    }
  });

  test("groups that teach nothing are those of equal rewards", () => {
    for (const golden of advantageCases.filter(
      ({ informative_groups }) => informative_groups !== undefined,
    )) {
      const { flags } = advantagesOf(golden, { scaleByDeviation: true });
      const informative = flags.flatMap((flag, at) => (flag ? [] : [at]));
      expect(informative, golden.name).toEqual(golden.informative_groups);
    }
  });

  test("the deviation is the sample's, not the population's", () => {
    const [golden] = advantageCases;
    const { deviation } = groupAdvantages((golden?.rewards ?? []).slice(0, 4), { scaleByDeviation: true });
    expect(deviation).toBeCloseTo(golden?.group_std_sample?.[0] ?? Number.NaN, 12);
  });
});

describe("properties", () => {
  const rewards = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 16 });
  const options = fc.record({ scaleByDeviation: fc.boolean() });
  const holds = { seed: 5, numRuns: 300 };

  test("advantages of a group sum to 0 and keep the order of the rewards", () => {
    const check = (values: number[], option: { scaleByDeviation: boolean }) => {
      const { advantages } = groupAdvantages(values, option);
      expect(Math.abs(advantages.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-7);
      for (const [at, value] of values.entries())
        for (const [other, rival] of values.entries())
          if (value > rival) expect(advantages[at]).toBeGreaterThanOrEqual(advantages[other] ?? Number.NaN);
    };
    fc.assert(fc.property(rewards, options, check), holds);
  });

  test("a shift of all rewards changes nothing", () => {
    const check = (thousandths: readonly number[], shift: number, option: { scaleByDeviation: boolean }) => {
      const values = thousandths.map((value) => value / 1024);
      const plain = groupAdvantages(values, option);
      const shifted = groupAdvantages(
        values.map((value) => value + shift),
        option,
      );
      expect(largestGap(shifted.advantages, plain.advantages)).toBeLessThan(1e-7);
      expect(shifted.zeroVariance).toBe(plain.zeroVariance);
    };
    const steps = fc.array(fc.integer({ min: -4096, max: 4096 }), { minLength: 2, maxLength: 16 });
    fc.assert(fc.property(steps, fc.integer({ min: -64, max: 64 }), options, check), holds);
  });

  test("scaled advantages have a sample deviation of 1, up to the epsilon", () => {
    const { advantages } = groupAdvantages([0, 1, 3, 7], { scaleByDeviation: true });
    const variance = advantages.reduce((sum, value) => sum + value ** 2, 0) / 3;
    expect(variance).toBeCloseTo(1, 5);
  });
});

test("equal rewards give zeros whatever their sum rounds to; so does a lone response", () => {
  const equal = groupAdvantages([0.1, 0.1, 0.1], { scaleByDeviation: true });
  expect(equal).toEqual({ advantages: [0, 0, 0], mean: 0.1, deviation: 0, zeroVariance: true });
  expect(groupAdvantages([7], { scaleByDeviation: true }).advantages).toEqual([0]);
});

test.each([[[]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY, 0]]])("refuses %j", (rewards) => {
  expect(() => groupAdvantages(rewards, { scaleByDeviation: true })).toThrow(RangeError);
});
