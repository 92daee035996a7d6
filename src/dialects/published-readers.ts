/**
 * How other harnesses read the letter of a choice, for a card that shows what one set of replies is worth under each.
 * Reimplemented from the sources named below with their mistakes; nothing here decides a score of ours. A reply that
 * they hand to chance or to a paid judge is not read.
 */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a harness does with a reply that it cannot read. */
export type Fallback = "wrong" | "random" | "judge";

export interface PublishedReader {
  readonly id: string;
  readonly summary: string;
  /** Where the rule stands. */
  readonly source: string;
  readonly fallback: Fallback;
  /** The place of the choice in `choices`; undefined where the harness falls back. */
  read(answer: string, choices: readonly string[]): number | undefined;
}

export const publishedReaders: readonly PublishedReader[] = [
  {
    id: "lmms-eval-vstar",
    summary: "the first of five patterns over the upper-cased reply: a letter that begins it, then cues",
    source:
      "https://github.com/EvolvingLMMs-Lab/lmms-eval/blob/48abd2d8d7efd661fc946257ec1dbe0293618cbc/lmms_eval/tasks/vstar_bench/utils.py",
    fallback: "wrong",
    read: readLikeVstar,
  },
  {
    id: "mmmu",
    summary: "(A), else 'A ', else 'A.', else the text of an option; the last one of several",
    source:
      "https://github.com/EvolvingLMMs-Lab/lmms-eval/blob/02bc1c056e173018e36803b70ae900ad69180ac5/lmms_eval/tasks/mmmu/utils.py",
    fallback: "random",
    read: readLikeMmmu,
  },
  {
    id: "vlmevalkit",
    summary: "one stand-alone letter more than five words before the end, else the text of one option",
    source:
      "https://github.com/open-compass/VLMEvalKit/blob/134b4ea61d26cb15b6fac405dec3ff6a88e2bc31/vlmeval/utils/matching_util.py",
    fallback: "judge",
    read: readLikeVlmEvalKit,
  },
  {
    id: "letter-only",
    summary: "the reply is the letter and nothing else",
    source: "exact match, as in reward functions of GRPO trainings",
    fallback: "wrong",
    read: (answer, choices) => placeOf(answer.trim(), choices),
  },
];

/** -1 and letters beyond the choices are no place. */
function placeOf(letter: string | undefined, choices: readonly string[]): number | undefined {
  const place = letter === undefined || letter.length !== 1 ? -1 : LETTERS.indexOf(letter);
  return place >= 0 && place < choices.length ? place : undefined;
}

const VSTAR_PATTERNS = [
  /^([A-D])\s*[.)\]]*/,
  /(?:THE\s+)?(?:ANSWER|CHOICE|OPTION)(?:\s+IS)?[\s:]+([A-D])/,
  /\(([A-D])\)/,
  /([A-D])\s*(?:\.|\)|\])/,
  /(?:^|\s)([A-D])(?:\s|$)/,
];

function readLikeVstar(answer: string, choices: readonly string[]): number | undefined {
  const reply = answer.trim().toUpperCase();
  for (const pattern of VSTAR_PATTERNS) {
    const letter = pattern.exec(reply)?.[1];
    if (letter !== undefined) return placeOf(letter, choices);
  }
  const letters = reply.match(/[A-D]/g) ?? [];
  return letters.length === 1 ? placeOf(letters[0], choices) : undefined;
}

function readLikeMmmu(answer: string, choices: readonly string[]): number | undefined {
  const stripped = [",", ".", "!", "?", ";", ":", "'"].reduce(stripCharacter, answer);
  const reply = ` ${stripped} `;
  const places = choices.map((_, place) => place);
  const letterAt = (place: number) => LETTERS[place] ?? "";
  const forms: readonly ((place: number) => string)[] = [
    (place) => `(${letterAt(place)})`,
    (place) => `${letterAt(place)} `,
    (place) => `${letterAt(place)}.`,
  ];
  for (const [index, form] of forms.entries()) {
    const found = places.filter((place) => reply.includes(form(place)));
    // Without brackets the last one is looked for between blanks, whatever was matched.
    const sought = (place: number) => (index === 0 ? form(place) : ` ${letterAt(place)} `);
    if (found.length > 0) return lastOf(found, (place) => reply.lastIndexOf(sought(place)));
  }
  if (reply.trim().split(/\s+/).length <= 5) return undefined;
  const text = (place: number) => (choices[place] ?? "").toLowerCase();
  const said = places.filter((place) => reply.toLowerCase().includes(text(place)));
  return lastOf(said, (place) => reply.toLowerCase().lastIndexOf(text(place)));
}

/** Python's `text.strip(character)`. */
function stripCharacter(text: string, character: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text[start] === character) start++;
  while (end > start && text[end - 1] === character) end--;
  return text.slice(start, end);
}

/** The first of those that stand farthest to the right; undefined for none. */
function lastOf(places: readonly number[], at: (place: number) => number): number | undefined {
  return places.toSorted((a, b) => at(b) - at(a))[0];
}

const REFUSALS = [
  "Sorry, I can't help with images of people yet.",
  "I can't process this file.",
  "I'm sorry, but without the image provided",
  "Cannot determine the answer",
];

/**
 * `can_infer`, without `VERBOSE`. Its test of place is `index < words - 5`, which reads a letter only where at least five
 * words follow: a bare "B" and "The answer is B" go on to the text of the choices, then to the judge.
 */
function readLikeVlmEvalKit(answer: string, choices: readonly string[]): number | undefined {
  if (REFUSALS.some((refusal) => answer.includes(refusal))) return undefined;
  const words = answer
    .replaceAll(/[.()[\],:;!*#{}]/g, " ")
    .trim()
    .split(/\s+/);
  const letters = choices.map((_, place) => LETTERS[place] ?? "");
  const said = letters.filter((letter) => words.includes(letter));
  const [only] = said;
  if (said.length === 1 && only !== undefined && words.indexOf(only) < words.length - 5)
    return placeOf(only, choices);
  // A stand-alone Z is their sign for no choice.
  if (said.length === 0 && words.includes("Z")) return undefined;
  const reply = answer.toLowerCase();
  if (reply.length > 2 * choices.reduce((sum, choice) => sum + choice.length, 0)) return undefined;
  const stated = choices.flatMap((choice, place) => (reply.includes(choice.toLowerCase()) ? [place] : []));
  return stated.length === 1 ? stated[0] : undefined;
}
