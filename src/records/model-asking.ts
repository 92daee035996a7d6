import { z } from "zod";

const positive = z.int().positive();

/**
 * How a model learnt to be asked: what teaching and training leave in its folder, and what measuring and training begin
 * with where nothing else is said. Another dialect or larger pictures are another task to a small model.
 */
export const ModelAskingSchema = z.strictObject({
  kind: z.literal("model-asking"),
  version: z.literal(1),
  /** How calls and answers are written. */
  dialect: z.string().min(1).max(100),
  /** Largest area of a page, square px. */
  maxPixels: positive.optional(),
  /** The same of a zoomed region. */
  zoomMaxPixels: positive.optional(),
  /** Most replies of a zoom episode. */
  maxTurns: positive,
  /** Most tokens of a reply. */
  maxTokens: positive,
});
export type ModelAsking = Readonly<z.infer<typeof ModelAskingSchema>>;
