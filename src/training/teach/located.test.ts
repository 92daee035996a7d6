import { afterAll, beforeAll, expect, test } from "vitest";
import type { Question } from "../../records/index.ts";
import { type TaughtPage, taughtPage } from "./fixtures/taught-page.ts";
import { panelAsks } from "./lessons/locate.ts";
import { callsTold } from "./located.ts";

let taught: TaughtPage;
beforeAll(async () => {
  taught = await taughtPage();
});
afterAll(() => taught.remove());

/** Of the first question. */
const asksOf = (task: Question["task"]): readonly string[] =>
  taught.questions
    .filter((each) => each.task === task)
    .slice(0, 1)
    .flatMap(panelAsks);

test("each target is asked for, by its mark or its phrase", () => {
  expect(asksOf("character-identification")).toEqual([
    "Where is the panel with the red box?",
    "Where is the panel with the blue box?",
  ]);
  expect(asksOf("action-recognition")).toEqual(["Where is the panel with the red box?"]);
  expect(asksOf("panel-understanding")).toEqual(["Where is the last panel?"]);
});

test("a box that is told becomes a call; another answer none", () => {
  const [first = "", second = "", ...more] = callsTold(["[1, 2, 30, 40]", "5 6 70 80"], "tagged");
  const called = (text: string): unknown => JSON.parse(text.replaceAll(/<.*?>/g, ""));
  expect(called(first)).toMatchObject({ arguments: { bbox_2d: [1, 2, 30, 40] } });
  expect(called(second)).toMatchObject({ arguments: { bbox_2d: [5, 6, 70, 80] } });
  expect(more).toEqual([]);
  expect(callsTold(["", undefined, "in the middle", "[1, 2, 3]", "[1, 2, 3, 4, 5]"], "tagged")).toEqual([]);
  expect(() => callsTold([], "morse")).toThrow(/known dialect, got morse/);
});
