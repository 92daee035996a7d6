/** Choose the drafts that a page contributes: spread over subjects, even over question forms and over their answers. */
import type { IdentifiedDraft } from "./draft-page.ts";

/** How often a question form was kept, and each of its answers. */
interface FormTally {
  kept: number;
  readonly answers: Map<string, number>;
}

/** What was kept so far, by form, over the pages of one task and split. */
export type AnswerTally = Map<string, FormTally>;

/**
 * Keep `count` drafts, one at a time: reviewed ones first, then from the least used subject, then what keeps forms and
 * answers even (see {@link crowding}), then the rarer answer, then in the given order.
 */
export function chooseDrafts(
  drafts: readonly IdentifiedDraft[],
  count: number,
  tally: AnswerTally,
  accepted: ReadonlySet<string>,
): readonly IdentifiedDraft[] {
  const waiting = new Set(drafts);
  const subjects = new Map<string, number>();
  const chosen: IdentifiedDraft[] = [];
  while (chosen.length < count && waiting.size > 0) {
    const costs = [...waiting].map((draft) => ({
      draft,
      cost: [
        accepted.has(draft.id) ? 0 : 1,
        subjects.get(draft.subject) ?? 0,
        crowding(draft, tally.get(draft.form)),
        tally.get(draft.form)?.answers.get(draft.answerClass) ?? 0,
      ],
    }));
    const { draft: best } = costs.reduce((a, b) => (compare(b.cost, a.cost) < 0 ? b : a));
    waiting.delete(best);
    chosen.push(best);
    subjects.set(best.subject, (subjects.get(best.subject) ?? 0) + 1);
    keep(best, tally);
  }
  return chosen;
}

/**
 * How crowded a draft's place is: how often its form was kept, or how often it would have been if every answer of the
 * form were as frequent as this one, whichever is more. So an answer that is right too often ("day") waits until the
 * others catch up, and a form whose answers never repeat is not preferred for that.
 */
function crowding({ answerClass }: IdentifiedDraft, form: FormTally | undefined): number {
  if (form === undefined) return 0;
  return Math.max(form.kept, (form.answers.get(answerClass) ?? 0) * form.answers.size);
}

function keep({ form, answerClass }: IdentifiedDraft, tally: AnswerTally): void {
  const entry = tally.get(form) ?? { kept: 0, answers: new Map<string, number>() };
  entry.kept += 1;
  entry.answers.set(answerClass, (entry.answers.get(answerClass) ?? 0) + 1);
  tally.set(form, entry);
}

/** Lexicographic order of equally long lists. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
