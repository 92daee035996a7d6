/**
 * Depth Comparison (paper Sec. 3.1): which of two marked characters of one panel is nearer? Two choices.
 *
 * From Interdepth only; ties and missing values are dropped (Intradepth orders things inside one plane, and its sign
 * is not established for AI4VA). One target, the panel, because the paper measures about one zoom a question (Table 6).
 */
import type { PageView, PanelView } from "../comics/index.ts";
import type { Random } from "../random.ts";
import type { Character } from "../records/index.ts";
import { isJudgeable } from "./judgeable.ts";
import { numberedOutlines } from "./marks.ts";
import { pairsOf } from "./pairs.ts";
import { askAboutPage, type QuestionDraft, type Task } from "./task.ts";

const FORMS = [
  { form: "nearer", ask: "Which of the two marked characters is nearer to the viewer?" },
  { form: "farther", ask: "Which of the two marked characters is farther from the viewer?" },
] as const;

function draftFor(
  panel: PanelView,
  near: Character,
  far: Character,
  asked: (typeof FORMS)[number],
  random: Random,
): QuestionDraft {
  const marked = random.shuffle([near, far]);
  const right = marked.indexOf(asked.form === "nearer" ? near : far) + 1;
  return {
    form: asked.form,
    prompt: askAboutPage(asked.ask),
    marks: numberedOutlines(marked.map((character) => character.box)),
    answer: { type: "fixed", right: `Character ${right}`, wrong: [`Character ${3 - right}`] },
    answerClass: String(right),
    subject: [near.id, far.id].sort().join("+"),
    panels: [panel.panel.box],
    entities: marked.map((character) => character.box),
    zoom: [panel.panel.box],
    expectedZooms: 1,
    tool: "zoom",
    annotations: [...marked.map((character) => character.id), panel.panel.id],
  };
}

function panelDrafts(panel: PanelView, random: Random): readonly QuestionDraft[] {
  return pairsOf(panel.characters.filter(isJudgeable)).flatMap(([a, b]) => {
    if (a.interdepth === undefined || b.interdepth === undefined || a.interdepth === b.interdepth) return [];
    const [near, far] = a.interdepth < b.interdepth ? [a, b] : [b, a];
    return [draftFor(panel, near, far, random.pick(FORMS), random)];
  });
}

function drafts(view: PageView, random: Random): readonly QuestionDraft[] {
  return view.panels.flatMap((panel) => panelDrafts(panel, random.fork(panel.panel.id)));
}

export const depthComparison: Task<"depth-comparison"> = {
  id: "depth-comparison",
  title: "Depth Comparison",
  scope: "single-panel",
  skill: "recognition",
  answer: "choice",
  grader: "choice",
  choices: 2,
  needs: ["panels", "characters", "depth"],
  paper: { questions: 1125, test: 103 },
  drafts,
};
