/**
 * Training: a method (`sft`, `grpo`, `rarl`) and its settings become a run in a folder, which can be stopped, killed and
 * continued without a trace.
 *
 * ```ts
 * const config = TrainConfigSchema.parse({ method: "rarl", model: "tiny", bench: "benchmark", steps: 100, rate: 5e-4 });
 * const { end, model } = await train({ config, folder: "runs/rarl", harness: "0.1.0" });
 * ```
 */
export {
  type PolicyConfig,
  type SupervisedConfig,
  type TrainConfig,
  TrainConfigSchema,
  type TrainConfigText,
  type TrainMethodId,
} from "./config.ts";
export {
  type ConversationRecord,
  ConversationSchema,
  type PictureReference,
  readConversations,
} from "./methods/conversation-file.ts";
export { type ConversationNotes, conversationOf } from "./methods/episode-conversation.ts";
export { openLearner, trainMethods } from "./methods/index.ts";
export type { Learner, LearntStep, StepContext } from "./methods/learner.ts";
export type { MethodContext } from "./methods/method.ts";
export { type SolutionOptions, solutionsOf, zoomSolutionsOf } from "./methods/solutions.ts";
export { CURRICULUM_FILE, GATE_FILE } from "./model-files.ts";
export {
  type AdvantageOptions,
  type GroupAdvantages,
  groupAdvantages,
} from "./objective/advantages.ts";
export {
  type AggregationOptions,
  LOSS_AGGREGATIONS,
  type LossAggregation,
  tokenWeights,
} from "./objective/aggregation.ts";
export { KL_ESTIMATORS, type KlEstimator } from "./objective/kl.ts";
export {
  DEFAULT_POLICY_LOSS,
  type PolicyLossOptions,
  type PolicyObjectiveOptions,
  policyLoss,
  policyObjective,
} from "./objective/policy-loss.ts";
export { type GoldLogProb, goldLogProbs } from "./rollout/gold-log-probs.ts";
export { type PackLimits, packRollouts, type RolloutPack } from "./rollout/pack.ts";
export { openPolicy, type Policy, type PolicyOptions } from "./rollout/policy.ts";
export { recordRollout } from "./rollout/record-rollout.ts";
export { rewardRollouts } from "./rollout/reward-rollouts.ts";
export {
  type Rollout,
  type RolloutMode,
  RolloutModeSchema,
  type RolloutOptions,
  type RolloutSampling,
  type Trace,
} from "./rollout/rollout.ts";
export { byPosition, scoreRollouts, type TokenValues } from "./rollout/score-rollouts.ts";
export { openScripted, type Script, type ScriptedOptions } from "./rollout/scripted.ts";
export { drawPrompts } from "./run/draw-prompts.ts";
export { modelHash } from "./run/model-hash.ts";
export { holdSettingsFile, readTrainRun, settingsOf, TRAIN_FILE, type TrainRun } from "./run/run-settings.ts";
export { UnsafeStep } from "./run/safety.ts";
export { type TrainOptions, train } from "./run/train.ts";
export {
  ADAPTER_FOLDER,
  CHECKPOINTS_FOLDER,
  EVALS_FILE,
  MODEL_FOLDER,
  readTrainEvals,
  readTrainSamples,
  readTrainSteps,
  SAMPLES_FOLDER,
  STEPS_FILE,
  sampledSteps,
} from "./run/train-folder.ts";
export { runTraining, type TrainEnd, type TrainRunOptions, type TrainSummary } from "./run/train-run.ts";
export {
  type Curriculum,
  CurriculumSchema,
  curriculumFor,
  type Stage,
  TINY_CURRICULUM,
} from "./teach/curriculum.ts";
export {
  type Count,
  GATE_LIMITS,
  type GateCheck,
  type GateFigures,
  judgeGate,
  type TaskGate,
} from "./teach/gate.ts";
export { gateText } from "./teach/gate-text.ts";
export {
  type Asking,
  type Lesson,
  type LessonContext,
  REPLY_TOKENS,
  TAUGHT_BOXES,
  type TaughtBoxes,
} from "./teach/lesson.ts";
export { type LessonId, lessons } from "./teach/lessons/index.ts";
export { type GateOptions, measureGate } from "./teach/measure-gate.ts";
export { type CardFacts, modelCard } from "./teach/model-card.ts";
export {
  askingOf,
  pagesById,
  type StageSource,
  stageConversations,
} from "./teach/stage-conversations.ts";
export { type TeachOptions, type TeachSummary, teach } from "./teach/teach.ts";
export { holdTeachSettings, type TeachSettings, TeachSettingsSchema } from "./teach/teach-settings.ts";
