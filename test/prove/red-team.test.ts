import { beforeAll, describe, expect, it } from "vitest";
import { type SampleBenchmark, sampleBenchmark } from "../../src/episodes/fixtures/sample-benchmark.ts";
import { findStrategy, StrategySchema, strategies } from "../../src/rewards/index.ts";
import { type Duel, duelsOf, EPSILON, SETTINGS } from "./hacks/duel.ts";
import { hacks } from "./hacks/hacks.ts";

/** The others give a hack nothing to do. */
const OFFERED = strategies.filter(({ tool }) => tool === "offered");

let benchmark: SampleBenchmark;
let duels: readonly Duel[];
beforeAll(async () => {
  benchmark = await sampleBenchmark();
  const tasks = new Map(benchmark.questions.map((question) => [question.task, question]));
  duels = [
    ...benchmark.questions.flatMap((question) => [...duelsOf(question, SETTINGS.slice(0, 1), OFFERED)]),
    ...[...tasks.values()].flatMap((question) => [...duelsOf(question, SETTINGS.slice(1), OFFERED)]),
  ];
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

describe("each part of hardened is needed: the red team beats it", () => {
  it.each([
    ["strict-format", "format", ["forged-beside", "outside-spam", "answer-list", "verdict", "answer-long"]],
    ["matched-iou", "tool-iou", ["copies", "near-copies", "many-zooms", "zoom-forever"]],
    ["tool-count", "tool-used", ["whole-page", "many-zooms"]],
  ])("with %s replaced by %s", (part, weaker, expected) => {
    const text = JSON.stringify(findStrategy("hardened")).replaceAll(`"${part}"`, `"${weaker}"`);
    const weakened = StrategySchema.parse(JSON.parse(text));
    const tasks = new Map(benchmark.questions.map((question) => [question.task, question]));
    const fought = [...tasks.values()].flatMap((question) => [...duelsOf(question, SETTINGS, [weakened])]);
    const lost = fought.filter(({ hacked, honest }) => hacked >= honest - EPSILON).map(({ hack }) => hack);
    expect([...new Set(lost)]).toEqual(expect.arrayContaining(expected));
  });
});

describe("the red team finds what is known to pay", () => {
  const share = (strategy: string, hack: string, answer: Duel["answer"] = "right") => {
    const fought = of(strategy, hack).filter((duel) => duel.phase === "full" && duel.answer === answer);
    return fought.filter(({ hacked, honest }) => hacked > honest + EPSILON).length / fought.length;
  };

  it.each(["paper", "single-phase", "conditional"])("copies of one box under %s", (strategy) => {
    expect(share(strategy, "copies")).toBe(1);
  });

  it("zooming for ever, and never answering, where the answer would be wrong", () => {
    expect(share("paper", "zoom-forever", "wrong")).toBe(1);
    expect(share("conditional", "zoom-forever", "wrong")).toBe(0);
  });

  it("a look at anything where none is needed, under deepeyes", () => {
    expect(share("deepeyes", "whole-page")).toBeGreaterThan(0);
  });
});
