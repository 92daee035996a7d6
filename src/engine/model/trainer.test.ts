import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { exp, mul, neg, sub, sum } from "../onnx/index.ts";
import { restoreCheckpoint, saveCheckpoint } from "../optim/checkpoint.ts";
import { adamw } from "../optim/optimiser.ts";
import { linear } from "../optim/schedules.ts";
import type { TrainingBuffers } from "../optim/training-state.ts";
import { ownTargets } from "./conversation.ts";
import { bookConversations, bookModel } from "./fixtures/tiny.ts";
import { loadModel, saveModel } from "./model.ts";
import { crossEntropy, type Objective } from "./objective.ts";
import { createScorer } from "./scorer.ts";
import { createTrainer, type TrainBatch, trainStep } from "./trainer.ts";

const root = mkdtempSync(join(tmpdir(), "benday-trainer-"));
afterAll(() => rmSync(root, { recursive: true }));

const optimiser = adamw({ rate: linear({ rate: 2e-3, warmup: 1, steps: 8 }), maxNorm: 1 });
const model = bookModel();
const batchOf = (from: number, count: number): TrainBatch =>
  ownTargets(bookConversations(model, from, count));
const largestGap = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? Number.NaN))), 0);

/** Every buffer of a run as a hash by name. */
function bitsOf({ parameters, optimiser: { transforms } }: TrainingBuffers): ReadonlyMap<string, string> {
  const hash = ({ buffer, byteOffset, byteLength }: Float32Array): string =>
    createHash("sha256")
      .update(new Uint8Array(buffer, byteOffset, byteLength))
      .digest("hex");
  const moments = transforms.flatMap(({ name, buffers }) =>
    Object.entries(buffers).map(([key, data]) => [`${name} ${key}`, hash(data)] as const),
  );
  return new Map([["parameters", hash(parameters.trainable.data)], ...moments]);
}

test("the loss is the mean of what the scorer says, at any rounding of sizes", async () => {
  const batch = batchOf(0, 5);
  const scorer = createScorer(model, { scores: ["logProbs", "best", "entropy"], threads: 2 });
  const { logProbs = [], best = [], entropy = [] } = await scorer.score(batch);
  await scorer.release();
  expect(logProbs.length).toBe(batch.labels.length);
  const mean = -Array.from(logProbs).reduce((a, b) => a + b, 0) / logProbs.length;
  for (const [at, value] of logProbs.entries()) expect(best[at]).toBeGreaterThanOrEqual(value);
  expect(Math.max(...entropy)).toBeLessThanOrEqual(Math.log(model.architecture.vocabSize));
  for (const buckets of [2, 4, Number.POSITIVE_INFINITY]) {
    const trainer = createTrainer(model, { optimiser, buckets, threads: 2 });
    const { loss } = await trainer.add(batch);
    await trainer.release();
    expect(Math.abs(loss - mean), `${buckets} buckets`).toBeLessThan(1e-5);
  }
});

test("micro-batches that weigh their tokens are the whole batch", async () => {
  const gradientOf = async (...batches: readonly TrainBatch[]) => {
    const trainer = createTrainer(model, { optimiser, threads: 2 });
    for (const batch of batches) await trainer.add(batch);
    await trainer.release();
    const { sums, weight } = trainer.buffers.accumulator;
    return sums.data.map((value) => value / weight);
  };
  const whole = await gradientOf(batchOf(0, 5));
  const parts = await gradientOf(batchOf(0, 2), batchOf(2, 3));
  expect(largestGap(whole, new Float32Array(whole.length))).toBeGreaterThan(0.01);
  expect(largestGap(parts, whole)).toBeLessThan(1e-5);
});

test("an objective of one's own: further inputs, outputs by position, sharper logits", async () => {
  const objective: Objective = {
    inputs: ["old", "advantages"],
    temperature: 0.5,
    build: ({ logProbs, entropy, value }) => {
      const ratio = exp(sub(logProbs(), value("old")));
      return { loss: neg(sum(mul(ratio, value("advantages")))), ratio, entropy: entropy() };
    },
  };
  const batch = batchOf(0, 2);
  const scorer = createScorer(model, { temperature: 0.5, threads: 2 });
  const { logProbs: old = new Float32Array() } = await scorer.score(batch);
  await scorer.release();
  const trainer = createTrainer(model, { optimiser, objective, threads: 2 });
  const advantages = Float32Array.from(old, (_, at) => at / 10);
  const { loss, outputs } = await trainer.add({ ...batch, values: { old, advantages } });
  expect(largestGap(outputs["ratio"] ?? [], new Float32Array(old.length).fill(1))).toBeLessThan(1e-4);
  expect(outputs["entropy"]?.length).toBe(old.length);
  expect(loss).toBeCloseTo(-advantages.reduce((a, b) => a + b, 0), 3);
  await expect(trainer.add({ ...batch, values: { old } })).rejects.toThrow(
    `objective: expected advantages for each of ${old.length} positions, got none`,
  );
  await expect(trainer.add({ ...batch, labels: [1] })).rejects.toThrow(/labels: expected one for each of/);
  await trainer.release();
});

test("text alone trains the decoder and leaves the vision tower without gradient", async () => {
  const trainer = createTrainer(model, { optimiser, threads: 2 });
  const sequence = { tokens: [5, 6, 7, 8], images: [] };
  const predicted = [0, 1, 2].map((token) => ({ sequence: 0, token }));
  const { loss } = await trainer.add({
    sequences: [sequence],
    predicted,
    labels: [6, 7, 8],
    values: { weights: [1, 1, 0] },
  });
  await trainer.release();
  expect(loss).toBeGreaterThan(1);
  const { layout, data } = trainer.buffers.accumulator.sums;
  const largest = (part: string) =>
    layout.slots
      .filter(({ name }) => name.includes(part))
      .flatMap(({ offset, length }) => [...data.subarray(offset, offset + length)])
      .reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(largest("visual.")).toBe(0);
  expect(largest("language_model.")).toBeGreaterThan(0);
});

test("a model of which nothing trains is refused", async () => {
  const folder = join(root, "frozen");
  await saveModel(model, folder);
  const frozen = await loadModel(folder);
  expect(() => createTrainer(frozen, { optimiser, objective: crossEntropy })).toThrow(
    /load the model with `trains`/,
  );
});

test("a run that was stopped between two micro-batches goes on bit for bit", async () => {
  const microBatches = Array.from({ length: 8 }, (_, at) => batchOf(2 * at, 2));
  /** Two micro-batches an update. */
  const goOn = async (trainer: ReturnType<typeof createTrainer>, from: number, to: number) => {
    const losses: number[] = [];
    for (let at = from; at < to; at++) {
      losses.push((await trainer.add(microBatches[at] ?? batchOf(0, 1))).loss);
      if (at % 2 === 1) trainer.update();
    }
    return losses;
  };
  const whole = createTrainer(bookModel(), { optimiser, threads: 2 });
  const losses = await goOn(whole, 0, 8);
  const first = createTrainer(bookModel(), { optimiser, threads: 2 });
  const early = await goOn(first, 0, 5);
  const checkpoint = await saveCheckpoint(join(root, "run"), first.buffers, {
    random: {},
    notes: { next: 5 },
  });
  await first.release();
  const second = createTrainer(bookModel("other first values"), { optimiser, threads: 2 });
  const progress = await restoreCheckpoint(checkpoint, second.buffers);
  expect(progress.notes).toEqual({ next: 5 });
  expect([...early, ...(await goOn(second, 5, 8))]).toEqual(losses);
  expect(second.buffers.optimiser.step).toBe(4);
  expect(bitsOf(second.buffers)).toEqual(bitsOf(whole.buffers));
  await whole.release();
  await second.release();
});

test("a step is the mean of its micro-batches and one update", async () => {
  const trainer = createTrainer(bookModel(), { optimiser, threads: 2 });
  const { loss, results, step, gradientNorm } = await trainStep(trainer, [batchOf(0, 1), batchOf(1, 2)]);
  await trainer.release();
  const [a, b] = results.map((result) => result.loss);
  const [m, n] = [batchOf(0, 1), batchOf(1, 2)].map(({ weight }) => weight ?? 0);
  expect(loss).toBeCloseTo(((a ?? 0) * (m ?? 0) + (b ?? 0) * (n ?? 0)) / ((m ?? 0) + (n ?? 0)), 6);
  expect(step).toBe(1);
  expect(gradientNorm).toBeGreaterThan(0);
});
