import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createScorer, loadModel, ownTargets, saveModel } from "../../engine/index.ts";
import type { Question } from "../../records/index.ts";
import { TrainConfigSchema } from "../config.ts";
import { type TinyPolicy, tinyPolicy } from "../rollout/fixtures/tiny-policy.ts";
import { runTraining } from "../run/train-run.ts";
import { openLearner } from "./index.ts";

let root = "";
let tiny: TinyPolicy;
let questions: readonly Question[] = [];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-sft-"));
  tiny = await tinyPolicy();
  await saveModel(tiny.model, join(root, "start"));
  questions = [
    { ...tiny.questionOf("action-recognition"), split: "train" },
    { ...tiny.questionOf("depth-comparison"), split: "train" },
    { ...tiny.questionOf("action-recognition"), split: "validation" },
  ];
});
afterAll(async () => {
  await rm(root, { recursive: true });
  await tiny.remove();
});

test("an adapter learns the benchmark's answers; model and adapter are written, and agree", async () => {
  const config = TrainConfigSchema.parse({
    ...{
      method: "sft",
      model: join(root, "start"),
      bench: "bench",
      lora: 8,
      rate: 1e-2,
      batch: 2,
      steps: 12,
    },
    ...{ maxTokens: 8, everyEval: 12, evalModes: ["page"], warmup: 0, schedule: "constant" },
  });
  const context = { questions, pictures: tiny.pictures, threads: 2, harness: "test" };
  const learner = await openLearner(config, context);
  const losses: number[] = [];
  const measured: number[] = [];
  const folder = join(root, "run");
  const sources = { model: "0".repeat(64) };
  const { model = "" } = await runTraining({
    folder,
    run: { kind: "train-run", version: 1, config, sources, harness: "test" },
    learner,
    onStep: ({ loss }) => losses.push(loss),
    onEvals: (records) => measured.push(...records.map(({ step, figures }) => step * figures.episodes)),
  });
  await learner.close();
  expect(losses.length).toBe(12);
  expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 2);
  expect(measured).toEqual([0, 12]);
  const merged = await loadModel(model);
  const apart = await loadModel(config.model, { adapter: { folder: join(folder, "adapter") } });
  const text = { tokens: [5, 6, 7, 8, 9], own: [false, true, true, true, true], images: [] };
  const scores = await Promise.all(
    [merged, apart].map(async (each) => {
      const scorer = createScorer(each, { threads: 2 });
      const { logProbs = new Float32Array() } = await scorer.score(ownTargets([text]));
      await scorer.release();
      return Array.from(logProbs);
    }),
  );
  const [one = [], other = []] = scores;
  expect(one.length).toBe(4);
  for (const [at, value] of one.entries()) expect(value).toBeCloseTo(other[at] ?? Number.NaN, 3);
});

test("without questions or conversations there is nothing to learn", async () => {
  const context = { questions: [], pictures: undefined, threads: 2, harness: "test" };
  const config = TrainConfigSchema.parse({ method: "sft", model: join(root, "start") });
  await expect(openLearner(config, context)).rejects.toThrow(/--conversations: expected a file/);
});
