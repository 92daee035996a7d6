/** Review decisions from `review.jsonl`, and what they do to questions. */
import { InputError } from "../errors.ts";
import { type Question, QuestionSchema, type Review } from "../records/index.ts";

export interface Reviews {
  readonly rejected: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
  /** All decisions by question, oldest first. */
  readonly byQuestion: ReadonlyMap<string, readonly Review[]>;
}

export const noReviews: Reviews = { rejected: new Set(), accepted: new Set(), byQuestion: new Map() };

/** Order decisions by time; the last one says whether a question is rejected. */
export function gatherReviews(reviews: readonly Review[]): Reviews {
  const ordered = reviews.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const byQuestion = Map.groupBy(ordered, ({ question }) => question);
  const lastIs = (decision: Review["decision"] | "kept") =>
    new Set(
      [...byQuestion]
        .filter(([, list]) => (list.at(-1)?.decision === "reject" ? "reject" : "kept") === decision)
        .map(([id]) => id),
    );
  return { rejected: lastIs("reject"), accepted: lastIs("kept"), byQuestion };
}

type Edit = Extract<Review, { decision: "edit" }>["edit"];

/** Replace the last text part of a prompt: the one that asks. */
function withText(question: Question, text: string): Question {
  const last = question.prompt.findLastIndex((part) => part.type === "text");
  return { ...question, prompt: question.prompt.with(last, { type: "text", text }) };
}

function applyEdit(question: Question, edit: Edit): Question {
  const asked = edit.text === undefined ? question : withText(question, edit.text);
  return { ...asked, choices: edit.choices ?? asked.choices, gold: edit.gold ?? asked.gold };
}

/** True when the gold is of the kind that the task asks for and points into the choices. */
function isGradable(question: Question, original: Question): boolean {
  const { gold, choices } = question;
  if (gold.type !== original.gold.type) return false;
  return gold.type === "choice" ? gold.index < choices.length : choices.length === 0;
}

/** Apply the decisions about one question, oldest first; an edit that breaks it is an `InputError` naming `file`. */
export function applyReviews(question: Question, reviews: Reviews, file: string): Question {
  const decisions = reviews.byQuestion.get(question.id) ?? [];
  if (decisions.length === 0) return question;
  const edited = decisions.reduce(
    (current, review) => (review.decision === "edit" ? applyEdit(current, review.edit) : current),
    question,
  );
  if (!isGradable(edited, question)) {
    throw new InputError({
      file,
      at: `decisions for ${question.id}`,
      expected: `an edit whose gold is a ${question.gold.type} answer that fits the choices`,
      found: JSON.stringify({ choices: edited.choices, gold: edited.gold }),
    });
  }
  const applied = decisions.map(({ by, at }) => ({ by, at: new Date(at).toISOString() }));
  return QuestionSchema.parse({ ...edited, origin: { ...edited.origin, reviews: applied } });
}
