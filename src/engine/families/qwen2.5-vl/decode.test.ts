import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { graphWeights } from "../../nn/weights.ts";
import { buildProgram, input, linearLogProb, openSession } from "../../onnx/index.ts";
import { initialise } from "../../optim/initialisers.ts";
import { loraInitialiser, loraParameters } from "../../optim/lora.ts";
import {
  createParameters,
  feedsOf,
  type ParameterStore,
  parameterOf,
  parametersOf,
} from "../../optim/parameters.ts";
import { createGenerator, type Generation, type Row, SamplingSchema } from "../../sampling/index.ts";
import { textStream } from "../../weights/text-stream.ts";
import { loadTokenizer } from "../../weights/tokenizer.ts";
import type { Batch, Picture, Sequence } from "../family.ts";
import { batchFeeds } from "./batch.ts";
import { shapeFor } from "./batch-shape.ts";
import { qwen25VlDecoder } from "./decode.ts";
import {
  GOLDENS,
  goldenConfig,
  goldenImages,
  goldenParameters,
  goldenTensors,
  largestDifference,
  readGoldenJson,
} from "./fixtures/goldens.ts";
import { hiddenStates } from "./forward.ts";
import { headName, qwen25VlParameters } from "./parameters.ts";

const TOLERANCE = 1e-4;
const config = goldenConfig("tied");
const store = await goldenParameters("tied");
const tokenizer = await loadTokenizer(`${GOLDENS}tied`);
const stream = () => textStream(tokenizer);
const greedy = SamplingSchema.parse({ temperature: 0 });
const limits = (maxTokens: number) => ({ stopTokens: new Set<number>(), stopStrings: [], maxTokens });
const generator = createGenerator(qwen25VlDecoder(config), { store, threads: 1 });
afterAll(() => generator.close());

const Greedy = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      images: z.array(z.string()),
      prompt_ids: z.array(z.int()),
      tokens: z.array(z.int()),
      text: z.string(),
    }),
  ),
});

test.each(["tied", "untied"] as const)("64 greedy tokens of transformers: %s", async (model) => {
  const { cases } = Greedy.parse(readGoldenJson(`cases/greedy_${model}.json`));
  const golden = await goldenTensors(`cases/greedy_${model}.safetensors`);
  const own = createGenerator(qwen25VlDecoder(goldenConfig(model)), {
    store: await goldenParameters(model),
    threads: 1,
  });
  const prompts = await Promise.all(
    cases.map(async ({ name, images, prompt_ids: tokens }) => ({
      name,
      tokens,
      images: await goldenImages(images),
      copies: 1,
    })),
  );
  const rows = (await own.open(prompts)).flat();
  const drawn = await own.generate(rows, { sampling: greedy, limits: limits(64), seed: 0, stream });
  expect(drawn.map(({ tokens }) => tokens)).toEqual(cases.map(({ tokens }) => tokens));
  expect(drawn.map(({ text }) => text)).toEqual(cases.map(({ text }) => text));
  for (const [at, { name }] of cases.entries())
    expect(
      largestDifference(drawn[at]?.logProbs ?? [], golden.get(`${name}.log_probs`)?.data ?? []),
    ).toBeLessThan(TOLERANCE);
  await own.close();
});

type Adapters = Parameters<typeof graphWeights>[2];

/** Log-probabilities of predicted labels by the training graph. */
async function trainingLogProbs(
  weights: ParameterStore,
  batch: Batch,
  adapters?: Adapters,
): Promise<Float32Array> {
  const shape = shapeFor(config, batch);
  const program = buildProgram("float32", (graph) => {
    const inside = graphWeights(graph, qwen25VlParameters(config), adapters);
    const labels = input(graph, "labels", [shape.predicted], "int32");
    return {
      logProbs: linearLogProb(hiddenStates(inside, config, shape), inside.tensor(headName(config)), labels),
    };
  });
  const labels = new Int32Array(shape.predicted);
  for (const [at, { sequence, token }] of batch.predicted.entries())
    labels[at] = nextToken(batch.sequences[sequence], token);
  const session = await openSession(program, { threads: 1 });
  const { logProbs } = await session.run({
    ...batchFeeds(config, batch, shape),
    ...feedsOf(weights),
    labels,
  });
  await session.release();
  return logProbs.subarray(0, batch.predicted.length);
}

const nextToken = (sequence: Sequence | undefined, token: number): number => sequence?.tokens[token + 1] ?? 0;

/** A row's drawn tokens: where each turn began, and what was drawn. */
interface Turn {
  readonly start: number;
  readonly drawn: Generation;
}

const { ids } = { ids: config.tokens };
const [small, wide] = await goldenImages(["img3_dots_20x13", "img4_lines_300x31_grey"]);
if (small === undefined || wide === undefined) throw new Error("no pictures");
const pictureTokens = (picture: Picture): readonly number[] => [
  ids.visionStart,
  ...Array.from({ length: (picture.grid.height * picture.grid.width) / 4 }, () => ids.image),
  ids.visionEnd,
];
const prompts = [
  { name: "short", tokens: [40, 41, 42, 43, 44], images: [], copies: 2 },
  {
    name: "picture",
    tokens: [...pictureTokens(wide), ...Array.from({ length: 70 }, (_, at) => 100 + at)],
    images: [wide],
    copies: 3,
  },
];
const result = { tokens: [198, ...pictureTokens(small)], images: [small] };
const remark = { tokens: [50, 51], images: [] };
const sampling = SamplingSchema.parse({ temperature: 0.9, topP: 0.95 });

/** Two turns with a picture between them, for some rows another. */
async function twoTurns(own: typeof generator): Promise<ReadonlyMap<Row, readonly Turn[]>> {
  const rows = (await own.open(prompts)).flat();
  const turns = new Map<Row, Turn[]>(rows.map((row) => [row, []]));
  const generate = async (chosen: readonly Row[], maxTokens: number, seed: string) => {
    const starts = chosen.map(({ tokens }) => tokens.length);
    const drawn = await own.generate(chosen, { sampling, limits: limits(maxTokens), seed, stream });
    for (const [at, each] of drawn.entries())
      turns.get(each.row)?.push({ start: starts[at] ?? 0, drawn: each });
  };
  await generate(rows, 7, "first");
  own.extend(rows.slice(1).map((row) => ({ row, ...result })));
  own.extend(rows.slice(1, 4).map((row) => ({ row, ...remark })));
  await generate(rows, 9, "second");
  await generate(rows.slice(2), 4, "third");
  return turns;
}

const imagesOf = (row: Row): readonly Picture[] => [
  ...(row.name.startsWith("picture") ? [wide] : []),
  ...(row.name === "short/0" ? [] : [small]),
];

const predictedOf = (turns: readonly Turn[], sequence: number, moved = 0): Batch["predicted"] =>
  turns.flatMap(({ start, drawn }) =>
    drawn.tokens.map((_, at) => ({ sequence, token: start + at - 1 + moved })),
  );

test("log-probs of several turns with a picture between are the training graph's", async () => {
  const turns = await twoTurns(generator);
  const sequences = [...turns.keys()].map((row) => ({ tokens: row.tokens, images: imagesOf(row) }));
  const predicted = [...turns.values()].flatMap((each, at) => predictedOf(each, at));
  const drawn = [...turns.values()].flat().flatMap(({ drawn: { logProbs } }) => logProbs);
  expect(predicted).toHaveLength(5 * 16 + 3 * 4);
  expect(new Set([...turns.keys()].map(({ tokens }) => tokens.join())).size).toBe(5);
  const trained = await trainingLogProbs(store, { sequences, predicted });
  expect(largestDifference(trained, drawn)).toBeLessThan(TOLERANCE);
  generator.free([...turns.keys()]);
});

test("and those of rollouts packed behind their prompt", async () => {
  const turns = await twoTurns(generator);
  const rollouts = [...turns].filter(([row]) => row.name.startsWith("picture"));
  const prefix = prompts[1]?.tokens ?? [];
  const own = rollouts.map(([row]) => row.tokens.slice(prefix.length));
  const packed: Sequence = {
    tokens: [...prefix, ...own.flat()],
    images: [wide, ...rollouts.map(() => small)],
    branches: [...prefix.map(() => 0), ...own.flatMap((tokens, at) => tokens.map(() => at + 1))],
  };
  // The first token of a branch is predicted by the prefix's last one, which can stand for one branch only.
  const before = (at: number) => own.slice(0, at).reduce((sum, { length }) => sum + length, 0);
  const predicted = rollouts.flatMap(([, each], at) =>
    predictedOf(each, 0, before(at)).slice(at === 0 ? 0 : 1),
  );
  const drawn = rollouts.flatMap(([, each], at) =>
    each.flatMap(({ drawn: { logProbs } }) => logProbs).slice(at === 0 ? 0 : 1),
  );
  const trained = await trainingLogProbs(store, { sequences: [packed], predicted });
  expect(largestDifference(trained, drawn)).toBeLessThan(TOLERANCE);
  generator.free([...turns.keys()]);
});

test("adapters change what is drawn, and a step of training does so at once", async () => {
  const specs = loraParameters(qwen25VlParameters(config), {
    r: 4,
    alpha: 8,
    targets: ["q_proj", "down_proj"],
  });
  const adapted = createParameters([...qwen25VlParameters(config), ...specs], (name) =>
    name.includes(".lora_"),
  );
  for (const { name, data } of parametersOf(store)) parameterOf(adapted, name).data.set(data);
  initialise(adapted.trainable, 1, loraInitialiser);
  const adapters = { specs, scaling: () => 2 };
  const own = createGenerator(qwen25VlDecoder(config), { store: adapted, adapters, threads: 1 });
  const fresh = await twoTurns(own);
  const base = await twoTurns(generator);
  expect([...fresh.keys()].map(({ tokens }) => tokens)).toEqual([...base.keys()].map(({ tokens }) => tokens));
  for (const { name, data } of parametersOf(adapted)) if (name.includes("lora_B")) data.fill(0.02);
  const trained = await twoTurns(own);
  const sequences = [...trained.keys()].map((row) => ({ tokens: row.tokens, images: imagesOf(row) }));
  const predicted = [...trained.values()].flatMap((each, at) => predictedOf(each, at));
  const drawn = [...trained.values()].flat().flatMap(({ drawn: { logProbs } }) => logProbs);
  const expected = await trainingLogProbs(adapted, { sequences, predicted }, adapters);
  expect(largestDifference(expected, drawn)).toBeLessThan(TOLERANCE);
  const without = await trainingLogProbs(store, { sequences, predicted });
  expect(largestDifference(without, drawn)).toBeGreaterThan(0.01);
  generator.free([...base.keys()]);
  await own.close();
});
