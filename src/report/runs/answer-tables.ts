/** What was answered where: confusion of choices, and the answers that a model prefers whatever the question. */
import { choiceLetter } from "../../grading/index.ts";
import { type Score, TASK_IDS, type TaskId } from "../../records/index.ts";
import type { System } from "./report-input.ts";

export interface ConfusionTable {
  readonly system: string;
  readonly task: TaskId;
  readonly labels: readonly string[];
  /** Episodes by gold (row) and answer (column); the last column counts unreadable answers: `[labels][labels + 1]`. */
  readonly counts: readonly (readonly number[])[];
  /** Share of the readable answers by label, 0-1, and of the golds: a preference shows as a difference. */
  readonly answered: readonly number[];
  readonly gold: readonly number[];
}

/** Numbers above this share one row. */
const LARGEST_NUMBER = 12;
const MOST_LABELS = 14;

/** Confusion for tasks with letters or numbers for answers. */
export function confusionTables(systems: readonly System[]): ConfusionTable[] {
  return systems.flatMap(({ name, scores }) =>
    TASK_IDS.flatMap((task) => {
      const group = scores.filter((score) => score.task === task && score.outcome !== "error");
      const closed = group.filter(({ gold }) => gold.type !== "text");
      return closed.length === 0 ? [] : [confusionOf(name, task, closed)];
    }),
  );
}

function confusionOf(system: string, task: TaskId, scores: readonly Score[]): ConfusionTable {
  const pairs = scores.map((score) => ({ gold: goldLabel(score), answer: answerLabel(score) }));
  const found = new Set(
    pairs.flatMap(({ gold, answer }) => (answer === undefined ? [gold] : [gold, answer])),
  );
  const labels = [...found]
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .slice(0, MOST_LABELS);
  const countOf = (gold: string, answer: string | undefined) =>
    pairs.filter((pair) => pair.gold === gold && pair.answer === answer).length;
  const counts = labels.map((gold) => [...labels, undefined].map((answer) => countOf(gold, answer)));
  const readable = pairs.filter(({ answer }) => answer !== undefined);
  const share = (list: readonly (string | undefined)[], label: string) =>
    list.length === 0 ? 0 : list.filter((value) => value === label).length / list.length;
  return {
    system,
    task,
    labels,
    counts,
    answered: labels.map((label) =>
      share(
        readable.map(({ answer }) => answer),
        label,
      ),
    ),
    gold: labels.map((label) =>
      share(
        pairs.map(({ gold }) => gold),
        label,
      ),
    ),
  };
}

function goldLabel({ gold }: Score): string {
  if (gold.type === "choice") return choiceLetter(gold.index);
  return gold.type === "number" ? numberLabel(gold.value) : gold.text;
}

function answerLabel({ gold, extracted, outcome }: Score): string | undefined {
  if (extracted === undefined || outcome === "invalid") return undefined;
  const value = Number(extracted);
  return gold.type === "number" && Number.isFinite(value) ? numberLabel(value) : extracted.slice(0, 12);
}

const numberLabel = (value: number): string =>
  value > LARGEST_NUMBER ? `${LARGEST_NUMBER + 1}+` : String(value);
