/** What a task is: it turns one annotated page into question drafts. Which of them are kept is the benchmark's choice. */

import type { PageView } from "../comics/index.ts";
import type { Box } from "../geometry/index.ts";
import type { GraderId } from "../grading/index.ts";
import type { Random } from "../random.ts";
import type { Gold, Mark, PromptPart, Question, TaskId } from "../records/index.ts";

/** The annotations that tasks are made from. */
export const LABELS = [
  "panels",
  "characters",
  "identity",
  "action",
  "depth",
  "balloons",
  "text",
  "speaker",
  "objects",
] as const;
export type Label = (typeof LABELS)[number];

/** A complete set of choices; the order in the list has no meaning (letters are given later). */
export interface FixedChoices {
  readonly type: "fixed";
  readonly right: string;
  readonly wrong: readonly string[];
}

/** Wrong choices still to be drawn from all labels of a kind in the data. */
export interface OpenChoices {
  readonly type: "labels";
  readonly label: "action";
  readonly right: string;
  /** Labels that are also true here and may not be offered as wrong. */
  readonly alsoRight: readonly string[];
  readonly wrongCount: number;
}

/** How a draft is answered, before letters are given. */
export type DraftAnswer = FixedChoices | OpenChoices | Exclude<Gold, { type: "choice" }>;

/** A question before it has an id, a split, letters, and a picture on disk. */
export interface QuestionDraft {
  readonly form: string;
  readonly prompt: readonly PromptPart[];
  readonly marks: readonly Mark[];
  readonly answer: DraftAnswer;
  /** The answer, for evening out: of one form, drafts with different answers are kept in equal numbers as far as possible. */
  readonly answerClass: string;
  /** Drafts that share a subject ask about the same evidence: others are taken before a second one is. */
  readonly subject: string;
  readonly panels: readonly Box[];
  readonly entities: readonly Box[];
  readonly zoom: readonly Box[];
  readonly expectedZooms: number;
  readonly phrase?: Question["phrase"];
  readonly tool: Question["tool"];
  /** Ids of the annotations that it rests on. */
  readonly annotations: readonly string[];
}

export interface Task<Id extends TaskId = TaskId> {
  readonly id: Id;
  readonly title: string;
  readonly scope: "single-panel" | "multi-panel";
  readonly skill: "recognition" | "understanding";
  readonly answer: Gold["type"];
  readonly grader: GraderId;
  /** Number of choices; absent for open and number answers. */
  readonly choices?: number;
  /** Labels that a page must have for this task to ask anything. */
  readonly needs: readonly Label[];
  /** Number of questions in the paper's Table 2, and in its test split (derived from the percentages of Tables 3-7). */
  readonly paper: { readonly questions: number; readonly test: number };
  /** Every question that this page can give, in an order that depends on nothing but the page and the seed. */
  drafts(view: PageView, random: Random): readonly QuestionDraft[];
}

/** The usual prompt: the marked page, then the question. */
export const askAboutPage = (text: string): readonly PromptPart[] => [
  { type: "page" },
  { type: "text", text },
];
