import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConversationRecord } from "../methods/conversation-file.ts";
import {
  type Curriculum,
  CurriculumSchema,
  curriculumFor,
  type Stage,
  TINY_CURRICULUM,
} from "./curriculum.ts";
import { type TaughtPage, taughtPage } from "./fixtures/taught-page.ts";
import type { TaughtBoxes } from "./lesson.ts";
import { lessons } from "./lessons/index.ts";
import { stageConversations } from "./stage-conversations.ts";

let taught: TaughtPage;
beforeAll(async () => {
  taught = await taughtPage();
});
afterAll(() => taught.remove());

const stageOf = (shares: Stage["lessons"], tint: Stage["tint"] = { from: 0, to: 0 }): Stage => ({
  ...{ id: "one", steps: 20, batch: 6, rate: 1e-3, schedule: "constant", warmup: 0, tint },
  lessons: shares,
});

function written(stage: Stage, boxes: TaughtBoxes = "jittered", seed = "1"): readonly ConversationRecord[] {
  const { questions } = taught;
  const { reader, page } = taught.context("");
  const pages = new Map(questions.map((question) => [question.page.id, page]));
  const source = { questions, pages, reader, boxes, seed, harness: "test" };
  return [...stageConversations(stage, TINY_CURRICULUM, source)];
}

const EVERY = Object.fromEntries(lessons.map(({ id }) => [id, 1]));
const lessonIn = ({ id }: ConversationRecord): string | undefined =>
  lessons.map((lesson) => lesson.id).find((lesson) => id.split("/").includes(lesson));

test("a stage has as many conversations as its steps take, each with its own id; the seed decides", () => {
  const records = written(stageOf(EVERY));
  expect(records.length).toBe(120);
  expect(new Set(records.map(({ id }) => id)).size).toBe(120);
  expect(written(stageOf(EVERY))).toEqual(records);
  expect(written(stageOf(EVERY), "jittered", "2")).not.toEqual(records);
  expect(new Set(records.map(lessonIn))).toEqual(new Set(lessons.map(({ id }) => id)));
});

test("a model that is to know no target's box has no lesson that tells one", () => {
  const taughtIn = new Set(written(stageOf(EVERY), "random").map(lessonIn));
  for (const { id, tellsTargets } of lessons) expect(taughtIn.has(id), id).toBe(!tellsTargets);
  expect(() => written(stageOf({ locate: 1 }), "random")).toThrow(/expected questions that its lessons fit/);
});

test("stages of which nothing is left without targets are left out", () => {
  const ids = ({ stages }: Curriculum) => stages.map(({ id }) => id);
  expect(curriculumFor(TINY_CURRICULUM, "jittered")).toEqual(TINY_CURRICULUM);
  const left = curriculumFor(TINY_CURRICULUM, "random");
  expect(ids(left)).toEqual(ids(TINY_CURRICULUM).filter((id) => !["find", "sharpen"].includes(id)));
  for (const stage of left.stages) expect(written({ ...stage, steps: 1, batch: 4 }, "random").length).toBe(4);
  const [find] = TINY_CURRICULUM.stages;
  expect(() => curriculumFor({ ...TINY_CURRICULUM, stages: find ? [find] : [] }, "random")).toThrow(
    /expected a stage with a lesson that does not tell targets/,
  );
});

test("a stage may take the questions of some tasks alone", () => {
  const records = written({ ...stageOf({ "panel-answer": 1 }), tasks: ["depth-comparison"] });
  expect(records.length).toBe(120);
  const ids = taught.questions.flatMap(({ task, id }) => (task === "depth-comparison" ? [id] : []));
  expect(records.every((record) => ids.some((id) => record.id.includes(id)))).toBe(true);
});

test("lessons are given in their shares, tints fall over the stage", () => {
  const tints = written(stageOf({ locate: 1 }, { from: 1, to: 0 })).flatMap(({ messages }) =>
    messages.flatMap(({ content }) => {
      const parts = typeof content === "string" ? [] : content;
      return parts.flatMap((part) => (part.type === "image" && "page" in part ? [part.tint ?? 0] : []));
    }),
  );
  const mean = (list: readonly number[]) => list.reduce((sum, tint) => sum + tint, 0) / list.length;
  const third = Math.floor(tints.length / 3);
  expect(mean(tints.slice(0, third))).toBeGreaterThan(mean(tints.slice(-third)) + 0.1);
  expect(Math.max(...tints)).toBeLessThanOrEqual(1);
  const records = written({ ...stageOf({ "zoom-near": 1, "zoom-jittered": 0.5 }), steps: 100 });
  const jittered = records.filter((record) => lessonIn(record) === "zoom-jittered").length;
  expect(jittered / (records.length - jittered)).toBeGreaterThan(0.4);
  expect(jittered / (records.length - jittered)).toBeLessThan(0.6);
});

test("a curriculum without a lesson, or with two stages of one name, is refused", () => {
  const base = { maxPixels: 1e4, zoomMaxPixels: 1e4 };
  const [stage] = TINY_CURRICULUM.stages;
  expect(() => CurriculumSchema.parse({ ...base, stages: [{ ...stage, lessons: { name: 0 } }] })).toThrow(
    /lesson/,
  );
  expect(() => CurriculumSchema.parse({ ...base, stages: [stage, stage] })).toThrow(/different ids/);
});
