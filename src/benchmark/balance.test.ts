import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../random.ts";
import { TASK_IDS, tableOver } from "../records/index.ts";
import { tasks } from "../tasks/index.ts";
import { arrange, newBalance } from "./arrange.ts";
import { type AnswerTally, chooseDrafts } from "./choose.ts";
import type { IdentifiedDraft } from "./draft-page.ts";
import { type DraftCounts, pageQuotas, waterFill } from "./quotas.ts";

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("waterFill", () => {
  it("gives exactly the quota, as evenly as the counts allow", () => {
    const counts = fc.array(fc.nat(20), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(counts, fc.nat(300), (available, quota) => {
        const given = waterFill(available, quota, seeded("fill"));
        expect(sum(given)).toBe(Math.min(quota, sum(available)));
        given.forEach((count, page) => {
          expect(count).toBeLessThanOrEqual(available[page] ?? 0);
          // Nobody has two more than a page that could have given more.
          const poorer = given.filter((other, place) => other < (available[place] ?? 0) && other < count - 1);
          expect(poorer).toEqual([]);
        });
      }),
      { seed: 1 },
    );
  });
});

describe("pageQuotas like the paper", () => {
  const plenty = (): DraftCounts => tableOver(TASK_IDS, () => 100);

  it("reproduces Table 2 and the test sizes on 282 pages", () => {
    const splits = Array.from({ length: 282 }, (_, page) => (page < 25 ? "test" : "train"));
    const counts = splits.map(plenty);
    const quotas = pageQuotas({ counts, splits, sizing: { type: "paper" }, random: seeded(1) });
    for (const { id, paper } of tasks) {
      const perPage = quotas.map((quota) => quota[id]);
      expect(sum(perPage)).toBe(paper.questions);
      expect(sum(perPage.slice(0, 25))).toBe(paper.test);
    }
  });

  it("keeps the proportions when one task is scarce", () => {
    const splits = Array.from({ length: 282 }, (_, page) => (page < 25 ? "test" : "train"));
    const counts = splits.map(() => ({ ...plenty(), "character-counting": 1 }));
    const quotas = pageQuotas({ counts, splits, sizing: { type: "paper" }, random: seeded(1) });
    const total = (id: (typeof TASK_IDS)[number]) => sum(quotas.map((quota) => quota[id]));
    expect(total("character-counting")).toBeLessThanOrEqual(282);
    expect(total("action-recognition") / total("depth-comparison")).toBeCloseTo(1669 / 1125, 1);
  });
});

const draft = (id: string, subject: string, answerClass: string): IdentifiedDraft => ({
  id,
  task: "action-recognition",
  seed: "1",
  form: "form",
  prompt: [{ type: "page" }],
  marks: [],
  answer: { type: "number", value: 1 },
  answerClass,
  subject,
  panels: [],
  entities: [],
  zoom: [],
  expectedZooms: 0,
  tool: "none",
  annotations: [],
});

describe("chooseDrafts", () => {
  it("takes every subject once before any twice", () => {
    const drafts = [draft("1", "a", "x"), draft("2", "a", "y"), draft("3", "b", "x")];
    expect(chooseDrafts(drafts, 2, new Map(), new Set()).map(({ id }) => id)).toEqual(["1", "3"]);
  });
  it("evens out answers across calls, and lets a form wait whose answer is right too often", () => {
    const tally: AnswerTally = new Map();
    const choose = (...drafts: readonly IdentifiedDraft[]) =>
      chooseDrafts(drafts, 1, tally, new Set()).map(({ id }) => id);
    expect(choose(draft("1", "a", "day"), draft("2", "b", "night"))).toEqual(["1"]);
    expect(choose(draft("3", "a", "day"), draft("4", "b", "night"))).toEqual(["4"]);
    expect(choose(draft("5", "a", "day"))).toEqual(["5"]);
    // "day" counts as 2 x 2, the other form as 3: the other form goes first although it was kept as often.
    tally.set("other", {
      kept: 3,
      answers: new Map([
        ["x", 1],
        ["y", 1],
        ["z", 1],
      ]),
    });
    expect(choose(draft("6", "a", "day"), { ...draft("7", "b", "x"), form: "other" })).toEqual(["7"]);
  });
  it("takes accepted questions first", () => {
    const drafts = [draft("1", "a", "x"), draft("2", "a", "x")];
    expect(chooseDrafts(drafts, 1, new Map(), new Set(["2"])).map(({ id }) => id)).toEqual(["2"]);
  });
});

describe("arrange", () => {
  const pool = { action: ["stand", "run", "sit", "read", "eat", "wave"] };

  it("uses every letter equally often", () => {
    const balance = newBalance();
    for (let i = 0; i < 400; i++) {
      arrange({ type: "fixed", right: "r", wrong: ["a", "b", "c"] }, pool, balance, seeded(i));
    }
    expect(balance.letters).toEqual([100, 100, 100, 100]);
  });

  it("offers each label wrongly three times as often as it is right, so that frequent labels do not pay", () => {
    const balance = newBalance();
    const random = seeded("labels");
    for (let i = 0; i < 1200; i++) {
      // One label is right more often than others, as in real data (up to 1 in 4 it can be evened out).
      const right = random.chance(0.05) ? "stand" : random.pick(pool.action);
      arrange(
        { type: "labels", label: "action", right, alsoRight: [], wrongCount: 3 },
        pool,
        balance,
        random,
      );
    }
    for (const { right, wrong } of balance.labels.values())
      expect(Math.abs(wrong / (3 * right) - 1)).toBeLessThan(0.05);
  });

  it("never offers a label that is also right", () => {
    for (let i = 0; i < 50; i++) {
      const { choices, gold } = arrange(
        { type: "labels", label: "action", right: "stand", alsoRight: ["wave", "read"], wrongCount: 3 },
        pool,
        newBalance(),
        seeded(i),
      );
      expect(choices).not.toContain("wave");
      expect(choices).not.toContain("read");
      expect(new Set(choices).size).toBe(4);
      expect(gold).toEqual({ type: "choice", index: choices.indexOf("stand") });
    }
  });
});
