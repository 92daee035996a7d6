import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScorer, loadModel, saveModel } from "../../../engine/index.ts";
import { goldAnswer } from "../../../grading/index.ts";
import type { Question } from "../../../records/index.ts";
import { type PolicyConfig, type TrainConfig, TrainConfigSchema } from "../../config.ts";
import { type TinyPolicy, tinyPolicy, zoomInto } from "../../rollout/fixtures/tiny-policy.ts";
import { packRollouts } from "../../rollout/pack.ts";
import { openPolicy, type Policy } from "../../rollout/policy.ts";
import type { Rollout } from "../../rollout/rollout.ts";
import { scoreRollouts } from "../../rollout/score-rollouts.ts";
import { meanOf } from "../../run/episode-figures.ts";
import { readTrainSteps } from "../../run/train-folder.ts";
import { runTraining } from "../../run/train-run.ts";
import { openLearner } from "../index.ts";
import type { Learner } from "../learner.ts";
import { createPolicyLearner } from "./policy-learner.ts";

let root = "";
let tiny: TinyPolicy;
let questions: readonly Question[] = [];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-policy-"));
  tiny = await tinyPolicy();
  await saveModel(tiny.model, join(root, "start"));
  const asked = ["action-recognition", "depth-comparison", "character-identification"] as const;
  questions = asked.map((task) => ({ ...tiny.questionOf(task), split: "train" }));
});
afterAll(async () => {
  await rm(root, { recursive: true });
  await tiny.remove();
});

function configOf(
  settings: Partial<Record<keyof PolicyConfig, unknown>>,
): Exclude<TrainConfig, { method: "sft" }> {
  const shared = { model: join(root, "start"), bench: "bench", zoomMaxPixels: 9 * 28 * 28 };
  const small = { prompts: 2, copies: 3, maxTokens: 10, maxTurns: 2, rate: 1e-3, steps: 4 };
  const config = TrainConfigSchema.parse({ method: "rarl", ...shared, ...small, ...settings });
  if (config.method === "sft") throw new Error("expected settings of a policy");
  return config;
}

const context = () => ({ questions, pictures: tiny.pictures, threads: 2, harness: "test" });
const never = new AbortController().signal;

const bits = ({ buffers: { parameters, optimiser } }: Learner): string => {
  const arrays = [
    parameters.trainable.data,
    ...optimiser.transforms.flatMap(({ buffers }) => Object.values(buffers)),
  ];
  const hash = createHash("sha256");
  for (const { buffer, byteOffset, byteLength } of arrays)
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex");
};

/** Samples 0 and 1 look somewhere and are right, the others name no choice at all; about depth none does. */
function toldPolicy(inner: Policy, rolled: (readonly Rollout[])[]): Policy {
  const given = (question: Question, sample: number, turn: number): string => {
    if (sample > 1 || question.task === "depth-comparison") return "<answer>none of it</answer>";
    const answer = `<think>Now I see.</think> <answer>${goldAnswer(question)}</answer>`;
    return turn === 0 ? zoomInto(10, 10, 60 + sample, 80) : answer;
  };
  return {
    ...inner,
    rollOut: async (asked, options, pictures, signal) => {
      const groups = await inner.rollOut(asked, { ...options, given }, pictures, signal);
      rolled.push(...groups);
      return groups.map((group) =>
        group.map((rollout) => ({ ...rollout, logProbs: rollout.logProbs.map(() => 0) })),
      );
    },
  };
}

async function toldLearner(
  config: PolicyConfig,
  asked: readonly Question[] = questions.filter(({ task }) => task !== "depth-comparison"),
) {
  const model = await loadModel(config.model, { trains: "all" });
  const rolled: (readonly Rollout[])[] = [];
  const policy = toldPolicy(openPolicy(model, { threads: 2 }), rolled);
  const parts = { config, context: context(), model, policy, pictures: tiny.pictures, questions: asked };
  return { learner: await createPolicyLearner(parts), model, rolled };
}

test("a step makes what earned more likelier, and what earned less less likely", async () => {
  const config = configOf({ copies: 4, kl: 0, old: "recomputed", maxTokens: 200 });
  const { learner, model, rolled } = await toldLearner(config);
  const { record, samples } = await learner.learn(0, { sampled: true, signal: never });
  const scorer = createScorer(model, { threads: 2 });
  const start = createScorer(await loadModel(config.model), { threads: 2 });
  const packs = packRollouts(rolled);
  const [before, after] = [
    await scoreRollouts(start, rolled, packs),
    await scoreRollouts(scorer, rolled, packs),
  ];
  const mean = (values: Float32Array | undefined): number => meanOf([...(values ?? [])]);
  const rise = (group: number, copy: number) => mean(after[group]?.[copy]) - mean(before[group]?.[copy]);
  for (const group of rolled.keys()) {
    expect(rise(group, 0), `group ${group}`).toBeGreaterThan(rise(group, 2) + 0.01);
    expect(rise(group, 1), `group ${group}`).toBeGreaterThan(rise(group, 3) + 0.01);
  }
  const { episodes, reward, zeroVariance, terms } = record.policy ?? {};
  expect(episodes).toMatchObject({ episodes: 8, accuracy: 0.5, calls: 0.5 });
  expect(terms).toMatchObject({ accuracy: 0.5 });
  expect(reward?.std).toBeGreaterThan(0.3);
  expect(zeroVariance).toBe(0);
  expect(samples.map(({ turns }) => turns.flatMap(({ images }) => images).length)).toEqual([2, 2]);
  for (const each of [learner, { close: scorer.release }, { close: start.release }]) await each.close();
});

test("a run that is resumed equals the undisturbed one bit for bit, its rollouts drawn anew", async () => {
  const settings = { kl: 0.02, minibatches: 2, refill: 1, steps: 3, everyCheckpoint: 2, lora: 4 };
  const config = configOf(settings);
  const run = {
    kind: "train-run",
    version: 1,
    config,
    sources: { model: "0".repeat(64) },
    harness: "test",
  } as const;
  const whole = await openLearner(config, context());
  await runTraining({ folder: join(root, "whole"), run, learner: whole });
  const stop = new AbortController();
  const first = await openLearner(config, context());
  const halved = { folder: join(root, "halved"), run };
  await runTraining({
    ...halved,
    learner: first,
    stop: stop.signal,
    onStep: ({ step }) => (step === 1 ? stop.abort() : undefined),
  });
  const second = await openLearner(config, context());
  const { end } = await runTraining({ ...halved, learner: second });
  expect(end).toEqual({ kind: "complete" });
  expect(bits(second)).toBe(bits(whole));
  const logOf = async (name: string) =>
    (await Array.fromAsync(readTrainSteps(join(root, name)))).map((record) => ({
      ...record,
      timings: undefined,
    }));
  const log = await logOf("whole");
  expect(await logOf("halved")).toEqual(log);
  expect(log.map(({ updates }) => updates)).toEqual([2, 4, 6]);
  for (const { policy } of log) expect(policy?.rolloutGap.max).toBeLessThan(1e-4);
  expect((await loadModel(join(root, "whole", "model"))).parameters.frozen.layout.length).toBeGreaterThan(0);
  for (const learner of [whole, first, second]) await learner.close();
});

test("further prompts take the place of groups without variance", async () => {
  const all = { prompts: 2, copies: 4, kl: 0, old: "recomputed", maxTokens: 200 };
  const { learner, rolled } = await toldLearner(configOf({ ...all, refill: 2, seed: "2" }), questions);
  const { record } = await learner.learn(0, { sampled: false, signal: never });
  const tasks = rolled.map(([first]) => first?.question.task);
  expect(tasks.slice(0, 2)).toContain("depth-comparison");
  expect(tasks.length).toBe(3);
  expect(record.policy).toMatchObject({ groups: 2, zeroVariance: 0.5, refilled: 1 });
  // Two groups train, as many as were drawn.
  const own = (group: (typeof rolled)[number] | undefined) =>
    group?.reduce((sum, each) => sum + each.own.filter(Boolean).length, 0) ?? 0;
  const trained = rolled.filter((_, at) => tasks[at] !== "depth-comparison").map(own);
  expect(record.tokens.own).toBe(trained.reduce((sum, count) => sum + count, 0));
  await learner.close();
});

test("stops where the divergence from the start is above its limit, before the update", async () => {
  const config = configOf({ copies: 4, kl: 0.02, old: "recomputed", maxTokens: 200, maxKl: 1e-5 });
  const { learner } = await toldLearner(config);
  const { record } = await learner.learn(0, { sampled: false, signal: never });
  expect(record.policy?.kl).toBe(0);
  const before = bits(learner);
  await expect(learner.learn(1, { sampled: false, signal: never })).rejects.toMatchObject({
    name: "UnsafeStep",
    quantity: "KL to the reference",
    limit: 1e-5,
  });
  expect(bits(learner)).toBe(before);
  await learner.close();
});

test("masked for their length, episodes teach nothing: no update", async () => {
  const learner = await openLearner(configOf({ kl: 0, maskOverlong: true, maxTokens: 2 }), context());
  const before = bits(learner);
  const { record } = await learner.learn(0, { sampled: false, signal: never });
  expect(record).toMatchObject({ updates: 0, loss: 0, policy: { overlong: 1 } });
  expect(record.gradientNorm).toBeUndefined();
  expect(bits(learner)).toBe(before);
  await learner.close();
});

test("likelihood is computed where a strategy wants it", async () => {
  const learner = await openLearner(configOf({ kl: 0, strategy: "likelihood", temperature: 1.2 }), context());
  const { record } = await learner.learn(16, { sampled: false, signal: never });
  expect(record.policy?.paid).toHaveProperty("likelihood");
  expect(record.policy?.kl).toBeUndefined();
  await learner.close();
});

test("settings that do not fit are refused at their flag", async () => {
  const refused = (settings: Partial<Record<keyof PolicyConfig, unknown>>) =>
    openLearner(configOf(settings), context());
  await expect(refused({ dialect: "native" })).rejects.toThrow(/--dialect: expected tagged/);
  await expect(refused({ tasks: ["panel-reordering"] })).rejects.toThrow(
    /train questions of panel-reordering/,
  );
});
