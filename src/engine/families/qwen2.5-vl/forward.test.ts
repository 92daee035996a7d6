import { expect, test } from "vitest";
import { graphWeights } from "../../nn/weights.ts";
import { buildProgram, openSession } from "../../onnx/index.ts";
import type { Batch, Sequence } from "../family.ts";
import { batchFeeds } from "./batch.ts";
import {
  goldenCases,
  goldenConfig,
  goldenImages,
  goldenTensors,
  goldenWeights,
  largestDifference,
  type ModelName,
} from "./fixtures/goldens.ts";
import { type BatchShape, hiddenStates, logitsOf } from "./forward.ts";
import { qwen25VlParameters } from "./parameters.ts";
import { patchFeatures, type VisionShape } from "./vision.ts";
import { visionShape } from "./vision-batch.ts";

const TOLERANCE = 1e-4;
const config = goldenConfig("tied");
const weights = { tied: await goldenWeights("tied"), untied: await goldenWeights("untied") };
const tied = await goldenTensors("cases/forward_tied.safetensors");
const untied = await goldenTensors("cases/forward_untied.safetensors");

async function logits(batch: Batch, shape: BatchShape, model: ModelName = "tied"): Promise<Float32Array> {
  const own = goldenConfig(model);
  const program = buildProgram("float32", (graph) => {
    const inside = graphWeights(graph, qwen25VlParameters(own));
    return { logits: logitsOf(inside, own, hiddenStates(inside, own, shape)) };
  });
  const session = await openSession(program, { threads: 1 });
  const used = Object.entries(weights[model]).filter(([name]) => program.inputs.has(name));
  const outputs = await session.run({ ...batchFeeds(own, batch, shape), ...Object.fromEntries(used) });
  await session.release();
  return outputs.logits;
}

async function goldenSequence(name: string, images: readonly string[], expected = tied): Promise<Sequence> {
  const tokens = expected.get(`${name}.input_ids`)?.data ?? [];
  return { tokens, images: await goldenImages(images) };
}

const visionOf = (sequences: readonly Sequence[]): VisionShape | undefined => {
  const grids = sequences.flatMap(({ images }) => images.map(({ grid }) => grid));
  return grids.length === 0 ? undefined : visionShape(config.vision, grids);
};

/** Tokens that are no picture's. */
const wordsIn = (sequences: readonly Sequence[]): number =>
  sequences.flatMap(({ tokens }) => Array.from(tokens)).filter((token) => token !== config.tokens.image)
    .length;

/** The last positions of a sequence, as many as the goldens keep. */
function lastPositions(
  sequence: number,
  { tokens }: Sequence,
  name: string,
  expected = tied,
): Batch["predicted"] {
  const count = expected.get(`${name}.logits`)?.shape[0] ?? 0;
  return Array.from({ length: count }, (_, at) => ({ sequence, token: tokens.length - count + at }));
}

const cases = goldenCases("cases/forward_tied.json");

const models = [
  ...cases.map((each) => ({ ...each, model: "tied", expected: tied }) as const),
  ...goldenCases("cases/forward_untied.json").map(
    (each) => ({ ...each, model: "untied", expected: untied }) as const,
  ),
];

test.each(models)("logits of transformers: $model, $name", async ({ model, expected, name, images }) => {
  const sequence = await goldenSequence(name, images, expected);
  const predicted = lastPositions(0, sequence, name, expected);
  const shape = {
    branches: { count: 1, length: sequence.tokens.length },
    words: sequence.tokens.length,
    vision: visionOf([sequence]),
    predicted: predicted.length,
  };
  const got = await logits({ sequences: [sequence], predicted }, shape, model);
  expect(largestDifference(got, expected.get(`${name}.logits`)?.data ?? [])).toBeLessThan(TOLERANCE);
});

test("a padded batch of all cases, in a larger shape, gives each the same", async () => {
  const sequences = await Promise.all(cases.map(({ name, images }) => goldenSequence(name, images)));
  const predicted = cases.flatMap(({ name }, at) => {
    const sequence = sequences[at];
    return sequence === undefined ? [] : lastPositions(at, sequence, name);
  });
  const exact = visionOf(sequences);
  const vision = exact && {
    patches: exact.patches + 40,
    windows: { count: exact.windows.count + 3, length: 64, exact: false },
    frames: { count: exact.frames.count + 1, length: exact.frames.length + 8, exact: false },
  };
  const shape = {
    branches: { count: cases.length + 1, length: 130 },
    words: wordsIn(sequences) + 3,
    vision,
    predicted: predicted.length + 5,
  };
  const got = await logits({ sequences, predicted }, shape);
  const wanted = cases.flatMap(({ name }) => Array.from(tied.get(`${name}.logits`)?.data ?? []));
  expect(largestDifference(got.subarray(0, wanted.length), wanted)).toBeLessThan(TOLERANCE);
});

test("branches after a common prefix see it and not each other", async () => {
  const whole = await goldenSequence("zoom_turn", ["img0_lines_150x93", "img3_dots_20x13"]);
  const tokens = Array.from(whole.tokens);
  const prefixLength = 50;
  const [prefix, rest] = [tokens.slice(0, prefixLength), tokens.slice(prefixLength)];
  const other = [7, 8, 9, 10];
  const packed: Sequence = {
    tokens: [...prefix, ...other, ...rest],
    images: whole.images,
    branches: [...prefix.map(() => 0), ...other.map(() => 1), ...rest.map(() => 2)],
  };
  const predicted = lastPositions(0, packed, "zoom_turn");
  const shape = {
    prefixes: { count: 1, length: prefixLength },
    branches: { count: 2, length: rest.length },
    words: wordsIn([packed]),
    vision: visionOf([whole]),
    predicted: predicted.length,
  };
  const got = await logits({ sequences: [packed], predicted }, shape);
  expect(largestDifference(got, tied.get("zoom_turn.logits")?.data ?? [])).toBeLessThan(TOLERANCE);
});

test("a batch that does not fit its shape is refused before anything runs", () => {
  const sequence = { tokens: [1, 2, 3], images: [] };
  const places = (length: number) => ({ branches: { count: 1, length } });
  const shape = { ...places(2), words: 2, predicted: 1 };
  expect(() => batchFeeds(config, { sequences: [sequence], predicted: [] }, shape)).toThrow(
    "at most 2 tokens a sequence, got 3",
  );
  const picture = {
    grid: { time: 1, height: 2, width: 2 },
    pixels: new Float32Array(4 * patchFeatures(config.vision)),
  };
  const shown = { tokens: [1, config.tokens.image, 2, 3], images: [picture] };
  const tight = { ...shape, ...places(4), words: 2, vision: visionOf([shown]) };
  expect(() => batchFeeds(config, { sequences: [shown], predicted: [] }, tight)).toThrow(
    "at most 2 words, got 3",
  );
  const outside = [{ sequence: 0, token: 3 }];
  expect(() =>
    batchFeeds(config, { sequences: [sequence], predicted: outside }, { ...shape, ...places(4) }),
  ).toThrow("inside the batch, got 0:3");
  const twice = [
    { sequence: 0, token: 1 },
    { sequence: 0, token: 1 },
  ];
  expect(() =>
    batchFeeds(config, { sequences: [sequence], predicted: twice }, { ...shape, ...places(4), predicted: 2 }),
  ).toThrow("at most once");
});
