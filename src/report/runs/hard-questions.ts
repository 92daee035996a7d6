/** Questions that most models get wrong, task by task: the paper's failure cases. */
import { goldAnswer, questionText } from "../../grading/index.ts";
import { type Question, TASK_IDS, type TaskId } from "../../records/index.ts";
import type { System } from "./report-input.ts";

export interface HardQuestion {
  readonly task: TaskId;
  readonly question: string;
  /** The beginning of what is asked. */
  readonly text: string;
  readonly gold: string;
  /** Systems that got it wrong (over all samples), of those that answered it. */
  readonly wrong: number;
  readonly systems: number;
}

const SHOWN_PER_TASK = 5;
/** Characters of a question that a table shows. */
const LONGEST_TEXT = 160;

/**
 * Questions that more than half of the systems got wrong, hardest first. Systems whose zooms were tampered with, and
 * those that saw no picture, do not count.
 */
export function hardQuestions(
  systems: readonly System[],
  questions: ReadonlyMap<string, Question>,
): HardQuestion[] {
  const tallies = new Map<string, { task: TaskId; question: string; wrong: number; systems: number }>();
  const seeing = systems.filter(
    ({ condition }) => condition.counterfactual === undefined && condition.mode !== "blind",
  );
  for (const { scores } of seeing) {
    const answered = scores.filter(({ outcome }) => outcome !== "error");
    for (const [question, group] of Map.groupBy(answered, (score) => score.question)) {
      const [first] = group;
      if (first === undefined) continue;
      const right = group.filter(({ outcome }) => outcome === "correct").length;
      const tally = tallies.get(question) ?? { task: first.task, question, wrong: 0, systems: 0 };
      tally.wrong += right * 2 < group.length ? 1 : 0;
      tally.systems += 1;
      tallies.set(question, tally);
    }
  }
  const hard = [...tallies.values()].filter(({ wrong, systems: all }) => wrong * 2 > all);
  hard.sort((a, b) => b.wrong / b.systems - a.wrong / a.systems || b.systems - a.systems);
  return TASK_IDS.flatMap((task) => hard.filter((tally) => tally.task === task).slice(0, SHOWN_PER_TASK)).map(
    (tally) => ({ ...tally, ...wordsOf(questions.get(tally.question)) }),
  );
}

function wordsOf(question: Question | undefined): Pick<HardQuestion, "text" | "gold"> {
  if (question === undefined) return { text: "", gold: "" };
  const text = questionText(question);
  const gold = goldAnswer(question);
  return { gold, text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)} […]` : text };
}
