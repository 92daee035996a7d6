import { expect, test } from "vitest";
import { z } from "zod";
import { runTraining, trainProgram } from "../../nn/train-program.ts";
import { input, linearLogProb, mul, neg, openSession, sum } from "../../onnx/index.ts";
import { arrayOf } from "../../optim/layout.ts";
import { loraParameters } from "../../optim/lora.ts";
import { adamw, applyStep, initialState } from "../../optim/optimiser.ts";
import {
  createParameters,
  feedsOf,
  gradientsFor,
  type ParameterStore,
  parameterOf,
  parametersOf,
} from "../../optim/parameters.ts";
import { readLoraAdapter } from "../../weights/lora.ts";
import type { Batch } from "../family.ts";
import { batchFeeds } from "./batch.ts";
import {
  GOLDENS,
  goldenConfig,
  goldenImages,
  goldenParameters,
  goldenTensors,
  readGoldenJson,
  relativeDifference,
} from "./fixtures/goldens.ts";
import { type BatchShape, hiddenStates } from "./forward.ts";
import { moduleName } from "./parameter-names.ts";
import { headName, qwen25VlParameters } from "./parameters.ts";
import { visionShape } from "./vision-batch.ts";

const TOLERANCE = 1e-4;
const config = goldenConfig("tied");
const golden = await goldenTensors("cases/train_tied.safetensors");
const facts = z
  .object({
    images_per_row: z.array(z.array(z.string())),
    loss: z.number(),
    loss_after_one_step: z.number(),
    total_grad_norm: z.number(),
    grad_norms: z.record(z.string(), z.number()),
    param_norms_after_step: z.record(z.string(), z.number()),
  })
  .parse(readGoldenJson("cases/train_tied.json"));

/** What the first golden step is made of: two conversations, the positions that predict the assistant's tokens. */
const { batch, labels } = await sftBatch();
const shape: BatchShape = {
  branches: {
    count: batch.sequences.length,
    length: Math.max(...batch.sequences.map(({ tokens }) => tokens.length)),
  },
  words: 256,
  vision: visionShape(
    config.vision,
    batch.sequences.flatMap(({ images }) => images.map(({ grid }) => grid)),
  ),
  predicted: labels.length,
};

async function sftBatch(): Promise<{ batch: Batch; labels: Int32Array }> {
  const [ids, targets, attended] = ["input_ids", "labels", "attention_mask"].map((name) => golden.get(name));
  const [rows = 0, width = 0] = ids?.shape ?? [];
  const sequences = [];
  const predicted = [];
  const wanted: number[] = [];
  for (let row = 0; row < rows; row++) {
    const on = (from: typeof ids, at: number): number => from?.data[row * width + at] ?? 0;
    const length = Array.from({ length: width }, (_, at) => on(attended, at)).reduce((a, b) => a + b, 0);
    const tokens = Array.from({ length }, (_, at) => on(ids, at));
    sequences.push({ tokens, images: await goldenImages(facts.images_per_row[row] ?? []) });
    for (let at = 1; at < length; at++) {
      if (on(targets, at) === -100) continue;
      predicted.push({ sequence: row, token: at - 1 });
      wanted.push(on(targets, at));
    }
  }
  return { batch: { sequences, predicted }, labels: Int32Array.from(wanted) };
}

type Adapters = Parameters<typeof trainProgram>[0]["adapters"];

/** Loss and gradients of the mean over label tokens. */
async function lossAndGradients(store: ParameterStore, adapters?: Adapters) {
  const trainable = new Set(store.trainable.layout.byName.keys());
  const program = trainProgram({
    parameters: qwen25VlParameters(config),
    adapters,
    trains: (name) => trainable.has(name),
    objective: (graph, weights) => {
      const head = weights.tensor(headName(config));
      const logProbs = linearLogProb(
        hiddenStates(weights, config, shape),
        head,
        input(graph, "labels", [labels.length], "int32"),
      );
      return { loss: neg(mul(sum(logProbs), 1 / labels.length)) };
    },
  });
  const session = await openSession(program, { threads: 2 });
  const gradients = gradientsFor(store);
  const feeds = { ...batchFeeds(config, batch, shape), ...feedsOf(store), labels };
  const outputs = await runTraining(session, feeds, gradients);
  await session.release();
  return { loss: outputs["loss"]?.[0] ?? Number.NaN, gradients };
}

const optimiser = adamw({ rate: 1e-3, weightDecay: 0.01, decays: () => true });

/** Arrays of the golden under a prefix, by module name. */
const goldensUnder = (tensors: typeof golden, prefix: string) =>
  [...tensors].flatMap(([name, tensor]) =>
    name.startsWith(prefix) ? [{ name: moduleName(name.slice(prefix.length)), data: tensor.data }] : [],
  );

test("loss, gradients and one AdamW step are transformers'", async () => {
  const store = await goldenParameters("tied");
  const { loss, gradients } = await lossAndGradients(store);
  expect(Math.abs(loss - facts.loss)).toBeLessThan(TOLERANCE);
  const checked = goldensUnder(golden, "grad.");
  expect(checked.length).toBeGreaterThan(15);
  for (const { name, data } of checked)
    expect(relativeDifference(arrayOf(gradients, name).data, data), name).toBeLessThan(TOLERANCE);
  for (const [name, norm] of Object.entries(facts.grad_norms))
    expect(Math.abs(Math.hypot(...arrayOf(gradients, moduleName(name)).data) / norm - 1), name).toBeLessThan(
      TOLERANCE,
    );
  const report = applyStep(
    optimiser,
    initialState(optimiser, store.trainable.layout),
    store.trainable,
    gradients,
  );
  expect(Math.abs(report.gradientNorm / facts.total_grad_norm - 1)).toBeLessThan(TOLERANCE);
  for (const { name, data } of goldensUnder(golden, "after_step."))
    expect(relativeDifference(parameterOf(store, name).data, data), name).toBeLessThan(TOLERANCE);
  const after = await lossAndGradients(store);
  expect(Math.abs(after.loss - facts.loss_after_one_step)).toBeLessThan(5 * TOLERANCE);
});

test("an adapter's loss and gradients are PEFT's", async () => {
  const adapter = await readLoraAdapter(`${GOLDENS}lora_language`, moduleName);
  const expected = await goldenTensors("cases/lora_language.safetensors");
  const base = await goldenParameters("tied");
  const specs = loraParameters(qwen25VlParameters(config), {
    r: 8,
    alpha: 16,
    targets: [...adapter.pairs.keys()],
  });
  const store = createParameters([...qwen25VlParameters(config), ...specs], (name) =>
    name.includes(".lora_"),
  );
  for (const { name, data } of parametersOf(base)) parameterOf(store, name).data.set(data);
  for (const [module, { down, up }] of adapter.pairs) {
    parameterOf(store, `${module}.lora_A.weight`).data.set(down.data);
    parameterOf(store, `${module}.lora_B.weight`).data.set(up.data);
  }
  const { loss, gradients } = await lossAndGradients(store, { specs, scaling: () => 2 });
  expect(Math.abs(loss - 9.124335289001465)).toBeLessThan(TOLERANCE);
  const checked = goldensUnder(expected, "grad.base_model.model.");
  expect(checked.length).toBeGreaterThan(20);
  for (const { name, data } of checked)
    expect(relativeDifference(arrayOf(gradients, name).data, data), name).toBeLessThan(TOLERANCE);
});

test("a fresh adapter, B = 0, is the base", async () => {
  const base = await goldenParameters("tied");
  const specs = loraParameters(qwen25VlParameters(config), {
    r: 4,
    alpha: 8,
    targets: ["q_proj", "down_proj"],
  });
  const store = createParameters([...qwen25VlParameters(config), ...specs], (name) =>
    name.includes(".lora_"),
  );
  for (const { name, data } of parametersOf(base)) parameterOf(store, name).data.set(data);
  for (const { name } of specs) if (name.includes("lora_A")) parameterOf(store, name).data.fill(0.1);
  const { loss } = await lossAndGradients(store, { specs, scaling: () => 2 });
  expect(Math.abs(loss - facts.loss)).toBeLessThan(TOLERANCE);
});
