/**
 * Blind baselines: answers given without looking. A benchmark whose blind baselines beat chance has a shortcut.
 *
 * Chance is 1 / choices for multiple choice; for open and number answers it is what answering the training split's most
 * frequent answer of the question form earns on the training split itself.
 */
import { normaliseText } from "../grading/index.ts";
import type { Question, TaskId } from "../records/index.ts";
import { type Interval, wilson } from "../statistics/index.ts";

/** What a blind player may know of a question: never its picture or its gold. */
type Blind = Pick<Question, "task" | "form" | "choices" | "prompt">;

/** Counts of right answers in the training split. */
export interface Priors {
  /** By task and form: gold letter place or normalised gold text -> times right. */
  readonly letters: ReadonlyMap<string, ReadonlyMap<number, number>>;
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const formKey = ({ task, form }: Pick<Question, "task" | "form">): string => `${task}/${form}`;

/** A question's right answer as text that can be compared. */
export function goldText({ gold, choices }: Pick<Question, "gold" | "choices">): string {
  switch (gold.type) {
    case "choice":
      return normaliseText(choices[gold.index] ?? "");
    case "number":
      return String(gold.value);
    case "text":
      return normaliseText(gold.text);
  }
}

function increment<K>(counts: Map<string, Map<K, number>>, key: string, value: K): void {
  const inner = counts.get(key) ?? new Map<K, number>();
  counts.set(key, inner.set(value, (inner.get(value) ?? 0) + 1));
}

/** The key with the largest count; the first seen among equals. */
function mostFrequent<K>(counts: ReadonlyMap<K, number> | undefined): K | undefined {
  let best: readonly [K, number] | undefined;
  for (const entry of counts ?? []) if (best === undefined || entry[1] > best[1]) best = entry;
  return best?.[0];
}

/** Learn priors from training questions, one at a time. */
export function priorsLearner() {
  const letters = new Map<string, Map<number, number>>();
  const answers = new Map<string, Map<string, number>>();
  const learn = (question: Question): void => {
    const key = formKey(question);
    if (question.gold.type === "choice") increment(letters, key, question.gold.index);
    increment(answers, key, goldText(question));
  };
  return { learn, priors: { letters, answers } satisfies Priors };
}

/** A blind answer: a place among the choices, or a text. */
type BlindAnswer = { readonly place: number } | { readonly text: string } | undefined;

export interface Baseline {
  readonly id: string;
  /** Needs priors, so it is scored outside the training split only. */
  readonly learned: boolean;
  /** Undefined where the baseline does not apply. */
  answer(question: Blind, priors: Priors): BlindAnswer;
}

function extremeOption(choices: readonly string[], sign: 1 | -1): BlindAnswer {
  if (choices.length === 0) return undefined;
  const lengths = choices.map((choice) => sign * choice.length);
  return { place: lengths.indexOf(Math.max(...lengths)) };
}

function likeliestOption(question: Blind, priors: Priors): BlindAnswer {
  const counts = priors.answers.get(formKey(question));
  const support = question.choices.map((choice) => counts?.get(normaliseText(choice)) ?? 0);
  return { place: support.indexOf(Math.max(...support)) };
}

export const baselines: readonly Baseline[] = [
  {
    id: "majority-letter",
    learned: true,
    answer: (question, { letters }) =>
      question.choices.length === 0
        ? undefined
        : { place: mostFrequent(letters.get(formKey(question))) ?? 0 },
  },
  {
    id: "majority-answer",
    learned: true,
    answer: (question, priors) =>
      question.choices.length > 0
        ? likeliestOption(question, priors)
        : { text: mostFrequent(priors.answers.get(formKey(question))) ?? "" },
  },
  {
    id: "first-option",
    learned: false,
    answer: ({ choices }) => (choices.length === 0 ? undefined : { place: 0 }),
  },
  { id: "longest-option", learned: false, answer: ({ choices }) => extremeOption(choices, 1) },
  { id: "shortest-option", learned: false, answer: ({ choices }) => extremeOption(choices, -1) },
];

/** True when a blind answer is right. */
export function isRight(answer: NonNullable<BlindAnswer>, question: Question): boolean {
  if ("place" in answer) return question.gold.type === "choice" && question.gold.index === answer.place;
  const { gold } = question;
  const accepted = [goldText(question), ...(gold.type === "text" ? gold.also.map(normaliseText) : [])];
  return accepted.includes(answer.text);
}

/** A baseline's result on one task. */
export interface BaselineScore {
  readonly baseline: string;
  readonly task: TaskId;
  readonly right: number;
  readonly n: number;
  /** 0-1 */
  readonly accuracy: number;
  /** Wilson interval at 99 %, 0-1. */
  readonly interval: Interval;
  /** 0-1 */
  readonly chance: number;
  /** True when even the lower bound is more than 3 points above chance. */
  readonly shortcut: boolean;
}

const CONFIDENCE = 0.99;
const TOLERANCE = 0.03;

/** Share of training questions that the most frequent answer of their form gets right. */
function majorityShare(task: TaskId, { answers }: Priors): number {
  const forms = [...answers]
    .filter(([key]) => key.startsWith(`${task}/`))
    .map(([, counts]) => [...counts.values()]);
  const total = forms.flat().reduce((sum, count) => sum + count, 0);
  const best = forms.reduce((sum, counts) => sum + Math.max(...counts), 0);
  return total === 0 ? 0 : best / total;
}

interface Tally {
  readonly baseline: string;
  readonly task: TaskId;
  right: number;
  n: number;
  chance: number;
}

/** Score all baselines, one question at a time. */
export function baselineScorer(priors: Priors) {
  const tallies = new Map<string, Tally>();
  const tallyOf = (baseline: string, task: TaskId): Tally => {
    const key = `${baseline}/${task}`;
    const tally = tallies.get(key) ?? { baseline, task, right: 0, n: 0, chance: 0 };
    tallies.set(key, tally);
    return tally;
  };
  const chanceOf = ({ task, choices }: Question) =>
    choices.length > 0 ? 1 / choices.length : majorityShare(task, priors);
  const score = (question: Question): void => {
    for (const baseline of baselines.filter(({ learned }) => !learned || question.split !== "train")) {
      const answer = baseline.answer(question, priors);
      if (answer === undefined) continue;
      const tally = tallyOf(baseline.id, question.task);
      tally.right += isRight(answer, question) ? 1 : 0;
      tally.n += 1;
      tally.chance += chanceOf(question);
    }
  };
  return { score, results: () => [...tallies.values()].map(summarise) };
}

function summarise({ baseline, task, right, n, chance: sum }: Tally): BaselineScore {
  const interval = wilson(right, n, CONFIDENCE);
  const chance = sum / n;
  const shortcut = interval.low > chance + TOLERANCE;
  return { baseline, task, right, n, accuracy: right / n, interval, chance, shortcut };
}
