/** What a small tokenizer should read well: the project's own prompts, gathered from drawn pages. */
import { type DrawPagesOptions, drawPages } from "../atelier/index.ts";
import { draftPage, type IdentifiedDraft } from "../benchmark/draft-page.ts";
import type { DraftAnswer, QuestionDraft } from "../tasks/index.ts";
import { fixedPieces } from "./prompt-phrases.ts";

export interface PromptTexts {
  /** Prompts, choices and answers. */
  readonly texts: readonly string[];
  /** Answers and choices by themselves. */
  readonly answers: readonly string[];
  /** Sentences, or parts of them, that all questions of a form share; without numbers. */
  readonly sentences: readonly string[];
}

const LETTERS = ["A", "B", "C", "D", "E", "F"];

/** Questions of all seven tasks about drawn pages, as text; the same options give the same texts. */
export async function gatherPromptTexts(
  options: Omit<DrawPagesOptions, "seed"> & { readonly seed: string },
  onPage?: (done: number) => void,
): Promise<PromptTexts> {
  const texts: string[] = [];
  const answers = new Set<string>();
  const asked = new Map<string, string[]>();
  let done = 0;
  for await (const { page, width, height, phash } of drawPages(options)) {
    const image = { file: "page.png", width, height, phash };
    for (const drafts of draftPage({ ...page, image }, options.seed).values())
      for (const draft of drafts) {
        const choices = choicesOf(draft.answer);
        texts.push(promptOf(draft, choices));
        rememberAsked(asked, draft);
        for (const answer of [...choices, draft.answerClass]) answers.add(answer);
      }
    onPage?.(++done);
  }
  const sentences = new Set([...asked.values()].flatMap(sharedSentences));
  return { texts, answers: [...answers].sort(), sentences: [...sentences] };
}

/** Every text of a prompt by its form and place. */
function rememberAsked(asked: Map<string, string[]>, { task, form, prompt }: IdentifiedDraft): void {
  for (const [place, part] of prompt.entries()) {
    const key = `${task}/${form}/${place}`;
    if (part.type === "text") asked.set(key, [...(asked.get(key) ?? []), part.text]);
  }
}

/** Fewest questions of a form that tell what is fixed in it. */
const FEWEST = 3;

/** What all texts begin and end with, in pieces of two words or more. */
function sharedSentences(texts: readonly string[]): readonly string[] {
  const [first = [], ...others] = texts.map((text) => text.replaceAll(/\p{N}+/gu, "0").split(/(?=\s)/));
  if (others.length + 1 < FEWEST) return [];
  const start = sharedWords(first, others, (words, place) => words[place]);
  const end = sharedWords(first.slice(start), others, (words, place) => words.at(-1 - place));
  const ends = [first.slice(0, start), first.slice(first.length - end)].map((words) => words.join(""));
  return ends.flatMap(fixedPieces).filter((piece) => /\S\s+\S/.test(piece));
}

/** How many words are the same in all texts, from one end on. */
function sharedWords(
  words: readonly string[],
  others: readonly (readonly string[])[],
  wordAt: (words: readonly string[], place: number) => string | undefined,
): number {
  const differs = words.findIndex((_, place) =>
    others.some((other) => wordAt(other, place) !== wordAt(words, place)),
  );
  return differs < 0 ? words.length : differs;
}

function choicesOf(answer: DraftAnswer): readonly string[] {
  switch (answer.type) {
    case "fixed":
      return [answer.right, ...answer.wrong];
    case "labels":
      // Wrong labels are drawn later, from the right ones of others: each occurs about as often as this makes it.
      return Array.from({ length: answer.wrongCount + 1 }, () => answer.right);
    case "number":
      return [String(answer.value)];
    case "text":
      return [answer.text];
  }
}

function promptOf({ prompt }: QuestionDraft, choices: readonly string[]): string {
  const asked = prompt.flatMap((part) => (part.type === "text" ? [part.text] : []));
  return [...asked, ...choices.map((choice, at) => `${LETTERS[at]}. ${choice}`)].join("\n");
}
