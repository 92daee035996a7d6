import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleBenchmark } from "../../episodes/fixtures/sample-benchmark.ts";
import { beginEpisode, givenReply, openPictures, step } from "../../episodes/index.ts";
import type { Traits } from "../../providers/index.ts";
import type { Question } from "../../records/index.ts";
import { ConversationSchema, type PictureReference, pictureOpener } from "./conversation-file.ts";
import { conversationOf } from "./episode-conversation.ts";

let folder = "";
let questions: readonly Question[] = [];
beforeAll(async () => {
  ({ folder, questions } = await sampleBenchmark());
});
afterAll(() => rm(folder, { recursive: true }));

const traits: Traits = { frame: "model", nativeTools: false, logProbs: false, family: "qwen" };
const CALL = `<tool_call>\n{"name": "image_zoom_in_tool", "arguments": {"bbox_2d": [10, 20, 110, 150]}}\n</tool_call>`;

function begun(counterfactual?: "blank") {
  const question = questions.find(({ task }) => task === "action-recognition");
  if (question === undefined) throw new Error("expected a question of Action Recognition");
  const options = { mode: "zoom", dialect: "tagged", counterfactual, harness: "test" } as const;
  return beginEpisode({ id: "local", model: "tiny", traits }, question, options);
}
const said = (text: string) => givenReply({ text, calls: [] });
const ended = (counterfactual?: "blank") =>
  step(step(begun(counterfactual), said(CALL)), said("<answer>B</answer>"));

test("an episode is told turn by turn, each reply with its weight", () => {
  const record = conversationOf(ended(), [1, 0.5], { id: "one", tint: 0.25 });
  expect(ConversationSchema.parse(record)).toEqual(record);
  expect(record.id).toBe("one");
  expect(record.messages.map(({ role }) => role)).toEqual([
    "system",
    "user",
    "assistant",
    "user",
    "assistant",
  ]);
  expect(record.messages.filter(({ role }) => role === "assistant")).toEqual([
    { role: "assistant", content: CALL, weight: 1 },
    { role: "assistant", content: "<answer>B</answer>", weight: 0.5 },
  ]);
  const shown = record.messages.flatMap(({ content }) =>
    typeof content === "string" ? [] : content.filter((part) => part.type === "image"),
  );
  expect(shown).toMatchObject([{ tint: 0.25 }, { box: [10, 20, 110, 150] }]);
  expect(shown[1]).not.toHaveProperty("tint");
});

test("what is under way, weighed otherwise, or cannot be shown again is refused", () => {
  expect(() => conversationOf(begun(), [])).toThrow(/got a live one/);
  expect(() => conversationOf(ended(), [1])).toThrow(/expected an ended episode of 1 replies, got 2/);
  expect(() => conversationOf(ended("blank"), [1, 1])).toThrow(/got a blank one/);
});

test("a tint fills the marked boxes of the picture that is opened", async () => {
  const { page, marks } = begun().question;
  const [mark] = marks;
  if (mark === undefined) throw new Error("expected a mark");
  const [x1, y1, x2, y2] = mark.box;
  const open = pictureOpener("chats.jsonl", questions, openPictures(folder));
  const shown = {
    type: "image",
    page: page.id,
    box: [0, 0, page.width, page.height],
    width: 310,
    height: 620,
    marks,
  } as const;
  const pixelOf = async (reference: PictureReference) => {
    const { data, width } = await open(reference);
    const at = (Math.round((y1 + y2) / 4) * width + Math.round((x1 + x2) / 4)) * 3;
    return [...data.subarray(at, at + 3)];
  };
  expect(await pixelOf({ ...shown, tint: 1 })).toEqual([225, 20, 30]);
  expect(await pixelOf({ ...shown, tint: 0 })).toEqual(await pixelOf(shown));
});
