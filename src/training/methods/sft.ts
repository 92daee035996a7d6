/**
 * Supervised fine-tuning: cross entropy on what the assistant says in given conversations, each token by the weight of its
 * message. Without a file of conversations it is the paper's SFT-S: the benchmark's training questions with their answers,
 * from the page alone.
 *
 * Deviations: the mean is over the tokens of the whole step; LLaMA-Factory takes the mean of each micro-batch and then of
 * those.
 */
import { createSizeMemory, createTrainer, globalNorm, loadModel, type Model } from "../../engine/index.ts";
import { InputError } from "../../errors.ts";
import { textCleaner } from "../../providers/local-prompt.ts";
import { localTraits } from "../../providers/local-traits.ts";
import type { TrainStep } from "../../records/index.ts";
import type { SupervisedConfig } from "../config.ts";
import { openPolicy } from "../rollout/policy.ts";
import { endlessPasses, groupedPasses, type Passes, shuffledPasses } from "../run/draw-prompts.ts";
import { requireSafe } from "../run/safety.ts";
import { chosenQuestions } from "./chosen-questions.ts";
import { readWeighed, type WeighedConversation, weighedBatches } from "./conversation-batch.ts";
import { type ConversationRecord, pictureOpener } from "./conversation-file.ts";
import { type ConversationList, conversationList, openConversations } from "./conversation-list.ts";
import type { Learner } from "./learner.ts";
import { measurePolicy } from "./measure.ts";
import type { MethodContext, TrainMethod } from "./method.ts";
import { adapterOf, optimiserOf, scheduleOf } from "./optimiser-of.ts";
import { saveLearnt } from "./save-learnt.ts";
import { seenPictures } from "./seen-pictures.ts";
import { solutionsOf, zoomAnswerSolutionsOf, zoomSolutionsOf } from "./solutions.ts";
import { tokenCounts } from "./token-counts.ts";

export const sft: TrainMethod<"sft"> = {
  id: "sft",
  summary: "learn what the assistant says in given conversations, or the benchmark's answers",
  open: openSupervised,
};

async function openSupervised(config: SupervisedConfig, context: MethodContext): Promise<Learner> {
  const { threads, now = () => performance.now() } = context;
  const model = await loadModel(config.model, { trains: "all", adapter: adapterOf(config) });
  const conversations = await conversationsOf(config, context, model);
  const schedule = scheduleOf(config, config.steps);
  const sizes = createSizeMemory();
  const optimiser = optimiserOf(config, schedule);
  const trainer = createTrainer(model, { optimiser, sizes, threads });
  const policy = openPolicy(model, { threads });
  const read = conversationReader(config, context, model);
  const limits = { batchTokens: config.microTokens };
  const passes = passesOver(conversations, config);
  const { optimiser: progress, accumulator } = trainer.buffers;
  return {
    buffers: trainer.buffers,
    sizes,
    learn: async (step, { signal }) => {
      const began = now();
      const chosen = await Promise.all(
        drawPlaces(passes, config, step).map((place) => read(conversations.at(place))),
      );
      const prepared = now();
      const losses: { readonly loss: number; readonly weight: number }[] = [];
      for (const batch of weighedBatches(chosen, model.architecture.pictures, limits)) {
        signal.throwIfAborted();
        const { loss } = await trainer.add(batch);
        requireSafe("loss", loss);
        losses.push({ loss, weight: batch.weight ?? 1 });
      }
      requireSafe("gradient norm", globalNorm(accumulator.sums));
      const rate = schedule(progress.step);
      const { gradientNorm } = trainer.update();
      const timings = { update: now() - prepared, total: now() - began };
      const record = stepRecord(step, chosen, losses, {
        rate,
        gradientNorm,
        updates: progress.step,
        timings,
      });
      return { record, samples: [] };
    },
    evaluate: (done, signal) => measurePolicy(policy, config, context, done, signal),
    save: (folders) => saveLearnt(model, config, folders),
    close: async () => {
      await policy.close();
      await trainer.release();
    },
  };
}

async function conversationsOf(
  config: SupervisedConfig,
  { questions, harness }: MethodContext,
  model: Model,
): Promise<ConversationList> {
  const { conversations, bench, dialect, maxPixels, zoomMaxPixels, maxTurns } = config;
  if (conversations !== undefined) {
    const read = await openConversations(conversations);
    if (read.count > 0) return read;
    throw new InputError({ file: conversations, expected: "at least one conversation", found: "none" });
  }
  if (bench === undefined)
    throw new InputError({
      at: "--conversations",
      expected: "a file of conversations, or --bench to learn its answers",
      found: "neither",
    });
  const reader = { id: "local", model: config.model, traits: localTraits(model) };
  const chosen = chosenQuestions(questions, config, "train");
  const teach = TEACHERS[config.solutions];
  const taught = teach(chosen, reader, { dialect, maxPixels, zoomMaxPixels, maxTurns, harness });
  if (taught.length > 0) return conversationList(taught);
  throw new InputError({ file: bench, expected: "questions with regions to zoom to", found: "none" });
}

const TEACHERS = {
  page: solutionsOf,
  zoom: zoomSolutionsOf,
  "zoom-answer": zoomAnswerSolutionsOf,
} as const satisfies Record<SupervisedConfig["solutions"], unknown>;

function conversationReader(
  { conversations, bench = "" }: SupervisedConfig,
  { questions, pictures }: MethodContext,
  model: Model,
): (record: ConversationRecord) => Promise<WeighedConversation> {
  const seen = seenPictures(model, pictureOpener(conversations ?? bench, questions, pictures));
  const clean = textCleaner(model);
  return (record) => readWeighed(seen.reader, record, seen.open, clean);
}

/** Places of all of them, again and again. */
function passesOver(
  { count, pageAt }: ConversationList,
  { seed, order }: Pick<SupervisedConfig, "seed" | "order">,
): Passes<number> {
  const places = [...new Array(count).keys()];
  switch (order) {
    case "random":
      return shuffledPasses(places, `${seed}/conversations`);
    case "pages":
      return groupedPasses(places, pageAt, `${seed}/conversations`);
    case "file":
      return endlessPasses(count, () => places);
  }
}

function drawPlaces(
  passes: Passes<number>,
  { batch }: Pick<SupervisedConfig, "batch">,
  step: number,
): readonly number[] {
  const drawn = new Set<number>();
  for (let n = step * batch; n < (step + 1) * batch; n++) {
    const place = passes(n, drawn);
    if (place !== undefined) drawn.add(place);
  }
  return [...drawn];
}

interface Updated {
  readonly rate: number;
  readonly gradientNorm: number;
  readonly updates: number;
  readonly timings: { readonly update: number; readonly total: number };
}

function stepRecord(
  step: number,
  conversations: readonly WeighedConversation[],
  losses: readonly { readonly loss: number; readonly weight: number }[],
  { rate, gradientNorm, updates, timings }: Updated,
): TrainStep {
  const weight = losses.reduce((sum, each) => sum + each.weight, 0);
  const tokens = tokenCounts(conversations);
  return {
    kind: "train-step",
    version: 1,
    step,
    updates,
    loss: losses.reduce((sum, each) => sum + each.loss * each.weight, 0) / weight,
    rate,
    gradientNorm,
    tokens,
    timings: { ...timings, tokensPerSecond: (1000 * tokens.own) / Math.max(timings.total, 1e-3) },
  };
}
