import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { InputError } from "../../errors.ts";
import { type Random, resumed, seeded } from "../../random.ts";
import { addGradients, createAccumulator, takeMean } from "./accumulation.ts";
import { listCheckpoints, restoreCheckpoint, saveCheckpoint } from "./checkpoint.ts";
import { initialise, normal } from "./initialisers.ts";
import { arrayOf } from "./layout.ts";
import { adamw, applyStep, initialState, type Optimiser, sgd } from "./optimiser.ts";
import { createParameters, gradientsFor, parameterOf } from "./parameters.ts";
import { cosine } from "./schedules.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "benday-checkpoint-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const specs = [
  { name: "weight", shape: [3, 4] },
  { name: "bias", shape: [3] },
  { name: "base", shape: [4] },
];
const schedule = cosine({ rate: 0.05, warmup: 2, steps: 12 });
const chain = adamw({ rate: schedule, maxNorm: 1, weightDecay: 0.1 });

/** A run that fits y = base * x by a linear layer: two micro-batches an update, drawn at random. */
function createRun(optimiser: Optimiser = chain, base = 1, shapes = specs) {
  const parameters = createParameters(shapes, (name) => name !== "base");
  parameterOf(parameters, "base").data.fill(base);
  initialise(parameters.trainable, "toy", () => normal(0.5));
  return {
    parameters,
    optimiser: initialState(optimiser, parameters.trainable.layout),
    accumulator: createAccumulator(parameters.trainable.layout),
  };
}
type Run = ReturnType<typeof createRun>;

function microBatch({ parameters, accumulator }: Run, random: Random): void {
  const gradients = gradientsFor(parameters);
  const [weight, bias] = ["weight", "bias"].map((name) => parameterOf(parameters, name).data);
  const [byWeight, byBias] = ["weight", "bias"].map((name) => arrayOf(gradients, name).data);
  const input = Array.from({ length: 4 }, () => random.range(-1, 1));
  for (let row = 0; row < 3; row++) {
    const output = input.reduce((sum, x, i) => sum + x * (weight?.[row * 4 + i] ?? 0), bias?.[row] ?? 0);
    const error = output - (input[row] ?? 0);
    for (const [i, x] of input.entries()) byWeight?.fill(error * x, row * 4 + i, row * 4 + i + 1);
    byBias?.fill(error, row, row + 1);
  }
  addGradients(accumulator, gradients, random.int(3) + 1);
}

/** Goes on for so many micro-batches; every second one ends an update. */
function train(run: Run, random: Random, from: number, to: number): void {
  const mean = gradientsFor(run.parameters);
  for (let batch = from; batch < to; batch++) {
    microBatch(run, random);
    if (batch % 2 === 0) continue;
    takeMean(run.accumulator, mean);
    applyStep(chain, run.optimiser, run.parameters.trainable, mean);
  }
}

async function save(name: string, batches: number): Promise<string> {
  const run = createRun();
  const random = seeded("data");
  train(run, random, 0, batches);
  return saveCheckpoint(join(folder, name), run, {
    random: { data: random.state() },
    notes: { batch: batches },
  });
}

describe("a run that is resumed", () => {
  test.each([0, 8, 11])("after %s micro-batches equals the uninterrupted one bit for bit", async (stop) => {
    const whole = createRun();
    train(whole, seeded("data"), 0, 20);

    const checkpoint = await save(`resume-${stop}`, stop);
    const second = createRun();
    second.parameters.trainable.data.fill(9);
    second.accumulator.sums.data.fill(9);
    const { random, notes } = await restoreCheckpoint(checkpoint, second);
    const { batch } = z.object({ batch: z.int() }).parse(notes);
    const { data } = random;
    if (data === undefined) throw new Error("expected the stream that was saved");
    train(second, resumed(data), batch, 20);

    expect(second).toEqual(whole);
    expect(second.optimiser.step).toBe(10);
  });
});

describe("checkpoints", () => {
  test("are kept up to a number, the newest, and nothing else is removed", async () => {
    const place = join(folder, "keep");
    const run = createRun();
    const random = seeded("data");
    expect(await listCheckpoints(place)).toEqual([]);
    for (let update = 0; update < 5; update++) {
      train(run, random, update * 2, update * 2 + 2);
      await saveCheckpoint(place, run, { random: {}, notes: null }, { keep: 2 });
      if (update === 0) await writeFile(join(place, "step-notes.txt"), "mine");
    }
    expect((await readdir(place)).sort()).toEqual(["step-00000004", "step-00000005", "step-notes.txt"]);
    expect(await listCheckpoints(place)).toEqual([4, 5].map((step) => join(place, `step-0000000${step}`)));
  });

  test("of one state are the same bytes", async () => {
    const [first, second] = [await save("bytes-1", 3), await save("bytes-2", 3)];
    const names = (await readdir(first)).sort();
    expect(names).toEqual([
      ".benday.json",
      "accumulator.safetensors",
      "optimiser.safetensors",
      "parameters.safetensors",
      "training.json",
    ]);
    for (const name of names) {
      expect(await readFile(join(first, name))).toEqual(await readFile(join(second, name)));
    }
  });
});

describe("a checkpoint that does not fit or is damaged is refused, and the run stays as it was", () => {
  async function expectRefusal(checkpoint: string, run: Run, message: string | RegExp): Promise<void> {
    const before = structuredClone(run);
    const restored = restoreCheckpoint(checkpoint, run);
    await expect(restored).rejects.toThrow(InputError);
    await expect(restored).rejects.toThrow(message);
    expect(run).toEqual(before);
  }

  test("other parameters, another base, another optimiser", async () => {
    const checkpoint = await save("fit", 4);
    const wider = specs.map((spec) => (spec.name === "weight" ? { ...spec, shape: [4, 3] } : spec));
    await expectRefusal(
      checkpoint,
      createRun(chain, 1, wider),
      "expected weight [4, 3], found weight [3, 4]",
    );
    await expectRefusal(checkpoint, createRun(chain, 2), "expected the base model of this run");
    const other = createRun(sgd({ rate: 0.1, momentum: 0.9 }));
    await expectRefusal(checkpoint, other, "expected trace(momentum) -> scaleByLearningRate()");
  });

  test("gradients that wait, where the run has no place for them", async () => {
    const checkpoint = await save("waiting", 3);
    const { parameters, optimiser } = createRun();
    await expect(restoreCheckpoint(checkpoint, { parameters, optimiser })).rejects.toThrow("accumulated");
  });

  test("a missing folder, a missing file, a flipped bit, a cut end", async () => {
    await expectRefusal(
      join(folder, "nowhere"),
      createRun(),
      "expected a training checkpoint, found no such file",
    );
    const missing = await save("missing", 4);
    await rm(join(missing, "optimiser.safetensors"));
    await expectRefusal(missing, createRun(), /optimiser\.safetensors: .*no such file/);

    const flipped = await save("flipped", 4);
    const file = join(flipped, "parameters.safetensors");
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    await writeFile(file, bytes);
    await expectRefusal(flipped, createRun(), /parameters\.safetensors: expected SHA-256/);

    const cut = await save("cut", 4);
    await truncate(join(cut, "optimiser.safetensors"), 100);
    await expectRefusal(cut, createRun(), /optimiser\.safetensors: expected SHA-256/);
  });

  test("a manifest of another version, or none at all", async () => {
    const checkpoint = await save("version", 4);
    const file = join(checkpoint, "training.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace('"version": 1', '"version": 2'));
    await expectRefusal(checkpoint, createRun(), /version: expected 1, found 2/);
    await writeFile(file, text.slice(0, 50));
    await expectRefusal(checkpoint, createRun(), /expected valid JSON/);
  });
});
