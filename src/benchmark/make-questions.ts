/** From a page and the plan to its finished questions. */
import { type Random, seeded } from "../random.ts";
import { type Page, type Question, QuestionSchema, type Split } from "../records/index.ts";
import { tasks } from "../tasks/index.ts";
import { arrange, type Balance, newBalance, wrongLabelCount } from "./arrange.ts";
import { type AnswerTally, chooseDrafts } from "./choose.ts";
import { draftPage, type IdentifiedDraft } from "./draft-page.ts";
import { evidenceOf } from "./evidence.ts";
import type { Plan } from "./plan.ts";
import { applyReviews, type Reviews } from "./reviews.ts";
import type { Survey } from "./survey.ts";

/** Turns a kept draft into a question; keeps the balance of letters and labels by task and split. */
function questionMaker(survey: Survey, random: Random) {
  const balances = new Map<string, Balance>();
  return (draft: IdentifiedDraft, page: Page, split: Split): Question => {
    const key = `${draft.task}/${split}`;
    const balance = balances.get(key) ?? newBalance();
    balances.set(key, balance);
    const { choices, gold } = arrange(draft.answer, survey.pool, balance, random.fork(draft.id));
    return QuestionSchema.parse({
      kind: "question",
      version: 1,
      id: draft.id,
      task: draft.task,
      form: draft.form,
      split,
      page: { id: page.id, image: page.image.file, width: page.image.width, height: page.image.height },
      marks: draft.marks,
      prompt: draft.prompt,
      choices,
      gold,
      targets: { panels: draft.panels, entities: draft.entities, zoom: draft.zoom },
      evidence: evidenceOf(draft, page),
      expectedZooms: draft.expectedZooms,
      ...(draft.phrase === undefined ? {} : { phrase: draft.phrase }),
      tool: draft.tool,
      origin: { by: "rule", annotations: draft.annotations, reviews: [] },
      seed: draft.seed,
    });
  };
}

/** Chooses what each page contributes; keeps the tallies of answer classes by task and split. */
function draftChooser(plan: Plan, seed: string, reviews: Reviews) {
  const tallies = new Map<string, AnswerTally>();
  return (page: Page, place: number): readonly IdentifiedDraft[] => {
    const drafts = draftPage(page, seed);
    return tasks.flatMap(({ id }) => {
      const key = `${id}/${plan.splits[place]}`;
      const tally = tallies.get(key) ?? new Map();
      tallies.set(key, tally);
      const usable = (drafts.get(id) ?? []).filter(
        (draft) => !reviews.rejected.has(draft.id) && canBeAnswered(draft, plan.survey),
      );
      return chooseDrafts(usable, plan.quotas[place]?.[id] ?? 0, tally, reviews.accepted);
    });
  };
}

function canBeAnswered({ answer }: IdentifiedDraft, { pool }: Survey): boolean {
  return answer.type !== "labels" || wrongLabelCount(answer, pool) >= answer.wrongCount;
}

export interface QuestionSource {
  readonly plan: Plan;
  readonly seed: string;
  readonly reviews: Reviews;
  /** The review file, for messages. */
  readonly reviewFile: string;
}

/**
 * A function that gives the questions of the page at a place (from 0) of the survey. Pages must come in that order:
 * letters and answer classes are balanced along the way.
 */
export function questionSource({ plan, seed, reviews, reviewFile }: QuestionSource) {
  const choose = draftChooser(plan, seed, reviews);
  const make = questionMaker(plan.survey, seeded(seed).fork("arrange"));
  return (page: Page, place: number): readonly Question[] => {
    const split = plan.splits[place] ?? "train";
    return choose(page, place).map((draft) => applyReviews(make(draft, page, split), reviews, reviewFile));
  };
}
