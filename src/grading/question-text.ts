import type { Question } from "../records/index.ts";

/** The text parts of a question's prompt, joined; pictures are left out. */
export function questionText(question: Pick<Question, "prompt">): string {
  return question.prompt.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}
