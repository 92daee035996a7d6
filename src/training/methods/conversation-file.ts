/**
 * Conversations to learn from, one a line: chats with pictures by reference, so that a file of them is text alone.
 *
 * Pictures are regions of the benchmark's pages, cut, resized and marked as in an episode, or files of their own.
 */
import { dirname } from "node:path";
import { z } from "zod";
import { findDialect } from "../../dialects/index.ts";
import { beginEpisode, type EpisodeOptions, type Rasters } from "../../episodes/index.ts";
import { InputError } from "../../errors.ts";
import { goldAnswer } from "../../grading/index.ts";
import { decodeImage, type Raster } from "../../pixels/index.ts";
import type { Provider } from "../../providers/index.ts";
import { BoxSchema, IdSchema, LabelSchema, MarkSchema, type Question } from "../../records/index.ts";
import { readJsonl, resolveInside } from "../../store/index.ts";

const pixels = z.int().positive().max(16_384);

const PagePictureSchema = z.strictObject({
  type: z.literal("image"),
  /** Id of a page of the benchmark. */
  page: IdSchema,
  /** The region that is shown, page px. */
  box: BoxSchema,
  /** px, as shown */
  width: pixels,
  /** px, as shown */
  height: pixels,
  marks: z.array(MarkSchema).readonly().default([]),
});

const FilePictureSchema = z.strictObject({
  type: z.literal("image"),
  /** Path below the folder of the conversations' file. */
  file: LabelSchema,
});

const PictureReferenceSchema = z.union([PagePictureSchema, FilePictureSchema]);
export type PictureReference = z.infer<typeof PictureReferenceSchema>;

const ContentSchema = z.union([
  z.string(),
  z
    .array(z.union([z.strictObject({ type: z.literal("text"), text: z.string() }), PictureReferenceSchema]))
    .min(1)
    .readonly(),
]);

export const ConversationSchema = z.strictObject({
  kind: z.literal("conversation"),
  version: z.literal(1),
  id: z.string().min(1).max(500),
  messages: z
    .array(
      z.discriminatedUnion("role", [
        z.strictObject({ role: z.literal("system"), content: z.string() }),
        z.strictObject({ role: z.literal("user"), content: ContentSchema }),
        z.strictObject({
          role: z.literal("assistant"),
          content: z.string(),
          /** What its tokens count in the loss; 0: they are read but not learnt. */
          weight: z.number().nonnegative().default(1),
        }),
      ]),
    )
    .min(2)
    .readonly()
    .refine(
      (messages) => messages.some((message) => message.role === "assistant" && message.weight > 0),
      "expected an assistant's message to learn from",
    ),
});
export type ConversationRecord = z.infer<typeof ConversationSchema>;

/** All conversations of a file. */
export const readConversations = (file: string): Promise<ConversationRecord[]> =>
  Array.fromAsync(readJsonl(file, ConversationSchema));

/** Opens the pictures that conversations refer to. */
export function pictureOpener(
  file: string,
  questions: readonly Question[],
  rasters: Rasters | undefined,
): (reference: PictureReference) => Promise<Raster> {
  const pages = new Map(questions.map(({ page }) => [page.id, page]));
  return async (reference) => {
    if ("file" in reference) return decodeImage({ file: await resolveInside(dirname(file), reference.file) });
    const { box, width, height, marks } = reference;
    const page = pages.get(reference.page);
    if (page === undefined || rasters === undefined)
      throw new InputError({
        file,
        at: "page",
        expected: "a page of the benchmark given with --bench",
        found: reference.page,
      });
    return rasters.raster({ page, marks }, { content: "zoom", box, width, height });
  };
}

export type SolutionOptions = Pick<EpisodeOptions, "dialect" | "maxPixels" | "harness"> & {
  readonly dialect: string;
};

/**
 * SFT-S: every question as an episode asks it in mode `page`, answered with its gold in the dialect's form.
 *
 * @param reader what the model's pictures are like
 */
export function solutionsOf(
  questions: readonly Question[],
  reader: Pick<Provider, "id" | "model" | "traits">,
  options: SolutionOptions,
): readonly ConversationRecord[] {
  const dialect = findDialect(options.dialect);
  if (dialect === undefined)
    throw new RangeError(`solutionsOf: expected a known dialect, got ${options.dialect}`);
  return questions.map((question) => {
    const { turns, plan } = beginEpisode(reader, question, { ...options, mode: "page" });
    const asked = turns.flatMap((turn): ConversationRecord["messages"] => {
      if (turn.role === "system") return [{ role: "system", content: turn.text }];
      if (turn.role !== "user") return [];
      const content = turn.parts.map((part) => {
        if (typeof part === "string") return { type: "text" as const, text: part };
        const { box, width, height } = part;
        const marks = part.content === "part" ? [] : question.marks;
        return { type: "image" as const, page: question.page.id, box, width, height, marks };
      });
      return [{ role: "user", content }];
    });
    const reply = dialect.write({ do: "answer", text: goldAnswer(question) }).text;
    const messages = [...asked, { role: "assistant" as const, content: reply, weight: 1 }];
    return { kind: "conversation", version: 1, id: plan.id, messages };
  });
}
