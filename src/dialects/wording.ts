/** Sentences that several dialects share. */
import type { Occasion } from "./dialect.ts";

const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** The choices, one a line, each behind its letter; "" without choices. */
export function choiceLines(choices: readonly string[]): string {
  return choices.map((choice, index) => `${letterOf(index)}. ${choice}`).join("\n");
}

/** What form the answer has to have. */
export function answerForm({ answer, choices }: Occasion): string {
  switch (answer) {
    case "choice":
      return `the letter of the right choice (${choices.map((_, index) => letterOf(index)).join(", ")}), and nothing else`;
    case "number":
      return "one whole number in digits, and nothing else";
    case "text":
      return "a short phrase";
  }
}

/** How many zooms are left, for a turn that brings crops or faults. */
export const leftText = (left: number): string =>
  left > 1 ? "" : "This is your last turn: do not zoom again, answer now.";

export const joined = (...paragraphs: readonly string[]): string =>
  paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
