/**
 * Open text by rule: right when the answer is one of the accepted wordings, or says one of them as whole words within
 * a short sentence. Strict on purpose; the paper grades open answers with a judge model (see `judge.ts`), and this rule
 * is what works without one (baselines, tests, rewards in bulk).
 */
import type { Question } from "../records/index.ts";
import { invalid, type RuleGrader, verdict, wrongGold } from "./grader.ts";
import { normaliseText } from "./normalise.ts";

/** Words that an answer may have around an accepted wording and still be read as just that answer. */
const EXTRA_WORDS = 8;
const DENIAL = /\b(?:not|no|never|neither|nor|or|cannot|can't|isn't|doesn't)\b/;

function states(said: string, accepted: string): boolean {
  if (said === accepted) return true;
  const padded = ` ${said} `;
  if (accepted === "" || !padded.includes(` ${accepted} `)) return false;
  const rest = padded.replace(` ${accepted} `, " ").trim();
  return rest.split(" ").length <= EXTRA_WORDS && !DENIAL.test(rest);
}

function gradeText(question: Question, answer: string) {
  if (question.gold.type !== "text") throw wrongGold("text", question);
  const said = normaliseText(answer);
  if (said === "") return invalid;
  const accepted = [question.gold.text, ...question.gold.also].map(normaliseText);
  return verdict(
    accepted.some((wording) => states(said, wording)),
    said,
  );
}

export const textGrader: RuleGrader<"text"> = {
  id: "text",
  kind: "rule",
  summary: "accepts the listed wordings, alone or in a short sentence",
  grade: gradeText,
};
