import { beforeAll, describe, expect, it } from "vitest";
import { type SampleBenchmark, sampleBenchmark } from "../../src/episodes/fixtures/sample-benchmark.ts";
import { findStrategy } from "../../src/rewards/index.ts";
import { type Duel, duelsOf, EPSILON } from "./hacks/duel.ts";
import { hacks } from "./hacks/hacks.ts";

let benchmark: SampleBenchmark;
let duels: readonly Duel[];
beforeAll(async () => {
  benchmark = await sampleBenchmark();
  duels = benchmark.questions.flatMap((question) => [...duelsOf(question)]);
});

const of = (strategy: string, hack?: string) =>
  duels.filter((duel) => duel.strategy === strategy && (hack === undefined || duel.hack === hack));

describe("the red team against hardened", () => {
  it.each(hacks.map(({ id }) => id))("%s earns strictly less than the honest episode", (id) => {
    const fought = of("hardened", id);
    expect(fought.length).toBeGreaterThan(0);
    expect(fought.filter(({ hacked, honest }) => hacked >= honest - EPSILON)).toEqual([]);
  });

  it("is fought in the warm start too", () => {
    expect(new Set(of("hardened").map(({ phase }) => phase))).toEqual(new Set(["warm-start", "full"]));
    expect(findStrategy("hardened")?.phases.length).toBe(2);
  });
});

describe("the red team finds what is known to pay", () => {
  const pays = (strategy: string, hack: string, phase = "full") =>
    of(strategy, hack).some((duel) => duel.phase === phase && duel.hacked > duel.honest + EPSILON);

  it.each(["paper", "single-phase", "conditional"])("copies of one box under %s", (strategy) => {
    expect(pays(strategy, "copies-to-count")).toBe(false);
    expect(of(strategy, "copies-to-count").some((d) => Math.abs(d.hacked - d.honest) < EPSILON)).toBe(true);
  });
});
