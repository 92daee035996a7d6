/** Where an answer names choices, by letter or by text. */
import { AFTER_LETTER, ARTICLES, COMMON_WORDS, FRENCH_SUBJECTS, STRONG_CUES } from "./answer-words.ts";
import { numberOfWord } from "./normalise.ts";
import { type Token, tokenise } from "./tokens.ts";

export interface Mention {
  /** Place of the choice from 0; at or beyond the number of choices for a letter that none of them has. */
  readonly index: number;
  readonly by: "letter" | "text";
  /** First token, and the token after the last. */
  readonly start: number;
  readonly end: number;
  /** In brackets or quotes, or followed by a closing bracket. */
  readonly enclosed: boolean;
  /** Too weak alone (a small letter, a common word): counts at the very start or behind a cue only. */
  readonly weak: boolean;
}

/** All mentions in order; of overlapping ones the longest. */
export function findMentions(tokens: readonly Token[], choices: readonly string[]): readonly Mention[] {
  const all = textMentions(tokens, choices);
  // "Answer: B" is no mention of a choice "the answer".
  const words = tokens.filter(({ kind }) => kind === "word").length;
  const byText = all.filter(
    ({ start, weak }) => !weak || words === 1 || !STRONG_CUES.has(tokens[start]?.key ?? ""),
  );
  const covered = new Set(byText.flatMap(({ start, end }) => range(start, end)));
  const byLetter = tokens.flatMap((_, at) => (covered.has(at) ? [] : letterMention(tokens, at)));
  return [...byText, ...byLetter].sort((a, b) => a.start - b.start);
}

const range = (start: number, end: number): readonly number[] =>
  Array.from({ length: end - start }, (_, step) => start + step);

const OPENING = /^[("'[{<]$/;
const CLOSING = /^[)"'\]}>]$/;
const GLUE = /^[-'_@/\\&.+#]$/;

function letterMention(tokens: readonly Token[], at: number): readonly Mention[] {
  const token = tokens[at];
  if (token === undefined || !/^[A-Za-z]$/.test(token.raw) || isPartOfName(tokens, at)) return [];
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const closed = after !== undefined && CLOSING.test(after.raw) && after.glued;
  const enclosed = closed && (after.raw !== '"' || (before !== undefined && OPENING.test(before.raw)));
  const small = token.raw !== token.raw.toUpperCase();
  if (!enclosed && (small || /[AI]/.test(token.raw)) && !standsAlone(tokens, at)) return [];
  const index = token.key.charCodeAt(0) - 97;
  return [{ index, by: "letter", start: at, end: at + 1, enclosed, weak: small && !enclosed }];
}

/** The article, the pronoun and small letters are letters of a choice only before a pause, or a word that shows it. */
function standsAlone(tokens: readonly Token[], at: number): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  if (after === undefined || after.kind !== "word") return true;
  if (after.key === "car") return FRENCH_SUBJECTS.has(tokens[at + 2]?.key ?? "");
  if (token?.raw === token?.key) return /^(?:because|since|parce|or|and|ou|et)$/.test(after.key);
  return AFTER_LETTER.has(after.key) || (/^[A-Z]$/.test(after.raw) && !isPartOfName(tokens, at + 1));
}

/** "T-shirt", "C-3PO", "U.S.", "R&D": the letter belongs to a longer name. "A-C" and "A/B" are letters. */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  return [-1, 1].some((step) => {
    const [sign, beyond] = [tokens[at + step], tokens[at + 2 * step]];
    const touches = step < 0 ? tokens[at]?.glued : sign?.glued;
    const joined = step < 0 ? sign?.glued : beyond?.glued;
    if (sign === undefined || beyond?.kind !== "word" || !touches || !joined) return false;
    if (!GLUE.test(sign.raw)) return false;
    return sign.raw === "." || !/^[A-Za-z]$/.test(beyond.raw);
  });
}

/** A word that tells choices apart, and its token. */
export interface TellingWord {
  /** Without accents. */
  readonly key: string;
  readonly exact: string;
  readonly at: number;
}

/** Without articles, number words as digits. */
export function tellingWords(tokens: readonly Token[]): readonly TellingWord[] {
  return tokens.flatMap(({ raw, key, kind }, at) => {
    if (kind !== "word" || ARTICLES.has(key)) return [];
    const number = numberOfWord(key)?.toString();
    return [{ key: number ?? key, exact: number ?? raw.toLowerCase(), at }];
  });
}

/** The telling words of one choice. */
export interface ChoiceText {
  readonly words: readonly string[];
  /** `exact` where another choice differs by accents only. */
  readonly compare: "key" | "exact";
}

/** No words for a choice that is a single letter or reads the same as another. */
export function choiceTexts(choices: readonly string[]): readonly ChoiceText[] {
  const lists = choices.map((choice) => tellingWords(tokenise(choice.normalize("NFC"))));
  const joinedBy = (compare: ChoiceText["compare"]) =>
    lists.map((list) => list.map((word) => word[compare]).join(" "));
  const [keys, exact] = [joinedBy("key"), joinedBy("exact")];
  const isUnique = (texts: readonly string[], index: number) =>
    texts.indexOf(texts[index] ?? "") === texts.lastIndexOf(texts[index] ?? "");
  return lists.map((list, index) => {
    const compare = isUnique(keys, index) ? "key" : "exact";
    const readable = isUnique(exact, index) && !/^[a-z]?$/.test(keys[index] ?? "");
    return { compare, words: readable ? list.map((word) => word[compare]) : [] };
  });
}

function textMentions(tokens: readonly Token[], choices: readonly string[]): readonly Mention[] {
  const said = tellingWords(tokens);
  const texts = choiceTexts(choices);
  const found: Mention[] = [];
  for (let from = 0; from < said.length; from++) {
    const fitting = texts.flatMap((text, index) => (occursAt(said, from, text) ? [{ text, index }] : []));
    const longest = fitting.sort((a, b) => b.text.words.length - a.text.words.length)[0];
    const length = longest?.text.words.length ?? 0;
    const [first, last] = [said[from], said[from + length - 1]];
    if (longest === undefined || first === undefined || last === undefined) continue;
    const weak = length === 1 && COMMON_WORDS.has(first.key);
    const { index } = longest;
    found.push({ index, by: "text", start: first.at, end: last.at + 1, enclosed: false, weak });
    from += length - 1;
  }
  return found;
}

/** Numbers must end where the choice ends: "2, 1, 3" is not in "2, 1, 3, 4". */
function occursAt(said: readonly TellingWord[], from: number, { words, compare }: ChoiceText): boolean {
  if (words.length === 0 || words.some((word, step) => said[from + step]?.[compare] !== word)) return false;
  const isNumber = (word: string | undefined) => word !== undefined && /^\d+$/.test(word);
  const before = isNumber(words[0]) && isNumber(said[from - 1]?.key);
  const after = isNumber(words.at(-1)) && isNumber(said[from + words.length]?.key);
  return !before && !after;
}
