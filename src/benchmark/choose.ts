/** Choose the drafts that a page contributes: spread over subjects, even over answer classes. */
import type { IdentifiedDraft } from "./draft-page.ts";

/** How often each class has been kept so far; kept across the pages of one task and split. */
export type ClassTally = Map<string, number>;

/**
 * Keep `count` drafts, one at a time: reviewed ones first, then from the least used subject, then from the answer class
 * kept least so far, then in the given order.
 */
export function chooseDrafts(
  drafts: readonly IdentifiedDraft[],
  count: number,
  tally: ClassTally,
  accepted: ReadonlySet<string>,
): readonly IdentifiedDraft[] {
  const waiting = new Set(drafts);
  const subjects = new Map<string, number>();
  const cost = (draft: IdentifiedDraft): readonly number[] => [
    accepted.has(draft.id) ? 0 : 1,
    subjects.get(draft.subject) ?? 0,
    tally.get(draft.answerClass) ?? 0,
  ];
  const chosen: IdentifiedDraft[] = [];
  while (chosen.length < count && waiting.size > 0) {
    const best = [...waiting].reduce((a, b) => (compare(cost(b), cost(a)) < 0 ? b : a));
    waiting.delete(best);
    chosen.push(best);
    subjects.set(best.subject, (subjects.get(best.subject) ?? 0) + 1);
    tally.set(best.answerClass, (tally.get(best.answerClass) ?? 0) + 1);
  }
  return chosen;
}

/** Lexicographic order of equally long lists. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
