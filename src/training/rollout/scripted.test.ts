import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replayEpisode } from "../../episodes/index.ts";
import { InputError } from "../../errors.ts";
import { goldAnswer } from "../../grading/index.ts";
import { findStrategy, rewardOf } from "../../rewards/index.ts";
import { OPTIONS, type TinyPolicy, tinyPolicy, zoomInto } from "./fixtures/tiny-policy.ts";
import { recordRollout } from "./record-rollout.ts";
import { episodeOf, needsGoldLogProbs, rewardRollouts } from "./reward-rollouts.ts";
import { type RolloutModel, runRollouts, type Writer } from "./run-rollouts.ts";
import { openScripted } from "./scripted.ts";
import { openSights } from "./sight.ts";

let tiny: TinyPolicy;
beforeAll(async () => {
  tiny = await tinyPolicy();
});
afterAll(() => tiny.remove());

const scripted = (replies: readonly string[], model: RolloutModel = tiny.model) =>
  openScripted(model, OPTIONS, tiny.pictures)([{ question: tiny.questionOf("action-recognition"), replies }]);

async function only(replies: readonly string[], model?: RolloutModel) {
  const [rollout] = await scripted(replies, model);
  if (rollout === undefined) throw new Error("no rollout");
  return rollout;
}

const strategyOf = (id: string) => {
  const strategy = findStrategy(id);
  if (strategy === undefined) throw new Error(`no strategy ${id}`);
  return strategy;
};

describe("scripted rollouts", () => {
  it("follow the script, and end as the episode loop ends them", async () => {
    const rollout = await only([zoomInto(10, 12, 70, 90), "<think>So.</think>\n<answer>B</answer>"]);
    expect(rollout.state.outcome).toEqual({ kind: "answered" });
    expect(rollout.state.answer).toBe("B");
    expect(rollout.overlong).toBe(false);
    expect(rollout.images).toHaveLength(2);
    expect(rollout.logProbs.every(Number.isNaN)).toBe(true);
    const ends = rollout.own.filter(
      (mine, at) => mine && rollout.tokens[at] === tiny.model.generation.eos[0],
    );
    expect(ends).toHaveLength(2);
  });

  it("have the record that a replay gives", async () => {
    const rollout = await only([zoomInto(10, 12, 70, 90), zoomInto(90, 12, 70, 90), "<answer>B</answer>"]);
    const times = { started: "2026-01-01T00:00:00.000Z", ended: "2026-01-01T00:00:01.000Z" };
    const episode = await recordRollout(rollout, tiny.pictures, times);
    expect(await replayEpisode(episode, rollout.question, tiny.pictures)).toEqual(episode);
    expect(episode.turns.flatMap(({ images }) => images)).toHaveLength(3);
  });

  it("one that says nothing more ends without an answer", async () => {
    expect((await only([zoomInto(10, 12, 70, 90)])).state.outcome).toEqual({ kind: "no-answer" });
  });

  it("tokens of the template in a reply stay text", async () => {
    const { own, tokens, promptTokens } = await only(["<|im_end|><|image_pad|><answer>A</answer>"]);
    const special = tokens.filter(
      (token, at) => own[at] === true && tiny.model.tokenizer.specialIds.has(token),
    );
    expect(special).toHaveLength(1);
    expect(promptTokens).toBeLessThan(tokens.length);
  });

  it("one whose context cannot hold the crop is cut off before it, overlong", async () => {
    const whole = await only([zoomInto(10, 12, 70, 90), "<answer>B</answer>"]);
    const architecture = { ...tiny.model.architecture, maxPositions: whole.tokens.length - 10 };
    const cut = await only([zoomInto(10, 12, 70, 90), "<answer>B</answer>"], { ...tiny.model, architecture });
    expect(cut.overlong).toBe(true);
    expect(cut.state.outcome).toEqual({ kind: "length" });
    expect(cut.state.turns.at(-1)?.role).toBe("assistant");
    expect(cut.own.at(-1)).toBe(true);
    expect(cut.images).toHaveLength(1);
    expect(episodeOf(cut).outcome.kind).toBe("length");
  });

  it("a prompt that the context cannot hold is refused", async () => {
    const architecture = { ...tiny.model.architecture, maxPositions: 50 };
    await expect(scripted(["<answer>B</answer>"], { ...tiny.model, architecture })).rejects.toThrow(
      InputError,
    );
  });

  it("a template that rewrites earlier turns is refused", async () => {
    const render: typeof tiny.model.template.render = (chat, options) =>
      tiny.model.template
        .render(chat, options)
        .replaceAll(/<think>.*?<\/think>\n(?=.*<\|im_end\|>\n<\|im_start\|>user)/gs, "");
    const model = { ...tiny.model, template: { ...tiny.model.template, render } };
    await expect(scripted(["<answer>B</answer>"], model)).rejects.toThrow(
      "this template cannot be trained with several turns",
    );
  });

  it("a dialect of native calls is refused", async () => {
    const native = openScripted(tiny.model, { ...OPTIONS, dialect: "native" }, tiny.pictures);
    await expect(native([])).rejects.toThrow(RangeError);
  });
});

describe("the end of a turn", () => {
  it("is given where a reply was cut off, and the episode goes on", async () => {
    const { tokenizer, architecture } = tiny.model;
    const [end] = tiny.model.generation.eos;
    const call = zoomInto(10, 12, 70, 90);
    const replies = [tokenizer.encode(call), tokenizer.encode("<answer>B</answer>")];
    const writer: Writer = {
      begin: async () => {},
      write: async () => {
        const tokens = replies.shift() ?? [];
        const logProbs = tokens.map(() => -1);
        return [{ tokens, logProbs, text: tokenizer.decode(tokens), finish: "length" }];
      },
      give: () => {},
    };
    const sight = openSights(architecture.pictures, tiny.pictures, 2 ** 20)();
    const questions = [tiny.questionOf("action-recognition")];
    const [[rollout] = []] = await runRollouts(
      tiny.model,
      questions,
      { ...OPTIONS, copies: 1 },
      sight,
      writer,
    );
    if (rollout === undefined) throw new Error("no rollout");
    const first = rollout.promptTokens + tokenizer.encode(call).length;
    expect([rollout.own[first - 1], rollout.own[first], rollout.tokens[first]]).toEqual([true, false, end]);
    expect(rollout.overlong).toBe(true);
    expect(rollout.state.outcome).toEqual({ kind: "answered" });
  });
});

describe("rewards", () => {
  it("are those of the records, every term apart", async () => {
    const question = tiny.questionOf("action-recognition");
    const right = `<answer>${goldAnswer(question)}</answer>`;
    const rollouts = await openScripted(
      tiny.model,
      OPTIONS,
      tiny.pictures,
    )([
      { question, replies: [right] },
      { question, replies: [zoomInto(10, 12, 70, 90), right] },
    ]);
    const strategy = strategyOf("paper");
    const rewards = rewardRollouts(rollouts, strategy, 20);
    expect(rewards).toEqual(rollouts.map((each) => rewardOf(episodeOf(each), question, 20, strategy)));
    expect(rewards.map(({ terms }) => terms.accuracy)).toEqual([1, 1]);
    expect(rewards.map(({ terms }) => terms["tool-count"])).toEqual([0, 1]);
  });

  it("take what a term needs besides", async () => {
    const question = tiny.questionOf("action-recognition");
    const rollouts = await openScripted(
      tiny.model,
      OPTIONS,
      tiny.pictures,
    )([{ question, replies: [zoomInto(10, 12, 70, 90), "<answer>B</answer>"] }]);
    const strategy = strategyOf("likelihood");
    expect(needsGoldLogProbs(strategy)).toBe(true);
    expect(needsGoldLogProbs(strategyOf("paper"))).toBe(false);
    const goldLogProb = { page: Math.log(0.25), crops: Math.log(0.75) };
    const [reward] = rewardRollouts(rollouts, strategy, 20, () => ({ goldLogProb }));
    expect(reward?.terms.likelihood).toBeCloseTo(0.5, 6);
  });
});
