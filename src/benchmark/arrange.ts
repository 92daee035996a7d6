/**
 * Give a draft its choices and letters so that nothing but the picture tells the answer.
 *
 * Letters: the right choice goes to the letter that was right least often so far in the task and split. Labels: wrong
 * labels are drawn so that every label is offered wrongly in proportion to how often it is right, so that knowing the
 * frequent labels does not help. Both tallies are per split: a prior learned on train does not carry over either.
 */
import type { Random } from "../random.ts";
import type { Gold } from "../records/index.ts";
import type { DraftAnswer, OpenChoices } from "../tasks/index.ts";

/** Running counts of one task and split. */
export interface Balance {
  /** How often each place (0 = A) was right. */
  readonly letters: number[];
  /** How often each label was right, and offered wrongly. */
  readonly labels: Map<string, { right: number; wrong: number }>;
}

export const newBalance = (): Balance => ({ letters: [], labels: new Map() });

export interface Arranged {
  readonly choices: readonly string[];
  readonly gold: Gold;
}

/** Labels of the data that may serve as wrong choices, by kind. */
export interface LabelPool {
  readonly action: readonly string[];
}

/** Number of wrong labels that a draft can draw from the pool. */
export function wrongLabelCount(answer: OpenChoices, pool: LabelPool): number {
  return pool[answer.label].filter((label) => label !== answer.right && !answer.alsoRight.includes(label))
    .length;
}

/** Choices and gold of a draft; `balance` is updated. The pool must hold enough wrong labels (see {@link wrongLabelCount}). */
export function arrange(answer: DraftAnswer, pool: LabelPool, balance: Balance, random: Random): Arranged {
  switch (answer.type) {
    case "fixed":
      return giveLetters(answer.right, answer.wrong, balance, random);
    case "labels":
      return giveLetters(answer.right, drawWrongLabels(answer, pool, balance, random), balance, random);
    case "number":
    case "text":
      return { choices: [], gold: answer };
  }
}

function giveLetters(
  right: string,
  wrong: readonly string[],
  { letters }: Balance,
  random: Random,
): Arranged {
  const places = [...Array(wrong.length + 1).keys()];
  const fewest = Math.min(...places.map((place) => letters[place] ?? 0));
  const index = random.pick(places.filter((place) => (letters[place] ?? 0) === fewest));
  letters[index] = fewest + 1;
  return { choices: random.shuffle(wrong).toSpliced(index, 0, right), gold: { type: "choice", index } };
}

function drawWrongLabels(answer: OpenChoices, pool: LabelPool, { labels }: Balance, random: Random) {
  const tallyOf = (label: string) => {
    const tally = labels.get(label) ?? { right: 0, wrong: 0 };
    labels.set(label, tally);
    return tally;
  };
  tallyOf(answer.right).right++;
  const owed = (label: string) => tallyOf(label).wrong - answer.wrongCount * tallyOf(label).right;
  const wrong = random
    .shuffle(pool[answer.label])
    .filter((label) => label !== answer.right && !answer.alsoRight.includes(label))
    .sort((a, b) => owed(a) - owed(b))
    .slice(0, answer.wrongCount);
  for (const label of wrong) tallyOf(label).wrong++;
  return wrong;
}
