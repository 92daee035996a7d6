/**
 * What a training run logs: a `train-step` for each step and a `train-eval` for each measurement on the way. Two runs of
 * the same settings write the same records but for `timings`.
 */
import { z } from "zod";
import { EpisodeModeSchema } from "./episode.ts";
import { TaskIdSchema } from "./question.ts";

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const ms = z.number().nonnegative();

/** Of the episodes about one task. */
export const TaskFiguresSchema = z.strictObject({
  episodes: count,
  /** Right answers among all episodes, 0-1. */
  accuracy: share,
  /** Zoom calls that were run, an episode. */
  calls: z.number().nonnegative(),
  /** Mean over calls of the IoU with the target that each is matched to; absent without calls. */
  iou: share.optional(),
});
export type TaskFigures = z.infer<typeof TaskFiguresSchema>;

/** What the episodes of a step, or of a measurement, were like. */
export const EpisodeFiguresSchema = TaskFiguresSchema.extend({
  /** Episodes of which every reply has the asked form and that end with an answer, 0-1. */
  format: share,
  /** Episodes without an answer that can be read, 0-1. */
  invalid: share,
  /** Mean matched IoU of the first call of an episode, the second, ..., and how many there were. */
  iouByCall: z.array(z.strictObject({ calls: count, iou: share })).readonly(),
  /** In the order of the tasks' table; tasks without an episode are left out. */
  tasks: z.partialRecord(TaskIdSchema, TaskFiguresSchema),
});
export type EpisodeFigures = z.infer<typeof EpisodeFiguresSchema>;

/** What only training by rewards has. */
export const PolicyFiguresSchema = z.strictObject({
  /** Name of the reward strategy's phase. */
  phase: z.string(),
  reward: z.strictObject({ mean: z.number(), std: z.number().nonnegative() }),
  /** Mean of every term before weights. */
  terms: z.record(z.string(), z.number()),
  /** Mean of what each term of the phase added to the reward. */
  paid: z.record(z.string(), z.number()),
  groups: count,
  /** Groups whose episodes all earned the same, drawn ones that were replaced included, 0-1. */
  zeroVariance: share,
  /** Prompts drawn in place of such groups. */
  refilled: count,
  /** Episodes that were too long and were cut, 0-1. */
  overlong: share,
  /** Mean k3 estimate of the divergence from the reference, a token; absent without a reference. */
  kl: z.number().optional(),
  /** Mean entropy of the policy's next-token distribution, nats. */
  entropy: z.number(),
  /** Tokens whose probability ratio was clipped, 0-1. */
  clipShare: share,
  /** |log-probability while sampling - log-probability in the training graph|, a token. */
  rolloutGap: z.strictObject({ mean: z.number().nonnegative(), max: z.number().nonnegative() }),
  episodes: EpisodeFiguresSchema,
});
export type PolicyFigures = z.infer<typeof PolicyFiguresSchema>;

/** Where the time of a step went, ms; nothing of it is the same twice. */
export const StepTimingsSchema = z.strictObject({
  rollout: ms.optional(),
  reward: ms.optional(),
  /** Old log-probabilities, where the training graph computes them again. */
  scoring: ms.optional(),
  reference: ms.optional(),
  update: ms,
  total: ms,
  /** Tokens that were written by the model and trained on, a second of the whole step. */
  tokensPerSecond: z.number().nonnegative(),
});
export type StepTimings = z.infer<typeof StepTimingsSchema>;

export const TrainStepSchema = z.strictObject({
  kind: z.literal("train-step"),
  version: z.literal(1),
  /** From 0. */
  step: count,
  /** Updates of the optimiser done so far, those of this step included. */
  updates: count,
  loss: z.number(),
  /** Learning rate of the step's last update; absent where there was none. */
  rate: z.number().nonnegative().optional(),
  /** Euclidean norm before clipping, mean over the step's updates; absent where there was none. */
  gradientNorm: z.number().nonnegative().optional(),
  tokens: z.strictObject({
    /** Of prompts, pictures and tool results included, counted once a sequence. */
    read: count,
    /** Written by the model itself and trained on. */
    own: count,
    /** Own tokens of the shortest, mean and longest sequence. */
    shortest: count,
    mean: z.number().nonnegative(),
    longest: count,
  }),
  /** Absent for training on given texts. */
  policy: PolicyFiguresSchema.optional(),
  timings: StepTimingsSchema,
});
export type TrainStep = z.infer<typeof TrainStepSchema>;

export const TrainEvalSchema = z.strictObject({
  kind: z.literal("train-eval"),
  version: z.literal(1),
  /** Steps done before it. */
  step: count,
  mode: EpisodeModeSchema,
  figures: EpisodeFiguresSchema,
  timings: z.strictObject({ total: ms }),
});
export type TrainEval = z.infer<typeof TrainEvalSchema>;
