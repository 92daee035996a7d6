/**
 * Conversations to learn from, one a line: chats with pictures by reference, so that a file of them is text alone.
 *
 * Pictures are regions of the benchmark's pages, cut, resized and marked as in an episode, or files of their own.
 */
import { dirname } from "node:path";
import { z } from "zod";
import type { Rasters } from "../../episodes/index.ts";
import { InputError } from "../../errors.ts";
import { heightOf, translate, widthOf } from "../../geometry/index.ts";
import { canonicalJson } from "../../json.ts";
import { decodeImage, type Raster, tintMarks } from "../../pixels/index.ts";
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
  /** How strongly outlined boxes are filled with the colour of their mark, 0-1. */
  tint: z.number().min(0).max(1).optional(),
});

const FilePictureSchema = z.strictObject({
  type: z.literal("image"),
  /** Path below the folder of the conversations' file. */
  file: LabelSchema,
});

const PictureReferenceSchema = z.union([PagePictureSchema, FilePictureSchema]);
export type PictureReference = z.infer<typeof PictureReferenceSchema>;

/** Equal for references to equal pictures. */
export const nameOf = (reference: PictureReference): string => canonicalJson(reference);

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
          /** Its first characters count so much instead: what is said can be learnt without how often it is said at all. */
          opening: z
            .strictObject({ characters: z.int().positive(), weight: z.number().nonnegative() })
            .optional(),
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

/** The conversations of a file, one by one. */
export const readConversations = (file: string): AsyncGenerator<ConversationRecord, void, undefined> =>
  readJsonl(file, ConversationSchema);

/** Opens the pictures that conversations refer to. */
export function pictureOpener(
  file: string,
  questions: readonly Question[],
  rasters: Rasters | undefined,
): (reference: PictureReference) => Promise<Raster> {
  const pages = new Map(questions.map(({ page }) => [page.id, page]));
  return async (reference) => {
    if ("file" in reference) return decodeImage({ file: await resolveInside(dirname(file), reference.file) });
    const { box, width, height, marks, tint } = reference;
    const page = pages.get(reference.page);
    if (page === undefined || rasters === undefined)
      throw new InputError({
        file,
        at: "page",
        expected: "a page of the benchmark given with --bench",
        found: reference.page,
      });
    const raster = await rasters.raster({ page, marks }, { content: "zoom", box, width, height });
    return tint === undefined ? raster : tinted(raster, reference, tint);
  };
}

function tinted(
  raster: Raster,
  { box, width, height, marks }: z.infer<typeof PagePictureSchema>,
  tint: number,
): Raster {
  const [x, y] = box;
  const shown = marks.map((mark) => ({ ...mark, box: translate(mark.box, -x, -y) }));
  return tintMarks(raster, shown, tint, { x: width / widthOf(box), y: height / heightOf(box) });
}

/** The page, or file, that a conversation is about: that of its first picture; empty without one. */
export function pageOf({ messages }: ConversationRecord): string {
  const parts = messages.flatMap(({ content }) => (typeof content === "string" ? [] : content));
  const first = parts.find((part) => part.type === "image");
  if (first === undefined) return "";
  return "file" in first ? first.file : first.page;
}
