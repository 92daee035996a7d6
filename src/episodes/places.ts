/** Places on a page that can be asked for in words: marked boxes, their panels, and what a phrase of the question names. */
import type { Box } from "../geometry/index.ts";
import { canonicalJson } from "../json.ts";
import type { Question } from "../records/index.ts";

export interface Place {
  readonly id: string;
  /** In words, to ask for it or to say that one looks there. */
  readonly name: string;
  /** page px */
  readonly box: Box;
}

export function placesOf({ marks, targets, phrase }: Question): readonly Place[] {
  const outlines = marks.filter(({ style }) => style === "outline");
  const marked = outlines.flatMap(({ colour, box }, at): Place[] => {
    const panel = targets.panels[at] ?? targets.panels[0];
    const own: Place = { id: `box/${colour}`, name: `the ${colour} box on the page`, box };
    if (panel === undefined) return [own];
    return [{ id: `panel/${colour}`, name: `the panel with the ${colour} box`, box: panel }, own];
  });
  const [panel] = targets.panels;
  if (phrase === undefined || panel === undefined) return marked;
  return [...marked, { id: "phrase", name: phrase.text, box: panel }];
}

/** The targets of a question that are such places, in its order. */
export function targetPlaces(question: Question): readonly Place[] {
  const places = placesOf(question);
  return question.targets.zoom.flatMap((target) => {
    const place = places.find(({ box }) => canonicalJson(box) === canonicalJson(target));
    return place === undefined ? [] : [place];
  });
}

/** How one asks for a place. */
export const askFor = ({ name }: Place): string => `Where is ${name}?`;

/** For each target of a question that is such a place, how one asks for it. */
export const targetAsks = (question: Question): readonly string[] => targetPlaces(question).map(askFor);

/** Another question about the same picture, marks and targets, with an open answer. */
export const askedInstead = (question: Question, text: string, answer: string): Question => ({
  ...question,
  prompt: [{ type: "page" }, { type: "text", text }],
  choices: [],
  gold: { type: "text", text: answer, also: [] },
});
