/**
 * Panel Reordering (paper Sec. 3.1): place a missing panel in sequence. Two choices, no dialogue text.
 *
 * The paper does not say whether the two choices are panels or places; both readings are here as forms:
 * - `fill-blank`: two panels are covered, one cover asks "?"; which of two cut-outs belongs there?
 * - `which-slot`: two panels are covered, numbered 1 and 2; where does the one cut-out belong?
 * Both candidate panels are always covered, because a wrong panel that is still visible on the page could be ruled out
 * at a glance. Cut-outs share one shape and size, so that the shape of the gap does not tell.
 *
 * Pairs are not asked about where the annotated settings, times, people and things speak for the wrong places, or for
 * neither of two panels that show the same (`panel-fit.ts`).
 */
import type { PageView, PanelView } from "../comics/index.ts";
import { areaOf, type Box, centreOf, heightOf, iou, overlapArea, widthOf } from "../geometry/index.ts";
import type { Random } from "../random.ts";
import type { Mark, PromptPart } from "../records/index.ts";
import { pairsOf } from "./pairs.ts";
import { fitTheirPlaces } from "./panel-fit.ts";
import type { QuestionDraft, Task } from "./task.ts";

/** Panels whose shapes differ more than this lose too much to a common shape (ratio of aspect ratios). */
const LARGEST_SHAPE_RATIO = 2.2;
/** px, longest side of a cut-out. */
const CUT_OUT_SIDE = 448;
/** px; smaller panels show nothing once scaled. */
const SMALLEST_SIDE = 60;
/** Share of a panel that others may overlap: a gap must not show its own answer. */
const LARGEST_OVERLAP = 0.05;
/** Panels farther apart than this in reading order are told apart by anything. */
const LARGEST_DISTANCE = 4;

const aspectOf = (box: Box): number => widthOf(box) / heightOf(box);

/** The largest box of the given aspect ratio around the centre of a box. */
function centralPart(box: Box, aspect: number): Box {
  const width = Math.min(widthOf(box), heightOf(box) * aspect);
  const height = width / aspect;
  const [x, y] = centreOf(box);
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function cutOut(box: Box, aspect: number): PromptPart {
  const width = Math.round(aspect >= 1 ? CUT_OUT_SIDE : CUT_OUT_SIDE * aspect);
  const height = Math.round(aspect >= 1 ? CUT_OUT_SIDE / aspect : CUT_OUT_SIDE);
  return { type: "crop", box: centralPart(box, aspect), width, height };
}

const text = (content: string): PromptPart => ({ type: "text", text: content });

const cover = (box: Box, label?: string): Mark => ({
  box,
  style: "cover",
  colour: "red",
  ...(label === undefined ? {} : { label }),
});

type FormParts = Pick<QuestionDraft, "form" | "prompt" | "marks" | "answer" | "answerClass">;

/** Which of two cut-outs belongs in the gap of `asked`? */
function fillBlank(asked: Box, other: Box, aspect: number, random: Random): FormParts {
  const shown = random.shuffle([asked, other]);
  const right = shown.indexOf(asked) + 1;
  return {
    form: "fill-blank",
    prompt: [
      text("Two panels of this page are covered."),
      { type: "page" },
      ...shown.flatMap((box, index) => [text(`Picture ${index + 1}:`), cutOut(box, aspect)]),
      text("Which picture belongs in the covered panel marked with a question mark?"),
    ],
    marks: [cover(asked, "?"), cover(other)],
    answer: { type: "fixed", right: `Picture ${right}`, wrong: [`Picture ${3 - right}`] },
    answerClass: String(right),
  };
}

/** Into which of two gaps does the cut-out of `asked` belong? */
function whichSlot(asked: Box, other: Box, aspect: number, random: Random): FormParts {
  const gaps = random.shuffle([asked, other]);
  const right = gaps.indexOf(asked) + 1;
  return {
    form: "which-slot",
    prompt: [
      text("Two panels of this page are covered, marked 1 and 2."),
      { type: "page" },
      text("This picture shows one of them:"),
      cutOut(asked, aspect),
      text("Which covered panel does the picture belong to?"),
    ],
    marks: gaps.map((box, index) => cover(box, String(index + 1))),
    answer: { type: "fixed", right: `Panel ${right}`, wrong: [`Panel ${3 - right}`] },
    answerClass: String(right),
  };
}

const FORMS = [fillBlank, whichSlot];

function draftFor(first: PanelView, second: PanelView, random: Random): QuestionDraft {
  const [a, b] = [first.panel.box, second.panel.box];
  const [asked, other] = random.chance(0.5) ? [a, b] : [b, a];
  const aspect = Math.sqrt(aspectOf(asked) * aspectOf(other));
  return {
    ...random.pick(FORMS)(asked, other, aspect, random),
    subject: `${first.panel.id}+${second.panel.id}`,
    panels: [asked, other],
    entities: [],
    zoom: [],
    expectedZooms: 0,
    tool: "none",
    annotations: [first.panel.id, second.panel.id],
  };
}

/** True when covering this panel leaves nothing of it to see, and hides little of any other. */
function canBeCovered(view: PageView, { panel }: PanelView): boolean {
  const { box } = panel;
  if (Math.min(widthOf(box), heightOf(box)) < SMALLEST_SIDE) return false;
  return view.panels.every(({ panel: other }) => {
    if (other.id === panel.id || iou(other.box, box) === 0) return true;
    return overlapArea(other.box, box) / Math.min(areaOf(other.box), areaOf(box)) <= LARGEST_OVERLAP;
  });
}

function drafts(view: PageView, random: Random): readonly QuestionDraft[] {
  if (view.panels.length < 3) return [];
  const candidates = view.panels.filter((panel) => canBeCovered(view, panel));
  return pairsOf(candidates).flatMap(([first, second]) => {
    const shapes = aspectOf(first.panel.box) / aspectOf(second.panel.box);
    const alike = Math.max(shapes, 1 / shapes) <= LARGEST_SHAPE_RATIO;
    const near = second.index - first.index <= LARGEST_DISTANCE;
    return alike && near && fitTheirPlaces(view, first, second)
      ? [draftFor(first, second, random.fork(`${first.panel.id}+${second.panel.id}`))]
      : [];
  });
}

export const panelReordering: Task<"panel-reordering"> = {
  id: "panel-reordering",
  title: "Panel Reordering",
  scope: "multi-panel",
  skill: "understanding",
  answer: "choice",
  grader: "choice",
  choices: 2,
  needs: ["panels"],
  paper: { questions: 1392, test: 126 },
  drafts,
};
