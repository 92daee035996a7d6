/** Texts in the languages that pages are lettered in. */

export const LANGUAGES = ["en", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language; `{slots}` are filled by `wording.ts`. */
export type Text = Readonly<Record<Language, string>>;

/** Texts from a flat list: English, French, English, French, ... */
export function texts(...pairs: readonly string[]): readonly Text[] {
  if (pairs.length % 2 !== 0) {
    throw new RangeError(`texts: expected pairs of English and French, got ${pairs.length} texts`);
  }
  return pairs.flatMap((en, index): Text[] => {
    const fr = pairs[index + 1];
    return index % 2 === 0 && fr !== undefined ? [{ en, fr }] : [];
  });
}

/** No-break space: the narrow one is missing in comic typefaces. */
const GLUE = "\u00a0";

/**
 * French as it is set: "de le" and "à le" contracted, "que Odile" elided, curved apostrophes, and a space that does
 * not break before high punctuation.
 */
export function setFrench(text: string): string {
  return text
    .replaceAll(
      /\b(d)e (le|les) /gi,
      (_, d: string, article: string) => `${d}${article === "le" ? "u" : "es"} `,
    )
    .replaceAll(/(?<![\p{L}])([àÀ]) (le|les) /gu, (_, a: string, article: string) => {
      const capital = a === "À" ? "A" : "a";
      return `${capital}u${article === "le" ? "" : "x"} `;
    })
    .replaceAll(/(?<![\p{L}])(qu|d|j|n|s|m|t)e (?=[aeiouéèêàîôœAEIOUÉÈ])/giu, "$1'")
    .replaceAll(/(?<=\p{L})'(?=[\p{L}«])/gu, "’")
    .replaceAll(/ ?([?!:;]+)/g, `${GLUE}$1`)
    .replaceAll(/ »/g, `${GLUE}»`)
    .replaceAll(/« /g, `«${GLUE}`);
}

/** English as it is set: "a" becomes "an" before a vowel. */
export const setEnglish = (text: string): string =>
  text.replaceAll(/\ba (?=[aeiou])/gi, (article) => `${article.trimEnd()}n `);
