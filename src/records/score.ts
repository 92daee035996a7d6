/** What one episode is worth: the verdict on its answer and on where it looked. Scores can be made again from episodes. */
import { z } from "zod";
import { IdSchema } from "./common.ts";
import { CounterfactualSchema, EpisodeModeSchema } from "./episode.ts";
import { GoldSchema, SplitSchema, TaskIdSchema } from "./question.ts";

export const SCORE_OUTCOMES = [
  "correct",
  "wrong",
  /** No answer could be read from what the model said. */
  "invalid",
  /** The provider or the judge failed: nothing is known about the model. */
  "error",
] as const;
export type ScoreOutcome = (typeof SCORE_OUTCOMES)[number];

export const ScoreSchema = z.strictObject({
  kind: z.literal("score"),
  version: z.literal(1),
  /** Id of the episode. */
  episode: z.string().min(1),
  question: IdSchema,
  /** Which of several attempts at the question, from 0. */
  sample: z.int().nonnegative(),
  mode: EpisodeModeSchema,
  counterfactual: CounterfactualSchema.optional(),
  task: TaskIdSchema,
  form: IdSchema,
  page: IdSchema,
  split: SplitSchema,
  gold: GoldSchema,
  /** What was read from the answer; absent when nothing could be. */
  extracted: z.string().optional(),
  outcome: z.enum(SCORE_OUTCOMES),
  /** 0 (wrong, invalid, error) to 1 (right). */
  value: z.number().min(0).max(1),
  /** Id of the grader, with the judge's model where one decided. */
  grader: z.string(),
  /** The zoom calls that were run, in order. */
  calls: z
    .array(
      z.strictObject({
        /** Intersection over union with the target it is matched to, 0-1; 0 without one. */
        iou: z.number().min(0).max(1),
        /** Place in the question's `targets.zoom`; absent where all targets were matched better by other calls. */
        target: z.int().nonnegative().optional(),
      }),
    )
    .readonly(),
});
export type Score = z.infer<typeof ScoreSchema>;
