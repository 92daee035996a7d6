import fc from "fast-check";
import { expect, test } from "vitest";
import { questionText } from "../grading/question-text.ts";
import { QuestionSchema } from "../records/index.ts";
import { sampleQuestions } from "./fixtures/sample-questions.ts";
import { collectContents } from "./show-catalogue.ts";

const questions = [...sampleQuestions(5, 9)];

test("sample questions are valid records of all seven tasks", () => {
  for (const question of questions) expect(QuestionSchema.parse(question)).toEqual(question);
  expect(new Set(questions.map(({ task }) => task)).size).toBe(7);
});

test("the columns tell of every question what the question tells, in any order", async () => {
  const anyOrder = fc.shuffledSubarray(questions, { minLength: 1 });
  const told = fc.asyncProperty(anyOrder, async (chosen) => {
    const { catalogue, questionsOfPage } = await collectContents(chosen);
    const { ids, excerpts, task, form, split, page } = catalogue.questions;
    const placed = catalogue.pages.map(() => 0);
    for (const [number, question] of chosen.entries()) {
      const pageNumber = page[number] ?? -1;
      expect(ids[number]).toBe(question.id);
      expect(catalogue.tasks[task[number] ?? -1]).toBe(question.task);
      expect(catalogue.forms[form[number] ?? -1]).toBe(question.form);
      expect(catalogue.splits[split[number] ?? -1]).toBe(question.split);
      expect(catalogue.pages[pageNumber]?.id).toBe(question.page.id);
      expect(questionText(question).replace(/\s+/g, " ")).toContain(excerpts[number]?.replace(/…$/, ""));
      // The place within the page is not stored: it is the count of earlier questions on the page.
      const place = placed[pageNumber] ?? 0;
      expect(questionsOfPage[pageNumber]?.[place]).toBe(question);
      placed[pageNumber] = place + 1;
    }
  });
  await fc.assert(told, { seed: 1, numRuns: 50 });
});

test("pages are numbered as they first appear, tasks and splits in the order of the field", async () => {
  const { catalogue } = await collectContents(questions.toReversed());
  expect(catalogue.pages.map(({ id }) => id)).toEqual([4, 3, 2, 1, 0].map((number) => `sample-00${number}`));
  expect(catalogue.tasks[0]).toBe("panel-understanding");
  expect(catalogue.splits).toEqual(["train", "validation", "test"]);
});

test("an excerpt never ends within a character", async () => {
  const [first] = questions;
  if (first === undefined) throw new Error("no sample question");
  const prompt = [{ type: "text", text: `x${"😀".repeat(200)}` }] as const;
  const { catalogue } = await collectContents([{ ...first, prompt }]);
  const excerpt = catalogue.questions.excerpts[0] ?? "";
  expect(excerpt.isWellFormed()).toBe(true);
  expect(excerpt).toMatch(/^x😀+…$/u);
});

test("an id that comes twice is the user's to mend", async () => {
  const [first] = questions;
  if (first === undefined) throw new Error("no sample question");
  await expect(collectContents([first, first])).rejects.toThrow(`${first.id}: expected question ids`);
});
