/**
 * Multiple choice: which one choice does an answer pick?
 *
 * Letters and texts of choices are found in the stated part of the answer, and each is judged by the words around it.
 * The first of these that speaks decides:
 *
 * 1. the answer is a choice's text, or a letter, and nothing else;
 * 2. decisions ("the answer is B", "B is correct", a first or last line "B) ..."): the last one, unless it is taken back;
 * 3. leanings ("so B", "it is B", "maybe B") when they agree;
 * 4. texts of choices in a short answer, when only one is named and not denied, or the beginning of one choice's text;
 * 5. a letter in brackets or in an answer of a few words, when it is the only one.
 *
 * Alternatives ("A or B"), denials ("not A", "neither A nor B"; also where one choice is left over), suppositions
 * ("whether A", "A?" in a sentence) and letters that no choice has pick nothing. There is no random fallback, unlike
 * MMMU's scorer: what cannot be read is `invalid`.
 *
 * Deviation from strictness: a choice that is itself a single letter is read by its place, never by its text.
 */
import type { Question } from "../records/index.ts";
import { CHOICE_NOUNS, fold, LEAD_INS, NAMING_NOUNS, refuses } from "./answer-words.ts";
import { invalid, type RuleGrader, verdict, wrongGold } from "./grader.ts";
import { type JudgedMention, judgeMentions, lastDecision, only } from "./judged.ts";
import { choiceTexts, findMentions, type Mention, tellingWords } from "./mentions.ts";
import { areAlternatives } from "./standing.ts";
import { statedPart } from "./stated-part.ts";
import { type Token, tokenise } from "./tokens.ts";

/** A short answer: texts of choices named in it are its answer, words. */
const SHORT = 30;
/** An answer that is hardly more than a letter, words. */
const FEW = 4;
/** The beginning of a choice's text tells something from here on, characters. */
const SHORTEST = 3;

/** The letter of a choice by its place from 0. */
export function choiceLetter(index: number): string {
  if (!Number.isInteger(index) || index < 0 || index > 25) {
    throw new RangeError(`choiceLetter: expected a place from 0 to 25, got ${index}`);
  }
  return String.fromCharCode(65 + index);
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly choices: readonly string[];
  readonly mentions: readonly JudgedMention[];
}

/** The place (from 0) of the choice that an answer picks, or undefined when no single one can be read. */
export function readChoice(answer: string, choices: readonly string[]): number | undefined {
  const text = statedPart(answer);
  const tokens = tokenise(text);
  const reading = {
    tokens,
    choices,
    mentions: judgeMentions(tokens, findMentions(tokens, choices), areJoined),
  };
  const readers = refuses(fold(text))
    ? [exactText, decision, leaning]
    : [exactText, whole, decision, leaning, byText, loneLetter];
  for (const reader of readers) {
    const found = reader(reading);
    if (found !== undefined) return found >= 0 && found < choices.length ? found : undefined;
  }
  return undefined;
}

/** A place, `SEVERAL`, or undefined when the rule has nothing to say. */
type Reader = (reading: Reading) => number | undefined;

const areJoined = (tokens: readonly Token[], first: Mention, second: Mention): boolean =>
  areAlternatives(tokens, first, second) || contradicts(tokens, first, second);

/** "B) standing" where standing is A: letter and text disagree. */
function contradicts(tokens: readonly Token[], letter: Mention, text: Mention): boolean {
  if (letter.by !== "letter" || text.by !== "text" || text.start - letter.end > 3) return false;
  const between = tokens.slice(letter.end, text.start);
  const signs = between.filter(({ kind }) => kind !== "word");
  const wordless = between.every(({ key, kind }) => kind !== "word" || LEAD_INS.has(key));
  return wordless && signs.length > 0 && signs.every(({ key }) => /^[().:=\]-]$/.test(key));
}

/** Also where the text denies, asks or refuses by itself ("not running", "cannot be told"). */
const exactText: Reader = ({ tokens, choices, mentions }) => {
  const said = tellingWords(tokens);
  const same = choiceTexts(choices).flatMap(({ words, compare }, index) =>
    words.length > 0 && words.length === said.length && said.every((word, at) => word[compare] === words[at])
      ? [index]
      : [],
  );
  const [place] = same;
  const labelled = mentions.some(({ by, weak, index }) => by === "letter" && !weak && index !== place);
  return same.length === 1 && !labelled ? place : undefined;
};

const whole: Reader = ({ tokens, mentions }) => {
  const words = tokens.filter(({ kind, key }) => kind === "word" && !CHOICE_NOUNS.has(key)).length;
  const covered = mentions.reduce((sum, { start, end }) => sum + wordsIn(tokens, start, end), 0);
  const isWhole = mentions.length > 0 && covered === words;
  return isWhole && mentions.every(({ standing }) => standing === "named")
    ? only(mentions.map(({ picks }) => picks))
    : undefined;
};

const wordsIn = (tokens: readonly Token[], start: number, end: number): number =>
  tokens.slice(start, end).filter(({ kind }) => kind === "word").length;

const decision: Reader = ({ tokens, mentions }) =>
  lastDecision(
    tokens,
    mentions,
    mentions.filter(({ by }) => by === "letter"),
  );

const leaning: Reader = ({ mentions }) => {
  const leanings = mentions.filter((one) => one.standing === "leaning" && !isPreamble(one));
  const denied = new Set(mentions.filter((one) => one.standing === "denied").map(({ index }) => index));
  return only(leanings.map(({ picks }) => picks).filter((place) => !denied.has(place)));
};

const isPreamble = ({ weak, by }: Mention): boolean => weak && by === "text";

const byText: Reader = (reading) => {
  const { tokens, mentions } = reading;
  if (tokens.filter(({ kind }) => kind === "word").length > SHORT) return undefined;
  const texts = mentions.filter(({ by, weak, start }) => by === "text" && (!weak || start === 0));
  const named = texts.filter(({ standing }) => standing === "named" || standing === "leaning");
  const letters = mentions.filter(
    ({ by, standing, weak }) => by === "letter" && standing === "named" && !weak,
  );
  if (named.length === 0) return texts.length > 0 ? undefined : begun(reading);
  return only([...named, ...letters].map(({ picks }) => picks));
};

/** The answer is the beginning of exactly one choice's text. */
const begun: Reader = ({ tokens, choices }) => {
  const said = tellingWords(tokens);
  const start = said.findIndex(({ key }) => !LEAD_INS.has(key));
  const told = said.slice(Math.max(0, start));
  if (start < 0 || told.map(({ key }) => key).join("").length < SHORTEST) return undefined;
  const fitting = choiceTexts(choices).flatMap(({ words, compare }, index) =>
    told.every((word, at) => words[at] === word[compare]) ? [index] : [],
  );
  return fitting.length === 1 ? fitting[0] : undefined;
};

const loneLetter: Reader = ({ tokens, mentions }) => {
  const letters = mentions.filter(({ by, standing }) => by === "letter" && standing === "named");
  const few = tokens.filter(({ kind }) => kind === "word").length <= FEW;
  const clear = letters.filter(
    ({ enclosed, weak, start }) => (enclosed || (few && !weak)) && !namesThing(tokens, start),
  );
  return clear.length === letters.length ? only(letters.map(({ picks }) => picks)) : undefined;
};

/** "vitamin C", "panel (B)". */
function namesThing(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 2), at).findLast(({ kind }) => kind === "word");
  return before !== undefined && NAMING_NOUNS.has(before.key);
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
