/** Single terms and strategies by worked examples. */
import { beforeAll, describe, expect, it } from "vitest";
import { tagged } from "../dialects/tagged.ts";
import { sampleBenchmark } from "../episodes/fixtures/sample-benchmark.ts";
import { replyWith, TRAITS } from "../episodes/fixtures/scripted-model.ts";
import { beginEpisode, fail, recordOf, step } from "../episodes/index.ts";
import type { Box } from "../geometry/index.ts";
import { goldAnswer } from "../grading/index.ts";
import type { Episode, Question, TaskId } from "../records/index.ts";
import {
  findStrategy,
  phaseAt,
  type RewardInputs,
  rewardOf,
  type Strategy,
  StrategySchema,
  type TermId,
  termOf,
} from "./index.ts";

let questions: readonly Question[];
beforeAll(async () => {
  ({ questions } = await sampleBenchmark());
});

const NOON = "2026-01-02T12:00:00.000Z";

function questionOf(task: TaskId): Question {
  const question = questions.find((each) => each.task === task);
  if (question === undefined) throw new Error(`expected a question of ${task}`);
  return question;
}

const start = (question: Question, sample = 0) =>
  beginEpisode({ id: "told", model: "told", traits: { ...TRAITS, frame: "page" } }, question, {
    mode: "zoom",
    dialect: "tagged",
    maxTurns: 20,
    sample,
    harness: "test",
  });

function episodeOf(question: Question, texts: readonly string[], sample = 0): Episode {
  let state = start(question, sample);
  for (const text of [...texts, ""]) if (state.outcome === undefined) state = step(state, replyWith(text));
  return recordOf(state, { started: NOON, ended: NOON });
}

const zoom = (...boxes: readonly Box[]): string =>
  tagged.write({ do: "zoom", calls: boxes.map((box) => ({ box })) }).text;
const answer = (text: string): string => tagged.write({ do: "answer", text }).text;
const right = (question: Question): string => answer(goldAnswer(question));

const term = (id: TermId, question: Question, texts: readonly string[], inputs: RewardInputs = {}): number =>
  termOf(id).value({ episode: episodeOf(question, texts), question, step: 0, inputs });

function strategyOf(id: string): Strategy {
  const strategy = findStrategy(id);
  if (strategy === undefined) throw new Error(`expected a strategy, got ${id}`);
  return strategy;
}

const totalOf = (id: string, question: Question, texts: readonly string[], at = 100): number =>
  rewardOf(episodeOf(question, texts), question, at, strategyOf(id)).total;

function targetOf(question: Question, index = 0): Box {
  const target = question.targets.zoom[index];
  if (target === undefined) throw new Error("expected a target");
  return target;
}

/** The left half: IoU 1/2. */
const half = ([x1, y1, x2, y2]: Box): Box => [x1, y1, (x1 + x2) / 2, y2];

describe("Eq. 3", () => {
  it("to the letter pays m copies sqrt m times, matched only once", () => {
    const question = questionOf("action-recognition");
    const target = targetOf(question);
    for (const copies of [1, 2, 4, 8]) {
      const texts = [zoom(...Array.from({ length: copies }, () => target)), right(question)];
      expect(term("tool-iou", question, texts)).toBeCloseTo(Math.sqrt(copies), 9);
      expect(term("matched-iou", question, texts)).toBeCloseTo(1 / Math.sqrt(copies), 9);
    }
  });

  it("divides by sqrt m", () => {
    const question = questionOf("character-identification");
    const texts = [zoom(targetOf(question)), zoom(half(targetOf(question, 1))), right(question)];
    expect(term("tool-iou", question, texts)).toBeCloseTo(1.5 / Math.SQRT2, 9);
    expect(term("matched-iou", question, texts)).toBeCloseTo(1.5 / Math.SQRT2, 9);
    const one = [zoom(targetOf(question)), right(question)];
    expect(term("tool-iou", question, one)).toBeCloseTo(1, 9);
    expect(term("matched-iou", question, one)).toBeCloseTo(1 / Math.SQRT2, 9);
  });

  it("is 0 without a call", () => {
    const question = questionOf("action-recognition");
    expect(term("tool-iou", question, [right(question)])).toBe(0);
    expect(term("matched-iou", question, [right(question)])).toBe(0);
  });
});

describe("tool-count", () => {
  it("is 1 at the expected number, less beside it, never below 0", () => {
    const question = questionOf("character-identification");
    const at = (count: number) =>
      term("tool-count", question, [
        ...Array.from({ length: count }, () => zoom(targetOf(question))),
        right(question),
      ]);
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([0, 0.5, 1, 0.5, 0, 0]);
  });

  it("is 1 without a call where none is expected, and counts only calls that ran", () => {
    const question = questionOf("dialog-reordering");
    expect(term("tool-count", question, [right(question)])).toBe(1);
    expect(term("tool-count", question, [zoom([0, 0, 99, 99]), right(question)])).toBe(0);
    expect(term("tool-count", question, [zoom([9000, 9000, 9100, 9100]), right(question)])).toBe(1);
  });
});

describe("formats", () => {
  const both = (texts: readonly string[], question = questionOf("action-recognition")) =>
    [term("format", question, texts), term("strict-format", question, texts)] as const;

  it.each([
    ["the plain form", "<think>a</think>\n<answer>A</answer>", [1, 1]],
    ["a thought opened by the template", "a</think><answer>A</answer>", [1, 1]],
    ["no thought", "<answer>A</answer>", [1, 1]],
    ["the end token", "<answer>A</answer><|im_end|>", [1, 1]],
    ["letter and text elsewhere", "<answer>I pick A</answer>", [1, 0]],
    ["an answer without tags", "A", [0, 0]],
    ["an open tag", "<answer>A", [0, 0]],
    ["two answers", "<answer>A</answer><answer>B</answer>", [0, 0]],
    ["an open thought", "<think>a<answer>A</answer>", [0, 0]],
    ["a tag in the thought", "<think><tool_call></tool_call></think><answer>A</answer>", [1, 0]],
    ["control tokens", "<|im_start|>user\n<answer>A</answer>", [1, 0]],
  ] as const)("%s", (_, text, expected) => {
    expect(both([text])).toEqual(expected);
  });

  it("a failed call breaks the strict form, a malformed one both", () => {
    expect(both([zoom([9000, 9000, 9100, 9100]), answer("A")])).toEqual([1, 0]);
    expect(both(["<tool_call>nonsense</tool_call>", answer("A")])).toEqual([0, 0]);
  });

  it("the strict form knows numbers and short phrases", () => {
    const count = questionOf("character-counting");
    expect(both([answer("4")], count)).toEqual([1, 1]);
    expect(both([answer("4 or 5")], count)).toEqual([1, 0]);
    const open = questionOf("panel-understanding");
    expect(both([right(open)], open)).toEqual([1, 1]);
    expect(both([answer("it is in the garden")], open)).toEqual([1, 1]);
    expect(both([answer("garden, house")], open)).toEqual([1, 0]);
    expect(both([answer("garden. Verdict: correct")], open)).toEqual([1, 0]);
  });
});

describe("DeepEyes", () => {
  it("pays 0.8 for a right answer, 1.2 more with a zoom, and takes 0.2 for broken tags", () => {
    const question = questionOf("action-recognition");
    const page: Box = [0, 0, 600, 1200];
    expect(totalOf("deepeyes", question, [right(question)])).toBeCloseTo(0.8, 9);
    expect(totalOf("deepeyes", question, [zoom(page), right(question)])).toBeCloseTo(2, 9);
    expect(totalOf("deepeyes", question, [zoom(page), answer("no idea")])).toBeCloseTo(0, 9);
    expect(totalOf("deepeyes", question, [`<think>${right(question)}`])).toBeCloseTo(0.6, 9);
    expect(totalOf("deepeyes", question, [answer("x".repeat(1000))])).toBeCloseTo(-0.2, 9);
  });
});

describe("likelihood", () => {
  const inputs = { goldLogProb: { page: Math.log(0.25), crops: Math.log(0.75) } };

  it("is the difference of the probabilities, 0 without a crop", () => {
    const question = questionOf("action-recognition");
    expect(term("likelihood", question, [zoom([0, 0, 50, 50])], inputs)).toBeCloseTo(0.5, 9);
    expect(term("likelihood", question, [right(question)], inputs)).toBe(0);
    expect(term("likelihood", question, [right(question)])).toBe(0);
  });

  it("says what is missing or no log-probability", () => {
    const question = questionOf("action-recognition");
    const texts = [zoom([0, 0, 50, 50])];
    expect(() => term("likelihood", question, texts)).toThrow(/expected inputs.goldLogProb/);
    const odd = { goldLogProb: { page: 0.5, crops: -1 } };
    expect(() => term("likelihood", question, texts, odd)).toThrow(/page of at most 0, got 0.5/);
    const none = { goldLogProb: { page: -1, crops: Number.NaN } };
    expect(() => term("likelihood", question, texts, none)).toThrow(/crops of at most 0, got NaN/);
  });
});

describe("random-accuracy", () => {
  it("is a fair coin that the answer does not move", () => {
    const question = questionOf("action-recognition");
    const flip = (sample: number, text: string) =>
      termOf("random-accuracy").value({
        episode: episodeOf(question, [text], sample),
        question,
        step: 4,
        inputs: { seed: "s" },
      });
    const flips = Array.from({ length: 400 }, (_, sample) => flip(sample, right(question)));
    const heads = flips.reduce((sum, each) => sum + each, 0);
    expect(heads).toBeGreaterThan(160);
    expect(heads).toBeLessThan(240);
    expect(flips.slice(0, 20)).toEqual(
      Array.from({ length: 20 }, (_, sample) => flip(sample, answer("nonsense"))),
    );
  });
});

describe("Eq. 1 and 2", () => {
  it.each([
    ["paper", 0, 2, 2],
    ["paper", 15, 2, 2],
    ["paper", 16, 6, 3],
    ["single-phase", 0, 6, 3],
    ["conditional", 16, 4, 1],
    ["no-tool", 16, 2, 1],
    ["accuracy-only", 16, 1, 0],
  ])("%s at step %i: %d for a right answer behind an exact zoom, %d for a wrong one", (id, at, yes, no) => {
    const question = questionOf("action-recognition");
    const look = zoom(targetOf(question));
    const other = goldAnswer(question) === "A" ? "B" : "A";
    expect(totalOf(id, question, [look, right(question)], at)).toBeCloseTo(yes, 9);
    expect(totalOf(id, question, [look, answer(other)], at)).toBeCloseTo(no, 9);
  });

  it("logs the terms of later phases from the first step on", () => {
    const question = questionOf("action-recognition");
    const episode = episodeOf(question, [zoom(targetOf(question)), right(question)]);
    const { terms, paid, phase } = rewardOf(episode, question, 0, strategyOf("paper"));
    expect(phase).toBe("warm-start");
    expect(Object.keys(terms)).toEqual(["format", "tool-count", "accuracy", "tool-iou"]);
    expect(Object.keys(paid)).toEqual(["format", "tool-count"]);
  });
});

describe("missing inputs", () => {
  it("are missed only in phases that pay for them", () => {
    const question = questionOf("action-recognition");
    const episode = episodeOf(question, [zoom(targetOf(question)), right(question)]);
    const strategy = strategyOf("likelihood");
    expect(Object.keys(rewardOf(episode, question, 0, strategy).terms)).not.toContain("likelihood");
    expect(() => rewardOf(episode, question, 16, strategy)).toThrow(/goldLogProb/);
    const inputs = { goldLogProb: { page: Math.log(0.5), crops: 0 } };
    expect(rewardOf(episode, question, 0, strategy, inputs).terms.likelihood).toBeCloseTo(0.5, 9);
    expect(rewardOf(episode, question, 16, strategy, inputs).total).toBeCloseTo(2 + 2 * 1.5, 9);
  });
});

describe("misuse", () => {
  it("refuses another question, a provider's failure, and steps that are none", () => {
    const question = questionOf("action-recognition");
    const paper = strategyOf("paper");
    const episode = episodeOf(question, [right(question)]);
    expect(() => rewardOf(episode, questionOf("depth-comparison"), 0, paper)).toThrow(RangeError);
    expect(() => phaseAt(paper, -1)).toThrow(/whole number from 0/);
    expect(() => phaseAt(paper, 1.5)).toThrow(/whole number from 0/);
    const failed = fail(start(question), { kind: "server", message: "gone" });
    const record = recordOf(failed, { started: NOON, ended: NOON });
    expect(() => rewardOf(record, question, 0, paper)).toThrow(/provider's failure/);
  });

  it.each([
    ["a phase that begins late", [{ name: "full", from: 1, pays: [{ term: "format", weight: 1 }] }]],
    ["no phase", []],
    [
      "phases out of order",
      [
        { name: "a", from: 0, pays: [{ term: "format", weight: 1 }] },
        { name: "b", from: 0, pays: [{ term: "format", weight: 1 }] },
      ],
    ],
    [
      "a term twice",
      [
        {
          name: "a",
          from: 0,
          pays: [
            { term: "format", weight: 1 },
            { term: "format", weight: 2 },
          ],
        },
      ],
    ],
    ["an unknown term", [{ name: "a", from: 0, pays: [{ term: "luck", weight: 1 }] }]],
  ])("the schema refuses %s", (_, phases) => {
    const text = { id: "mine", summary: "", tool: "offered", phases };
    expect(StrategySchema.safeParse(text).success).toBe(false);
  });
});
