/**
 * A reader who knows the truth of each page but not the gold answers gets every question right: what the questions ask
 * is what the records say, in words that can be understood without the code that wrote them.
 */
import { choiceLetter, graders } from "../../src/grading/index.ts";
import { type Page, type Question, TASK_IDS, type TaskId, tableOver } from "../../src/records/index.ts";
import { taskOf } from "../../src/tasks/index.ts";
import { questionsOf, questionsPerTask, withDrawnBenchmark } from "./drawn/benchmark.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";
import { fittingAnswers } from "./reader/panel-answers.ts";
import {
  askedText,
  cutOutPanels,
  inChosenOrder,
  inReadingOrder,
  inWords,
  linesOf,
  listedTexts,
  markedFigures,
  markedPanels,
  type Shown,
} from "./reader/scene.ts";

/** An answer in the words of a choice, or a number or text; undefined where the reader is at a loss. */
type Reader = (shown: Shown, page: Page) => string | undefined;

function readDepth(shown: Shown, page: Page): string | undefined {
  const [first, second] = markedFigures(page, shown) ?? [];
  if (first?.interdepth === undefined || second?.interdepth === undefined) return undefined;
  const asksNearer = askedText(shown).includes("nearer");
  return first.interdepth < second.interdepth === asksNearer ? "Character 1" : "Character 2";
}

function readDialogue(shown: Shown, page: Page): string | undefined {
  const marked = markedPanels(page, shown);
  const right = linesOf(
    page,
    inReadingOrder(page).filter((panel) => marked.includes(panel)),
  ).join("\n");
  return shown.choices.find((choice) => inChosenOrder(listedTexts(shown), choice).join("\n") === right);
}

/** Recognises the panels that are cut out, and knows which panel each cover hides. */
function readPanelOrder(shown: Shown, page: Page): string | undefined {
  const shownPanels = cutOutPanels(page, shown);
  const covered = markedPanels(page, shown);
  const blank = covered[shown.marks.findIndex(({ label }) => label === "?")];
  if (blank !== undefined) return `Picture ${shownPanels.indexOf(blank) + 1}`;
  const [only] = shownPanels;
  return only === undefined ? undefined : `Panel ${covered.indexOf(only) + 1}`;
}

function readIdentity(shown: Shown, page: Page): string | undefined {
  const [first, second] = markedFigures(page, shown) ?? [];
  return first?.name === second?.name ? "The same character" : "Different characters";
}

const READERS: Readonly<Record<TaskId, Reader>> = {
  "panel-understanding": (shown, page) => fittingAnswers(askedText(shown), page)[0]?.[0],
  "action-recognition": (shown, page) => inWords(markedFigures(page, shown)?.[0]?.action ?? ""),
  "depth-comparison": readDepth,
  "dialog-reordering": readDialogue,
  "panel-reordering": readPanelOrder,
  "character-identification": readIdentity,
  "character-counting": (shown, page) => {
    const name = markedFigures(page, shown)?.[0]?.name;
    return String(page.characters.filter((figure) => figure.name === name).length);
  },
};

/** What the grader gives for the reader's answer. */
function scoreOf(question: Question, page: Page): { readonly score: number; readonly said: string } {
  const { task, prompt, marks, choices } = question;
  const words = READERS[task]({ task, prompt, marks, choices }, page) ?? "";
  const place = choices.indexOf(words);
  const said = place === -1 ? words : choiceLetter(place);
  const grader = graders.find(({ id }) => id === taskOf(task).grader);
  if (grader?.kind !== "rule") throw new Error(`rule-reader: expected a rule grader for ${task}`);
  return { score: grader.grade(question, said).score, said };
}

/** `cases` is the number of questions a task. */
export async function prove({ cases = 2000, seed, progress }: ProofOptions): Promise<ProofResult> {
  const order = { seed, progress, isLast: questionsPerTask(cases), pictures: false };
  return withDrawnBenchmark(order, async (benchmark) => {
    const failures: unknown[] = [];
    const read: Record<TaskId, number> = tableOver(TASK_IDS, () => 0);
    for await (const { question, page } of questionsOf(benchmark, cases)) {
      const { score, said } = scoreOf(question, page);
      if (score !== 1) failures.push({ question: question.id, asked: askedText(question), said });
      read[question.task] += 1;
    }
    const total = Object.values(read).reduce((sum, count) => sum + count, 0);
    return { cases: total, failures, figures: { pages: benchmark.pages.size, read } };
  });
}
