/**
 * The same from regions between the marked figures and their panels: in the smallest the marks are nearly all there is, in larger
 * ones they have to be found. From figures alone to panels at once hardly anything was learnt (docs/LOG.md).
 */
import { type Box, clampTo, expand, heightOf, type Size, unionOf, widthOf } from "../../../geometry/index.ts";
import type { Question } from "../../../records/index.ts";
import type { Lesson, LessonContext } from "../lesson.ts";
import { markedCharacters } from "../marked.ts";
import { answeredFromPanels } from "./panel-answer.ts";

export const panelNear: Lesson<"panel-near"> = {
  id: "panel-near",
  summary: "answer from regions between the marked figures and their panels",
  tellsTargets: false,
  make: (question, context) => {
    const regions = regionsNear(question, context);
    if (regions === undefined) return [];
    const narrowed = { ...question, targets: { ...question.targets, panels: regions } };
    return [answeredFromPanels("panel-near", narrowed, context)];
  },
};

/** One a panel; nothing where it is not marked characters that panels are shown for. */
function regionsNear(question: Question, { page, random }: LessonContext): readonly Box[] | undefined {
  const boxes = markedCharacters(question, page).map(({ mark }) => mark.box);
  const { panels } = question.targets;
  const [one, ...more] = panels;
  if (boxes.length === 0 || one === undefined) return undefined;
  const share = random.fork("near").next();
  if (more.length === 0) return [between(around(boxes, question.page), one, share)];
  if (panels.length !== boxes.length) return undefined;
  return panels.map((panel, place) =>
    between(around(boxes.slice(place, place + 1), question.page), panel, share),
  );
}

/** Of the longer side of the marks: room for the drawn frame and a little around it. */
const MARGIN = 0.3;

function around(boxes: readonly Box[], page: Size): Box {
  const box = unionOf(boxes) ?? [0, 0, page.width, page.height];
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
