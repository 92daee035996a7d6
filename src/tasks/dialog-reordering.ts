/**
 * Dialog Reordering (paper Sec. 3.1): put the shuffled balloons of adjacent panels back in order. Two choices.
 *
 * The text of the balloons is given in the prompt, as the paper gives OCR text. The panels are marked, the balloons are
 * not (the paper leaves open which): the reader has to find each line on the page.
 *
 * The paper does not say how the wrong order comes about. Here two balloons have changed places that follow each other
 * in one panel: whoever knows how stories go can tell the order of the panels without the page, so both candidates keep
 * it. Only where no panel holds two balloons, neighbours of two panels have changed places. Neither of the two may be a
 * question, whose answer follows it. The list is shuffled so that neither candidate is its own order, and each is as
 * likely as the other to be the right one: the numbers give nothing away. See docs/decisions/0005-dialog-reordering.md.
 */
import type { PageView, PanelView } from "../comics/index.ts";
import type { Random } from "../random.ts";
import type { Balloon } from "../records/index.ts";
import { numberedOutlines } from "./marks.ts";
import { askAboutPage, type QuestionDraft, type Task } from "./task.ts";

/** Two balloons have only one order besides the list's own. */
const FEWEST_BALLOONS = 3;
const MOST_BALLOONS = 6;
const WINDOWS = [2, 3];

const isDialogue = ({ kind, text }: Balloon): boolean =>
  text !== undefined && kind !== "sound" && kind !== "caption";

/** Balloons of one panel have a certain order only when it is annotated. */
function hasCertainOrder(balloons: readonly Balloon[]): boolean {
  return balloons.length < 2 || balloons.every((balloon) => balloon.order !== undefined);
}

/** True when no two texts could be taken for one another. */
function areDistinct(texts: readonly string[]): boolean {
  return new Set(texts.map((text) => text.toLowerCase())).size === texts.length;
}

/** The dialogue of consecutive panels, panel by panel. */
type Dialogue = readonly (readonly Balloon[])[];

/** A question before its answer needs no page to be put in order. */
const isQuestion = ({ text = "" }: Balloon): boolean => /[?？؟]/u.test(text);

/** Places, from 0, whose balloon may change with the next one: inside a panel where one holds two. */
function exchangeablePlaces(dialogue: Dialogue): readonly number[] {
  const pairs = dialogue.flatMap((balloons, panel) => balloons.map((balloon) => ({ balloon, panel })));
  const places = pairs.slice(1).map((_, place) => place);
  const inside = places.filter((place) => pairs[place]?.panel === pairs[place + 1]?.panel);
  const isPlain = (place: number): boolean =>
    !pairs.slice(place, place + 2).some(({ balloon }) => isQuestion(balloon));
  return (inside.length > 0 ? inside : places).filter(isPlain);
}

/** The order in which the item at a place and the one after it have changed places. */
const exchangeAt = (order: readonly number[], place: number): readonly number[] => [
  ...order.slice(0, place),
  ...order.slice(place, place + 2).toReversed(),
  ...order.slice(place + 2),
];

/** A random order of the natural numbers that neither is natural nor becomes so by the exchange. */
function shuffledOrder(natural: readonly number[], place: number, random: Random): readonly number[] {
  const listed = [natural, exchangeAt(natural, place)].map((order) => order.join());
  for (;;) {
    const order = random.shuffle(natural);
    if (!listed.includes(order.join())) return order;
  }
}

/** "2, 1, 3": places in the list (from 1) in the order to read them. */
const formatOrder = (order: readonly number[]): string => order.map((place) => place + 1).join(", ");

function draftFor(
  panels: readonly PanelView[],
  dialogue: Dialogue,
  exchanged: number,
  random: Random,
): QuestionDraft {
  const balloons = dialogue.flat();
  const natural = balloons.map((_, index) => index);
  // right[i] is the place in the list of the balloon that is read i-th.
  const right = shuffledOrder(natural, exchanged, random);
  const wrong = exchangeAt(right, exchanged);
  const list = natural.map((place) => balloons[right.indexOf(place)]?.text ?? "");
  const lines = list.map((text, place) => `(${place + 1}) "${text}"`);
  const ask = `The marked panels hold these ${list.length} speech balloons, listed in shuffled order:\n${lines.join("\n")}\nIn which order are they read on the page?`;
  const boxes = panels.map(({ panel }) => panel.box);
  return {
    form: panels.length === 2 ? "two-panels" : "three-panels",
    prompt: askAboutPage(ask),
    marks: numberedOutlines(boxes),
    answer: { type: "fixed", right: formatOrder(right), wrong: [formatOrder(wrong)] },
    answerClass: `${balloons.length}`,
    subject: balloons
      .slice(exchanged, exchanged + 2)
      .map((balloon) => balloon.id)
      .join("+"),
    panels: boxes,
    entities: balloons.map((balloon) => balloon.box),
    zoom: [],
    expectedZooms: 0,
    tool: "none",
    annotations: balloons.map((balloon) => balloon.id),
  };
}

/** The dialogue of consecutive panels, when its order is certain and its size fits. */
function dialogueOf(panels: readonly PanelView[]): Dialogue | undefined {
  const dialogue = panels.map((panel) => panel.balloons.filter(isDialogue));
  const balloons = dialogue.flat();
  const fits = balloons.length >= FEWEST_BALLOONS && balloons.length <= MOST_BALLOONS;
  const spread = dialogue.every((list) => list.length > 0 && hasCertainOrder(list));
  return fits && spread && areDistinct(balloons.map(({ text }) => text ?? "")) ? dialogue : undefined;
}

function drafts(view: PageView, random: Random): readonly QuestionDraft[] {
  return WINDOWS.flatMap((length) =>
    view.panels.flatMap((_, start) => {
      const panels = view.panels.slice(start, start + length);
      const dialogue = panels.length === length ? dialogueOf(panels) : undefined;
      const places = dialogue === undefined ? [] : exchangeablePlaces(dialogue);
      if (dialogue === undefined || places.length === 0) return [];
      const stream = random.fork(`${start}-${length}`);
      return [draftFor(panels, dialogue, stream.pick(places), stream)];
    }),
  );
}

export const dialogReordering: Task<"dialog-reordering"> = {
  id: "dialog-reordering",
  title: "Dialog Reordering",
  scope: "multi-panel",
  skill: "understanding",
  answer: "choice",
  grader: "choice",
  choices: 2,
  needs: ["panels", "balloons", "text"],
  paper: { questions: 1364, test: 126 },
  drafts,
};
