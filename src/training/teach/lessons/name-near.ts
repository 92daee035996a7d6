/**
 * The same from regions between the figure alone and its whole panel: in the smallest the mark is all there is, in larger ones it
 * has to be found. From captions to panels at once hardly anything was learnt (docs/LOG.md).
 */
import { type Box, clampTo, expand, heightOf, widthOf } from "../../../geometry/index.ts";
import type { Question } from "../../../records/index.ts";
import type { Lesson } from "../lesson.ts";
import { type MarkedCharacter, markedCharacters } from "../marked.ts";
import { namesOf } from "./name.ts";

export const nameNear: Lesson<"name-near"> = {
  id: "name-near",
  summary: "the same from regions between the figure alone and its panel",
  tellsTargets: false,
  make: (question, context) =>
    markedCharacters(question, context.page).flatMap((marked) => {
      const panel = panelOf(marked, question);
      if (panel === undefined) return [];
      const share = context.random.fork(`near/${marked.mark.colour}`).next();
      const region = between(aroundMark(marked, question), panel, share);
      const narrowed = { ...question, targets: { ...question.targets, panels: [region] } };
      return namesOf("name-near", narrowed, marked, context);
    }),
};

/** Marks stand in the order of their panels; two may share one. */
function panelOf({ mark }: MarkedCharacter, { marks, targets }: Question): Box | undefined {
  const place = marks.filter(({ style }) => style === "outline").indexOf(mark);
  return targets.panels[place] ?? targets.panels[0];
}

/** Of the longer side of the mark: room for the drawn frame. */
const MARGIN = 0.08;

function aroundMark({ mark: { box } }: MarkedCharacter, { page }: Question): Box {
  return clampTo(expand(box, MARGIN * Math.max(widthOf(box), heightOf(box))), page) ?? box;
}

/** From the first (0) to the second (1), in whole px. */
function between(from: Box, to: Box, share: number): Box {
  const [x1, y1, x2, y2] = to;
  const at = (start: number, end: number): number => start + share * (end - start);
  return [
    Math.floor(at(from[0], x1)),
    Math.floor(at(from[1], y1)),
    Math.ceil(at(from[2], x2)),
    Math.ceil(at(from[3], y2)),
  ];
}
