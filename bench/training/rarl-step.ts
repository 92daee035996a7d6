/**
 * A step of RARL on an untrained tiny model: its first reply of every episode, a zoom, is given, so that all have a crop;
 * the second it draws itself, and knows no end.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { findDialect, type Occasion } from "../../src/dialects/index.ts";
import { createTinyModel, loadModel, type Model, saveModel } from "../../src/engine/index.ts";
import { sampleBenchmark } from "../../src/episodes/fixtures/sample-benchmark.ts";
import { openPictures } from "../../src/episodes/index.ts";
import { seeded } from "../../src/random.ts";
import type { Question, StepTimings } from "../../src/records/index.ts";
import { type PolicyConfig, TrainConfigSchema } from "../../src/training/config.ts";
import { adapterOf } from "../../src/training/methods/optimiser-of.ts";
import { createPolicyLearner } from "../../src/training/methods/policy/policy-learner.ts";
import { packRollouts } from "../../src/training/rollout/pack.ts";
import { openPolicy, type Policy } from "../../src/training/rollout/policy.ts";
import type { Rollout } from "../../src/training/rollout/rollout.ts";
import { flopsCounter } from "./flops.ts";

export const THREADS = 2;
const HARNESS = "bench";

/** An untrained model in a folder, and questions that have regions. */
export interface BenchPlace {
  readonly folder: string;
  readonly model: string;
  readonly questions: readonly Question[];
  remove(): Promise<void>;
}

export async function benchPlace(): Promise<BenchPlace> {
  const { folder, questions: all } = await sampleBenchmark();
  const questions = all
    .filter(({ tool }) => tool === "zoom")
    .map((question) => ({ ...question, split: "train" as const }));
  const model = join(folder, "tiny");
  await saveModel(createTinyModel({ texts: promptTexts(questions), seed: 1 }), model);
  return { folder, model, questions, remove: () => rm(folder, { recursive: true }) };
}

/** What all prompts say, so often that the tokenizer has few tokens for it. */
function promptTexts(questions: readonly Question[]): readonly string[] {
  const size = { width: 308, height: 448 };
  const dialect = findDialect("tagged-restating");
  const texts = questions.flatMap((question) => {
    const occasion: Occasion = {
      answer: question.choices.length > 0 ? "choice" : "text",
      choices: question.choices.length > 0 ? ["A", "B"] : [],
      zoom: true,
      frame: { kind: "model", size },
      page: size,
      maxTurns: 2,
    };
    return [dialect?.system(occasion), dialect?.instruction(occasion), zoomOf(question, 0)];
  });
  return texts.filter((text) => text !== undefined);
}

/** A call whose box differs from copy to copy, model px. */
function zoomOf({ id }: Question, sample: number): string {
  const random = seeded(`${id}/${sample}`);
  const [x, y] = [random.int(120), random.int(200)];
  const box = [x, y, x + 60 + random.int(60), y + 60 + random.int(100)] as const;
  return findDialect("tagged-restating")?.write({ do: "zoom", calls: [{ box }] }).text ?? "";
}

export interface StepFigures {
  /** ms */
  readonly timings: StepTimings;
  /** Of all sequences, each in full, and of what the model wrote (given replies included). */
  readonly tokens: { readonly read: number; readonly own: number };
  /** Of pages and of crops. */
  readonly pictures: number;
  /** Of the whole step; computed are the packs, padding included. */
  readonly flops: { readonly scoring: number; readonly update: number };
}

export interface StepBench {
  readonly run: () => Promise<StepFigures>;
  readonly close: () => Promise<void>;
}

/** @param lora rank of an adapter that trains in place of the weights */
export async function rarlStep(place: BenchPlace, lora?: number): Promise<StepBench> {
  const config = configOf(place, lora);
  const model = await loadModel(config.model, { trains: "all", adapter: adapterOf(config) });
  const groups: (readonly Rollout[])[] = [];
  const policy = zoomingPolicy(openPolicy(model, { threads: THREADS }), groups);
  const { questions } = place;
  const pictures = openPictures(place.folder);
  const context = { questions, pictures, threads: THREADS, harness: HARNESS };
  const learner = await createPolicyLearner({ config, context, model, policy, pictures, questions });
  const flopsOf = stepFlops(model, config);
  const { signal } = new AbortController();
  let step = 0;
  return {
    run: async () => {
      groups.length = 0;
      const { record } = await learner.learn(step++, { sampled: false, signal });
      const { timings, tokens } = record;
      return {
        timings,
        tokens,
        pictures: groups.flat().flatMap(({ images }) => images).length,
        flops: flopsOf(groups),
      };
    },
    close: () => learner.close(),
  };
}

function configOf({ model, folder }: BenchPlace, lora: number | undefined): PolicyConfig {
  const config = TrainConfigSchema.parse({
    ...{ method: "rarl", model, bench: folder, strategy: "single-phase", lora, old: "recomputed" },
    ...{ prompts: 8, copies: 8, maxTurns: 2, maxTokens: 32, microTokens: 2048, threads: THREADS },
    ...{ maxPixels: 52 * 28 * 28, zoomMaxPixels: 64 * 28 * 28 },
  });
  if (config.method === "sft") throw new Error("bench: expected settings of a policy");
  return config;
}

/** @param groups where it leaves what was rolled out */
function zoomingPolicy(inner: Policy, groups: (readonly Rollout[])[]): Policy {
  const given = (question: Question, sample: number, turn: number): string | undefined =>
    turn === 0 ? zoomOf(question, sample) : undefined;
  return {
    ...inner,
    rollOut: async (asked, options, pictures, signal) => {
      const rolled = await inner.rollOut(asked, { ...options, given }, pictures, signal);
      groups.push(...rolled);
      return rolled;
    },
  };
}

function stepFlops(model: Model, { microTokens }: PolicyConfig) {
  const flopsOf = flopsCounter(model);
  return (groups: readonly (readonly Rollout[])[]): StepFigures["flops"] => {
    const counted = packRollouts(groups, { batchTokens: microTokens }).map(({ batch }) => flopsOf(batch));
    const total = (part: "scoring" | "update") => counted.reduce((all, each) => all + each[part], 0);
    return { scoring: total("scoring"), update: total("update") };
  };
}
