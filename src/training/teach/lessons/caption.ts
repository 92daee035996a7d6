/**
 * Saying of a figure alone who it is and what it does. What figures look like is learnt here, at a fraction of the work that whole
 * panels take: a small square of picture, no prompt.
 */
import { type Box, centreOf, heightOf, type Size, widthOf } from "../../../geometry/index.ts";
import type { Random } from "../../../random.ts";
import type { Character } from "../../../records/index.ts";
import type { ConversationRecord } from "../../methods/conversation-file.ts";
import type { Lesson } from "../lesson.ts";
import { looksOf } from "../thoughts.ts";

/** Figures of the question's page. */
const FIGURES = 4;
/** px: 4 x 4 tokens of benday-tiny, one window of its vision tower. */
const SIDE = 112;
/** Less of a figure than this is seldom enough to tell what it does. */
const LEAST_VISIBLE = 0.6;

export const caption: Lesson<"caption"> = {
  id: "caption",
  summary: "say of figures, seen alone, who they are and what they do",
  tellsTargets: false,
  make: ({ id: question, page: { id, width, height } }, { page, random }) => {
    const told = page.characters.flatMap((character) => {
      const text = captionOf(character);
      return text === undefined ? [] : [{ character, text }];
    });
    return random
      .fork("caption")
      .shuffle(told)
      .slice(0, FIGURES)
      .map(({ character, text }): ConversationRecord => {
        const box = squareAround(character.box, { width, height }, random.fork(character.id));
        return conversation(`${question}/caption/${character.id}`, { id, box }, text);
      });
  },
};

function captionOf(character: Character): string | undefined {
  return (character.visible ?? 1) < LEAST_VISIBLE ? undefined : looksOf(character);
}

/** The longest side of a figure is 0.4 to 0.9 of the square's, as in panels; the figure is not always in its middle. */
const [SMALLEST, LARGEST] = [1.1, 2.5];
const SHIFT = 0.075;

/** page px */
function squareAround(box: Box, page: Size, random: Random): Box {
  const longest = Math.max(widthOf(box), heightOf(box));
  const side = Math.round(
    Math.min(page.width, page.height, longest * SMALLEST * (LARGEST / SMALLEST) ** random.next()),
  );
  const [x, y] = centreOf(box);
  const from = (centre: number, length: number): number => {
    const start = centre + side * (random.range(-SHIFT, SHIFT) - 0.5);
    return Math.round(Math.min(length - side, Math.max(0, start)));
  };
  const [left, top] = [from(x, page.width), from(y, page.height)];
  return [left, top, left + side, top + side];
}

interface Shown {
  /** Of the page. */
  readonly id: string;
  readonly box: Box;
}

const conversation = (name: string, { id, box }: Shown, text: string): ConversationRecord => ({
  kind: "conversation",
  version: 1,
  id: name,
  messages: [
    { role: "user", content: [{ type: "image", page: id, box, width: SIDE, height: SIDE, marks: [] }] },
    { role: "assistant", content: text, weight: 1 },
  ],
});
