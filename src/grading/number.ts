/**
 * Numbers: which one count does an answer state, in digits or in words (English, French)?
 *
 * Read in the stated part of the answer, by the words around each number, as choices are (see `choice.ts`): the last
 * decision ("the answer is 5", "5 in total", a line that begins with it), else leanings that agree, else the only
 * number there is. A number that counts nothing is passed over: "panel 3", "#4", "2nd", the marks of a list.
 *
 * Not counts, therefore `invalid`: ranges and alternatives ("2-3", "2 or 3"), bounds ("at least 5", "5+"), negative
 * numbers, fractions, percentages, and digits with a comma ("1,000" is one thousand here and one there). "About 5"
 * states 5, and "5.0" is 5.
 */
import type { Question } from "../records/index.ts";
import { fold, refuses } from "./answer-words.ts";
import { findCounts, formRange } from "./counts.ts";
import { invalid, type RuleGrader, verdict, wrongGold } from "./grader.ts";
import { type JudgedMention, judgeMentions, lastDecision, only } from "./judged.ts";
import type { Mention } from "./mentions.ts";
import { statedPart } from "./stated-part.ts";
import { type Token, tokenise } from "./tokens.ts";

const NOBODY = /^(?:none|nobody|no one|nil|aucun|aucune|personne)[.!]?$/;
const NOTHING_THERE =
  /^(?:(?:so|thus) )?there (?:is|are) (?:no|none|nobody)\b(?! (?:way|need|doubt|answer|enough|clear))|^il n'y a (?:aucune?|personne|pas de)\b/;

/** The integer that an answer states, or undefined when it states none or several. */
export function readNumber(answer: string): number | undefined {
  const text = statedPart(answer);
  const tokens = tokenise(text);
  const folded = fold(text).trim();
  const mentions = judgeMentions(tokens, findCounts(tokens), formRange);
  const decided = lastDecision(tokens, mentions.map(asTotal(tokens)), mentions);
  if (decided !== undefined) return decided < 0 ? undefined : decided;
  const silent = mentions.length === 0 && !refuses(folded);
  if (silent && (NOBODY.test(folded) || NOTHING_THERE.test(folded))) return 0;
  const named = refuses(folded) ? undefined : only(picksOf(mentions, "named"));
  const stated = only(picksOf(mentions, "leaning")) ?? named;
  return stated === undefined || stated < 0 ? undefined : stated;
}

const picksOf = (mentions: readonly JudgedMention[], standing: JudgedMention["standing"]) =>
  mentions.filter((one) => one.standing === standing).map(({ picks }) => picks);

/** "5 in total", "a total of 5", "= 5" decide. */
const asTotal =
  (tokens: readonly Token[]) =>
  (mention: JudgedMention): JudgedMention => {
    if (mention.standing === "denied" || mention.standing === "supposed") return mention;
    const sums = isSum(tokens, mention);
    return sums ? { ...mention, standing: "decided" } : mention;
  };

const TOTAL = /^(?:total|altogether|overall|tout|count|sum|somme|soit)$/;

function isSum(tokens: readonly Token[], { start, end }: Mention): boolean {
  const after = tokens.slice(end, end + 4).map(({ key }) => key);
  const pause = after.findIndex((key) => /^[,.;:\n]$/.test(key));
  if (after.slice(0, pause < 0 ? 4 : pause).some((key) => /^(?:total|altogether|overall|tout)$/.test(key))) {
    return true;
  }
  for (let at = start - 1; at >= Math.max(0, start - 4); at--) {
    const key = tokens[at]?.key ?? "";
    if (TOTAL.test(key) || key === "=") return true;
    if (!/^(?:of|is|de|est|:|are|there|,|number)$/.test(key)) return false;
  }
  return false;
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
