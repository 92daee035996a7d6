/** What holds for every term and every strategy, over episodes that the real loop made of raw replies. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Dialect, dialects } from "../dialects/index.ts";
import { type SampleBenchmark, sampleBenchmark } from "../episodes/fixtures/sample-benchmark.ts";
import { replyWith, TRAITS } from "../episodes/fixtures/scripted-model.ts";
import { beginEpisode, recordOf, step } from "../episodes/index.ts";
import { type Box, fromPage } from "../geometry/index.ts";
import { goldAnswer } from "../grading/index.ts";
import type { Reply } from "../providers/index.ts";
import type { Episode, Question } from "../records/index.ts";
import {
  fullReward,
  phaseAt,
  type RewardInputs,
  rewardOf,
  rewardTerms,
  STRATEGY_IDS,
  StrategySchema,
  strategies,
  termsOf,
  zoomsOf,
} from "./index.ts";

let benchmark: SampleBenchmark;
beforeAll(async () => {
  benchmark = await sampleBenchmark();
});

const NOON = "2026-01-02T12:00:00.000Z";
const SURE: RewardInputs = { goldLogProb: { page: Number.NEGATIVE_INFINITY, crops: 0 } };
const LATE = 1000;

function openEpisode(question: Question, dialect: Dialect, mode: "zoom" | "page" = "zoom") {
  const model = { id: "told", model: "told", traits: { ...TRAITS, frame: "model" as const } };
  return beginEpisode(model, question, { mode, dialect: dialect.id, maxTurns: 20, harness: "test" });
}

function play(opening: ReturnType<typeof openEpisode>, replies: readonly Reply[]): Episode {
  let state = opening;
  for (const reply of replies) if (state.outcome === undefined) state = step(state, reply);
  while (state.outcome === undefined) state = step(state, replyWith(""));
  return recordOf(state, { started: NOON, ended: NOON });
}

/** One exact zoom a target, then the gold; from the page the gold alone. */
function perfect(question: Question, dialect: Dialect, mode: "zoom" | "page"): Episode {
  const opening = openEpisode(question, dialect, mode);
  const targets = mode === "page" ? [] : question.targets.zoom;
  const boxes = targets.map((box) => fromPage(box, opening.plan.frame, question.page));
  const zooms = boxes.map((box) => dialect.write({ do: "zoom", calls: [{ box }] }, "Where?"));
  const answer = dialect.write({ do: "answer", text: goldAnswer(question) }, "There.");
  return play(
    opening,
    [...zooms, answer].map(({ text, calls }) => replyWith(text, { calls: [...calls] })),
  );
}

const modeOf = (tool: "offered" | "withheld") => (tool === "offered" ? "zoom" : "page");

describe("the registry", () => {
  it("names every strategy of the issue once", () => {
    expect([...STRATEGY_IDS].sort()).toEqual([
      "accuracy-only",
      "conditional",
      "deepeyes",
      "hardened",
      "likelihood",
      "no-tool",
      "paper",
      "random-accuracy",
      "single-phase",
    ]);
  });

  it("holds strategies that survive JSON and the schema", () => {
    for (const strategy of strategies)
      expect(StrategySchema.parse(JSON.parse(JSON.stringify(strategy)))).toEqual(strategy);
  });

  it("uses every term", () => {
    const used = new Set(strategies.flatMap(termsOf));
    expect(rewardTerms.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe.each(strategies.map((strategy) => [strategy.id, strategy] as const))("%s", (id, strategy) => {
  const steps = strategy.phases.map(({ from }) => from);

  // What the coin adds is 0 or 1, whatever the episode.
  const losses = id === "random-accuracy" ? [0, 1] : [0];

  it("pays the perfect episode in full in every dialect and phase", () => {
    for (const dialect of dialects) {
      for (const question of benchmark.questions) {
        const episode = perfect(question, dialect, modeOf(strategy.tool));
        for (const at of steps) {
          const reward = rewardOf(episode, question, at, strategy, SURE);
          const place = `${dialect.id} ${question.id} step ${at} ${JSON.stringify(reward.terms)}`;
          const lost = fullReward(question, at, strategy) - reward.total;
          expect(Math.min(...losses.map((loss) => Math.abs(lost - loss))), place).toBeLessThan(1e-9);
        }
      }
    }
  });

  it("pays what its parts sum to and logs every term", () => {
    for (const question of benchmark.questions) {
      const episode = perfect(question, dialects[1], "zoom");
      const { total, terms, paid, phase } = rewardOf(episode, question, LATE, strategy, SURE);
      expect(Object.values(paid).reduce((sum, each) => sum + each, 0)).toBe(total);
      expect(Object.keys(terms)).toEqual(termsOf(strategy));
      expect(phase).toBe(phaseAt(strategy, LATE).name);
    }
  });

  it("is deterministic and says what a step earns whatever else was asked", () => {
    for (const question of benchmark.questions) {
      const episode = perfect(question, dialects[1], "zoom");
      const first = rewardOf(episode, question, 3, strategy, SURE);
      rewardOf(episode, question, LATE, strategy, SURE);
      expect(rewardOf(structuredClone(episode), structuredClone(question), 3, strategy, SURE)).toEqual(first);
    }
  });
});

const fragment = fc.oneof(
  fc.constantFrom("<think>", "</think>", "<tool_call>", "</tool_call>", "<answer>", "</answer>", "A", "3"),
  fc.constantFrom("<tool_response>", "<|im_end|>", "\n", " or ", "null", '{"name": "image_zoom_in_tool"'),
  fc.string({ maxLength: 12 }),
);
const box = fc
  .tuple(fc.integer({ min: -50, max: 600 }), fc.integer({ min: -50, max: 600 }), fc.nat(500), fc.nat(500))
  .map(([x, y, width, height]): Box => [x, y, x + width, y + height]);
const call = fc.array(box, { minLength: 1, maxLength: 10 }).map((boxes) => ({ boxes }));
const anyReply = fc.oneof(
  fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join("")),
  call,
  call,
  fc.constantFrom("<answer>A</answer>", "<answer>2</answer>", "<think>so</think><answer>B</answer>"),
);

describe("over arbitrary replies", () => {
  it("every term stays in its range, and is a finite number", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(anyReply, { maxLength: 6 }),
        fc.tuple(fc.double({ min: -20, max: 0, noNaN: true }), fc.double({ min: -20, max: 0, noNaN: true })),
        (choice, said, [page, crops]) => {
          const dialect = dialects[1 + (choice % (dialects.length - 1))] ?? dialects[1];
          const question = benchmark.questions[choice % benchmark.questions.length];
          if (question === undefined) throw new Error("expected a question");
          const replies = said.map((each) =>
            typeof each === "string"
              ? replyWith(each)
              : replyWith(
                  dialect.write({ do: "zoom", calls: each.boxes.map((asked) => ({ box: asked })) }).text,
                ),
          );
          const episode = play(openEpisode(question, dialect), replies);
          const rewardCase = {
            episode,
            question,
            step: choice % 40,
            inputs: { goldLogProb: { page, crops } },
          };
          for (const term of rewardTerms) {
            const [low, high] = term.range(question, zoomsOf(episode).length);
            const value = term.value(rewardCase);
            expect(value, term.id).toBeGreaterThanOrEqual(low);
            expect(value, term.id).toBeLessThanOrEqual(high + 1e-9);
          }
        },
      ),
      { seed: 6, numRuns: 400 },
    );
  });
});
