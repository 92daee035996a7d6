import { expect, test } from "vitest";
import type { Score } from "../../records/index.ts";
import { runOf } from "./fixtures/before-after.ts";
import type { ReportRun } from "./report-input.ts";
import { systemsOf } from "./systems.ts";
import { countChanges, telltaleQuestions, type ZoomChanges, zoomChanges } from "./zoom-changes.ts";

const [base, rarl] = [runOf("base", 0), runOf("RARL", 1)];

function changesOf(...runs: readonly ReportRun[]): ZoomChanges {
  const found = zoomChanges(systemsOf(runs));
  if (found === undefined) throw new Error("no comparison");
  return found;
}

const withScores = (run: ReportRun, change: (score: Score) => Score | undefined): ReportRun => ({
  ...run,
  scores: run.scores.flatMap((score) => change(score) ?? []),
});

test("one model, or several without zooms, are no before and after", () => {
  const onPage = (run: ReportRun) => withScores(run, (score) => (score.mode === "page" ? score : undefined));
  expect(zoomChanges(systemsOf([base]))).toBeUndefined();
  expect(zoomChanges(systemsOf([onPage(base), onPage(rarl)]))).toBeUndefined();
  expect(zoomChanges(systemsOf([onPage(base), rarl]))).toBeUndefined();
});

test("zooms that were tampered with are none", () => {
  const blank = withScores(rarl, (score) => ({ ...score, counterfactual: "blank" }));
  expect(zoomChanges(systemsOf([base, blank]))).toBeUndefined();
});

test("counts how the questions of a task changed", () => {
  const changes = changesOf(base, rarl);
  expect(changes.zoomers.map(({ name }) => name)).toEqual(["base", "RARL"]);
  expect(countChanges(changes, "depth-comparison")).toEqual({
    better: 20,
    worse: 10,
    "still-wrong": 10,
    "still-right": 20,
  });
  expect(countChanges(changes, "character-counting")).toMatchObject({ better: 20, worse: 0 });
  const back = changesOf(rarl, base);
  expect(countChanges(back, "depth-comparison")).toMatchObject({ better: 10, worse: 20 });
});

test("tells better, worse and still wrong by the first question on which both zoomed", () => {
  const changes = changesOf(base, rarl);
  // Question 1 got better too, and comes earlier, but the first model did not zoom on it.
  expect(telltaleQuestions(changes, "depth-comparison")).toEqual(["q5", "q0", "q2"]);
  expect(telltaleQuestions(changes, "character-counting")).toEqual(["q3"]);
  expect(telltaleQuestions(changes, "panel-reordering")).toEqual([]);
});

test("a question that one of the two never answered did not change; unreadable answers are wrong", () => {
  const failed = withScores(rarl, (score) =>
    score.question === "q5" ? { ...score, outcome: "error" } : score,
  );
  const partly = withScores(failed, (score) => (score.question === "q0" ? undefined : score));
  const { changes } = changesOf(base, partly);
  expect([changes.has("q5"), changes.has("q0")]).toEqual([false, false]);
  const unread = withScores(base, (score) => ({ ...score, outcome: "invalid" }));
  expect(changesOf(base, unread).changes.get("q0")?.change).toBe("worse");
});

test("of many models the first and the last three stand beside each other", () => {
  const between = ["sft-s", "sft-r", "grpo"].map((name) => runOf(name, 0));
  const { zoomers } = changesOf(base, ...between, rarl);
  expect(zoomers.map(({ name }) => name)).toEqual(["base", "sft-r", "grpo", "RARL"]);
});

test("runs of one name go by their model", () => {
  const { zoomers } = changesOf({ ...base, name: "run" }, { ...rarl, name: "run" });
  expect(zoomers.map(({ name }) => name)).toEqual(["local:base", "local:RARL"]);
});
