/**
 * The same from regions between the marked figures and their panels: in the smallest the marks are nearly all there is, in larger
 * ones they have to be found. From figures alone to panels at once hardly anything was learnt (docs/LOG.md).
 */
import { type Box, clampTo, expand, heightOf, unionOf, widthOf } from "../../../geometry/index.ts";
import type { Question } from "../../../records/index.ts";
import type { Lesson } from "../lesson.ts";
import { answeredFromPanels } from "./panel-answer.ts";

export const panelNear: Lesson<"panel-near"> = {
  id: "panel-near",
  summary: "answer from regions between the marked figures and their panels",
  tellsTargets: false,
  make: (question, context) => {
    const { panels } = question.targets;
    const share = context.random.fork("near").next();
    const regions = panels.map((panel, place) =>
      between(aroundMarks(question, place) ?? panel, panel, share),
    );
    if (question.marks.length === 0 || regions.length === 0) return [];
    const narrowed = { ...question, targets: { ...question.targets, panels: regions } };
    return answeredFromPanels("panel-near", narrowed, context);
  },
};

/** Of the longer side of the marks: room for the drawn frame and a little around it. */
const MARGIN = 0.3;

/** Marks stand in the order of their panels, or all of them in the only one. */
function aroundMarks({ marks, targets, page }: Question, place: number): Box | undefined {
  const boxes = marks.filter(({ style }) => style === "outline").map(({ box }) => box);
  const inside = targets.panels.length === boxes.length ? boxes.slice(place, place + 1) : boxes;
  const box = unionOf(inside);
  if (box === undefined) return undefined;
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
