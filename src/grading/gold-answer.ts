import type { Question } from "../records/index.ts";
import { choiceLetter } from "./choice.ts";

/** The gold as the text that a perfect model would answer: a letter, a number, or the first wording. */
export function goldAnswer({ gold }: Pick<Question, "gold">): string {
  switch (gold.type) {
    case "choice":
      return choiceLetter(gold.index);
    case "number":
      return String(gold.value);
    case "text":
      return gold.text;
  }
}
