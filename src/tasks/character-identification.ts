/**
 * Character Identification (paper Sec. 3.1): are two marked characters of two panels the same one? Two choices.
 *
 * Table 2 prints four choices, Table 3's random row (50 %) and the task's definition say two; two it is, and the number
 * stays in the data. "Same" and "different" are asked in equal numbers on every page.
 */
import type { PageView } from "../comics/index.ts";
import type { Random } from "../random.ts";
import type { Character } from "../records/index.ts";
import { isJudgeable } from "./judgeable.ts";
import { numberedOutlines } from "./marks.ts";
import { pairsOf } from "./pairs.ts";
import { askAboutPage, type QuestionDraft, type Task } from "./task.ts";

const SAME = "The same character";
const DIFFERENT = "Different characters";

interface Appearance {
  readonly character: Character;
  readonly name: string;
  readonly panel: { readonly id: string; readonly box: Character["box"] };
}

function appearancesOn(view: PageView): readonly Appearance[] {
  return view.panels.flatMap(({ panel, characters }) =>
    characters.flatMap((character) =>
      character.name !== undefined && isJudgeable(character)
        ? [{ character, name: character.name, panel }]
        : [],
    ),
  );
}

function draftFor(first: Appearance, second: Appearance): QuestionDraft {
  const same = first.name === second.name;
  return {
    form: "two-marked",
    prompt: askAboutPage("Are the two marked characters the same character?"),
    marks: numberedOutlines([first.character.box, second.character.box]),
    answer: { type: "fixed", right: same ? SAME : DIFFERENT, wrong: [same ? DIFFERENT : SAME] },
    answerClass: same ? "same" : "different",
    subject: `${first.character.id}+${second.character.id}`,
    panels: [first.panel.box, second.panel.box],
    entities: [first.character.box, second.character.box],
    zoom: [first.panel.box, second.panel.box],
    expectedZooms: 2,
    tool: "zoom",
    annotations: [first.character.id, second.character.id],
  };
}

function drafts(view: PageView, random: Random): readonly QuestionDraft[] {
  const pairs = pairsOf(appearancesOn(view)).filter(([a, b]) => a.panel.id !== b.panel.id);
  const same = random.fork("same").shuffle(pairs.filter(([a, b]) => a.name === b.name));
  const different = random.fork("different").shuffle(pairs.filter(([a, b]) => a.name !== b.name));
  const count = Math.min(same.length, different.length);
  return [...same.slice(0, count), ...different.slice(0, count)].map(([a, b]) => draftFor(a, b));
}

export const characterIdentification: Task<"character-identification"> = {
  id: "character-identification",
  title: "Character Identification",
  scope: "multi-panel",
  skill: "recognition",
  answer: "choice",
  grader: "choice",
  choices: 2,
  needs: ["panels", "characters", "identity"],
  paper: { questions: 2368, test: 136 },
  drafts,
};
