/**
 * Numbers: read one non-negative integer, in digits or as an English word up to twenty.
 *
 * A cue ("answer: 5") decides; without one the answer must hold exactly one distinct integer, else it is invalid.
 */
import type { Question } from "../records/index.ts";
import { invalid, type RuleGrader, verdict, wrongGold } from "./grader.ts";
import { normaliseText } from "./normalise.ts";

/** The integer that an answer states, or undefined when it states none or several. */
export function readNumber(answer: string): number | undefined {
  if (/\d[.,]\d/.test(answer) || /[-−]\s?\d/.test(answer)) return undefined;
  const words = normaliseText(answer);
  const cued = [...words.matchAll(/\b(?:answer(?: is)?|boxed|total(?: is| of)?) (\d{1,6})\b/g)].at(-1)?.[1];
  if (cued !== undefined) return Number(cued);
  const numbers = new Set([...words.matchAll(/(?<!\S)\d{1,6}(?!\S)/g)].map((match) => Number(match[0])));
  const [only] = numbers;
  return numbers.size === 1 ? only : undefined;
}

function gradeNumber(question: Question, answer: string) {
  if (question.gold.type !== "number") throw wrongGold("number", question);
  const value = readNumber(answer);
  return value === undefined ? invalid : verdict(value === question.gold.value, String(value));
}

export const numberGrader: RuleGrader<"number"> = {
  id: "number",
  kind: "rule",
  summary: "reads one integer",
  grade: gradeNumber,
};
