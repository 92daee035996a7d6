/** English ordinals: words from first to tenth, figures beyond. */

const WORDS: readonly string[] = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

const SUFFIX: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  zero: "th",
  one: "st",
  two: "nd",
  few: "rd",
  many: "th",
  other: "th",
};
const rules = new Intl.PluralRules("en", { type: "ordinal" });

/** `7` as "7th"; counts from 1. */
export const ordinalFigure = (count: number): string => `${count}${SUFFIX[rules.select(count)]}`;

/** `2` as "second", `12` as "12th"; counts from 1. */
export const ordinalWord = (count: number): string => WORDS[count - 1] ?? ordinalFigure(count);

/** The count of "second" or "12th"; undefined for anything else ("12nd", "zeroth"). */
export function parseOrdinal(text: string): number | undefined {
  const place = WORDS.indexOf(text);
  if (place >= 0) return place + 1;
  const count = Number.parseInt(text, 10);
  return count > 0 && ordinalFigure(count) === text ? count : undefined;
}
