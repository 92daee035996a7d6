/**
 * Load, run and train vision-language models: graphs in onnxruntime, gradients, optimisers, sampling, and Hugging Face
 * folders in and out.
 *
 * ```ts
 * const model = await loadModel("checkpoints/tiny", { trains: "all" });
 * const trainer = createTrainer(model, { optimiser: adamw({ rate: 1e-3 }) });
 * const batch = ownTargets(chats.map(({ chat, pictures }) => readConversation(model, chat, pictures)));
 * const { loss } = await trainStep(trainer, [batch]);
 * await saveModel(model, "out/model");
 * ```
 *
 * Objectives are written with `ops` (`ops.mul`, `ops.exp`, ...), the operations of graphs.
 */

export type {
  Architecture,
  Batch,
  BatchPlan,
  Family,
  Picture,
  PictureReader,
  Position,
  Sequence,
  SizedPicture,
} from "./families/family.ts";
export { families } from "./families/index.ts";
export { createTinyModel, type TinyModelOptions } from "./families/qwen2.5-vl/preset.ts";
export type { FreshAdapter, ModelAdapter, StoredAdapter } from "./model/adapter.ts";
export {
  type Conversation,
  ownTargets,
  readConversation,
  readPrompt,
  TOO_LONG,
} from "./model/conversation.ts";
export { modelGenerator } from "./model/generator.ts";
export type { TokenScores } from "./model/log-probs.ts";
export { type LoadOptions, loadModel, type Model, saveAdapter, saveModel } from "./model/model.ts";
export { crossEntropy, type Objective, type ObjectiveTensors } from "./model/objective.ts";
export { createScorer, type ScoreName, type Scorer, type ScorerOptions } from "./model/scorer.ts";
export type { Targets } from "./model/targets.ts";
export {
  type BatchResult,
  createTrainer,
  type TrainBatch,
  type Trainer,
  type TrainerOptions,
  type TrainStep,
  trainStep,
} from "./model/trainer.ts";
export { DEFAULT_BUCKETS, roundUp } from "./nn/rounding.ts";
export { createSizeMemory, type KnownSizes, KnownSizesSchema, type SizeMemory } from "./nn/size-memory.ts";
export * as ops from "./onnx/index.ts";
export * from "./optim/index.ts";
export * from "./sampling/index.ts";
export type { Chat, ChatMessage, ChatTemplate } from "./weights/chat-template.ts";
export type { LoraConfig } from "./weights/lora-config.ts";
export type { GenerationConfig } from "./weights/model-folder.ts";
export { type TextStream, textStream } from "./weights/text-stream.ts";
export type { Tokenizer } from "./weights/tokenizer.ts";
export * from "./worker/index.ts";
