/** What the page's truth says about what a question marks. */
import { canonicalJson } from "../../json.ts";
import type { Character, Mark, Question } from "../../records/index.ts";
import type { LessonContext } from "./lesson.ts";

export interface MarkedCharacter {
  readonly mark: Mark;
  readonly character: Character;
}

/** Characters that are outlined, in the order of the marks. */
export function markedCharacters(
  { marks }: Pick<Question, "marks">,
  { characters }: LessonContext["page"],
): readonly MarkedCharacter[] {
  const byBox = new Map(characters.map((character) => [canonicalJson(character.box), character]));
  return marks.flatMap((mark) => {
    const character = byBox.get(canonicalJson(mark.box));
    return mark.style === "outline" && character !== undefined ? [{ mark, character }] : [];
  });
}
