import { describe, expect, it } from "vitest";
import type { Question } from "../records/index.ts";
import { baselineScorer, priorsLearner } from "./baselines.ts";

/** A four-choice question whose right answer is "yes" at a place of the caller's choosing. */
function question(index: number, split: Question["split"], place: number): Question {
  const choices = ["no", "never", "maybe"].toSpliced(place, 0, "yes, and this is the longest option");
  return {
    kind: "question",
    version: 1,
    id: `q.${index}`,
    task: "action-recognition",
    form: "marked-character",
    split,
    page: { id: "p", image: "images/p.png", width: 10, height: 10 },
    marks: [],
    prompt: [{ type: "page" }, { type: "text", text: "?" }],
    choices,
    gold: { type: "choice", index: place },
    targets: { panels: [], entities: [], zoom: [] },
    expectedZooms: 0,
    tool: "none",
    origin: { by: "rule", annotations: ["a"], reviews: [] },
    seed: "1",
  };
}

function scores(placeOf: (index: number) => number) {
  const learner = priorsLearner();
  const all = Array.from({ length: 400 }, (_, index) =>
    question(index, index % 2 ? "test" : "train", placeOf(index)),
  );
  for (const one of all.filter(({ split }) => split === "train")) learner.learn(one);
  const scorer = baselineScorer(learner.priors);
  for (const one of all) scorer.score(one);
  return new Map(scorer.results().map((score) => [score.baseline, score]));
}

describe("blind baselines", () => {
  it("find planted shortcuts: a letter, a length, a frequent answer", () => {
    const found = scores(() => 2);
    expect(found.get("majority-letter")).toMatchObject({ right: 200, n: 200, chance: 0.25, shortcut: true });
    expect(found.get("longest-option")).toMatchObject({ right: 400, n: 400, shortcut: true });
    expect(found.get("majority-answer")).toMatchObject({ right: 200, shortcut: true });
    expect(found.get("first-option")).toMatchObject({ right: 0, shortcut: false });
  });

  it("see no shortcut in balanced letters", () => {
    const found = scores((index) => Math.floor(index / 2) % 4);
    expect(found.get("majority-letter")?.shortcut).toBe(false);
    expect(found.get("first-option")).toMatchObject({ right: 100, n: 400, shortcut: false });
  });
});
