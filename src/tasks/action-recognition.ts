/**
 * Action Recognition (paper Sec. 3.1): what is the marked character doing? One panel, four choices.
 *
 * The paper does not give its label set; here it is the data's own. Wrong choices are other labels of the same data,
 * never one that is also true of the figure (`actionAlso`).
 */
import type { PageView, PanelView } from "../comics/index.ts";
import type { Character } from "../records/index.ts";
import { isJudgeable } from "./judgeable.ts";
import { labelWords } from "./label-words.ts";
import { redOutline } from "./marks.ts";
import { askAboutPage, type QuestionDraft, type Task } from "./task.ts";

const CHOICES = 4;

function draftFor(panel: PanelView, character: Character, action: string): QuestionDraft {
  return {
    form: "marked-character",
    prompt: askAboutPage("What is the character in the red box doing?"),
    marks: [redOutline(character.box)],
    answer: {
      type: "labels",
      label: "action",
      right: labelWords(action),
      alsoRight: (character.actionAlso ?? []).map(labelWords),
      wrongCount: CHOICES - 1,
    },
    answerClass: action,
    subject: character.id,
    panels: [panel.panel.box],
    entities: [character.box],
    zoom: [panel.panel.box],
    expectedZooms: 1,
    tool: "zoom",
    annotations: [character.id, panel.panel.id],
  };
}

function drafts(view: PageView): readonly QuestionDraft[] {
  return view.panels.flatMap((panel) =>
    panel.characters
      .filter(isJudgeable)
      .flatMap((character) =>
        character.action === undefined ? [] : [draftFor(panel, character, character.action)],
      ),
  );
}

export const actionRecognition: Task<"action-recognition"> = {
  id: "action-recognition",
  title: "Action Recognition",
  scope: "single-panel",
  skill: "recognition",
  answer: "choice",
  grader: "choice",
  choices: CHOICES,
  needs: ["panels", "characters", "action"],
  paper: { questions: 1669, test: 147 },
  drafts,
};
