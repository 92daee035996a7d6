/**
 * What a taught reply says before its answer: what is to be seen, and the right choice in words. What figures look like is then
 * learnt from words right behind the picture, and the letter from the choice that it stands for.
 */
import type { Character, Question } from "../../records/index.ts";
import { labelWords } from "../../tasks/index.ts";
import type { LessonContext } from "./lesson.ts";
import { type MarkedCharacter, markedCharacters } from "./marked.ts";

/** Empty where nothing is known of what the question is about. */
export function thoughtAbout(question: Question, page: LessonContext["page"]): string {
  const seen = seenIn(question, markedCharacters(question, page));
  const right = rightChoice(question);
  if (seen === undefined) return "";
  return right === undefined || seen.endsWith(right) ? seen : `${seen}: ${right}`;
}

/** Who a character is and what it does; nothing where either is not known. */
export function looksOf({ looks, name, action }: Character): string | undefined {
  const who = looks ?? name;
  return who === undefined || action === undefined ? undefined : `${who}, ${labelWords(action)}`;
}

function seenIn(question: Question, marked: readonly MarkedCharacter[]): string | undefined {
  switch (question.task) {
    case "action-recognition":
      return marked[0] && looksOf(marked[0].character);
    case "depth-comparison":
      return comparedIn(question, marked);
    case "character-identification":
      return both(marked.map(({ character: { looks, name } }) => looks ?? name));
    case "panel-understanding":
    case "dialog-reordering":
    case "panel-reordering":
    case "character-counting":
      return undefined;
  }
}

const both = (names: readonly (string | undefined)[]): string | undefined =>
  names.length > 0 && names.every((name) => name !== undefined) ? names.join("; ") : undefined;

/**
 * The nearer one first, whichever is asked for: what is seen does not depend on the question. What was asked for is then looked up
 * in words; to turn the nearer one into the farther in one step was not learnt (docs/LOG.md).
 */
function comparedIn({ form }: Question, marked: readonly MarkedCharacter[]): string | undefined {
  const [one, other] = marked;
  if (one?.character.interdepth === undefined || other?.character.interdepth === undefined) return undefined;
  const [nearer, farther] =
    one.character.interdepth < other.character.interdepth ? [one, other] : [other, one];
  return `nearer: ${calledOne(nearer)}, farther: ${calledOne(farther)}; ${form}`;
}

const calledOne = ({ mark }: MarkedCharacter): string => `Character ${mark.label ?? mark.colour}`;

const rightChoice = ({ gold, choices }: Question): string | undefined =>
  gold.type === "choice" ? choices[gold.index] : undefined;
