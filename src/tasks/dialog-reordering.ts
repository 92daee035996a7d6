/**
 * Dialog Reordering (paper Sec. 3.1): put the shuffled balloons of adjacent panels back in order. Two choices.
 *
 * The text of the balloons is given in the prompt, as the paper gives OCR text. The panels are marked, the balloons are
 * not (the paper leaves open which): the reader has to find each line on the page. Neither candidate is the order of
 * the list itself, and both are drawn the same way, so that the numbers give nothing away.
 */
import type { PageView, PanelView } from "../comics/index.ts";
import type { Random } from "../random.ts";
import type { Balloon } from "../records/index.ts";
import { numberedOutlines } from "./marks.ts";
import { askAboutPage, type QuestionDraft, type Task } from "./task.ts";

/** Two balloons have one order that is not the list's, three or more have several. */
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

/** A random order of 0..count-1 that is none of the forbidden ones; at least three exist for three items. */
function orderExcept(count: number, forbidden: readonly string[], random: Random): readonly number[] {
  const natural = Array.from({ length: count }, (_, index) => index);
  for (;;) {
    const order = random.shuffle(natural);
    if (!forbidden.includes(order.join())) return order;
  }
}

/** "2, 1, 3": places in the list (from 1) in the order to read them. */
const formatOrder = (order: readonly number[]): string => order.map((place) => place + 1).join(", ");

function draftFor(panels: readonly PanelView[], balloons: readonly Balloon[], random: Random): QuestionDraft {
  const natural = balloons.map((_, index) => index);
  // right[i] is the place in the list of the balloon that is read i-th.
  const right = orderExcept(balloons.length, [natural.join()], random);
  const wrong = orderExcept(balloons.length, [natural.join(), right.join()], random);
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
    subject: balloons.map((balloon) => balloon.id).join("+"),
    panels: boxes,
    entities: balloons.map((balloon) => balloon.box),
    zoom: [],
    expectedZooms: 0,
    tool: "none",
    annotations: balloons.map((balloon) => balloon.id),
  };
}

/** The dialogue of consecutive panels, when its order is certain and its size fits. */
function windowBalloons(panels: readonly PanelView[]): readonly Balloon[] | undefined {
  const perPanel = panels.map((panel) => panel.balloons.filter(isDialogue));
  const balloons = perPanel.flat();
  const fits = balloons.length >= FEWEST_BALLOONS && balloons.length <= MOST_BALLOONS;
  const spread = perPanel.every((list) => list.length > 0 && hasCertainOrder(list));
  return fits && spread && areDistinct(balloons.map(({ text }) => text ?? "")) ? balloons : undefined;
}

function drafts(view: PageView, random: Random): readonly QuestionDraft[] {
  return WINDOWS.flatMap((length) =>
    view.panels.flatMap((_, start) => {
      const panels = view.panels.slice(start, start + length);
      const balloons = panels.length === length ? windowBalloons(panels) : undefined;
      return balloons === undefined ? [] : [draftFor(panels, balloons, random.fork(`${start}-${length}`))];
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
