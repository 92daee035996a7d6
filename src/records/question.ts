/**
 * One question of the benchmark, self-contained: what to show, what to ask, what counts as right, where to look.
 *
 * Marks are data here and are drawn at the time of use, after resizing (see `pixels/marks.ts`).
 */
import { z } from "zod";
import { BoxSchema, IdSchema, LabelSchema } from "./common.ts";

/** Order of the paper's Table 2. */
export const TASK_IDS = [
  "panel-understanding",
  "action-recognition",
  "depth-comparison",
  "dialog-reordering",
  "panel-reordering",
  "character-identification",
  "character-counting",
] as const;
export const TaskIdSchema = z.enum(TASK_IDS);
export type TaskId = z.infer<typeof TaskIdSchema>;

export const SPLITS = ["train", "validation", "test"] as const;
export const SplitSchema = z.enum(SPLITS);
export type Split = z.infer<typeof SplitSchema>;

/** The kinds of position phrase, facts of the paper's Fig. 3 ("panel position prompt types"). */
export const PHRASE_KINDS = ["ordinal", "only", "last", "index", "nested", "grid"] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

export const MarkSchema = z.strictObject({
  box: BoxSchema,
  /** `outline` frames the region and leaves it visible; `cover` hides it behind a flat grey field. */
  style: z.enum(["outline", "cover"]),
  /** One or two characters drawn beside an outline or in the middle of a cover. */
  label: z.string().max(2).optional(),
  /** Colour by name, so that a prompt can say "the red box". */
  colour: z.enum(["red", "blue", "green", "orange", "purple", "cyan"]),
});

/** A prompt is a list of parts, in order. The page picture (with marks) is a part like any other. */
export const PromptPartSchema = z.discriminatedUnion("type", [
  /** The page with the question's marks. */
  z.strictObject({ type: z.literal("page") }),
  z.strictObject({ type: z.literal("text"), text: LabelSchema }),
  /** A region of the unmarked page, scaled to `width` x `height` px. */
  z.strictObject({
    type: z.literal("crop"),
    box: BoxSchema,
    width: z.int().positive(),
    height: z.int().positive(),
  }),
]);

export const GoldSchema = z.discriminatedUnion("type", [
  /** `index` counts from 0 in `choices`. */
  z.strictObject({ type: z.literal("choice"), index: z.int().nonnegative() }),
  z.strictObject({ type: z.literal("number"), value: z.int().nonnegative() }),
  /** `text` is the answer to print; `also` are other wordings that are right. */
  z.strictObject({ type: z.literal("text"), text: LabelSchema, also: z.array(LabelSchema).readonly() }),
]);

export const TargetsSchema = z.strictObject({
  /** Panels that hold the evidence. */
  panels: z.array(BoxSchema).readonly(),
  /** The figures or things the question is about. */
  entities: z.array(BoxSchema).readonly(),
  /** Where a zoom should go: each is paid once (paper Eq. 3 with one-to-one matching). */
  zoom: z.array(BoxSchema).readonly(),
});

export const EvidenceSchema = z.strictObject({
  /**
   * px: the shorter side of the smallest thing that has to be made out, or for lettering the size of a letter, when the
   * page is shown 320 px wide.
   */
  smallestSide: z.number().nonnegative(),
});

export const OriginSchema = z.strictObject({
  /** `rule`: from annotations by code; `model`: written by a teacher model; `person`: written by hand. */
  by: z.enum(["rule", "model", "person"]),
  /** Ids of the annotations it was made from. */
  annotations: z.array(IdSchema).readonly(),
  /** Applied review decisions, oldest first. */
  reviews: z.array(z.strictObject({ by: LabelSchema, at: z.iso.datetime() })).readonly(),
});

export const QuestionSchema = z.strictObject({
  kind: z.literal("question"),
  version: z.literal(1),
  /** `<page>.<task>.<hash of what is asked>`: stable over rebuilds, whatever the split or the order of choices. */
  id: IdSchema,
  task: TaskIdSchema,
  /** The question form within the task ("who", "which-slot"); chance and priors are counted per form. */
  form: IdSchema,
  split: SplitSchema,
  page: z.strictObject({
    id: IdSchema,
    /** Path below the benchmark folder. */
    image: LabelSchema,
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  marks: z.array(MarkSchema).readonly(),
  prompt: z.array(PromptPartSchema).min(1).readonly(),
  /** Empty for open and number answers; letters are given by position (A, B, ...). */
  choices: z.array(LabelSchema).readonly(),
  gold: GoldSchema,
  targets: TargetsSchema,
  /** How small the evidence is; absent where nobody measured it. */
  evidence: EvidenceSchema.optional(),
  /** Number of zoom calls that a perfect episode makes. */
  expectedZooms: z.int().nonnegative(),
  /** How the panel is named, for questions that name one in words. */
  phrase: z.strictObject({ kind: z.enum(PHRASE_KINDS), text: LabelSchema }).optional(),
  tool: z.enum(["zoom", "none"]),
  origin: OriginSchema,
  /** The seed of the random choices in it. */
  seed: z.string(),
});

export type Mark = z.infer<typeof MarkSchema>;
export type MarkColour = Mark["colour"];
export type PromptPart = z.infer<typeof PromptPartSchema>;
export type Gold = z.infer<typeof GoldSchema>;
export type Evidence = z.infer<typeof EvidenceSchema>;
export type Targets = z.infer<typeof TargetsSchema>;
export type Question = z.infer<typeof QuestionSchema>;
