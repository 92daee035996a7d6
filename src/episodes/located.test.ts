import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Frame, fromPage, iou } from "../geometry/index.ts";
import { type Provider, ProviderError, type Request } from "../providers/index.ts";
import type { Question, TaskId } from "../records/index.ts";
import { type SampleBenchmark, sampleBenchmark } from "./fixtures/sample-benchmark.ts";
import { replyWith, TRAITS } from "./fixtures/scripted-model.ts";
import { callsTold, openPictures, replayEpisode, runEpisode, targetAsks } from "./index.ts";

let benchmark: SampleBenchmark;
beforeAll(async () => {
  benchmark = await sampleBenchmark();
});
afterAll(() => rm(benchmark.folder, { recursive: true }));

function questionOf(task: TaskId): Question {
  const question = benchmark.questions.find((each) => each.task === task);
  if (question === undefined) throw new Error(`expected a question of ${task}`);
  return question;
}

const THOUSANDTHS: Frame = { kind: "thousandths" };

/** Knows where each target of the question is, when asked for it by itself; answers "A" to everything else, and never zooms of itself. */
function guide(question: Question, tell = true) {
  const requests: Request[] = [];
  const asks = targetAsks(question);
  const provider: Provider = {
    id: "guide",
    model: "guide",
    traits: TRAITS,
    complete: async (request) => {
      requests.push(request);
      const words = JSON.stringify(request.messages);
      const target = question.targets.zoom[asks.findIndex((ask) => words.includes(ask))];
      if (target === undefined) return replyWith("<answer>A</answer>");
      const box = fromPage(target, THOUSANDTHS, question.page).map(Math.round);
      return replyWith(`<answer>${tell ? `[${box.join(", ")}]` : "I cannot see it"}</answer>`);
    },
  };
  return { provider, requests };
}

const run = (provider: Provider, question: Question, dialect = "tagged") => {
  const pictures = openPictures(benchmark.folder);
  return runEpisode(provider, question, { mode: "located", dialect, harness: "test", pictures });
};

test("each target is asked for, by its mark or its phrase", () => {
  expect(targetAsks(questionOf("character-identification"))).toEqual([
    "Where is the panel with the red box?",
    "Where is the panel with the blue box?",
  ]);
  expect(targetAsks(questionOf("action-recognition"))).toEqual(["Where is the panel with the red box?"]);
  const phrase = { kind: "last", text: "the last panel" } as const;
  expect(targetAsks({ ...questionOf("panel-understanding"), phrase })).toEqual(["Where is the last panel?"]);
});

test.each(["tagged", "native", "verl"])(
  "in %s a model is shown what it said that it would look at, and answers",
  async (dialect) => {
    const question = questionOf("character-identification");
    const { provider, requests } = guide(question);
    const episode = await run(provider, question, dialect);
    expect(episode).toMatchObject({ mode: "located", outcome: { kind: "answered" }, answer: "A" });
    const shown = episode.turns.flatMap(({ images }) => images).filter(({ content }) => content === "zoom");
    expect(shown.map(({ box }, at) => iou(box, question.targets.zoom[at] ?? box) > 0.95)).toEqual([
      true,
      true,
    ]);
    expect(requests).toHaveLength(3);
    expect(episode.usage).toMatchObject({ inputTokens: 300, outputTokens: 30 });
    expect(await replayEpisode(episode, question, openPictures(benchmark.folder))).toEqual(episode);
  },
);

test("a model that tells no place goes on by itself", async () => {
  const question = questionOf("action-recognition");
  const episode = await run(guide(question, false).provider, question);
  expect(episode).toMatchObject({ outcome: { kind: "answered" }, answer: "A" });
  expect(episode.turns.flatMap(({ calls }) => calls)).toEqual([]);
});

test("where asking fails the episode has failed", async () => {
  const question = questionOf("action-recognition");
  const failing: Provider = {
    ...guide(question).provider,
    complete: () => Promise.reject(new ProviderError({ kind: "server", message: "out of order" })),
  };
  expect((await run(failing, question)).outcome).toEqual({
    kind: "error",
    error: "server",
    message: "out of order",
  });
});

test("a box that is told becomes a call, in one reply where all calls of a reply are run; another answer none", () => {
  const boxesOf = ({ text }: { text: string }) => [...text.matchAll(/\[.*?\]/g)].map(([box]) => box);
  const told = ["[1, 2, 30, 40]", "nowhere", "5 6 70 80.5"];
  expect(callsTold(told, "tagged").map(boxesOf)).toEqual([["[1,2,30,40]", "[5,6,70,80.5]"]]);
  expect(callsTold(told, "verl").map(boxesOf)).toEqual([["[1,2,30,40]"], ["[5,6,70,80.5]"]]);
  expect(callsTold(["", undefined, "in the middle", "[1, 2, 3]", "[1, 2, 3, 4, 5]"], "tagged")).toEqual([]);
  expect(() => callsTold([], "morse")).toThrow(/expected a dialect .*, got morse/);
});
