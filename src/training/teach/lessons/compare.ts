/** What comparing two characters needs: naming each of them, from two crops. Identity is taught before it is asked. */
import { answeringGold, askedInstead, converse } from "../converse.ts";
import type { Lesson } from "../lesson.ts";
import { type MarkedCharacter, markedCharacters } from "../marked.ts";

const known = ({ character: { looks, name } }: MarkedCharacter): string | undefined => looks ?? name;

export const compare: Lesson<"compare"> = {
  id: "compare",
  summary: "Character Identification: say who is in either box, from both panels",
  tellsTargets: false,
  make: (question, context) => {
    const [first, second] = markedCharacters(question, context.page);
    if (question.task !== "character-identification" || first === undefined || second === undefined)
      return [];
    const [one, other] = [known(first), known(second)];
    if (one === undefined || other === undefined) return [];
    const text = `Who is in the ${first.mark.colour} box, and who in the ${second.mark.colour} box?`;
    const asked = askedInstead(question, text, `${one}; ${other}`);
    return [converse("compare", asked, "panel", [answeringGold(asked)], context)];
  },
};
