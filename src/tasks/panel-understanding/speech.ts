/** Forms about balloons: who speaks, what is said, in which order. */
import type { PageView, PanelView } from "../../comics/index.ts";
import type { Balloon, Character } from "../../records/index.ts";
import {
  type Asked,
  askWho,
  countAnswer,
  hasWords,
  nameable,
  onlyOne,
  type PanelForm,
  referTo,
} from "./form.ts";

const isSpeech = ({ kind }: Balloon): boolean => kind !== "sound" && kind !== "caption" && kind !== "thought";
/** True for words; a balloon of mere punctuation ("?!") cannot be asked for, nor told apart from another. */
const hasText = (balloon: Balloon): balloon is Balloon & { text: string } => hasWords(balloon.text);

/** Balloons in a certain order, or none when the order is not annotated. */
function inOrder({ balloons }: PanelView): readonly Balloon[] {
  const certain = balloons.length < 2 || balloons.every(({ order }) => order !== undefined);
  return certain ? balloons : [];
}

const speakerOf = (view: PageView, { speaker }: Balloon): Character | undefined =>
  speaker === undefined ? undefined : view.character(speaker);

const saysAnswer = (balloon: Balloon & { text: string }): Asked["answer"] => ({
  text: balloon.text,
  also: [],
});

const whoSpeaks: PanelForm<"who-speaks"> = {
  id: "who-speaks",
  ask: ({ view, panel }) => {
    const spoken = panel.balloons.filter(isSpeech);
    const speakers = new Set(spoken.map(({ speaker }) => speaker));
    const [only] = spoken;
    if (only === undefined || speakers.size !== 1) return [];
    return askWho("Which character speaks in {panel}?", speakerOf(view, only), spoken);
  },
};

const whoSays: PanelForm<"who-says"> = {
  id: "who-says",
  ask: ({ view, panel }) =>
    panel.balloons
      .filter(isSpeech)
      .filter(hasText)
      .filter((balloon) => panel.balloons.filter(({ text }) => text === balloon.text).length === 1)
      .flatMap((balloon) =>
        askWho(`Which character says "${balloon.text}" in {panel}?`, speakerOf(view, balloon), [balloon]),
      ),
};

/** Questions for the words of a named character that has one balloon of a kind in the panel. */
function wordsOf(panel: PanelView, balloons: readonly Balloon[], verb: "say" | "think"): readonly Asked[] {
  return nameable(panel).flatMap((character) => {
    const balloon = onlyOne(balloons.filter(({ speaker }) => speaker === character.id));
    if (balloon === undefined || !hasText(balloon)) return [];
    const ask = `What does ${referTo(character)} ${verb} in {panel}?`;
    return [{ ask, answer: saysAnswer(balloon), about: [balloon, character] }];
  });
}

const whatSays: PanelForm<"what-says"> = {
  id: "what-says",
  ask: ({ panel }) => wordsOf(panel, panel.balloons.filter(isSpeech), "say"),
};

const whatThinks: PanelForm<"what-thinks"> = {
  id: "what-thinks",
  ask: ({ panel }) =>
    wordsOf(
      panel,
      panel.balloons.filter(({ kind }) => kind === "thought"),
      "think",
    ),
};

const howManyBalloons: PanelForm<"how-many-balloons"> = {
  id: "how-many-balloons",
  ask: ({ panel: { balloons } }) =>
    balloons.length === 0 ||
    balloons.some(({ kind }) => kind === undefined || kind === "sound" || kind === "caption")
      ? []
      : [
          {
            ask: "How many speech or thought balloons are in {panel}?",
            answer: countAnswer(balloons.length),
            about: balloons,
          },
        ],
};

/** A question for the words of the first or last of several ordered balloons. */
function edgeLine(panel: PanelView, ask: string, place: 0 | -1): readonly Asked[] {
  const balloons = inOrder(panel);
  const balloon = balloons.at(place);
  return balloons.length > 1 && balloon !== undefined && hasText(balloon)
    ? [{ ask, answer: saysAnswer(balloon), about: [balloon] }]
    : [];
}

const firstLine: PanelForm<"first-line"> = {
  id: "first-line",
  ask: ({ panel }) => edgeLine(panel, "Which line is read first in {panel}?", 0),
};

const lastLine: PanelForm<"last-line"> = {
  id: "last-line",
  ask: ({ panel }) => edgeLine(panel, "Which line is read last in {panel}?", -1),
};

const onlyLine: PanelForm<"only-line"> = {
  id: "only-line",
  ask: ({ panel }) => {
    const balloon = onlyOne(panel.balloons);
    return balloon !== undefined && hasText(balloon) && isSpeech(balloon)
      ? [{ ask: "What is said in {panel}?", answer: saysAnswer(balloon), about: [balloon] }]
      : [];
  },
};

export const speechForms = [
  whoSpeaks,
  whoSays,
  whatSays,
  whatThinks,
  howManyBalloons,
  firstLine,
  lastLine,
  onlyLine,
] as const;
