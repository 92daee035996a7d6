import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTinyModel, type Model } from "../../engine/index.ts";
import { sampleBenchmark } from "../../episodes/fixtures/sample-benchmark.ts";
import { openPictures } from "../../episodes/index.ts";
import { goldAnswer } from "../../grading/index.ts";
import { canonicalJson } from "../../json.ts";
import { encodePng } from "../../pixels/index.ts";
import { textCleaner } from "../../providers/local-prompt.ts";
import { localTraits } from "../../providers/local-traits.ts";
import type { Question } from "../../records/index.ts";
import { openScripted } from "../rollout/scripted.ts";
import { readWeighed, weighedBatches } from "./conversation-batch.ts";
import {
  type ConversationRecord,
  ConversationSchema,
  pictureOpener,
  readConversations,
} from "./conversation-file.ts";
import { solutionsOf, zoomAnswerSolutionsOf, zoomSolutionsOf } from "./solutions.ts";

let folder = "";
let questions: readonly Question[] = [];
let model: Model;
beforeAll(async () => {
  const sample = await sampleBenchmark();
  ({ folder, questions } = sample);
  model = createTinyModel({ texts: ["Which one is it? Think first, then answer."], seed: 1 });
});
afterAll(() => rm(folder, { recursive: true }));

const solutions = () => {
  const reader = { id: "local", model: "tiny", traits: localTraits(model) };
  return solutionsOf(questions, reader, { dialect: "tagged", maxPixels: 9 * 28 * 28, harness: "test" });
};
const reading = () => {
  const open = pictureOpener("chats.jsonl", questions, openPictures(folder));
  return (record: ConversationRecord) => readWeighed(model, record, open, textCleaner(model));
};

describe("zoom solutions", () => {
  const zooming = (changes: object = {}) => {
    const reader = { id: "local", model: "tiny", traits: localTraits(model) };
    const options = { dialect: "tagged", maxPixels: 9 * 28 * 28, harness: "test", ...changes };
    return zoomSolutionsOf(questions, reader, options);
  };

  test("call for the targets of every question that has some, and end there", () => {
    const records = zooming();
    const withTargets = questions.filter(({ targets }) => targets.zoom.length > 0);
    expect(records.length).toBe(withTargets.length);
    expect(records.length).toBeGreaterThan(0);
    for (const [at, question] of withTargets.entries()) {
      const replies = records[at]?.messages.filter(({ role }) => role === "assistant") ?? [];
      const [calls] = replies;
      expect(replies).toHaveLength(1);
      expect(records[at]?.messages.at(-1)).toBe(calls);
      expect(String(calls?.content).match(/bbox_2d/g)).toHaveLength(question.targets.zoom.length);
      expect(calls).toMatchObject({ weight: 1 });
      expect(ConversationSchema.parse(JSON.parse(canonicalJson(records[at])))).toEqual(records[at]);
    }
  });

  test("go on to the gold answer where it is to be learnt too", () => {
    const reader = { id: "local", model: "tiny", traits: localTraits(model) };
    const options = { dialect: "tagged", maxPixels: 9 * 28 * 28, harness: "test" };
    const records = zoomAnswerSolutionsOf(questions, reader, options);
    const withTargets = questions.filter(({ targets }) => targets.zoom.length > 0);
    expect(records.length).toBe(withTargets.length);
    for (const [at, question] of withTargets.entries()) {
      const last = records[at]?.messages.at(-1);
      expect(last).toMatchObject({ role: "assistant", weight: 1 });
      expect(String(last?.content)).toContain(`<answer>${goldAnswer(question)}</answer>`);
    }
  });

  test("leave out what has no turn left for the answer", () => {
    expect(zooming({ maxTurns: 1 })).toEqual([]);
    const fitting = (most: number) =>
      questions.filter(({ targets: { zoom } }) => zoom.length > 0 && zoom.length <= most).length;
    expect(fitting(4)).toBeGreaterThan(fitting(1));
    // A call a reply, and one for the answer.
    expect(zooming({ dialect: "verl", maxTurns: 5 })).toHaveLength(fitting(4));
    expect(zooming({ dialect: "verl", maxTurns: 2 })).toHaveLength(fitting(1));
  });
});

describe("solutions", () => {
  test("hold the gold of every question in the dialect's form, and survive JSON", () => {
    const records = solutions();
    expect(records.length).toBe(questions.length);
    for (const [at, question] of questions.entries()) {
      expect(records[at]?.messages.at(-1)).toMatchObject({
        role: "assistant",
        content: `<answer>${goldAnswer(question)}</answer>`,
      });
      expect(ConversationSchema.parse(JSON.parse(canonicalJson(records[at])))).toEqual(records[at]);
    }
  });

  test("are the tokens and pictures that an episode about the question has", async () => {
    const options = { mode: "page", dialect: "tagged", maxPixels: 9 * 28 * 28, harness: "test" } as const;
    const roll = openScripted(model, options, openPictures(folder));
    const scripts = questions.map((question) => ({
      question,
      replies: [`<answer>${goldAnswer(question)}</answer>`],
    }));
    const rollouts = await roll(scripts);
    const read = await Promise.all(solutions().map(reading()));
    const hashOf = (pictures: readonly { readonly pixels: Float32Array }[]) =>
      pictures.map(({ pixels }) => createHash("sha256").update(new Uint8Array(pixels.buffer)).digest("hex"));
    for (const [at, { tokens, own, images }] of rollouts.entries()) {
      // The template ends the turn with a line break, which nobody has to write.
      expect(read[at]?.tokens.slice(0, tokens.length)).toEqual(tokens);
      expect(read[at]?.own.slice(0, own.length)).toEqual(own);
      expect(hashOf(read[at]?.images ?? [])).toEqual(hashOf(images));
    }
  });
});

describe("a file of conversations", () => {
  const messages = (...rest: readonly object[]) => [{ role: "user", content: "?" }, ...rest];
  const record = (rest: readonly object[]) => ({
    kind: "conversation",
    version: 1,
    id: "a",
    messages: messages(...rest),
  });

  test("weighs each message of the assistant apart, and pictures come from files too", async () => {
    const raster = { width: 28, height: 28, data: new Uint8Array(28 * 28 * 3).fill(200) };
    await writeFile(join(folder, "grey.png"), await encodePng(raster));
    const file = join(folder, "chats.jsonl");
    const said = record([
      { role: "assistant", content: "Look.", weight: 0.5 },
      {
        role: "user",
        content: [
          { type: "image", file: "grey.png" },
          { type: "text", text: "And now?" },
        ],
      },
      { role: "assistant", content: "A hat.", weight: 0 },
      { role: "user", content: "Sure?" },
      { role: "assistant", content: "Yes." },
    ]);
    await writeFile(file, `${JSON.stringify(said)}\n`);
    const [read] = await Array.fromAsync(readConversations(file));
    if (read === undefined) throw new Error("expected a conversation");
    const open = pictureOpener(file, [], undefined);
    const weighed = await readWeighed(model, read, open, textCleaner(model));
    expect(weighed.images.length).toBe(1);
    expect(weighed.weights.length).toBe(weighed.own.filter(Boolean).length);
    expect([...new Set(weighed.weights)]).toEqual([0.5, 0, 1]);
    const { pictures } = model.architecture;
    const [batch] = weighedBatches([weighed, weighed], pictures, { batchTokens: 10_000 });
    expect(batch?.labels.length).toBe(2 * weighed.weights.length);
    expect(batch?.weight).toBe(2 * weighed.weights.reduce((sum, weight) => sum + weight, 0));
    expect(weighedBatches([weighed, weighed], pictures, { batchTokens: 1 }).length).toBe(2);
  });

  test.each([
    ["a picture outside its folder", [{ role: "user", content: [{ type: "image", file: "../x.png" }] }]],
    [
      "a page that the benchmark lacks",
      [{ role: "user", content: [{ type: "image", page: "p", box: [0, 0, 9, 9], width: 28, height: 28 }] }],
    ],
  ])("with %s is refused", async (_, extra) => {
    const read = ConversationSchema.parse(record([...extra, { role: "assistant", content: "Yes." }]));
    const open = pictureOpener(join(folder, "chats.jsonl"), questions, openPictures(folder));
    await expect(readWeighed(model, read, open, (text) => text)).rejects.toThrow(/expected/);
  });

  test.each([
    ["nobody to learn from", [{ role: "user", content: "?" }]],
    ["nothing that counts", [{ role: "assistant", content: "Yes.", weight: 0 }]],
    ["an unknown role", [{ role: "robot", content: "Yes." }]],
  ])("with %s is no conversation", (_, rest) => {
    expect(ConversationSchema.safeParse(record(rest)).success).toBe(false);
  });
});
