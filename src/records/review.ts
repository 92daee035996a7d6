/** A person's decision about one question; the last line for a question wins, field by field for edits. */
import { z } from "zod";
import { IdSchema, LabelSchema } from "./common.ts";
import { GoldSchema } from "./question.ts";

const Decision = {
  kind: z.literal("review"),
  version: z.literal(1),
  /** Id of the question. */
  question: IdSchema,
  /** Who decided. */
  by: LabelSchema,
  /** When, ISO 8601 with zone. */
  at: z.iso.datetime({ offset: true }),
  note: LabelSchema.optional(),
};

export const ReviewSchema = z.discriminatedUnion(
  "decision",
  [
    z.strictObject({ ...Decision, decision: z.literal("accept") }),
    z.strictObject({ ...Decision, decision: z.literal("reject") }),
    z.strictObject({
      ...Decision,
      decision: z.literal("edit"),
      /** What to replace; absent fields stay. `question` is the text part of the prompt that asks. */
      edit: z.strictObject({
        text: LabelSchema.optional(),
        choices: z.array(LabelSchema).optional(),
        gold: GoldSchema.optional(),
      }),
    }),
  ],
  "expected a decision: accept, reject or edit",
);

export type Review = z.infer<typeof ReviewSchema>;
