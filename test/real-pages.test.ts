/** The main way on real comics: Pepper&Carrot pages in AI4VA's layout, where the checkout has them beside it. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildBenchmark, PAPER_SHARES, readQuestions } from "../src/benchmark/index.ts";
import { findFormat, importPages, readPages } from "../src/formats/index.ts";
import { isInside } from "../src/geometry/index.ts";
import { goldAnswer, graders } from "../src/grading/index.ts";
import type { Page, Question, TaskId } from "../src/records/index.ts";
import { taskOf } from "../src/tasks/index.ts";

const REAL = fileURLToPath(new URL("../../shared/pepper-carrot", import.meta.url));

/** What 19 real pages must give at the least. */
const LEAST: Readonly<Record<TaskId, number>> = {
  "panel-understanding": 200,
  "action-recognition": 100,
  "depth-comparison": 50,
  "dialog-reordering": 25,
  "panel-reordering": 50,
  "character-identification": 60,
  "character-counting": 40,
};

let root: string;

async function importReal(name: string, source: string): Promise<void> {
  const format = findFormat("ai4va");
  const options = format.options.parse({ annotations: path.join(source, "annotations.json") });
  await importPages(format.read(options), path.join(root, name));
}

async function build(out: string, pages: readonly string[]): Promise<Question[]> {
  const folder = path.join(root, out);
  await buildBenchmark({
    pages: pages.map((name) => path.join(root, name)),
    out: folder,
    seed: "1",
    sizing: { type: "all" },
    unit: "page",
    shares: PAPER_SHARES,
    replace: false,
  });
  return Array.fromAsync(readQuestions(folder));
}

describe.skipIf(!existsSync(REAL))("real pages (skipped without ../shared/pepper-carrot)", () => {
  let questions: readonly Question[];
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), "benday-real-"));
    await importReal("en", REAL);
    await importReal("fr", path.join(REAL, "fr"));
    questions = await build("benchmark", ["en"]);
  }, 60_000);
  afterAll(() => rm(root, { recursive: true, force: true }));

  it("give enough questions of all seven tasks", () => {
    for (const [task, list] of Map.groupBy(questions, (question) => question.task)) {
      expect(list.length, task).toBeGreaterThanOrEqual(LEAST[task]);
    }
    expect(new Set(questions.map(({ task }) => task)).size).toBe(7);
  });

  it("grade every gold answer 1 and keep every target inside its page", () => {
    for (const question of questions) {
      const grader = graders.find(({ id }) => id === taskOf(question.task).grader);
      if (grader?.kind !== "rule") throw new Error(`expected a rule grader for ${question.task}`);
      expect(grader.grade(question, goldAnswer(question)), question.id).toMatchObject({ score: 1 });
      const { panels, entities, zoom } = question.targets;
      for (const box of [...panels, ...entities, ...zoom]) expect(isInside(box, question.page)).toBe(true);
    }
  });

  it("never offer an action that is also true as a wrong choice", async () => {
    const pages = new Map<string, Page>();
    for await (const page of readPages(path.join(root, "en"))) pages.set(page.id, page);
    for (const question of questions.filter(({ task }) => task === "action-recognition")) {
      const [id] = question.origin.annotations;
      const figure = pages.get(question.page.id)?.characters.find((character) => character.id === id);
      const alsoTrue = (figure?.actionAlso ?? []).map((label) => label.replaceAll("_", " "));
      expect(question.choices.filter((choice) => alsoTrue.includes(choice))).toEqual([]);
    }
  });

  it("keep English and French copies of a page in one split", async () => {
    const both = await build("both", ["en", "fr"]);
    const splits = new Map<string, Set<string>>();
    for (const { page, split } of both) {
      const work = page.id.replace(/[_-](?:en|fr)$/, "");
      splits.set(work, (splits.get(work) ?? new Set()).add(split));
    }
    expect(splits.size).toBe(19);
    expect([...splits.values()].every((found) => found.size === 1)).toBe(true);
    expect(new Set(both.map(({ split }) => split)).size).toBe(3);
  });
});
