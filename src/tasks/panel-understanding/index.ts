/**
 * Panel Understanding (paper Sec. 3.1, App. D.1): a panel is named in words only, nothing is marked, the answer is open.
 *
 * Deviation: the paper has a model write questions from captions; here they come from templates over the annotations,
 * one file of forms a subject. Questions written by a teacher model enter as records with `origin.by` = "model".
 */
import type { PageView, PanelView, PositionPhrase } from "../../comics/index.ts";
import type { Random } from "../../random.ts";
import { askAboutPage, type QuestionDraft, type Task } from "../task.ts";
import { doingsForms } from "./doings.ts";
import type { Asked } from "./form.ts";
import { peopleForms } from "./people.ts";
import { speechForms } from "./speech.ts";
import { thingsForms } from "./things.ts";

export const panelForms = [...peopleForms, ...doingsForms, ...speechForms, ...thingsForms] as const;
export type PanelFormId = (typeof panelForms)[number]["id"];

/** Share of questions that name a panel by its plain number although another phrase would do. */
const INDEX_SHARE = 0.2;

/** One of a panel's phrases; the kinds that ask for a look at the layout come before the plain number. */
function pickPhrase({ phrases }: PanelView, random: Random): PositionPhrase {
  const byLayout = phrases.filter(({ kind }) => kind !== "index");
  return byLayout.length === 0 || random.chance(INDEX_SHARE) ? random.pick(phrases) : random.pick(byLayout);
}

function draftFor(panel: PanelView, form: PanelFormId, asked: Asked, random: Random): QuestionDraft {
  const phrase = pickPhrase(panel, random);
  return {
    form,
    prompt: askAboutPage(asked.ask.replaceAll("{panel}", () => phrase.text)),
    marks: [],
    answer: { type: "text", text: asked.answer.text, also: [...asked.answer.also] },
    answerClass: asked.answer.text,
    subject: panel.panel.id,
    panels: [panel.panel.box],
    entities: asked.about.map(({ box }) => box),
    zoom: [panel.panel.box],
    expectedZooms: 1,
    phrase,
    tool: "zoom",
    annotations: [...new Set([panel.panel.id, ...asked.about.map(({ id }) => id)])],
  };
}

function panelDrafts(view: PageView, panel: PanelView, random: Random): readonly QuestionDraft[] {
  return panelForms.flatMap(({ id, ask }) =>
    ask({ view, panel }).map((asked) => draftFor(panel, id, asked, random)),
  );
}

function drafts(view: PageView, random: Random): readonly QuestionDraft[] {
  return view.panels.flatMap((panel) => panelDrafts(view, panel, random.fork(panel.panel.id)));
}

export const panelUnderstanding: Task<"panel-understanding"> = {
  id: "panel-understanding",
  title: "Panel Understanding",
  scope: "single-panel",
  skill: "understanding",
  answer: "text",
  grader: "text",
  needs: ["panels"],
  paper: { questions: 7902, test: 150 },
  drafts,
};
