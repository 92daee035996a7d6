/** Text made comparable: what two people would call the same answer becomes the same string. */

const NUMBER_WORDS = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  ...["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
  "twenty",
];
const NUMBER_OF_WORD: ReadonlyMap<string, number> = new Map(NUMBER_WORDS.map((word, value) => [word, value]));
const ARTICLES = new Set(["a", "an", "the"]);

/** The value of an English number word from zero to twenty. */
export function numberOfWord(word: string): number | undefined {
  return NUMBER_OF_WORD.get(word);
}

/**
 * Lower case, NFKC, curly quotes straightened, punctuation to spaces (apostrophes inside words stay), articles
 * dropped, number words to digits. Accents stay: they tell words apart.
 */
export function normaliseText(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ");
  return plain
    .split(" ")
    .map((word) => word.replace(/^'+|'+$/g, ""))
    .filter((word) => word !== "" && !ARTICLES.has(word))
    .map((word) => numberOfWord(word)?.toString() ?? word)
    .join(" ");
}
