/** Where an answer states numbers that may be counts. */
import { HEDGES, JOINTS, NAMING_NOUNS } from "./answer-words.ts";
import type { Mention } from "./mentions.ts";
import { type NumberWords, numberWordsAt } from "./number-words.ts";
import type { Token } from "./tokens.ts";

/** A number that is no count (a bound, a negative number) spoils the answer: it picks nothing. */
const NO_COUNT = -1;

/** Numbers in order; `index` is the value, or negative for one that cannot be a count. */
export function findCounts(tokens: readonly Token[]): readonly Mention[] {
  const marks = listMarks(tokens);
  const found: Mention[] = [];
  let labelled = -1; // The token after the last label, so that "panels 1, 2 and 4" are labels all.
  for (let at = 0; at < tokens.length; at++) {
    const number = digitsAt(tokens, at) ?? wordsAt(tokens, at);
    if (number === undefined || marks.has(at)) continue;
    if (isLabel(tokens, at, labelled)) labelled = number.end;
    else found.push(mentionOf(tokens, at, number));
    at = number.end - 1;
  }
  const sure = found.filter(({ weak }) => !weak);
  return sure.length > 0 ? sure : found;
}

function mentionOf(tokens: readonly Token[], at: number, { value, end }: NumberWords): Mention {
  const index = isBound(tokens, at, end) ? NO_COUNT : value;
  const weak = ONE.test(tokens[at]?.key ?? "");
  return { index, by: "text", start: at, end, enclosed: false, weak };
}

/** "one" and "un" are pronouns and articles too. */
const ONE = /^(?:one|un|une)$/;

function digitsAt(tokens: readonly Token[], at: number): NumberWords | undefined {
  const [token, sign, digits] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token === undefined || !/^[0-9]+$/.test(token.raw)) return undefined;
  const zeros = sign?.glued && digits?.glued && /^[.,]$/.test(sign.raw) && /^0{1,2}$/.test(digits.raw);
  const end = zeros ? at + 3 : at + 1;
  const value = token.raw.length > 6 || isBroken(tokens, at, end) ? NO_COUNT : Number(token.raw);
  return { value, end };
}

/** Part of a larger sign: "-1", "3.5", "50%", "$5", "5+", "10:30", "2-3". */
function isBroken(tokens: readonly Token[], at: number, end: number): boolean {
  const [before, beyond, after] = [tokens[at - 1], tokens[at - 2], tokens[end]];
  if (before?.key === "minus" || before?.key === "moins") return true;
  if (before?.kind === "sign" && tokens[at]?.glued) {
    if (/^[-+^$€£/<>≤≥]$/.test(before.raw)) return true;
    if (before.glued && beyond?.kind === "word" && /^[.,:]$/.test(before.raw))
      return /[0-9]$/.test(beyond.raw);
  }
  if (!after?.glued) return false;
  if (/^[%^+$€£°‰]$/.test(after.raw)) return true;
  return (
    /^[-/.,:~]$/.test(after.raw) &&
    tokens[end + 1]?.glued === true &&
    /^[0-9]/.test(tokens[end + 1]?.raw ?? "")
  );
}

/** "One of them" and "the one" are no numbers; neither is the article "un" before a noun, except in "il y a un". */
function wordsAt(tokens: readonly Token[], at: number): NumberWords | undefined {
  const number = numberWordsAt(tokens, at);
  const key = tokens[at]?.key ?? "";
  if (number === undefined) return undefined;
  if (key === "dozen") return dozenAt(tokens, at);
  return ONE.test(key) && number.end === at + 1 && !isCountedOne(tokens, at) ? undefined : number;
}

const COUNTS_ONE = /^(?:only|just|exactly|seulement|is|see|count|compte|vois|a|:)$/;

function isCountedOne(tokens: readonly Token[], at: number): boolean {
  const [before, own, after] = [tokens[at - 1]?.key ?? "", tokens[at]?.key, tokens[at + 1]];
  if (after === undefined || after.kind !== "word") {
    return isOnlyWord(tokens, at) || COUNTS_ONE.test(before) || /^(?:est|answer|reponse)$/.test(before);
  }
  if (own !== "one") return COUNTS_ONE.test(before) || /^seule?$/.test(after.key);
  return COUNTS_ONE.test(before) && !/^(?:of|who|that|on|in)$/.test(after.key);
}

/** The answer is this word and a few signs. */
const isOnlyWord = (tokens: readonly Token[], at: number): boolean =>
  tokens.length <= FEW_TOKENS && tokens.every(({ kind }, place) => kind !== "word" || place === at);

/** A word and the signs around it, tokens. */
const FEW_TOKENS = 10;

/** "a dozen", "half a dozen"; "a dozen or so" and "dozens" are vague. */
function dozenAt(tokens: readonly Token[], at: number): NumberWords {
  const half = tokens.slice(Math.max(0, at - 2), at).some(({ key }) => key === "half");
  return { value: half ? 6 : 12, end: at + 1 };
}

const BOUNDS =
  /^(?:least|most|over|under|than|beyond|above|below|minimum|maximum|>|<|≥|≤|jusqu'a|jusqu|moins|plus|between|entre)$/;

/** "At least 5", "plus de 5", "up to 5", "5 or more". */
function isBound(tokens: readonly Token[], at: number, end: number): boolean {
  const before = tokens.slice(Math.max(0, at - 2), at).map(({ key }) => key);
  if (
    before.some(
      (key, place) =>
        BOUNDS.test(key) && (place === before.length - 1 || /^(?:de|d'|a)$/.test(before.at(-1) ?? "")),
    )
  ) {
    return true;
  }
  if (before.join(" ") === "up to") return true;
  const [joint, word] = [tokens[end], tokens[end + 1]];
  return JOINTS.has(joint?.key ?? "") && /^(?:more|fewer|less|so|plus|moins)$/.test(word?.key ?? "");
}

/** "Panel 3", "characters 1 and 2", "#4", "no. 4". */
function isLabel(tokens: readonly Token[], at: number, labelled: number): boolean {
  const [before, beyond] = [tokens[at - 1], tokens[at - 2]];
  if (before === undefined) return false;
  if (NAMING_NOUNS.has(before.key) || /^(?:#|°|no|nr)$/.test(before.key)) return true;
  if (before.key === "." && /^(?:no|nr|fig|p)$/.test(beyond?.key ?? "")) return true;
  if (labelled < 0 || at - labelled > 2) return false;
  return tokens.slice(labelled, at).every(({ key }) => key === "," || JOINTS.has(key));
}

/** The marks of a numbered list: at least two of "1.", "2.", ... that begin lines and go on, or "1)", "2)" anywhere. */
function listMarks(tokens: readonly Token[]): ReadonlySet<number> {
  const marks = tokens.flatMap(({ raw }, at) => {
    const sign = tokens[at + 1]?.raw;
    const opens = at === 0 || tokens[at - 1]?.kind === "line";
    const marked = (sign === ")" && tokens[at - 1]?.raw !== "(") || (sign === "." && opens);
    return marked && tokens[at + 2]?.kind === "word" && /^[0-9]{1,3}$/.test(raw) ? [at] : [];
  });
  const isList = marks.length > 1 && marks.every((at, place) => Number(tokens[at]?.raw) === place + 1);
  return new Set(isList ? marks : []);
}

/** Alternatives ("2 or 3", "2, 3") and ranges ("2 to 3", "entre 2 et 3"). */
export function formRange(tokens: readonly Token[], first: Mention, second: Mention): boolean {
  const between = tokens.slice(first.end, second.start);
  if (between.length === 0 || between.length > 4) return false;
  return between.every(
    ({ raw, key, kind }) =>
      JOINTS.has(key) ||
      HEDGES.has(key) ||
      raw === "à" ||
      key === "to" ||
      (kind === "sign" && /^[-,/~&|–]$/.test(raw)),
  );
}
