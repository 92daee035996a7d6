/** Open questions about marked characters, from their panels: what can be named can be found among choices. */
import type { Character, Mark, Question } from "../../../records/index.ts";
import { labelWords } from "../../../tasks/index.ts";
import type { ConversationRecord } from "../../methods/conversation-file.ts";
import { answeringGold, askedInstead, converse } from "../converse.ts";
import type { Lesson, LessonContext } from "../lesson.ts";
import { type MarkedCharacter, markedCharacters } from "../marked.ts";

interface Asked {
  readonly id: string;
  ask(colour: Mark["colour"]): string;
  answer(character: Character): string | undefined;
}

const ASKED: readonly Asked[] = [
  {
    id: "action",
    ask: (colour) => `What is the character in the ${colour} box doing?`,
    answer: ({ action }) => (action === undefined ? undefined : labelWords(action)),
  },
  {
    id: "who",
    ask: (colour) => `Who is the character in the ${colour} box?`,
    answer: ({ looks, name }) => looks ?? name,
  },
  {
    id: "emotion",
    ask: (colour) => `How does the character in the ${colour} box feel?`,
    answer: ({ emotion }) => (emotion === undefined ? undefined : labelWords(emotion)),
  },
];

/** All that is known of a marked character, from the panels of the question. */
export function namesOf(
  called: string,
  question: Question,
  { mark, character }: MarkedCharacter,
  context: LessonContext,
): readonly ConversationRecord[] {
  return ASKED.flatMap(({ id, ask, answer }) => {
    const gold = answer(character);
    if (gold === undefined) return [];
    const asked = askedInstead(question, ask(mark.colour), gold);
    return [converse(`${called}/${id}/${mark.colour}`, asked, "panel", [answeringGold(asked)], context)];
  });
}

export const name: Lesson<"name"> = {
  id: "name",
  summary: "say of a marked character what it does, who it is and how it feels, from its panel",
  tellsTargets: false,
  make: (question, context) => {
    if (question.targets.panels.length === 0) return [];
    return markedCharacters(question, context.page).flatMap((marked) =>
      namesOf("name", question, marked, context),
    );
  },
};
