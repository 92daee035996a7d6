import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleBenchmark } from "../../episodes/fixtures/sample-benchmark.ts";
import type { Question } from "../../records/index.ts";
import { drawMore, drawPrompts, groupedPasses } from "./draw-prompts.ts";

let folder = "";
let sample: readonly Question[] = [];
beforeAll(async () => {
  ({ folder, questions: sample } = await sampleBenchmark());
});
afterAll(() => rm(folder, { recursive: true }));

/** So many questions a task. */
const questionsOf = (counts: Readonly<Partial<Record<Question["task"], number>>>): Question[] =>
  Object.entries(counts).flatMap(([task, count]) =>
    sample
      .filter((question) => question.task === task)
      .slice(0, 1)
      .flatMap((question) =>
        Array.from({ length: count }, (_, at) => ({ ...question, id: `${task}.${at}` })),
      ),
  );

const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id);

test("every question comes once before any comes again, by seed and step alone", () => {
  const questions = questionsOf({ "action-recognition": 12, "depth-comparison": 8 });
  const draw = (step: number, seed = "1") =>
    idsOf(drawPrompts(questions, { seed, step, count: 5, balanced: false }));
  const first = [0, 1, 2, 3].flatMap((step) => draw(step));
  expect(new Set(first).size).toBe(20);
  expect(draw(2)).toEqual(first.slice(10, 15));
  expect([4, 5, 6, 7].flatMap((step) => draw(step)).toSorted()).toEqual(first.toSorted());
  expect(draw(4)).not.toEqual(draw(0));
  expect(draw(0, "2")).not.toEqual(draw(0));
});

test("no question comes twice in a step, also where the list ends in it or is too short", () => {
  const questions = questionsOf({ "action-recognition": 7 });
  for (let step = 0; step < 20; step++) {
    const drawn = idsOf(drawPrompts(questions, { seed: "1", step, count: 5, balanced: false }));
    expect(drawn.length).toBe(5);
    expect(new Set(drawn).size).toBe(5);
  }
  expect(drawPrompts(questions, { seed: "1", step: 3, count: 16, balanced: false }).length).toBe(7);
});

test("balanced, each task gives as many prompts as any other", () => {
  const questions = questionsOf({
    "action-recognition": 50,
    "depth-comparison": 5,
    "character-counting": 20,
  });
  const drawn = Array.from({ length: 30 }, (_, step) =>
    drawPrompts(questions, { seed: "1", step, count: 4, balanced: true }),
  ).flat();
  const counts = Map.groupBy(drawn, ({ task }) => task);
  expect([...counts.values()].map(({ length }) => length)).toEqual([40, 40, 40]);
});

test("further prompts are none of those that the step has had", () => {
  const questions = questionsOf({ "action-recognition": 10 });
  const had = drawPrompts(questions, { seed: "1", step: 0, count: 6, balanced: false });
  const more = drawMore(questions, had, { seed: "1", step: 0, count: 9 });
  expect(idsOf([...had, ...more]).toSorted()).toEqual(idsOf(questions).toSorted());
  expect(drawMore(questions, had, { seed: "1", step: 1, count: 9 })).not.toEqual(more);
});

test("page by page: every item once a pass, those of a page together, another order in each pass", () => {
  const items = Array.from({ length: 24 }, (_, at) => ({ page: `${at % 6}`, at }));
  const passes = groupedPasses(items, ({ page }) => page, "1");
  const passAt = (pass: number) =>
    items.flatMap((_, at) => passes(pass * items.length + at, new Set()) ?? []);
  const [first, second] = [passAt(0), passAt(1)];
  for (const pass of [first, second]) {
    expect(new Set(pass)).toEqual(new Set(items));
    const turns = pass.filter(({ page }, at) => page !== pass[at - 1]?.page);
    expect(turns.length).toBe(6);
  }
  const pairs = groupedPasses(items, ({ page }) => page, "1", 2);
  const firstPair = items.slice(0, 8).flatMap((_, at) => pairs(at, new Set()) ?? []);
  expect(new Set(firstPair.map(({ page }) => page)).size).toBe(2);
  expect(firstPair.filter(({ page }, at) => page !== firstPair[at - 1]?.page).length).toBeGreaterThan(2);
  expect(first).not.toEqual(second);
  expect(passes(30, new Set())).toBe(second[6]);
  expect(passes(24, new Set(second.slice(0, 3)))).toBe(second[3]);
});
