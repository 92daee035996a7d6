/** What a run is: one model on one benchmark under one set of conditions, told by its settings and what was asked. */
import { z } from "zod";
import { CounterfactualSchema, EpisodeModeSchema } from "./episode.ts";
import { SplitSchema, TaskIdSchema } from "./question.ts";

/** Conditions that all episodes of a run share: where one differs, two episodes cannot stand in one table cell. */
export const RunSettingsSchema = z.strictObject({
  /** SHA-256 of the benchmark's questions and pictures ({@link RunSchema} names the folder for people). */
  benchmark: z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hex digits"),
  /** The model as it was asked for: `openai:gpt-4o`. */
  model: z.string().min(1),
  dialect: z.string().min(1),
  sampling: z.strictObject({
    temperature: z.number().nonnegative().optional(),
    topP: z.number().min(0).max(1).optional(),
    maxTokens: z.int().positive(),
    seed: z.int().optional(),
  }),
  /** Most assistant turns of a zoom episode. */
  maxTurns: z.int().positive(),
  /** Of what the harness draws at random (counterfactual regions, scripted models). */
  seed: z.string(),
  /** How pictures are encoded; absent: as episodes do by default. */
  encoding: z.enum(["png", "jpeg", "webp"]).optional(),
  /** Largest area of a page as sent, square px; absent: the model's own limit. */
  maxPixels: z.int().positive().optional(),
  /** Largest area of a zoomed region as sent, square px; absent: as for pages. */
  zoomMaxPixels: z.int().positive().optional(),
  /** Version of benday. */
  harness: z.string().min(1),
});
export type RunSettings = z.infer<typeof RunSettingsSchema>;

/** A way of asking: the mode and what a zoom returns. */
export const ConditionSchema = z.strictObject({
  mode: EpisodeModeSchema,
  counterfactual: CounterfactualSchema.optional(),
});
export type Condition = z.infer<typeof ConditionSchema>;

/** `zoom`, `zoom-blank`: names a condition. */
export const conditionName = ({ mode, counterfactual }: Condition): string =>
  counterfactual === undefined ? mode : `${mode}-${counterfactual}`;

/** What has been asked of a run so far; asking for more continues the run. */
export const AskedSchema = z.strictObject({
  conditions: z.array(ConditionSchema).min(1).readonly(),
  split: SplitSchema.optional(),
  /** Empty for all tasks. */
  tasks: z.array(TaskIdSchema).readonly(),
  /** Episodes a question and condition. */
  samples: z.int().positive(),
  /** Most questions a task. */
  limit: z.int().positive().optional(),
});
export type Asked = z.infer<typeof AskedSchema>;

export const RunSchema = z.strictObject({
  kind: z.literal("run"),
  version: z.literal(1),
  /** Path of the benchmark folder when the run began. */
  benchmarkFolder: z.string(),
  settings: RunSettingsSchema,
  /** Origin of the server that the model was asked at first, such as `http://localhost:8000`; absent: the maker's own. */
  server: z.url().optional(),
  /** Of the last call. */
  asked: AskedSchema,
});
export type Run = z.infer<typeof RunSchema>;
