/** What a small tokenizer should read well: the project's own prompts, gathered from drawn pages. */
import { type DrawPagesOptions, drawPages } from "../atelier/index.ts";
import { draftPage } from "../benchmark/draft-page.ts";
import type { DraftAnswer, QuestionDraft } from "../tasks/index.ts";

export interface PromptTexts {
  /** Prompts, choices and answers. */
  readonly texts: readonly string[];
  /** Answers and choices by themselves. */
  readonly answers: readonly string[];
}

const LETTERS = ["A", "B", "C", "D", "E", "F"];

/** Questions of all seven tasks about drawn pages, as text; the same options give the same texts. */
export async function gatherPromptTexts(
  options: Omit<DrawPagesOptions, "seed"> & { readonly seed: string },
  onPage?: (done: number) => void,
): Promise<PromptTexts> {
  const texts: string[] = [];
  const answers = new Set<string>();
  let done = 0;
  for await (const { page, width, height, phash } of drawPages(options)) {
    const image = { file: "page.png", width, height, phash };
    for (const drafts of draftPage({ ...page, image }, options.seed).values())
      for (const draft of drafts) {
        const choices = choicesOf(draft.answer);
        texts.push(promptOf(draft, choices));
        for (const answer of [...choices, draft.answerClass]) answers.add(answer);
      }
    onPage?.(++done);
  }
  return { texts, answers: [...answers].sort() };
}

function choicesOf(answer: DraftAnswer): readonly string[] {
  switch (answer.type) {
    case "fixed":
      return [answer.right, ...answer.wrong];
    case "labels":
      return [answer.right];
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
