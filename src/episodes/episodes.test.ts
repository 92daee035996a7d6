/** Whole episodes: what models are sent, what their replies lead to, and what the record keeps. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { captionsOf } from "../comics/index.ts";
import { dialects } from "../dialects/index.ts";
import { type Box, iou } from "../geometry/index.ts";
import { choiceGrader, choiceLetter, goldAnswer, numberGrader, textGrader } from "../grading/index.ts";
import { decodeImage } from "../pixels/index.ts";
import {
  type Message,
  ProviderError,
  type Reply,
  scriptedProvider,
  type Traits,
} from "../providers/index.ts";
import {
  COUNTERFACTUALS,
  type Counterfactual,
  EPISODE_MODES,
  type Episode,
  type EpisodeMode,
  EpisodeSchema,
  type Question,
  type TaskId,
} from "../records/index.ts";
import { samplePage } from "../tasks/fixtures/sample-page.ts";
import { type SampleBenchmark, sampleBenchmark } from "./fixtures/sample-benchmark.ts";
import { replyWith, TRAITS, toldProvider, zoomCall } from "./fixtures/scripted-model.ts";
import {
  beginEpisode,
  type EpisodeOptions,
  type EpisodeState,
  openPictures,
  type Pictures,
  prepare,
  replayEpisode,
  runEpisode,
  runLockStep,
  step,
  stepAll,
} from "./index.ts";

let benchmark: SampleBenchmark;
let pictures: Pictures;
beforeAll(async () => {
  benchmark = await sampleBenchmark();
  pictures = openPictures(benchmark.folder);
});

const captions = captionsOf(samplePage());
const now = () => new Date("2026-01-02T03:04:05Z");
const options = (mode: EpisodeMode, changes: Partial<EpisodeOptions> = {}) => ({
  mode,
  captions,
  harness: "0.0.0-test",
  pictures,
  now,
  ...changes,
});

function questionOf(task: TaskId): Question {
  const question = benchmark.questions.find((each) => each.task === task);
  if (question === undefined) throw new Error(`expected a question of ${task}`);
  return question;
}

/** What a rule grader gives for the answer, 0-1. */
function marksOf(question: Question, { answer = "" }: Episode): number {
  const grader = { choice: choiceGrader, number: numberGrader, text: textGrader }[question.gold.type];
  return grader.grade(question, answer).score;
}

function oracle(dialect: (typeof dialects)[number], traits: Partial<Traits> = {}) {
  return scriptedProvider(
    "oracle",
    {
      dialect,
      truthOf: (id) => {
        const question = benchmark.questions.find((each) => each.id === id);
        if (question === undefined) return undefined;
        const answers = question.choices.map((_, index) => choiceLetter(index));
        const gold = goldAnswer(question);
        return {
          gold,
          answers: answers.length > 0 ? answers : [gold],
          majority: gold,
          targets: question.targets.zoom,
          page: question.page,
        };
      },
    },
    { ...TRAITS, ...traits },
  );
}

const play = async (
  said: readonly (Reply | ProviderError)[],
  changes: Partial<EpisodeOptions> & { task?: TaskId; mode?: EpisodeMode } = {},
) => {
  const { task = "action-recognition", mode = "zoom", ...rest } = changes;
  const { provider, requests } = toldProvider(said);
  const episode = await runEpisode(provider, questionOf(task), options(mode, rest));
  return { episode, requests };
};
const call = (box: readonly number[]) =>
  `<tool_call>{"name":"image_zoom_in_tool","arguments":{"bbox_2d":[${box.join(",")}]}}</tool_call>`;
const answer = replyWith("<answer>A</answer>");
const zoomed = ({ turns }: Episode) =>
  turns.flatMap(({ images }) => images).filter(({ content }) => content !== "page");

describe.each(dialects.map((dialect) => [dialect.id, dialect] as const))("the oracle in %s", (_, dialect) => {
  it.each(EPISODE_MODES)("earns full marks in every task in mode %s", async (mode) => {
    expect(new Set(benchmark.questions.map(({ task }) => task)).size).toBe(7);
    for (const question of benchmark.questions) {
      const episode = await runEpisode(oracle(dialect), question, options(mode, { dialect: dialect.id }));
      expect(EpisodeSchema.parse(episode)).toEqual(episode);
      expect(episode.outcome).toEqual({ kind: "answered" });
      expect(marksOf(question, episode), question.id).toBe(1);
      if (mode !== "zoom") continue;
      const boxes = episode.turns.flatMap(({ calls }) =>
        calls.flatMap(({ box }) => (box === undefined ? [] : [box])),
      );
      const targets = question.targets.zoom.slice(0, 4);
      expect(boxes).toHaveLength(targets.length);
      for (const [index, target] of targets.entries())
        expect(iou(boxes[index] ?? [0, 0, 1, 1], target)).toBeGreaterThan(0.97);
    }
  });
});

describe("an oracle that points", () => {
  const frames: readonly (readonly [string, Partial<Traits>])[] = [
    ["page px", { frame: "page" }],
    ["px of the resized page", { frame: "model", factor: 28, minPixels: 3136, maxPixels: 300_000 }],
    ["thousandths", { frame: "thousandths" }],
    ["percent", { frame: "percent" }],
  ];
  it.each(frames)("in %s is shown its targets", async (_, traits) => {
    const question = questionOf("character-identification");
    const episode = await runEpisode(oracle(dialects[0], traits), question, options("zoom"));
    expect(episode.frame.kind).toBe(traits.frame);
    const shown = zoomed(episode).map(({ box }) => box);
    expect(shown).toHaveLength(2);
    for (const [index, target] of question.targets.zoom.entries())
      expect(iou(shown[index] ?? [0, 0, 1, 1], target)).toBeGreaterThan(0.93);
    expect(await replayEpisode(episode, question, pictures)).toEqual(episode);
  });
});

describe("replay", () => {
  it.each(COUNTERFACTUALS)(
    "gives the record again, bit for bit, with counterfactual %s",
    async (counterfactual) => {
      const fresh = openPictures(benchmark.folder);
      for (const question of benchmark.questions) {
        const asked = options("zoom", { counterfactual, seed: "7" });
        const episode = await runEpisode(oracle(dialects[0]), question, asked);
        expect(await replayEpisode(episode, question, fresh)).toEqual(episode);
      }
    },
  );

  it.each(EPISODE_MODES)("gives the record again in mode %s whatever the model said", async (mode) => {
    const texts = fc.oneof(
      fc.constantFrom(
        call([100, 100, 300, 300]),
        call([1, 1, 2, 2]),
        call([900, 900, 2000, 2000]),
        "no",
        "<answer>B",
      ),
      fc.string(),
    );
    const natives = fc.oneof(
      fc.constant(zoomCall([10, 10, 400, 400])),
      fc.record({ id: fc.string(), name: fc.string(), input: fc.jsonValue() }),
    );
    const replies = fc.array(
      fc.tuple(
        texts,
        fc.array(natives, { maxLength: 2 }),
        fc.constantFrom(...(["stop", "length", "refusal"] as const)),
      ),
      { maxLength: 3 },
    );
    const question = questionOf("character-identification");
    await fc.assert(
      fc.asyncProperty(replies, fc.constantFrom(...dialects), async (said, dialect) => {
        const { provider } = toldProvider(
          said.map(([text, calls, finish]) => replyWith(text, { calls, finish })),
        );
        const episode = await runEpisode(provider, question, options(mode, { dialect: dialect.id }));
        expect(EpisodeSchema.parse(JSON.parse(JSON.stringify(episode)))).toEqual(episode);
        expect(await replayEpisode(episode, question, pictures, captions)).toEqual(episode);
      }),
      { seed: 5, numRuns: 40 },
    );
  });
});

describe("lock-step", () => {
  it("gives what one episode after another gives, 128 at a time, and encodes each picture once", async () => {
    const model = oracle(dialects[0]);
    const questions = Array.from(
      { length: 128 },
      (_, index) => benchmark.questions[index % benchmark.questions.length],
    );
    const states = questions.flatMap((question, sample): EpisodeState[] =>
      question === undefined ? [] : [beginEpisode(model, question, options("zoom", { sample }))],
    );
    let batches = 0;
    const bytes = new Map<string, Set<Uint8Array>>();
    const ended = await runLockStep(
      async (requests) => {
        batches += 1;
        for (const { messages } of requests) {
          for (const part of messages.flatMap((message) => (message.role === "user" ? message.parts : []))) {
            if (part.type === "image")
              bytes.set(part.hash, (bytes.get(part.hash) ?? new Set()).add(part.bytes));
          }
        }
        return Promise.all(requests.map((request) => model.complete(request)));
      },
      states,
      pictures,
    );
    expect(batches).toBe(5);
    expect([...bytes.values()].every((copies) => copies.size === 1)).toBe(true);
    for (const [index, state] of states.slice(0, 16).entries()) {
      let alone = state;
      while (alone.outcome === undefined) {
        const ready = await prepare(alone, pictures);
        alone = step(ready.state, await model.complete(ready.request));
      }
      expect(ended[index]).toEqual(alone);
    }
  });

  it("ends an episode whose request failed, and no other", async () => {
    const model = oracle(dialects[0]);
    const states = [0, 1].map((sample) =>
      beginEpisode(model, questionOf("action-recognition"), options("page", { sample })),
    );
    const failure = new ProviderError({ kind: "timeout", message: "too slow" });
    const [first, second] = stepAll(states, [failure, answer]);
    expect(first?.outcome).toEqual({ kind: "error", error: "timeout", message: "too slow" });
    expect(second?.outcome).toEqual({ kind: "answered" });
    expect(() =>
      stepAll(
        [first, second].flatMap((state) => state ?? []),
        [answer],
      ),
    ).toThrow("expected 0 replies");
  });

  it("has states that survive JSON", async () => {
    const state = beginEpisode(oracle(dialects[0]), questionOf("depth-comparison"), options("zoom"));
    const next = step(
      (await prepare(state, pictures)).state,
      replyWith("", { calls: [zoomCall([1, 1, 500, 500])] }),
    );
    expect(JSON.parse(JSON.stringify(next))).toEqual(next);
  });
});

describe("what a model is sent", () => {
  it("zoom: crops of the original page as user turns, native calls answered first", async () => {
    const calls = [
      zoomCall([100, 100, 300, 300], "a"),
      zoomCall([5000, 0, 6000, 10], "b"),
      zoomCall([0, 0, 900, 900], "c"),
    ];
    const { episode, requests } = await play([replyWith("Let me look.", { calls }), answer]);
    const roles = requests[1]?.messages.map(({ role }) => role);
    expect(roles).toEqual(["user", "assistant", "tool", "tool", "tool", "user"]);
    const tools = requests[1]?.messages.filter((message) => message.role === "tool");
    expect(tools?.map(({ callId }) => callId)).toEqual(["a", "b", "c"]);
    expect(tools?.[1]?.text).toMatch(/^Error: the box \[5000, 0, 6000, 10\] lies outside the page/);
    const { width, height } = benchmark.page;
    expect(zoomed(episode).map(({ box }) => box)).toEqual([
      [0.1 * width, 0.1 * height, 0.3 * width, 0.3 * height],
      [0, 0, 0.9 * width, 0.9 * height],
    ]);
  });

  it("the page within the provider's limits, and the record says at which size", async () => {
    const { episode, requests } = await play([answer], { mode: "page" });
    const [image] = imagesOf(requests[0]?.messages);
    expect(image && image.width * image.height).toBeLessThanOrEqual(250_000);
    expect(episode.seen).toEqual({ width: image?.width, height: image?.height });
    const decoded = await decodeImage({ bytes: image?.bytes ?? new Uint8Array() });
    expect([decoded.width, decoded.height]).toEqual([image?.width, image?.height]);
  });

  it("panel: the panels of the evidence in place of the page", async () => {
    const question = questionOf("character-identification");
    const { episode } = await play([answer], { mode: "panel", task: question.task });
    expect(zoomed(episode).map(({ box, content }) => ({ box, content }))).toEqual(
      question.targets.panels.map((box) => ({ box, content: "panel" })),
    );
    expect(episode.seen).toBeUndefined();
  });

  it("panel: the page, where the question covers panels", async () => {
    const { episode } = await play([answer], { mode: "panel", task: "panel-reordering" });
    expect(episode.turns[0]?.images[0]).toMatchObject({ content: "page" });
  });

  it("the crops of a prompt, between its texts and unmarked", async () => {
    const question = questionOf("panel-reordering");
    const { requests } = await play([answer], { mode: "page", task: question.task });
    const [opening] = requests[0]?.messages ?? [];
    const kinds =
      opening?.role === "user"
        ? opening.parts.map((part) => (part.type === "text" ? "text" : part.shows?.content))
        : [];
    const asked = question.prompt.map(({ type }) => (type === "crop" ? "part" : type));
    expect(kinds).toEqual([...asked, "text"]);
  });

  it("blind: words only", async () => {
    const { episode, requests } = await play([answer], { mode: "blind", task: "panel-reordering" });
    expect(imagesOf(requests[0]?.messages)).toEqual([]);
    expect(episode.turns[0]?.text).toContain("are not shown");
  });

  it("captions: words in place of every picture, what is covered left out", async () => {
    const question = questionOf("panel-reordering");
    const { episode, requests } = await play([answer], { mode: "captions", task: question.task });
    expect(imagesOf(requests[0]?.messages)).toEqual([]);
    const text = episode.turns[0]?.text ?? "";
    expect(text.match(/\(covered\)/g)).toHaveLength(2);
    expect(text).toContain("Marked on the page: a grey cover");
    const cutOuts = text.split("\n").filter((line) => line.startsWith("(a picture)"));
    expect(cutOuts.length).toBeGreaterThan(0);
    // A place would tell which cover it belongs under.
    expect(cutOuts.join()).not.toContain(" at [");
    expect(text).toMatch(/says ".+"/);
  });

  it("no tool outside of mode zoom, and none natively in a dialect of text", async () => {
    expect((await play([answer], { mode: "page" })).requests[0]?.tools).toEqual([]);
    expect((await play([answer])).requests[0]?.tools).toMatchObject([{ name: "image_zoom_in_tool" }]);
    expect((await play([answer], { dialect: "deepeyes" })).requests[0]?.tools).toEqual([]);
  });
});

describe("counterfactual zooms", () => {
  const asked: Box = [100, 100, 300, 300];
  const shown = async (counterfactual: Counterfactual) => {
    const { episode, requests } = await play([replyWith("", { calls: [zoomCall(asked)] }), answer], {
      counterfactual,
    });
    const image = imagesOf(requests[1]?.messages).at(-1);
    const raster = await decodeImage({ bytes: image?.bytes ?? new Uint8Array() });
    const recorded = zoomed(episode)[0] ?? episode.turns.at(-2)?.images[0];
    const called = episode.turns.flatMap(({ calls }) => calls.map(({ box }) => box));
    return { image, raster, recorded, called };
  };
  const { width, height } = samplePage().image;
  const region: Box = [0.1 * width, 0.1 * height, 0.3 * width, 0.3 * height];

  it("keep the box that was asked for in the call", async () => {
    for (const counterfactual of COUNTERFACTUALS)
      expect((await shown(counterfactual)).called).toEqual([region]);
  });
  it("blank: a grey picture of the size of the crop", async () => {
    const { raster, recorded } = await shown("blank");
    expect(recorded).toMatchObject({ content: "blank", box: region, width: 124, height: 248 });
    expect(Math.max(...raster.data) - Math.min(...raster.data)).toBeLessThanOrEqual(2);
  });
  it("whole: the very picture of the page", async () => {
    const { image } = await shown("whole");
    const page = await play([answer], { mode: "page" });
    expect(image?.hash).toBe(page.episode.turns[0]?.images[0]?.hash);
  });
  it("oracle: a target", async () => {
    const [target] = questionOf("action-recognition").targets.zoom;
    expect((await shown("oracle")).recorded?.box).toEqual(target);
  });
  it("random: another region of the same size, drawn by the seed", async () => {
    const { recorded } = await shown("random");
    const [x1, y1, x2, y2] = recorded?.box ?? [0, 0, 0, 0];
    expect([x2 - x1, y2 - y1]).toEqual([124, 248]);
    expect(recorded?.box).not.toEqual(region);
    expect((await shown("random")).recorded).toEqual(recorded);
  });
  it("belong to mode zoom", () => {
    const { provider } = toldProvider([]);
    const asked = options("page", { counterfactual: "blank" });
    expect(() => beginEpisode(provider, questionOf("depth-comparison"), asked)).toThrow(RangeError);
  });
});

describe("how episodes end", () => {
  const look = replyWith(call([100, 100, 300, 300]));
  it.each<[string, Reply[], Partial<EpisodeOptions>, object]>([
    ["no tags, strict", [replyWith("It is A.")], { dialect: "tagged-strict" }, { kind: "no-answer" }],
    ["silence", [replyWith("")], {}, { kind: "no-answer" }],
    ["a refusal", [replyWith("I cannot say.", { finish: "refusal" })], {}, { kind: "refused" }],
    ["prose that was cut off", [replyWith("It may be", { finish: "length" })], {}, { kind: "length" }],
    ["an answer that was cut off", [replyWith("<answer>A", { finish: "length" })], {}, { kind: "answered" }],
    ["five zooms", Array.from({ length: 5 }, () => look), { dialect: "tagged" }, { kind: "max-turns" }],
    ["one turn", [look], { dialect: "tagged", maxTurns: 1 }, { kind: "max-turns" }],
  ])("%s", async (_, said, changes, outcome) => {
    const { episode, requests } = await play(said, changes);
    expect(episode.outcome).toEqual(outcome);
    expect(requests).toHaveLength(said.length);
    expect(EpisodeSchema.parse(episode)).toEqual(episode);
  });

  it("a failure of the provider is data, with the turns before it", async () => {
    const { episode } = await play([look, new ProviderError({ kind: "server", message: "500" })], {
      dialect: "tagged",
    });
    expect(episode.outcome).toEqual({ kind: "error", error: "server", message: "500" });
    expect(episode.turns.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(episode.usage).toEqual({ inputTokens: 100, outputTokens: 10 });
    expect(await replayEpisode(episode, questionOf("action-recognition"), pictures)).toEqual(episode);
  });

  it("the last turn is announced", async () => {
    const { requests } = await play([look, look, look, look, answer], { dialect: "tagged" });
    const said = requests.map(({ messages }) => JSON.stringify(messages.at(-1)).includes("your last turn"));
    expect(said).toEqual([false, false, false, false, true]);
  });

  it("a faulty call is told to the model and uses up a turn", async () => {
    const { episode, requests } = await play([replyWith(call([7])), answer], { dialect: "tagged" });
    expect(episode.turns[2]?.calls).toMatchObject([{ error: { kind: "bad-arguments" } }]);
    expect(JSON.stringify(requests[1]?.messages.at(-1))).toContain("Error: expected four numbers");
    expect(episode.outcome).toEqual({ kind: "answered" });
  });

  it.each([
    ["first", [[100, 100, 300, 300]]],
    ["last", [[500, 500, 600, 600]]],
    [
      "all",
      [
        [100, 100, 300, 300],
        [500, 500, 600, 600],
      ],
    ],
  ] as const)("of several calls, policy %s", async (policy, ran) => {
    const both = replyWith(call([100, 100, 300, 300]) + call([500, 500, 600, 600]));
    const { episode } = await play([both, answer], { dialect: "tagged", policy });
    const { width, height } = benchmark.page;
    const expected = ran.map(([x1, y1, x2, y2]) => [
      (x1 * width) / 1000,
      (y1 * height) / 1000,
      (x2 * width) / 1000,
      (y2 * height) / 1000,
    ]);
    const calls = episode.turns.flatMap(({ calls }) => calls);
    expect(calls.flatMap(({ box }) => (box === undefined ? [] : [box]))).toEqual(expected);
    expect(calls.filter(({ error }) => error?.kind === "passed-over")).toHaveLength(2 - ran.length);
  });

  it("a native call that is too long is a fault, and replays", async () => {
    const input = { bbox_2d: [1, 2, 300, 400], label: "x".repeat(5000) };
    const calls = [{ id: "c", name: "image_zoom_in_tool", input }];
    const { episode } = await play([replyWith("", { calls }), answer]);
    const [long] = episode.turns.flatMap((turn) => turn.calls);
    expect(long).toMatchObject({ id: "c", error: { kind: "malformed" } });
    expect(long?.raw).toHaveLength(4000);
    expect(await replayEpisode(episode, questionOf("action-recognition"), pictures)).toEqual(episode);
  });

  it("a call beside an answer is not run", async () => {
    const { episode } = await play([replyWith(`${call([1, 1, 500, 500])}<answer>A</answer>`)], {
      dialect: "tagged",
    });
    expect(episode).toMatchObject({ outcome: { kind: "answered" }, answer: "A" });
    expect(episode.turns[2]?.calls).toMatchObject([{ error: { kind: "passed-over" } }]);
    expect(episode.turns[2]?.notes).toContain("call-with-answer");
  });
});

function imagesOf(messages: readonly Message[] = []) {
  return messages
    .flatMap((message) => (message.role === "user" ? message.parts : []))
    .filter((part) => part.type === "image");
}
