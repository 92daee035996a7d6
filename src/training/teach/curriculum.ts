/**
 * What a model is taught in which order, as data: stages with their lessons, each trained by `sft` from where the last one
 * ended.
 *
 * Outlines alone were not found in 600 steps by so small a model; filled with their colour at first, less and less, they
 * were. Hence `tint`, which falls over the steps of a stage.
 */
import { z } from "zod";
import { InputError } from "../../errors.ts";
import { TASK_IDS } from "../../records/index.ts";
import { mayTeach, type TaughtBoxes } from "./lesson.ts";
import { type LessonId, lessons } from "./lessons/index.ts";

const share = z.number().min(0, "expected 0 to 1").max(1, "expected 0 to 1");
const LESSON_IDS: readonly [LessonId, ...LessonId[]] = [lessons[0].id, ...lessons.map(({ id }) => id)];

export const StageSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "expected lower-case letters, digits and hyphens"),
  steps: z.int().positive(),
  /** Conversations of a step. */
  batch: z.int().positive(),
  /** Highest learning rate. */
  rate: z.number().positive(),
  schedule: z.enum(["constant", "linear", "cosine"]).default("constant"),
  /** Updates over which the rate rises, as a share of all. */
  warmup: share.default(0.05),
  /** How strongly marked boxes are filled with their colour, at the first and the last step. */
  tint: z.strictObject({ from: share, to: share }).default({ from: 0, to: 0 }),
  /** Whose questions are taken; of all tasks that are taught unless given. */
  tasks: z.array(z.enum(TASK_IDS)).min(1).optional(),
  /** Share of questions on which each lesson is given. */
  lessons: z
    .partialRecord(z.enum(LESSON_IDS), share)
    .refine((shares) => Object.values(shares).some((value) => value > 0), "expected a lesson that is given"),
});
export type Stage = z.infer<typeof StageSchema>;

export const CurriculumSchema = z.strictObject({
  /** Largest area of a page as the model sees it, square px. */
  maxPixels: z.int().positive(),
  /** The same of a crop. */
  zoomMaxPixels: z.int().positive(),
  maxTurns: z.int().min(2).max(50).default(3),
  /** How calls and answers are written, as text. */
  dialect: z.string().min(1).default("tagged-restating"),
  weightDecay: z.number().nonnegative().default(0.02),
  beta2: z.number().min(0).lt(1).default(0.99),
  stages: z
    .array(StageSchema)
    .min(1)
    .refine((stages) => new Set(stages.map(({ id }) => id)).size === stages.length, "expected different ids"),
});
export type Curriculum = z.infer<typeof CurriculumSchema>;

/**
 * Without the stages in which nothing is left for a model with such boxes.
 *
 * @throws InputError where none is left
 */
export function curriculumFor(curriculum: Curriculum, boxes: TaughtBoxes): Curriculum {
  const stages = curriculum.stages.filter(({ lessons: shares }) =>
    lessons.some((lesson) => (shares[lesson.id] ?? 0) > 0 && mayTeach(lesson, boxes)),
  );
  if (stages.length > 0) return { ...curriculum, stages };
  throw new InputError({
    at: "--curriculum",
    expected: `a stage with a lesson that does not tell targets, for --boxes ${boxes}`,
    found: "none",
  });
}

const everyStage = { batch: 96, warmup: 0.04 };

/** Of `benday-tiny`: pages of 48 tokens, crops of up to 64. */
export const TINY_CURRICULUM: Curriculum = CurriculumSchema.parse({
  maxPixels: 52 * 28 * 28,
  zoomMaxPixels: 64 * 28 * 28,
  stages: [
    // By itself: in a mixture with answers and zooms nothing was located within 600 steps (docs/LOG.md).
    {
      ...{ ...everyStage, id: "find", steps: 1000, batch: 64, rate: 1e-3 },
      tint: { from: 1, to: 0 },
      lessons: { locate: 1 },
    },
    {
      ...{ ...everyStage, id: "see", steps: 1500, rate: 1.5e-3 },
      lessons: { caption: 1, "panel-near": 0.15, locate: 0.05 },
    },
    {
      ...{ ...everyStage, id: "read", steps: 1250, rate: 1e-3, warmup: 0.08 },
      lessons: { caption: 0.3, "panel-near": 1, locate: 0.1 },
    },
    // Two crops a question make it the slowest to learn.
    {
      ...{ ...everyStage, id: "tell-apart", steps: 1000, batch: 64, rate: 1e-3 },
      tasks: ["character-identification"],
      lessons: { caption: 0.3, "panel-near": 0.5, "panel-answer": 0.5, locate: 0.1 },
    },
    {
      ...{ ...everyStage, id: "answer", steps: 900, batch: 64, rate: 1e-3, schedule: "linear" },
      tasks: ["depth-comparison", "character-identification"],
      // Few jittered calls, whose boxes are noise in the loss: they only set how often the tool is called.
      lessons: {
        ...{ locate: 0.3, "panel-near": 0.1, "panel-answer": 0.5 },
        ...{ "page-answer": 0.4, "zoom-jittered": 0.35, "zoom-near": 1 },
      },
    },
    // Where to look comes to mind when it is called for: what is told of boxes by their colour did not.
    {
      ...{ ...everyStage, id: "look", steps: 220, batch: 64, rate: 1e-3, schedule: "linear", warmup: 0.06 },
      tasks: ["depth-comparison", "character-identification"],
      lessons: {
        ...{ locate: 0.15, "locate-asked": 1, "panel-near": 0.1, "panel-answer": 0.4 },
        ...{ "page-answer": 0.4, "zoom-jittered": 0.35, "zoom-near": 0.7 },
      },
    },
    // A second way to call, seldom taken and mostly right, for rewards to find: from jitter alone they sharpened boxes by 0.1 in 120 steps.
    {
      ...{ ...everyStage, id: "aim", steps: 1300, batch: 64, rate: 1e-3, schedule: "linear", warmup: 0.02 },
      tasks: ["depth-comparison", "character-identification"],
      lessons: {
        ...{ locate: 0.1, "panel-near": 0.05, "panel-answer": 0.2, "page-answer": 0.2 },
        ...{ "zoom-jittered": 0.13, "zoom-near": 0.3, "zoom-aimed": 1 },
      },
    },
    // Aimed calls by themselves: in the mixture before, their sampled boxes stopped at an IoU of 0.62 and 0.54 (docs/LOG.md).
    {
      ...{ ...everyStage, id: "sharpen", steps: 500, batch: 64, rate: 8e-4, schedule: "linear" },
      tasks: ["depth-comparison", "character-identification"],
      lessons: { "zoom-aimed": 1 },
    },
    // Back to how often it calls and how seldom it aims, and to the answers of which `sharpen` says nothing.
    {
      ...{ ...everyStage, id: "settle", steps: 200, batch: 64, rate: 5e-4, schedule: "linear", warmup: 0.06 },
      tasks: ["depth-comparison", "character-identification"],
      lessons: {
        ...{ locate: 0.1, "panel-answer": 0.4, "page-answer": 0.26 },
        ...{ "zoom-jittered": 0.22, "zoom-near": 0.7, "zoom-aimed": 1 },
      },
    },
  ],
});
