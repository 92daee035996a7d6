/**
 * Character Counting (paper Sec. 3.1): how often does the marked character appear on the page? A number.
 *
 * The gold counts every appearance of the same identity, the marked one included. Identities with an appearance too
 * hidden or too small to judge are not asked about: their count would be a matter of opinion. A perfect reader looks at
 * every panel ("crop-all-panels", Sec. 5.1), so every panel is a target.
 */
import type { PageView } from "../comics/index.ts";
import type { Random } from "../random.ts";
import type { Character } from "../records/index.ts";
import { isJudgeable } from "./judgeable.ts";
import { redOutline } from "./marks.ts";
import { askAboutPage, type QuestionDraft, type Task } from "./task.ts";

const ASK =
  "How many times does the character in the red box appear on this page? Count every drawing of the same character, the marked one included.";

function draftFor(view: PageView, appearances: readonly Character[], random: Random): QuestionDraft {
  const marked = random.pick(appearances);
  const panels = view.panels.map(({ panel }) => panel.box);
  return {
    form: "appearances",
    prompt: askAboutPage(ASK),
    marks: [redOutline(marked.box)],
    answer: { type: "number", value: appearances.length },
    answerClass: String(appearances.length),
    subject: marked.id,
    panels,
    entities: appearances.map((character) => character.box),
    zoom: panels,
    expectedZooms: panels.length,
    tool: "zoom",
    annotations: [marked.id, ...appearances.filter((other) => other !== marked).map(({ id }) => id)],
  };
}

function drafts(view: PageView, random: Random): readonly QuestionDraft[] {
  // An unnamed figure may be anybody: a page with one has no certain counts.
  if (view.page.characters.some(({ name }) => name === undefined)) return [];
  return [...view.appearances].flatMap(([name, appearances]) =>
    appearances.length > 0 && appearances.every(isJudgeable)
      ? [draftFor(view, appearances, random.fork(name))]
      : [],
  );
}

export const characterCounting: Task<"character-counting"> = {
  id: "character-counting",
  title: "Character Counting",
  scope: "multi-panel",
  skill: "recognition",
  answer: "number",
  grader: "number",
  needs: ["panels", "characters", "identity"],
  paper: { questions: 444, test: 37 },
  drafts,
};
