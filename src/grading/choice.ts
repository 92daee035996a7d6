/**
 * Multiple choice: read one letter.
 *
 * Read in this order, the first that yields exactly one letter wins: the whole answer is a letter ("B", "(b).",
 * "B) text"); a cue ("answer: B", "the answer is (B)", "\boxed{B}"); the text of exactly one choice; one stand-alone
 * capital letter. Two different letters without a cue are invalid: there is no random fallback, unlike MMMU's scorer,
 * so that unreadable answers show up in the invalid rate.
 */
import type { Question } from "../records/index.ts";
import { invalid, type RuleGrader, verdict, wrongGold } from "./grader.ts";
import { normaliseText } from "./normalise.ts";

/** The letter of a choice by its place from 0. */
export function choiceLetter(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index > 25) {
    throw new RangeError(`choiceLetter: expected a place from 0 to 25, got ${index}`);
  }
  return String.fromCharCode(65 + index);
}

/** The place (from 0) of the choice that an answer picks, or undefined when no single one can be read. */
export function readChoice(answer: string, choices: readonly string[]): number | undefined {
  const letters = choices.map((_, index) => choiceLetter(index)).join("");
  const readers = [wholeLetter, cuedLetter, choiceText(choices), loneLetter];
  for (const reader of readers) {
    const found = new Set(reader(answer, letters));
    if (found.size === 1) return letters.indexOf([...found].join(""));
    if (found.size > 1) return undefined;
  }
  return undefined;
}

type LetterReader = (answer: string, letters: string) => string[];

const wholeLetter: LetterReader = (answer, letters) => {
  const match = new RegExp(
    `^[\\s*"'(\\[]*([${letters}])(?:[\\s*"'\\])]*$|[).:\\]]\\s*\\S|[).:\\]*]+\\s*$)`,
    "i",
  ).exec(answer);
  return match?.[1] === undefined ? [] : [match[1].toUpperCase()];
};

const cuedLetter: LetterReader = (answer, letters) => {
  const cue = new RegExp(
    `(?:answer(?:\\s+is)?|option|choice|boxed)\\s*[:=]?\\s*[\\s*"'({\\[$]*(?:\\\\text\\{)?([${letters}])(?![a-z])`,
    "gi",
  );
  const found = [...answer.matchAll(cue)].map((match) => (match[1] ?? "").toUpperCase());
  return found.slice(-1);
};

const choiceText =
  (choices: readonly string[]): LetterReader =>
  (answer, letters) => {
    const said = normaliseText(answer);
    return [...letters].filter((_, index) => said !== "" && said === normaliseText(choices[index] ?? ""));
  };

const loneLetter: LetterReader = (answer, letters) => {
  const lone = [...answer.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])([${letters}])(?![\\p{L}\\p{N}'])`, "gu"))];
  return lone.filter((match) => !isArticle(answer, match.index)).map((match) => match[1] ?? "");
};

/** "A" before a common word is the English article, unless it is listed ("A or B", "A is right"). */
function isArticle(answer: string, index: number): boolean {
  return /^A\s+(?!(?:or|and|is)\b)\p{Ll}/u.test(answer.slice(index));
}

function gradeChoice(question: Question, answer: string) {
  if (question.gold.type !== "choice") throw wrongGold("choice", question);
  const index = readChoice(answer, question.choices);
  return index === undefined ? invalid : verdict(index === question.gold.index, choiceLetter(index));
}

export const choiceGrader: RuleGrader<"choice"> = {
  id: "choice",
  kind: "rule",
  summary: "reads one letter or the text of one choice",
  grade: gradeChoice,
};
