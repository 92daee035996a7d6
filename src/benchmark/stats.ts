/** What is in a benchmark: the paper's Table 2, the counts of its Fig. 3, answer priors, blind baselines. */
import {
  PHRASE_KINDS,
  type PhraseKind,
  type Question,
  SPLITS,
  type Split,
  TASK_IDS,
  type TaskId,
  tableOver,
} from "../records/index.ts";
import { taskOf } from "../tasks/index.ts";
import { type BaselineScore, baselineScorer, goldText, priorsLearner } from "./baselines.ts";
import { type EvidenceRow, evidenceTally } from "./evidence.ts";
import { readQuestions } from "./question-files.ts";

/** One row of Table 2, with the splits apart. */
export interface TaskRow {
  readonly task: TaskId;
  readonly scope: string;
  readonly skill: string;
  readonly answer: string;
  /** Different numbers of choices in the data; empty for open and number answers. */
  readonly choices: readonly number[];
  readonly questions: number;
  readonly splits: Readonly<Record<Split, number>>;
}

/** How often each answer is right, most frequent first; at most ten are listed. */
export interface AnswerPrior {
  readonly task: TaskId;
  readonly form: string;
  readonly questions: number;
  readonly answers: readonly { readonly answer: string; readonly share: number }[];
}

export interface BenchmarkStats {
  readonly questions: number;
  readonly pages: number;
  readonly table2: readonly TaskRow[];
  /** The counts of Fig. 3. */
  readonly figure3: {
    readonly splits: Readonly<Record<Split, number>>;
    readonly categories: Readonly<Record<string, number>>;
    readonly answers: Readonly<Record<string, number>>;
    readonly phrases: Readonly<Record<PhraseKind, number>>;
    readonly scopes: Readonly<Record<string, number>>;
  };
  readonly priors: readonly AnswerPrior[];
  readonly baselines: readonly BaselineScore[];
  /** How small the evidence is on the page as a whole. */
  readonly evidence: readonly EvidenceRow[];
}

/** Counts by key, in the order in which keys first came. */
function counter() {
  const counts: Record<string, number> = {};
  const add = (key: string) => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  return { counts, add };
}

function taskTally(task: TaskId) {
  const splits = tableOver(SPLITS, () => 0);
  const choices = new Set<number>();
  const row = (): TaskRow => {
    const { scope, skill, answer } = taskOf(task);
    const questions = SPLITS.reduce((sum, split) => sum + splits[split], 0);
    return { task, scope, skill, answer, choices: [...choices].sort((a, b) => a - b), questions, splits };
  };
  const add = (question: Question) => {
    splits[question.split] += 1;
    if (question.choices.length > 0) choices.add(question.choices.length);
  };
  return { add, row };
}

const PRIORS_LISTED = 10;

/** Right answers by form: the letter for multiple choice, the text otherwise. */
function priorTally() {
  const forms = new Map<string, { task: TaskId; form: string; counts: Map<string, number> }>();
  const add = (question: Question) => {
    const key = `${question.task}/${question.form}`;
    const entry = forms.get(key) ?? { task: question.task, form: question.form, counts: new Map() };
    const { gold } = question;
    const answer = gold.type === "choice" ? String.fromCharCode(65 + gold.index) : goldText(question);
    entry.counts.set(answer, (entry.counts.get(answer) ?? 0) + 1);
    forms.set(key, entry);
  };
  const rows = (): readonly AnswerPrior[] =>
    [...forms.values()].map(({ task, form, counts }) => {
      const questions = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const answers = [...counts]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .slice(0, PRIORS_LISTED)
        .map(([answer, count]) => ({ answer, share: count / questions }));
      return { task, form, questions, answers };
    });
  return { add, rows };
}

/** Read a benchmark folder twice (priors, then everything); memory does not grow with the questions. */
export async function benchmarkStats(folder: string): Promise<BenchmarkStats> {
  const learner = priorsLearner();
  for await (const question of readQuestions(folder, { split: "train" })) learner.learn(question);
  const blind = baselineScorer(learner.priors);
  const perTask = new Map(TASK_IDS.map((task) => [task, taskTally(task)]));
  const priors = priorTally();
  const evidence = evidenceTally();
  const pages = new Set<string>();
  const splits = tableOver(SPLITS, () => 0);
  const phrases = tableOver(PHRASE_KINDS, () => 0);
  const [categories, answers, scopes] = [counter(), counter(), counter()];
  for await (const question of readQuestions(folder)) {
    const { scope, skill } = taskOf(question.task);
    perTask.get(question.task)?.add(question);
    priors.add(question);
    evidence.add(question);
    blind.score(question);
    pages.add(question.page.id);
    splits[question.split] += 1;
    if (question.phrase !== undefined) phrases[question.phrase.kind] += 1;
    categories.add(`${scope} ${skill}`);
    answers.add(question.gold.type);
    scopes.add(scope);
  }
  const table2 = [...perTask.values()].map((tally) => tally.row());
  return {
    questions: table2.reduce((sum, row) => sum + row.questions, 0),
    pages: pages.size,
    table2,
    figure3: {
      splits,
      categories: categories.counts,
      answers: answers.counts,
      phrases,
      scopes: scopes.counts,
    },
    priors: priors.rows(),
    baselines: blind.results(),
    evidence: evidence.rows(),
  };
}
