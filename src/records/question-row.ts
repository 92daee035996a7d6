/**
 * The row form of a question: flat columns that DuckDB, pandas and Hugging Face `datasets` read as they are. Boxes are
 * lists of `[x1, y1, x2, y2]` in page pixels. `fromRow(toRow(q))` equals `q`.
 */
import { z } from "zod";
import { type Gold, OriginSchema, type Question, QuestionSchema } from "./question.ts";

export const QuestionRowSchema = z.strictObject({
  id: z.string(),
  task: z.string(),
  form: z.string(),
  split: z.string(),
  page_id: z.string(),
  /** Path below the benchmark folder. */
  image: z.string(),
  image_width: z.number(),
  image_height: z.number(),
  /** The text parts of the prompt, joined by line breaks. */
  question: z.string(),
  choices: z.array(z.string()),
  /** A letter, a number, or the accepted text. */
  answer: z.string(),
  /** Other wordings that are right (open answers). */
  answer_also: z.array(z.string()),
  answer_type: z.enum(["choice", "number", "text"]),
  /** `label` is "" where a mark has none. */
  marks: z.array(
    z.strictObject({ box: z.array(z.number()), style: z.string(), label: z.string(), colour: z.string() }),
  ),
  target_panels: z.array(z.array(z.number())),
  target_entities: z.array(z.array(z.number())),
  target_zooms: z.array(z.array(z.number())),
  /** px when the page is shown 320 px wide. */
  evidence_side: z.number().nullable(),
  expected_zooms: z.number(),
  phrase_kind: z.string().nullable(),
  phrase: z.string().nullable(),
  tool: z.string(),
  origin_by: z.string(),
  origin_annotations: z.array(z.string()),
  /** Applied review decisions (JSON text in the file). */
  origin_reviews: OriginSchema.shape.reviews,
  /** The prompt parts in order: text, page, crop (JSON text in the file). */
  prompt: QuestionSchema.shape.prompt,
  seed: z.string(),
  version: z.number(),
});
export type QuestionRow = z.infer<typeof QuestionRowSchema>;

function answerOf(gold: Gold): Pick<QuestionRow, "answer" | "answer_also" | "answer_type"> {
  switch (gold.type) {
    case "choice":
      return { answer: String.fromCharCode(65 + gold.index), answer_also: [], answer_type: "choice" };
    case "number":
      return { answer: String(gold.value), answer_also: [], answer_type: "number" };
    case "text":
      return { answer: gold.text, answer_also: [...gold.also], answer_type: "text" };
  }
}

function goldOf(row: QuestionRow): Gold {
  switch (row.answer_type) {
    case "choice":
      return { type: "choice", index: row.answer.charCodeAt(0) - 65 };
    case "number":
      return { type: "number", value: Number(row.answer) };
    case "text":
      return { type: "text", text: row.answer, also: row.answer_also };
  }
}

const copyBoxes = (boxes: readonly (readonly number[])[]): number[][] => boxes.map((box) => [...box]);

export function toRow(question: Question): QuestionRow {
  const { page, marks, targets, origin } = question;
  return {
    id: question.id,
    task: question.task,
    form: question.form,
    split: question.split,
    page_id: page.id,
    image: page.image,
    image_width: page.width,
    image_height: page.height,
    question: question.prompt.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n"),
    choices: [...question.choices],
    ...answerOf(question.gold),
    marks: marks.map(({ box, style, label, colour }) => ({
      box: [...box],
      style,
      label: label ?? "",
      colour,
    })),
    target_panels: copyBoxes(targets.panels),
    target_entities: copyBoxes(targets.entities),
    target_zooms: copyBoxes(targets.zoom),
    evidence_side: question.evidence?.smallestSide ?? null,
    expected_zooms: question.expectedZooms,
    phrase_kind: question.phrase?.kind ?? null,
    phrase: question.phrase?.text ?? null,
    tool: question.tool,
    origin_by: origin.by,
    origin_annotations: [...origin.annotations],
    origin_reviews: origin.reviews,
    prompt: question.prompt,
    seed: question.seed,
    version: question.version,
  };
}

/** "" in the row is an absent label in the record. */
function marksOf(row: QuestionRow) {
  return row.marks.map(({ label, ...mark }) => (label === "" ? mark : { ...mark, label }));
}

/** Rebuild and check the record; throws `ZodError` where a row does not hold one. */
export function fromRow(row: QuestionRow): Question {
  return QuestionSchema.parse({
    kind: "question",
    version: row.version,
    id: row.id,
    task: row.task,
    form: row.form,
    split: row.split,
    page: { id: row.page_id, image: row.image, width: row.image_width, height: row.image_height },
    marks: marksOf(row),
    prompt: row.prompt,
    choices: row.choices,
    gold: goldOf(row),
    targets: { panels: row.target_panels, entities: row.target_entities, zoom: row.target_zooms },
    ...(row.evidence_side === null ? {} : { evidence: { smallestSide: row.evidence_side } }),
    expectedZooms: row.expected_zooms,
    ...(row.phrase_kind === null ? {} : { phrase: { kind: row.phrase_kind, text: row.phrase } }),
    tool: row.tool,
    origin: {
      by: row.origin_by,
      annotations: row.origin_annotations,
      reviews: row.origin_reviews,
    },
    seed: row.seed,
  });
}
