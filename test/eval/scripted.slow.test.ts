/** Models that know the truth measure the harness: what they were built to score is what has to come out. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readScores } from "../../src/episodes/run/index.ts";
import { conditionName, type Score, TASK_IDS } from "../../src/records/index.ts";
import { figureOf } from "../../src/report/index.ts";
import { clopperPearson } from "../../src/statistics/index.ts";
import { bendayJson, drawnWorkplace, type Workplace } from "./eval-runs.ts";

/** For drawing and asking before the tests, ms. */
const PATIENCE = 300_000;
const LIMIT = "24";
const MODES = ["page", "panel", "zoom", "located", "blind", "captions"];
const COUNTERFACTUALS = ["blank", "random", "whole", "oracle"];

let place: Workplace;
beforeAll(async () => {
  place = await drawnWorkplace(8);
}, PATIENCE);
afterAll(() => place.remove());

const asking = (model: string) => [
  place.benchmark,
  "--model",
  `scripted:${model}`,
  "--split",
  "all",
  "--limit",
  LIMIT,
];

async function scoresOf(model: string, ...flags: string[]): Promise<readonly Score[]> {
  const out = place.at(`run-${model}`);
  await bendayJson("eval", ...asking(model), ...flags, "--out", out);
  return Array.fromAsync(readScores(out));
}

const everything = ["--mode", ...MODES, "--counterfactual", ...COUNTERFACTUALS];

test("the oracle is right in every task and every way of asking", async () => {
  const scores = await scoresOf("oracle", ...everything);
  expect(new Set(scores.map(conditionName)).size).toBe(MODES.length + COUNTERFACTUALS.length);
  expect(new Set(scores.map(({ task }) => task))).toEqual(new Set(TASK_IDS));
  expect(scores.filter(({ outcome }) => outcome !== "correct")).toEqual([]);
  const zooms = scores.filter((score) => conditionName(score) === "zoom").flatMap(({ calls }) => calls);
  expect(zooms.length).toBeGreaterThan(100);
  // Thousandths of a page of 1400 x 2000 px round a box by at most a pixel.
  expect(Math.min(...zooms.map(({ iou }) => iou))).toBeGreaterThan(0.8);
});

// Without pictures: random does not look, and this is quicker.
test("random is within its interval of chance, task by task", async () => {
  const scores = await scoresOf("random", "--mode", "blind", "--samples", "3");
  const choices = new Map(TASK_IDS.map((task) => [task, task === "action-recognition" ? 4 : 2]));
  for (const [task, group] of Map.groupBy(scores, (score) => score.task)) {
    const closed = group.filter(({ gold }) => gold.type === "choice");
    if (closed.length === 0) continue;
    const { k, n } = figureOf(closed);
    const { low, high } = clopperPearson(k, n, 0.999);
    const chance = 1 / (choices.get(task) ?? 2);
    expect([task, low < chance && chance < high]).toEqual([task, true]);
  }
});

describe("the noisy oracle", () => {
  const accuracies = new Map<string, number>();
  beforeAll(async () => {
    const scores = await scoresOf("noisy-oracle", ...everything);
    // Questions whose evidence is a small part of the page: where a zoom can help.
    const zoomable = scores.filter(({ task }) => ["action-recognition", "depth-comparison"].includes(task));
    for (const [name, group] of Map.groupBy(zoomable, conditionName)) {
      accuracies.set(name, figureOf(group).accuracy ?? 0);
    }
  }, PATIENCE);
  const accuracy = (name: string) => accuracies.get(name) ?? Number.NaN;

  test("gains from panels and zooms what it is built to gain", () => {
    expect(accuracy("page")).toBeGreaterThan(0.35);
    expect(accuracy("page")).toBeLessThan(0.65);
    expect(accuracy("panel") - accuracy("page")).toBeGreaterThan(0.25);
    expect(accuracy("zoom") - accuracy("page")).toBeGreaterThan(0.25);
    expect(accuracy("zoom-oracle")).toBe(accuracy("zoom"));
  });

  test.each(["zoom-blank", "zoom-whole"])("loses all of it with %s", (name) => {
    expect(accuracy(name)).toBe(accuracy("page"));
  });

  test("loses most of it where zooms go elsewhere", () => {
    expect(accuracy("zoom") - accuracy("zoom-random")).toBeGreaterThan(0.2);
  });
});

test("more samples go on with the same run, and scoring again calls no model", async () => {
  const out = place.at("run-more");
  const Report = z.object({ ran: z.number(), progress: z.object({ done: z.number() }) });
  const go = async (...flags: string[]) =>
    Report.parse(
      await bendayJson("eval", ...asking("random"), ...flags, "--out", out, "--task", "depth-comparison"),
    );
  const first = await go("--samples", "1");
  expect((await go("--samples", "1")).ran).toBe(0);
  const more = await go("--samples", "2");
  expect([more.ran, more.progress.done]).toEqual([first.ran, 2 * first.ran]);
  const scores = await Array.fromAsync(readScores(out));
  const again = z.object({ scores: z.array(z.unknown()) }).parse(await bendayJson("score", out));
  expect(again.scores).toEqual(scores);
});
