/** What the engine's bench computes on: two models of this project's size, and batches of pages with questions. */
import type { Batch } from "../../src/engine/families/qwen2.5-vl/batch.ts";
import type { Qwen25VlConfig } from "../../src/engine/families/qwen2.5-vl/config.ts";
import type { BatchShape } from "../../src/engine/families/qwen2.5-vl/forward.ts";
import { qwen25VlParameters } from "../../src/engine/families/qwen2.5-vl/parameters.ts";
import { patchFeatures } from "../../src/engine/families/qwen2.5-vl/vision.ts";
import { visionShape } from "../../src/engine/families/qwen2.5-vl/vision-batch.ts";
import { initialise, transformerInitialiser } from "../../src/engine/optim/initialisers.ts";
import { createParameters, type ParameterStore } from "../../src/engine/optim/parameters.ts";
import { type Random, seeded } from "../../src/random.ts";

/** The part of a model that differs between the two. */
interface Widths {
  readonly vocabulary: number;
  readonly text: Pick<
    Qwen25VlConfig["text"],
    "hiddenSize" | "intermediateSize" | "layers" | "heads" | "keyValueHeads" | "mropeSection"
  >;
  readonly vision: Pick<Qwen25VlConfig["vision"], "depth" | "hiddenSize" | "intermediateSize" | "heads">;
}

function modelOf({ vocabulary, text, vision }: Widths): Qwen25VlConfig {
  return {
    text: {
      ...text,
      vocabSize: vocabulary,
      headSize: text.hiddenSize / text.heads,
      rmsNormEps: 1e-6,
      ropeTheta: 10_000,
      maxPositions: 4096,
    },
    vision: {
      ...vision,
      channels: 3,
      patchSize: 14,
      mergeSize: 2,
      temporalPatchSize: 2,
      windowSize: 112,
      fullAttentionBlocks: [vision.depth - 1],
      outputSize: text.hiddenSize,
    },
    tokens: { image: 5, video: 6, visionStart: 3, visionEnd: 4, bos: undefined, eos: [2] },
    tiedEmbeddings: true,
    initializerRange: 0.02,
  };
}

/** The first token id that is no control token. */
export const FIRST_WORD = 8;

const SMALL = modelOf({
  vocabulary: 1024,
  text: {
    hiddenSize: 192,
    intermediateSize: 384,
    layers: 3,
    heads: 3,
    keyValueHeads: 1,
    mropeSection: [8, 12, 12],
  },
  vision: { depth: 2, hiddenSize: 96, intermediateSize: 192, heads: 2 },
});

const LARGE = modelOf({
  vocabulary: 1024,
  text: {
    hiddenSize: 256,
    intermediateSize: 640,
    layers: 4,
    heads: 4,
    keyValueHeads: 2,
    mropeSection: [8, 12, 12],
  },
  vision: { depth: 3, hiddenSize: 160, intermediateSize: 288, heads: 4 },
});

/** One shape of training batch. */
export interface Workload {
  readonly name: string;
  readonly config: Qwen25VlConfig;
  readonly sequences: number;
  /** Patches of the one picture of a sequence. */
  readonly grid: { readonly height: number; readonly width: number };
  /** Tokens of a sequence that are not of the picture. */
  readonly text: number;
  /** Tokens at the end of a sequence that have labels. */
  readonly labelled: number;
}

const page = { height: 32, width: 24 };
const half = { height: 16, width: 24 };

export const WORKLOADS = {
  smallHalf: { name: "small, half page", config: SMALL, sequences: 16, grid: half, text: 48, labelled: 44 },
  smallPage: { name: "small, page", config: SMALL, sequences: 8, grid: page, text: 96, labelled: 64 },
  largePage: { name: "large, page", config: LARGE, sequences: 8, grid: page, text: 96, labelled: 64 },
} as const satisfies Record<string, Workload>;

export const parameterCount = (config: Qwen25VlConfig): number =>
  qwen25VlParameters(config).reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);

/** Tokens of a picture. */
export const pictureTokens = ({ grid }: Workload): number => (grid.height * grid.width) / 4;

export function describeWorkload(workload: Workload): string {
  const { name, config, sequences, text, labelled } = workload;
  const millions = (parameterCount(config) / 1e6).toFixed(2);
  return `${name}: ${millions} M parameters, batch ${sequences}, ${pictureTokens(workload)} visual + ${text} text tokens, ${labelled} labels a sequence`;
}

export function randomParameters(
  config: Qwen25VlConfig,
  trains: (name: string) => boolean = () => true,
): ParameterStore {
  const store = createParameters(qwen25VlParameters(config), trains);
  for (const arrays of [store.trainable, store.frozen]) initialise(arrays, "bench", transformerInitialiser);
  return store;
}

/** A batch with the token that each predicted position should give. */
export interface LabelledBatch {
  readonly batch: Batch;
  readonly labels: Int32Array;
}

/** Random pixels and words; the same for a seed. */
export function randomBatch(workload: Workload, seed: string): LabelledBatch {
  const random = seeded(seed);
  const sequences = Array.from({ length: workload.sequences }, (_, at) =>
    randomSequence(workload, random.fork(`${at}`)),
  );
  const predicted = sequences.flatMap(({ tokens }, sequence) =>
    Array.from({ length: workload.labelled }, (_, at) => ({
      sequence,
      token: tokens.length - workload.labelled - 1 + at,
    })),
  );
  const labels = predicted.map(({ sequence, token }) => sequences[sequence]?.tokens[token + 1] ?? 0);
  return { batch: { sequences, predicted }, labels: Int32Array.from(labels) };
}

export function randomSequence(workload: Workload, random: Random) {
  const { config, grid, text } = workload;
  const { image, visionStart, visionEnd } = config.tokens;
  const picture = Array.from({ length: pictureTokens(workload) }, () => image);
  const words = Array.from(
    { length: text - 2 },
    () => FIRST_WORD + random.int(config.text.vocabSize - FIRST_WORD),
  );
  const samples = grid.height * grid.width * patchFeatures(config.vision);
  const pixels = Float32Array.from({ length: samples }, () => random.range(-2, 2));
  return {
    tokens: [visionStart, ...picture, visionEnd, ...words],
    images: [{ grid: { time: 1, ...grid }, pixels }],
  };
}

/** The program shape that exactly fits the batches of a workload. */
export function shapeOf(workload: Workload): BatchShape {
  const { config, sequences, grid, text, labelled } = workload;
  const grids = Array.from({ length: sequences }, () => ({ time: 1, ...grid }));
  return {
    branches: { count: sequences, length: pictureTokens(workload) + text },
    words: sequences * text,
    vision: visionShape(config.vision, grids),
    predicted: sequences * labelled,
  };
}
