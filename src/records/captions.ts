/** A page in words: a line of `captions.jsonl`, which stands beside a benchmark's questions. */
import { z } from "zod";
import { BoxSchema, IdSchema } from "./common.ts";

export const PageCaptionsSchema = z.strictObject({
  kind: z.literal("captions"),
  version: z.literal(1),
  page: IdSchema,
  /** Who described it: `annotations`, or a model. */
  by: z.string().min(1),
  /** In reading order. Places within a text are thousandths of the page. */
  panels: z.array(z.strictObject({ box: BoxSchema, text: z.string().min(1) })).readonly(),
});
export type PageCaptions = z.infer<typeof PageCaptionsSchema>;
