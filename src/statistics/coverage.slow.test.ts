/** How often intervals hold the truth and tests cry wolf, over simulated benchmarks with pages of unequal difficulty. */
import { expect, it } from "vitest";
import { type Random, seeded } from "../random.ts";
import { clusterBootstrap, ratio } from "./bootstrap.ts";
import { compareRuns } from "./compare-runs.ts";
import { newcombePaired } from "./differences.ts";
import { wilson } from "./intervals.ts";
import { mcnemarExact, mcnemarMidP } from "./paired-tests.ts";
import { minimumDetectableDifference } from "./power.ts";

/** Right answers and questions of each page; the page's share is uniform around 0.7. */
function pages(random: Random, count: number): [number, number][] {
  return Array.from({ length: count }, () => {
    const share = random.range(0.4, 1);
    const n = 1 + random.int(5);
    return [Array.from({ length: n }, () => random.chance(share)).filter(Boolean).length, n];
  });
}

const shareOf = (runs: number, holds: (random: Random) => boolean, seed: string): number =>
  Array.from({ length: runs }, (_, run) => holds(seeded(`${seed}-${run}`))).filter(Boolean).length / runs;

it.each(["percentile", "bca"] as const)("%s intervals over 80 pages cover 95 %%", (method) => {
  const covered = shareOf(
    1000,
    (random) => {
      const { low, high } = clusterBootstrap(pages(random, 80), ratio, { method, resamples: 1000 }).interval;
      return low <= 0.7 && high >= 0.7;
    },
    method,
  );
  expect(covered).toBeGreaterThan(0.92);
  expect(covered).toBeLessThan(0.975);
});

it("Wilson's interval covers 95 % of independent answers", () => {
  const covered = shareOf(
    4000,
    (random) => {
      const k = Array.from({ length: 120 }, () => random.chance(0.7)).filter(Boolean).length;
      const { low, high } = wilson(k, 120);
      return low <= 0.7 && high >= 0.7;
    },
    "wilson",
  );
  expect(covered).toBeGreaterThan(0.935);
  expect(covered).toBeLessThan(0.965);
});

/** Outcomes of two runs of given accuracies, the second agreeing with the first more often than chance. */
function pair(random: Random, first: number, second: number): readonly [boolean, boolean] {
  const shared = random.next();
  const own = () => (random.chance(0.5) ? shared : random.next());
  return [own() < first, own() < second];
}

function count(random: Random, n: number, first: number, second: number) {
  const counts = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
  for (let at = 0; at < n; at++) {
    const [a, b] = pair(random, first, second);
    counts[a ? (b ? "both" : "onlyFirst") : b ? "onlySecond" : "neither"]++;
  }
  return counts;
}

it("Newcombe's paired interval covers 95 %", () => {
  const covered = shareOf(
    4000,
    (random) => {
      const { low, high } = newcombePaired(count(random, 120, 0.7, 0.6));
      return low <= 0.1 && high >= 0.1;
    },
    "newcombe",
  );
  expect(covered).toBeGreaterThan(0.935);
  expect(covered).toBeLessThan(0.97);
});

it("McNemar's tests keep their level; mid-p comes nearer to it", () => {
  const rate = (test: (b: number, c: number) => number) =>
    shareOf(
      4000,
      (random) => {
        const { onlyFirst, onlySecond } = count(random, 120, 0.6, 0.6);
        return test(onlyFirst, onlySecond) < 0.05;
      },
      "mcnemar",
    );
  const [exact, midP] = [rate(mcnemarExact), rate(mcnemarMidP)];
  expect(exact).toBeLessThan(0.05);
  expect(midP).toBeGreaterThan(exact);
  expect(midP).toBeLessThan(0.06);
});

it("compareRuns keeps its level over pages, where McNemar's test does not", () => {
  let naive = 0;
  const alarms = shareOf(
    600,
    (random) => {
      const pairs = Array.from({ length: 60 }, (_, page) => {
        // The whole page suits one run or the other.
        const lean = random.range(-0.4, 0.4);
        return Array.from({ length: 4 }, () => ({
          cluster: `${page}`,
          first: random.chance(0.5 + lean) ? 1 : 0,
          second: random.chance(0.5 - lean) ? 1 : 0,
        }));
      }).flat();
      const { pValue, mcnemar } = compareRuns(pairs, { names: ["A", "B"], resamples: 400 });
      if ((mcnemar?.midP ?? 1) < 0.05) naive++;
      return pValue < 0.05;
    },
    "level",
  );
  expect(alarms).toBeLessThan(0.075);
  expect(naive / 600).toBeGreaterThan(alarms);
});

it("the minimum detectable difference is found four times in five", () => {
  const { difference } = minimumDetectableDifference({ n: 200, discordance: 0.3 });
  const found = shareOf(
    3000,
    (random) => {
      const draws = Array.from({ length: 200 }, () => random.next());
      const onlyFirst = draws.filter((draw) => draw < (0.3 + difference) / 2).length;
      const onlySecond = draws.filter((draw) => draw >= (0.3 + difference) / 2 && draw < 0.3).length;
      return mcnemarMidP(onlyFirst, onlySecond) < 0.05;
    },
    "mdd",
  );
  expect(found).toBeGreaterThan(0.77);
  expect(found).toBeLessThan(0.83);
});
