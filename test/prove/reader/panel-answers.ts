/**
 * All answers that fit a Panel Understanding question, from the page's truth and the question's words alone. One answer
 * may have several wordings; a question is sound when exactly one answer fits.
 */
import { areaOf, type Box } from "../../../src/geometry/index.ts";
import type { Balloon, Character, Page, Panel } from "../../../src/records/index.ts";
import { inWords, panelsNamed } from "./scene.ts";

/** Wordings of one answer, the most telling first. */
export type Answer = readonly string[];

/** A panel with what the truth has in it. */
interface Scene {
  readonly panel: Panel;
  readonly cast: readonly Character[];
  /** In reading order, captions included. */
  readonly balloons: readonly Balloon[];
  readonly page: Page;
}

/** The words of a question that stand for something: `who`, `what`, `panel`. */
type Words = Readonly<Record<string, string>>;

interface Reading {
  readonly pattern: RegExp;
  readonly answers: (scene: Scene, words: Words) => readonly Answer[];
}

const called = ({ cast }: Scene, who = ""): readonly Character[] =>
  cast.filter(({ looks, name }) => looks === who || name === who);
const answersTo = ({ looks, name }: Character): Answer =>
  [looks, name].filter((wording) => wording !== undefined);
const number = (count: number): readonly Answer[] => [[String(count)]];

const isSpoken = ({ kind }: Balloon): boolean =>
  kind === undefined || kind === "speech" || kind === "shout" || kind === "whisper";
const textsOf = (items: readonly { readonly text?: string | undefined }[]): readonly Answer[] =>
  items.map(({ text }) => (text === undefined ? [] : [text]));
const speakers = ({ page }: Scene, balloons: readonly Balloon[]): readonly Answer[] =>
  balloons.flatMap(({ speaker, speakerName }) => {
    const figure = page.characters.find(({ id }) => id === speaker);
    return [figure === undefined ? [speakerName ?? "somebody unseen"] : answersTo(figure)];
  });
const linesBy = (scene: Scene, who: string | undefined, isOfKind: (balloon: Balloon) => boolean) => {
  const ids = called(scene, who).map(({ id }) => id);
  return textsOf(
    scene.balloons.filter((balloon) => isOfKind(balloon) && ids.includes(balloon.speaker ?? "")),
  );
};
const objectsIn = ({ page, panel }: Scene) => page.objects.filter((object) => object.panel === panel.id);
const textsIn = ({ page, panel }: Scene, kind: string) =>
  textsOf(page.texts.filter((text) => text.panel === panel.id && text.kind === kind));

/** Figures that a reader may take for the outermost: by the middle of the body, or by how far it reaches. */
function outermost({ cast }: Scene, side: "left" | "right"): readonly Answer[] {
  const sign = side === "left" ? 1 : -1;
  const edge = side === "left" ? 0 : 2;
  const middle = ({ box }: Character) => sign * (box[0] + box[2]);
  const reach = ({ box }: Character) => sign * box[edge];
  return [least(cast, middle), least(cast, reach)].flat().map(answersTo);
}

/** All items with the least value. */
function least<T>(items: readonly T[], value: (item: T) => number): readonly T[] {
  const smallest = Math.min(...items.map(value));
  return items.filter((item) => value(item) === smallest);
}

/** Less than this ratio of areas and one cannot say which is larger. */
const CLEARLY = 1.3;

function largest({ cast }: Scene): readonly Answer[] {
  const area = ({ box }: { readonly box: Box }) => areaOf(box);
  const most = Math.max(...cast.map(area));
  return cast.filter((figure) => area(figure) * CLEARLY >= most).map(answersTo);
}

/** Somebody whose action is not told may be doing anything. */
const mayBeDoing = ({ action, actionAlso }: Character, words = ""): boolean =>
  action === undefined || [action, ...(actionAlso ?? [])].map(inWords).includes(words);

const READINGS: readonly Reading[] = [
  {
    pattern: /^Which character is drawn in (?<panel>.+)\?$/,
    answers: ({ cast }) => cast.map(answersTo),
  },
  {
    pattern: /^Which other character is in (?<panel>.+) together with (?<who>.+)\?$/,
    answers: (scene, { who }) => {
      const known = called(scene, who);
      return scene.cast.filter((figure) => !known.includes(figure)).map(answersTo);
    },
  },
  {
    pattern: /^Which character is farthest to the (?<side>left|right) in (?<panel>.+)\?$/,
    answers: (scene, { side }) => outermost(scene, side === "left" ? "left" : "right"),
  },
  {
    pattern: /^Which character in (?<panel>.+) is nearest to the viewer\?$/,
    answers: ({ cast }) => least(cast, ({ interdepth }) => interdepth ?? 0).map(answersTo),
  },
  { pattern: /^Which character takes up the most room in (?<panel>.+)\?$/, answers: largest },
  {
    pattern: /^How many characters are drawn in (?<panel>.+)\?$/,
    answers: ({ cast }) => number(cast.length),
  },
  {
    pattern: /^What is (?<who>.+) doing in (?<panel>.+)\?$/,
    answers: (scene, { who }) =>
      called(scene, who).map(({ action, actionAlso }) => [action ?? "", ...(actionAlso ?? [])].map(inWords)),
  },
  {
    pattern: /^How does (?<who>.+) look in (?<panel>.+): what feeling does the face show\?$/,
    answers: (scene, { who }) => called(scene, who).map(({ emotion }) => [inWords(emotion ?? "")]),
  },
  {
    pattern: /^Which character looks (?<what>.+?) in (?<panel>.+)\?$/,
    answers: ({ cast }, { what }) =>
      cast.filter(({ emotion }) => emotion === undefined || inWords(emotion) === what).map(answersTo),
  },
  {
    pattern: /^Which character speaks in (?<panel>.+)\?$/,
    answers: (scene) => speakers(scene, scene.balloons.filter(isSpoken)),
  },
  {
    pattern: /^Which character says "(?<what>.+)" in (?<panel>.+)\?$/,
    answers: (scene, { what }) =>
      speakers(
        scene,
        scene.balloons.filter(({ text }) => text === what),
      ),
  },
  {
    pattern: /^What does (?<who>.+) say in (?<panel>.+)\?$/,
    answers: (scene, { who }) => linesBy(scene, who, isSpoken),
  },
  {
    pattern: /^What does (?<who>.+) think in (?<panel>.+)\?$/,
    answers: (scene, { who }) => linesBy(scene, who, ({ kind }) => kind === "thought"),
  },
  {
    pattern: /^How many speech or thought balloons are in (?<panel>.+)\?$/,
    answers: ({ balloons }) =>
      number(balloons.filter((balloon) => isSpoken(balloon) || balloon.kind === "thought").length),
  },
  {
    pattern: /^Which line is read first in (?<panel>.+)\?$/,
    answers: ({ balloons }) => textsOf(balloons.slice(0, 1)),
  },
  {
    pattern: /^Which line is read last in (?<panel>.+)\?$/,
    answers: ({ balloons }) => textsOf(balloons.slice(-1)),
  },
  { pattern: /^What is said in (?<panel>.+)\?$/, answers: ({ balloons }) => textsOf(balloons) },
  {
    pattern: /^What is (?<who>.+) holding in (?<panel>.+)\?$/,
    answers: (scene, { who }) => {
      const ids = called(scene, who).map(({ id }) => id);
      return objectsIn(scene)
        .filter(({ holder }) => ids.includes(holder ?? ""))
        .map(({ label }) => [label ?? ""]);
    },
  },
  {
    pattern: /^Which character is holding the (?<what>.+?) in (?<panel>.+)\?$/,
    answers: (scene, { what }) =>
      objectsIn(scene)
        .filter(({ label }) => label === what)
        .map(({ holder }) => scene.cast.filter(({ id }) => id === holder).flatMap(answersTo)),
  },
  // After every other "Which character is ...".
  {
    pattern: /^Which character is (?<what>.+?) in (?<panel>.+)\?$/,
    answers: ({ cast }, { what }) => cast.filter((figure) => mayBeDoing(figure, what)).map(answersTo),
  },
  { pattern: /^Which sound word is drawn in (?<panel>.+)\?$/, answers: (scene) => textsIn(scene, "sfx") },
  { pattern: /^What is written on the sign in (?<panel>.+)\?$/, answers: (scene) => textsIn(scene, "sign") },
  { pattern: /^What does the caption in (?<panel>.+) say\?$/, answers: (scene) => textsIn(scene, "caption") },
  {
    pattern: /^Where does (?<panel>.+) take place\?$/,
    answers: ({ panel: { setting } }) => (setting === undefined ? [] : [[setting]]),
  },
  {
    pattern: /^At what time of day does (?<panel>.+) take place\?$/,
    answers: ({ panel: { time } }) => (time === undefined ? [] : [[time]]),
  },
];

function sceneOf(page: Page, panel: Panel): Scene {
  const inPanel = <T extends { readonly panel?: string | undefined }>(items: readonly T[]) =>
    items.filter((item) => item.panel === panel.id);
  const balloons = inPanel(page.balloons).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return { page, panel, cast: inPanel(page.characters), balloons };
}

/** Answers with a wording in common are one answer. */
function merged(answers: readonly Answer[]): readonly Answer[] {
  const groups: string[][] = [];
  for (const answer of answers) {
    const known = groups.find((group) => group.some((wording) => answer.includes(wording)));
    if (known === undefined) groups.push([...answer]);
    else known.push(...answer.filter((wording) => !known.includes(wording)));
  }
  return groups;
}

/** All different answers that fit, over every panel that the question may mean; none for words it cannot read. */
export function fittingAnswers(question: string, page: Page): readonly Answer[] {
  for (const { pattern, answers } of READINGS) {
    const words = pattern.exec(question)?.groups;
    if (words === undefined) continue;
    const panels = panelsNamed(page, words["panel"] ?? "");
    if (panels.length > 0) return merged(panels.flatMap((panel) => answers(sceneOf(page, panel), words)));
  }
  return [];
}
