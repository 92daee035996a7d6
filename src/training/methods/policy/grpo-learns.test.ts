/**
 * GRPO on the whole stack: a tiny model that has been taught the form of an answer, and to guess, comes to give the right
 * ones; and does not where the reward, the sign of the advantages or the mask of the loss is broken.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTinyModel, loadModel, type Model, saveModel } from "../../../engine/index.ts";
import { sampleBenchmark } from "../../../episodes/fixtures/sample-benchmark.ts";
import { openPictures, type Pictures, type Rasters } from "../../../episodes/index.ts";
import { canonicalJson } from "../../../json.ts";
import { localTraits } from "../../../providers/local-traits.ts";
import type { Question, TrainStep } from "../../../records/index.ts";
import { TrainConfigSchema } from "../../config.ts";
import { openPolicy, type Policy } from "../../rollout/policy.ts";
import type { Rollout } from "../../rollout/rollout.ts";
import { meanOf } from "../../run/episode-figures.ts";
import type { ConversationRecord } from "../conversation-file.ts";
import { openLearner } from "../index.ts";
import { solutionsOf } from "../solutions.ts";
import { JUDGING } from "./collect-groups.ts";
import { createPolicyLearner, type PolicyParts } from "./policy-learner.ts";

const MAX_PIXELS = 9 * 28 * 28;
const THREADS = 2;
const LESSONS = 20;
const STEPS = 16;
const never = new AbortController().signal;

let root = "";
let folder = "";
let pictures: Pictures & Rasters;
let questions: readonly Question[] = [];
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-grpo-"));
  const sample = await sampleBenchmark();
  ({ folder } = sample);
  pictures = openPictures(folder);
  const asked = ["action-recognition", "depth-comparison"];
  questions = asked.flatMap((task) => {
    const question = sample.questions.find((each) => each.task === task);
    return question === undefined ? [] : [{ ...question, split: "train" as const }];
  });
  await teachToGuess();
});
afterAll(async () => {
  await rm(root, { recursive: true });
  await rm(folder, { recursive: true });
});

/** Every choice of every question as its answer, in the form that is asked for. */
function guesses(model: Model): readonly ConversationRecord[] {
  const reader = { id: "local", model: "tiny", traits: localTraits(model) };
  const options = { dialect: "tagged", maxPixels: MAX_PIXELS, harness: "test" };
  const golds = questions.flatMap((question) =>
    question.choices.map((_, index) => ({ ...question, gold: { type: "choice", index } as const })),
  );
  return solutionsOf(golds, reader, options).map((record, at) => ({ ...record, id: `${at}` }));
}

/** The model that all begin from. */
async function teachToGuess(): Promise<void> {
  const start = join(root, "start");
  const untaught = createTinyModel({ texts: ["<answer>A</answer>"], seed: 1 });
  const records = guesses(untaught);
  const texts = records.flatMap(({ messages }) => messages.flatMap(({ content }) => textsOf(content)));
  await saveModel(createTinyModel({ texts: [...texts, ...texts], seed: 1 }), start);
  const conversations = join(root, "guesses.jsonl");
  await writeFile(conversations, records.map((record) => `${canonicalJson(record)}\n`).join(""));
  const config = TrainConfigSchema.parse({
    ...{ method: "sft", model: start, conversations, batch: records.length, steps: LESSONS },
    ...{ rate: 2e-3, warmup: 0.2, schedule: "constant" },
  });
  const learner = await openLearner(config, { questions, pictures, threads: THREADS, harness: "test" });
  for (let step = 0; step < LESSONS; step++) await learner.learn(step, { sampled: false, signal: never });
  await learner.save({ model: join(root, "guesses"), adapter: "" });
  await learner.close();
}

const textsOf = (content: ConversationRecord["messages"][number]["content"]): readonly string[] =>
  typeof content === "string"
    ? [content]
    : content.flatMap((part) => (part.type === "text" ? [part.text] : []));

type Parts = Pick<PolicyParts, "policy" | "judging">;

/** The steps of a run in which some part of the learner may be another one. */
async function learn(broken: (policy: Policy) => Partial<Parts> = () => ({})): Promise<readonly TrainStep[]> {
  const config = TrainConfigSchema.parse({
    ...{ method: "grpo", model: join(root, "guesses"), bench: "bench", strategy: "no-tool" },
    ...{ prompts: questions.length, copies: 16, steps: STEPS, rate: 3e-4, kl: 0, old: "recomputed" },
    ...{ maxTokens: 12, maxPixels: MAX_PIXELS },
  });
  if (config.method === "sft") throw new Error("expected settings of a policy");
  const model = await loadModel(config.model, { trains: "all" });
  const policy = openPolicy(model, { threads: THREADS });
  const context = { questions, pictures, threads: THREADS, harness: "test" };
  const parts = { config, context, model, policy, pictures, questions, ...broken(policy) };
  const learner = await createPolicyLearner(parts);
  const records: TrainStep[] = [];
  for (let step = 0; step < STEPS; step++)
    records.push((await learner.learn(step, { sampled: false, signal: never })).record);
  await learner.close();
  return records;
}

const accuracies = (records: readonly TrainStep[]): readonly number[] =>
  records.map(({ policy }) => policy?.episodes.accuracy ?? Number.NaN);
const first = (records: readonly TrainStep[]): number => meanOf(accuracies(records).slice(0, 2));
const last = (records: readonly TrainStep[]): number => meanOf(accuracies(records).slice(-4));

/** The prompt's last tokens train in place of the policy's own. */
function promptTrains({ tokens, own: _, images, promptTokens, promptImages, ...rest }: Rollout): Rollout {
  const count = 8;
  const foreign = tokens.map((__, at) => at >= promptTokens - count && at < promptTokens);
  const before = { promptTokens: promptTokens - count, promptImages };
  return { ...rest, ...before, tokens, images, own: foreign, logProbs: new Float32Array(count) };
}

test("answers become right", async () => {
  const records = await learn();
  console.info(
    `grpo: ${accuracies(records)
      .map((share) => share.toFixed(2))
      .join(" ")}`,
  );
  expect(first(records)).toBeLessThan(0.6);
  expect(last(records)).toBeGreaterThan(0.85);
});

test.each<readonly [string, (policy: Policy) => Partial<Parts>]>([
  [
    "the advantages have the wrong sign",
    () => ({
      judging: {
        ...JUDGING,
        compare: (...given) => {
          const compared = JUDGING.compare(...given);
          return { ...compared, advantages: compared.advantages.map((advantage) => -advantage) };
        },
      },
    }),
  ],
  [
    "all episodes are paid alike",
    () => ({
      judging: {
        ...JUDGING,
        pay: (...given) => JUDGING.pay(...given).map((paid) => ({ ...paid, total: 1 })),
      },
    }),
  ],
  [
    "tokens of the prompt train in place of its own",
    (policy) => ({
      policy: {
        ...policy,
        rollOut: async (...given) => (await policy.rollOut(...given)).map((group) => group.map(promptTrains)),
      },
    }),
  ],
])("they do not where %s", async (_, broken) => {
  const records = await learn(broken);
  console.info(
    `broken: ${accuracies(records)
      .map((share) => share.toFixed(2))
      .join(" ")}`,
  );
  expect(last(records)).toBeLessThan(0.6);
});
