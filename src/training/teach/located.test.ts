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

test("a box that is told becomes a call, in one reply where all calls of a reply are run; another answer none", () => {
  const boxesOf = (reply: string) => [...reply.matchAll(/\[.*?\]/g)].map(([box]) => box);
  const told = ["[1, 2, 30, 40]", "nowhere", "5 6 70 80"];
  expect(callsTold(told, "tagged").map(boxesOf)).toEqual([["[1,2,30,40]", "[5,6,70,80]"]]);
  expect(callsTold(told, "verl").map(boxesOf)).toEqual([["[1,2,30,40]"], ["[5,6,70,80]"]]);
  expect(callsTold(["", undefined, "in the middle", "[1, 2, 3]", "[1, 2, 3, 4, 5]"], "tagged")).toEqual([]);
  expect(() => callsTold([], "morse")).toThrow(/expected a dialect .*, got morse/);
});
