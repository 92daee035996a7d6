/**
 * Open text by rule: right when the answer is one of the accepted wordings, or says one of them as whole words within
 * a short sentence. Strict on purpose; the paper grades open answers with a judge model (see `judge.ts`), and this rule
 * is what works without one (baselines, tests, rewards in bulk).
 *
 * Case, punctuation and articles (English, French) do not count; number words are numbers; accents may be left out but
 * not changed; after a number the plural "s" may be missing or added. A wording that is a number is read as
 * `readNumber` reads one. Wrong: a denial anywhere beside the wording, alternatives ("Bruno or Renard", "Bruno/Renard",
 * "Bruno, Renard") and a second thing joined to it ("Bruno and Renard"). An answer that says that it cannot tell, or
 * nothing, is invalid.
 */
import type { Question } from "../records/index.ts";
import { ARTICLES, DENIALS, FILLERS, fold, HEDGES, JOINTS, LEAD_INS, refuses } from "./answer-words.ts";
import { invalid, type RuleGrader, verdict, wrongGold } from "./grader.ts";
import { readNumber } from "./number.ts";
import { numberWordsAt } from "./number-words.ts";
import { statedPart } from "./stated-part.ts";
import { type Token, tokenise } from "./tokens.ts";

/** Words that an answer may have around an accepted wording and still be read as just that answer. */
const EXTRA_WORDS = 8;
/** A part of a list, not a sentence of its own, words. */
const LIST_PART = 3;

/** A word of an answer: as said and without accents, and in which comma-separated part it stands. */
interface Word {
  readonly exact: string;
  readonly bare: string;
  readonly part: number;
}

function wordsOf(text: string): readonly Word[] {
  const tokens = tokenise(text);
  const words: Word[] = [];
  let part = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { raw, key, kind } = tokens[at] ?? NOTHING;
    if (kind === "line" || /^[,;/|]$/.test(raw)) part++;
    if (kind !== "word") continue;
    const number = ARTICLES.has(key) ? undefined : numberWordsAt(tokens, at);
    words.push({
      exact: number?.value.toString() ?? raw.toLowerCase(),
      bare: number?.value.toString() ?? key,
      part,
    });
    at = (number?.end ?? at + 1) - 1;
  }
  const telling = words.filter(({ bare }) => !ARTICLES.has(bare));
  return telling.length > 0 ? telling : words;
}

const NOTHING: Token = { raw: "", key: "", kind: "sign", glued: false, sentence: 0 };

/** The same word; `counted`: after a number, where the plural "s" is free. */
function sameWord(said: Word, accepted: Word, counted: boolean): boolean {
  if (said.exact === accepted.exact || said.exact === accepted.bare) return true;
  return counted && singular(said.exact) === singular(accepted.exact);
}

const singular = (word: string): string =>
  /[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word;

function occursAt(said: readonly Word[], from: number, accepted: readonly Word[]): boolean {
  return accepted.every((word, step) => {
    const own = said[from + step];
    return own !== undefined && sameWord(own, word, /^\d+$/.test(accepted[step - 1]?.exact ?? ""));
  });
}

function states(
  said: readonly Word[],
  accepted: readonly Word[],
  others: readonly (readonly Word[])[],
): boolean {
  if (accepted.length === 0 || said.length > accepted.length + EXTRA_WORDS) return false;
  const from = said.findIndex((_, at) => occursAt(said, at, accepted));
  if (from < 0) return false;
  const end = from + accepted.length;
  if (said.length === accepted.length) return true;
  const rest = [...said.slice(0, from), ...said.slice(end)];
  const denies = rest.some(({ bare }) => DENIALS.has(bare) || /^(?:or|ou)$/.test(bare));
  const joined = [said[from - 1], said[end]].some((word) => word !== undefined && JOINTS.has(word.bare));
  return !denies && !joined && !isListed(rest, said[from]?.part, others);
}

/** Another part of the answer, set off by a comma, slash or line, is itself a short answer. */
function isListed(
  rest: readonly Word[],
  own: number | undefined,
  others: readonly (readonly Word[])[],
): boolean {
  const parts = [...Map.groupBy(rest, ({ part }) => part).entries()].filter(([part]) => part !== own);
  return parts.some(([, words]) => {
    const empty = words.every(({ bare }) => LEAD_INS.has(bare) || FILLERS.has(bare) || HEDGES.has(bare));
    const alsoAccepted = others.some(
      (wording) => words.length === wording.length && occursAt(words, 0, wording),
    );
    return words.length <= LIST_PART && !empty && !alsoAccepted;
  });
}

function gradeText(question: Question, answer: string) {
  if (question.gold.type !== "text") throw wrongGold("text", question);
  const text = statedPart(answer);
  const said = wordsOf(text);
  if (said.length === 0) return invalid;
  const wordings = [question.gold.text, ...question.gold.also].map((wording) =>
    wordsOf(wording.normalize("NFKC")),
  );
  const numbers = wordings.flatMap(([first, ...more]) =>
    first !== undefined && more.length === 0 && /^\d+$/.test(first.exact) ? [Number(first.exact)] : [],
  );
  const number = numbers.length > 0 ? readNumber(answer) : undefined;
  const phrases = wordings.filter(([first, ...more]) => more.length > 0 || !/^\d+$/.test(first?.exact ?? ""));
  const right =
    phrases.some((wording) => states(said, wording, phrases)) ||
    (number !== undefined && numbers.includes(number));
  const unread = refuses(fold(text)) || (phrases.length === 0 && number === undefined);
  if (!right && unread) return invalid;
  return verdict(right, said.map(({ exact }) => exact).join(" "));
}

export const textGrader: RuleGrader<"text"> = {
  id: "text",
  kind: "rule",
  summary: "accepts the listed wordings, alone or in a short sentence",
  grade: gradeText,
};
