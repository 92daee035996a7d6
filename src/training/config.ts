/**
 * All settings of a training run. What is left out is as in the paper (Appendix F: GRPO with 16 prompts of 8 copies,
 * 200 steps, rate 1e-6, KL 0.04; SFT with batches of 16, rate 1e-5, cosine, warm-up 0.1) and, where the paper is
 * silent, as in verl 0.9 (AdamW, weight decay 0.01, gradient norm at most 1, clip 0.2, dual clip 3, token mean).
 *
 * Deviations: the paper trains SFT for 3 epochs, which depends on the data; `steps` is always a number of steps here.
 */
import { z } from "zod";
import { TASK_IDS } from "../records/index.ts";
import { findStrategy, STRATEGY_IDS, type Strategy, StrategySchema } from "../rewards/index.ts";
import { LOSS_AGGREGATIONS } from "./objective/aggregation.ts";
import { RolloutModeSchema } from "./rollout/rollout.ts";

const path = z.string().min(1, "expected a path").max(4096);
const positive = z.number().positive("expected a number above 0");
const whole = z.int().nonnegative();

const STRATEGY_EXPECTED = `expected one of ${STRATEGY_IDS.join(", ")}, or a strategy written out`;

/** A strategy by name, or written out. */
const strategyText = z.union(
  [
    StrategySchema,
    z.string().transform((id, context): Strategy => {
      const strategy = findStrategy(id);
      if (strategy !== undefined) return strategy;
      context.addIssue({ code: "custom", message: STRATEGY_EXPECTED });
      return z.NEVER;
    }),
  ],
  STRATEGY_EXPECTED,
);

/** What every method has. */
const shared = {
  /** A Hugging Face folder. */
  model: path,
  /** A benchmark folder; of `sft`, where conversations name its pages or are to be made from its questions. */
  bench: path.optional(),
  seed: z.string().min(1).max(100).default("1"),
  /** Schedules over `steps` count updates. */
  schedule: z.enum(["constant", "linear", "cosine"]),
  /** Highest learning rate. */
  rate: positive,
  /** Updates over which the rate rises from 0, as a share of all. */
  warmup: z.number().min(0).max(1),
  steps: z.int().positive(),
  weightDecay: z.number().nonnegative().default(0.01),
  beta2: z.number().min(0).lt(1).default(0.999),
  /** Gradients are clipped to this Euclidean norm. */
  maxNorm: positive.default(1),
  /** Rank of an adapter that trains in place of the weights. */
  lora: z.int().positive().optional(),
  /** Of the adapter; twice its rank unless given. */
  loraAlpha: positive.optional(),
  /** Most tokens of a micro-batch, padding included; a sequence that is longer alone is one of its own. */
  microTokens: z.int().positive().default(4096),
  /** Of one operation: runs are bit-equal only for the same number. All cores unless given. */
  threads: z.int().positive().max(1024).optional(),
  /** Tasks that are trained and measured; empty for the method's own choice. */
  tasks: z.array(z.enum(TASK_IDS)).readonly().default([]),
  /** Largest area of a page, square px; the model's own limit unless given. */
  maxPixels: z.int().positive().optional(),
  /** The same of a zoomed region. */
  zoomMaxPixels: z.int().positive().optional(),
  /** How calls and answers are written, as text. */
  dialect: z.string().min(1).default("tagged"),
  /** Most replies of a zoom episode. 5: what 4096 x 5 response tokens of the paper are read as. */
  maxTurns: z.int().positive().max(50).default(5),
  /** Most tokens of a reply. */
  maxTokens: z.int().positive().default(4096),
  /** Checkpoints: after so many steps, and how many of the newest stay. */
  everyCheckpoint: z.int().positive().default(10),
  keep: z.int().positive().default(2),
  /** Steps between two measurements on the validation split; 0 for none. */
  everyEval: whole.default(0),
  /** Questions a task of a measurement. */
  evalLimit: z.int().positive().default(32),
  evalModes: z.array(RolloutModeSchema).readonly().default(["page", "zoom"]),
} as const;

const policy = {
  bench: path,
  strategy: strategyText,
  /** Prompts of a step. */
  prompts: z.int().positive().default(16),
  /** Episodes of a prompt. */
  copies: z.int().min(2).default(8),
  /** Each task gives as many prompts as any other; otherwise as many as it has questions. */
  balanced: z.boolean().default(false),
  temperature: positive.default(1),
  topP: positive.max(1).default(1),
  schedule: shared.schedule.default("constant"),
  rate: shared.rate.default(1e-6),
  warmup: shared.warmup.default(0),
  steps: shared.steps.default(200),
  /** Weight of the k3 divergence from the start's weights; 0 computes no reference. */
  kl: z.number().nonnegative().default(0.04),
  /** Weight of the entropy bonus. */
  entropy: z.number().default(0),
  clip: positive.max(1).default(0.2),
  /** Upper clip range; as `clip` unless given. */
  clipHigh: positive.optional(),
  dualClip: z.number().gt(1).default(3),
  aggregation: z.enum(LOSS_AGGREGATIONS).default("token-mean"),
  /** Advantages are divided by the group's standard deviation. */
  std: z.boolean().default(true),
  /** Passes over the episodes of a step, and updates of a pass. */
  epochs: z.int().positive().default(1),
  minibatches: z.int().positive().default(1),
  /** Most rounds in which groups without variance are replaced by further prompts. */
  refill: whole.default(0),
  /** Episodes that were cut for length train nothing. */
  maskOverlong: z.boolean().default(false),
  /** Whence the old log-probabilities come: the sampler's, or computed again by the training graph. */
  old: z.enum(["sampler", "recomputed"]).default("sampler"),
  /** The run stops where the divergence from the reference exceeds this a token. */
  maxKl: positive.default(10),
  /** Steps between two samples of episodes; 0 for none. */
  everySample: whole.default(10),
} as const;

export const SupervisedConfigSchema = z.strictObject({
  ...shared,
  method: z.literal("sft"),
  /** JSON Lines of conversations; without it what the benchmark itself teaches. */
  conversations: path.optional(),
  /** Without conversations: the answers from the page, or the calls that zoom to exactly the targets, alone or with the answer. */
  solutions: z.enum(["page", "zoom", "zoom-answer"]).default("page"),
  /** Conversations of a step. */
  batch: z.int().positive().default(16),
  /**
   * Each pass over the conversations: all mixed; page by page, so that what is alike is computed together; or as they
   * stand in the file.
   */
  order: z.enum(["random", "pages", "file"]).default("random"),
  schedule: shared.schedule.default("cosine"),
  rate: shared.rate.default(1e-5),
  warmup: shared.warmup.default(0.1),
  steps: shared.steps.default(200),
});
export type SupervisedConfig = z.infer<typeof SupervisedConfigSchema>;

const GrpoConfigSchema = z.strictObject({
  ...shared,
  ...policy,
  method: z.literal("grpo"),
  strategy: strategyText.prefault("no-tool"),
});
const RarlConfigSchema = z.strictObject({
  ...shared,
  ...policy,
  method: z.literal("rarl"),
  strategy: strategyText
    .refine(
      ({ tool }) => tool === "offered",
      "expected a strategy that offers the zoom tool; method grpo takes any",
    )
    .prefault("paper"),
});
export type PolicyConfig = z.infer<typeof GrpoConfigSchema> | z.infer<typeof RarlConfigSchema>;

export const TrainConfigSchema = z.discriminatedUnion(
  "method",
  [SupervisedConfigSchema, GrpoConfigSchema, RarlConfigSchema],
  "expected one of sft, grpo, rarl",
);
export type TrainConfig = z.infer<typeof TrainConfigSchema>;
/** As it is written down, before defaults. */
export type TrainConfigText = z.input<typeof TrainConfigSchema>;
export type TrainMethodId = TrainConfig["method"];
