/** Forms about who is there and where they stand. */
import { areaOf, centreOf, widthOf } from "../../geometry/index.ts";
import type { Character } from "../../records/index.ts";
import { isJudgeable } from "../judgeable.ts";
import {
  askWho,
  countAnswer,
  isCastKnown,
  nameAnswer,
  nameable,
  onlyOne,
  type PanelForm,
  referTo,
} from "./form.ts";

const whoIsAlone: PanelForm<"who-is-alone"> = {
  id: "who-is-alone",
  ask: ({ panel }) => askWho("Which character is drawn in {panel}?", onlyOne(panel.characters)),
};

const whoElse: PanelForm<"who-else"> = {
  id: "who-else",
  ask: ({ panel }) => {
    const [first, second] = panel.characters;
    if (panel.characters.length !== 2 || nameable(panel).length !== 2 || !first || !second) return [];
    return [
      [first, second],
      [second, first],
    ].flatMap(([known, asked]) => {
      const answer = asked && nameAnswer(asked);
      if (!known || !answer) return [];
      return [
        {
          ask: `Which other character is in {panel} together with ${referTo(known)}?`,
          answer,
          about: [asked, known],
        },
      ];
    });
  },
};

/** The outermost figure on one side, when it stands clear of the next one by a third of its width. */
function outermost(characters: readonly Character[], side: "left" | "right"): Character | undefined {
  const sign = side === "left" ? 1 : -1;
  const key = (character: Character) => sign * centreOf(character.box)[0];
  const [first, second] = [...characters].sort((a, b) => key(a) - key(b));
  if (first === undefined || second === undefined) return undefined;
  return key(second) - key(first) > widthOf(first.box) / 3 ? first : undefined;
}

const whoIsLeftmost: PanelForm<"who-is-leftmost"> = {
  id: "who-is-leftmost",
  ask: ({ panel }) =>
    isCastKnown(panel)
      ? askWho("Which character is farthest to the left in {panel}?", outermost(panel.characters, "left"))
      : [],
};

const whoIsRightmost: PanelForm<"who-is-rightmost"> = {
  id: "who-is-rightmost",
  ask: ({ panel }) =>
    isCastKnown(panel)
      ? askWho("Which character is farthest to the right in {panel}?", outermost(panel.characters, "right"))
      : [],
};

const whoIsNearest: PanelForm<"who-is-nearest"> = {
  id: "who-is-nearest",
  ask: ({ panel }) => {
    const depths = panel.characters.map(({ interdepth }) => interdepth);
    if (depths.length < 2 || depths.includes(undefined) || !isCastKnown(panel)) return [];
    const nearest = Math.min(...depths.map((depth) => depth ?? 0));
    const asked = onlyOne(panel.characters.filter(({ interdepth }) => interdepth === nearest));
    return askWho("Which character in {panel} is nearest to the viewer?", asked);
  },
};

/** How often a figure must be larger than the next to be called the biggest in the picture. */
const CLEARLY_LARGER = 1.6;

const whoIsLargest: PanelForm<"who-is-largest"> = {
  id: "who-is-largest",
  ask: ({ panel }) => {
    const [first, second] = [...panel.characters].sort((a, b) => areaOf(b.box) - areaOf(a.box));
    if (first === undefined || second === undefined || !isCastKnown(panel)) return [];
    const clear = areaOf(first.box) >= CLEARLY_LARGER * areaOf(second.box);
    return askWho("Which character takes up the most room in {panel}?", clear ? first : undefined);
  },
};

const howManyCharacters: PanelForm<"how-many-characters"> = {
  id: "how-many-characters",
  // Only where the truth is exhaustive: people who annotate leave out crowds and cut-off figures, a generator knows
  // how much of each figure is visible.
  ask: ({ panel: { characters } }) =>
    characters.length > 0 && characters.every((figure) => figure.visible !== undefined && isJudgeable(figure))
      ? [
          {
            ask: "How many characters are drawn in {panel}?",
            answer: countAnswer(characters.length),
            about: characters,
          },
        ]
      : [],
};

export const peopleForms = [
  whoIsAlone,
  whoElse,
  whoIsLeftmost,
  whoIsRightmost,
  whoIsNearest,
  whoIsLargest,
  howManyCharacters,
] as const;
