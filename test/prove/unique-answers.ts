/**
 * Every question about drawn pages has exactly one right answer, and it is the gold one: checked against the truth of
 * the page with other code than the tasks'. Of Panel Reordering it is also checked in the script of the page's story that
 * the two panels cannot change places: an exchange breaks ties of the story, and what panels share with those beside them
 * does not mislead. Where it is silent, the story alone tells (`shareToldByStoryAlone`).
 */
import type { PageScript } from "../../src/atelier/index.ts";
import { heightOf, widthOf } from "../../src/geometry/index.ts";
import { goldAnswer, normaliseText } from "../../src/grading/index.ts";
import {
  type Character,
  type Page,
  type Panel,
  type Question,
  TASK_IDS,
  type TaskId,
  tableOver,
} from "../../src/records/index.ts";
import { questionsOf, questionsPerTask, withDrawnBenchmark } from "./drawn/benchmark.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";
import { fittingAnswers } from "./reader/panel-answers.ts";
import { areAlike } from "./reader/panel-content.ts";
import {
  askedText,
  cutOutPanels,
  inChosenOrder,
  inReadingOrder,
  inWords,
  linesOf,
  listedTexts,
  markedFigures,
  markedPanels,
  panelsNamed,
} from "./reader/scene.ts";
import { seenOn, sharedMore, showTheSame, tiesBroken } from "./reader/scene-graph.ts";

/** What is wrong with a question, in words; none for a sound one. */
type Check = (question: Question, page: Page) => readonly string[];

/** The sentences of the faults that hold. */
const faults = (...found: readonly (readonly [boolean, string])[]): readonly string[] =>
  found.flatMap(([holds, sentence]) => (holds ? [sentence] : []));

const goldChoice = ({ gold, choices }: Question): string =>
  gold.type === "choice" ? (choices[gold.index] ?? "") : "";
const otherChoices = ({ gold, choices }: Question): readonly string[] =>
  choices.filter((_, place) => gold.type !== "choice" || place !== gold.index);

const checkPanelUnderstanding: Check = (question, page) => {
  const { phrase, gold, targets } = question;
  const named = panelsNamed(page, phrase?.text ?? "");
  const answers = fittingAnswers(askedText(question), page).map((wordings) => wordings.map(normaliseText));
  const accepted = gold.type === "text" ? [gold.text, ...gold.also].map(normaliseText) : [];
  return faults(
    [named.length !== 1, `the phrase names ${named.length} panels`],
    [named[0]?.box.join() !== targets.panels[0]?.join(), "the phrase names another panel"],
    [answers.length !== 1, `${answers.length} answers fit: ${answers.map(([first]) => first).join(" | ")}`],
    [!accepted.every((wording) => answers[0]?.includes(wording)), "an accepted wording is not true"],
  );
};

const checkAction: Check = (question, page) => {
  const [figure, ...others] = markedFigures(page, question) ?? [];
  if (figure === undefined || others.length > 0) return ["the mark frames no single figure"];
  const right = [figure.action ?? "", ...(figure.actionAlso ?? [])].map(inWords);
  return faults(
    [goldChoice(question) !== right[0], "the gold label is not the figure's action"],
    [otherChoices(question).some((label) => right.includes(label)), "a wrong label is also right"],
    [new Set(question.choices).size !== question.choices.length, "two choices are the same"],
  );
};

const checkDepth: Check = (question, page) => {
  const [first, second] = markedFigures(page, question) ?? [];
  if (first === undefined || second === undefined) return ["the marks frame no two figures"];
  const [a, b] = [first.interdepth, second.interdepth];
  if (a === undefined || b === undefined) return ["a depth is unknown"];
  const right = a < b === (question.form === "nearer") ? "Character 1" : "Character 2";
  return faults(
    [a === b, "both figures stand in one plane"],
    [first.panel !== second.panel, "the figures stand in two panels"],
    [goldChoice(question) !== right, "the other figure is right"],
  );
};

const checkDialogue: Check = (question, page) => {
  const order = inReadingOrder(page);
  const panels = order.filter((panel) => markedPanels(page, question).includes(panel));
  const lines = linesOf(page, panels);
  const texts = listedTexts(question);
  const isRight = (choice: string) => inChosenOrder(texts, choice).join("\n") === lines.join("\n");
  const places = panels.map((panel) => order.indexOf(panel));
  return faults(
    [panels.length !== question.marks.length, "a mark frames no panel"],
    [places.some((place, index) => place !== (places[0] ?? 0) + index), "the panels are not adjacent"],
    [new Set(texts.map(normaliseText)).size !== lines.length, "two lines read the same, or one is missing"],
    [question.choices.filter(isRight).length !== 1, "not one candidate is the page's order"],
    [!isRight(goldChoice(question)), "the gold order is not the page's"],
    [isRight(texts.map((_, place) => place + 1).join(", ")), "the list itself is in order"],
  );
};

const checkPanelOrder: Check = (question, page) => {
  const covered = markedPanels(page, question);
  const [first, second, ...more] = covered;
  if (first === undefined || second === undefined || more.length > 0) return ["not two panels are covered"];
  const cutOuts = cutOutPanels(page, question);
  const asked = question.form === "fill-blank" ? covered[markOf(question, "?")] : cutOuts[0];
  const places = question.form === "fill-blank" ? cutOuts : covered;
  const place = asked === undefined ? -1 : places.indexOf(asked);
  return faults(
    [question.marks.some(({ style }) => style !== "cover"), "a panel is not covered"],
    [cutOuts.some((panel) => !covered.includes(panel)), "a cut-out shows a panel that is not covered"],
    [!goldChoice(question).endsWith(` ${place + 1}`), "the gold place is another's"],
    [areAlike(page, first, second), "both panels show the same"],
  );
};

const markOf = ({ marks }: Question, label: string): number =>
  marks.findIndex((mark) => mark.label === label);

const checkIdentity: Check = (question, page) => {
  const [first, second] = markedFigures(page, question) ?? [];
  if (first?.name === undefined || second?.name === undefined)
    return ["the marks frame no two named figures"];
  const right = first.name === second.name ? "The same character" : "Different characters";
  return faults(
    [goldChoice(question) !== right, "the names say otherwise"],
    [first.panel === second.panel, "both stand in one panel"],
  );
};

/** px and share: the limits under which a figure cannot be told, as the documentation gives them. */
const canBeTold = ({ box, visible = 1 }: Character): boolean =>
  Math.min(widthOf(box), heightOf(box)) >= 12 && visible >= 0.35;

const checkCount: Check = ({ gold, ...question }, page) => {
  const name = markedFigures(page, question)?.[0]?.name;
  const figures = page.characters.filter((figure) => figure.name === name);
  return faults(
    [name === undefined, "the mark frames no named figure"],
    [gold.type !== "number" || gold.value !== figures.length, `${figures.length} are drawn`],
    [page.characters.some((figure) => figure.name === undefined), "somebody has no name"],
    [!figures.every(canBeTold), "one of them is too small or too hidden"],
  );
};

const CHECKS: Readonly<Record<TaskId, Check>> = {
  "panel-understanding": checkPanelUnderstanding,
  "action-recognition": checkAction,
  "depth-comparison": checkDepth,
  "dialog-reordering": checkDialogue,
  "panel-reordering": checkPanelOrder,
  "character-identification": checkIdentity,
  "character-counting": checkCount,
};

/** How the covered panels of Panel Reordering can be told apart by their page's script. */
function panelPairTally() {
  const counts = { pairs: 0, oneScene: 0, tiesBroken: 0, sharesNoMore: 0 };
  /** What speaks against asking about two panels. */
  const add = (script: PageScript, page: Page, first: Panel, second: Panel): readonly string[] => {
    const [{ order: a = 0 }, { order: b = 0 }] = [first, second];
    const sees = seenOn(page);
    const broken = tiesBroken(script, a, b);
    const more = sharedMore(script, a, b, sees);
    const isOneScene = showTheSame(script, a, b, sees);
    counts.pairs += 1;
    counts.oneScene += isOneScene ? 1 : 0;
    counts.tiesBroken += broken;
    counts.sharesNoMore += more <= 0 ? 1 : 0;
    return faults(
      [broken === 0, "nothing in the story ties either panel to its place"],
      [more < 0, "both panels share more with what is beside the other"],
      [more === 0 && isOneScene, "both panels show the same and fit as well in either place"],
    );
  };
  const figures = () => {
    const per = (count: number): number => count / Math.max(1, counts.pairs);
    return {
      pairs: counts.pairs,
      tiesBrokenByExchange: per(counts.tiesBroken),
      shareOfOneScene: per(counts.oneScene),
      shareToldByStoryAlone: per(counts.sharesNoMore),
    };
  };
  return { add, figures };
}

/** `cases` is the number of questions a task. */
export async function prove({ cases = 2000, seed, progress }: ProofOptions): Promise<ProofResult> {
  const order = { seed, progress, isLast: questionsPerTask(cases), pictures: false };
  return withDrawnBenchmark(order, async (benchmark) => {
    const failures: unknown[] = [];
    const checked: Record<TaskId, number> = tableOver(TASK_IDS, () => 0);
    const pairs = panelPairTally();
    const checkPlaces: Check = (question, page) => {
      const [first, second] = markedPanels(page, question);
      const script = benchmark.scripts.get(page.id);
      if (question.task !== "panel-reordering" || first === undefined || second === undefined) return [];
      return script === undefined ? ["the page has no script"] : pairs.add(script, page, first, second);
    };
    for await (const { question, page } of questionsOf(benchmark, cases)) {
      const found = [...CHECKS[question.task](question, page), ...checkPlaces(question, page)];
      if (found.length > 0) {
        failures.push({
          question: question.id,
          asked: askedText(question),
          gold: goldAnswer(question),
          found,
        });
      }
      checked[question.task] += 1;
    }
    const total = Object.values(checked).reduce((sum, count) => sum + count, 0);
    const figures = { pages: benchmark.pages.size, checked, panelPairs: pairs.figures() };
    return { cases: total, failures, figures };
  });
}
