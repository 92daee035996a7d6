/** Forms about what characters do and feel. */
import type { PanelView } from "../../comics/index.ts";
import type { Character } from "../../records/index.ts";
import { isJudgeable } from "../judgeable.ts";
import { labelWords } from "../label-words.ts";
import { type Asked, askWho, nameable, onlyOne, type PanelForm, referTo } from "./form.ts";

const whatDoes: PanelForm<"what-does"> = {
  id: "what-does",
  ask: ({ panel }) =>
    nameable(panel)
      .filter(isJudgeable)
      .flatMap((character): readonly Asked[] =>
        character.action === undefined
          ? []
          : [
              {
                ask: `What is ${referTo(character)} doing in {panel}?`,
                answer: {
                  text: labelWords(character.action),
                  also: (character.actionAlso ?? []).map(labelWords),
                },
                about: [character],
              },
            ],
      ),
};

/** Figures of which a label is, or may be, true. */
function actors(characters: readonly Character[], action: string): readonly Character[] {
  return characters.filter(
    (character) =>
      character.action === undefined ||
      character.action === action ||
      character.actionAlso?.includes(action) === true,
  );
}

const whoDoes: PanelForm<"who-does"> = {
  id: "who-does",
  ask: ({ panel }) =>
    panel.characters.length < 2
      ? []
      : nameable(panel).flatMap((character) => {
          const { action } = character;
          if (action === undefined || actors(panel.characters, action).length !== 1) return [];
          return askWho(`Which character is ${labelWords(action)} in {panel}?`, character);
        }),
};

const facesOf = ({ faces }: PanelView, { id }: Character): Asked["about"] =>
  faces.filter(({ character }) => character === id);

const howFeels: PanelForm<"how-feels"> = {
  id: "how-feels",
  ask: ({ panel }) =>
    nameable(panel)
      .filter(isJudgeable)
      .flatMap((character): readonly Asked[] =>
        character.emotion === undefined
          ? []
          : [
              {
                ask: `How does ${referTo(character)} look in {panel}: what feeling does the face show?`,
                answer: { text: labelWords(character.emotion), also: [] },
                about: [character, ...facesOf(panel, character)],
              },
            ],
      ),
};

const whoFeels: PanelForm<"who-feels"> = {
  id: "who-feels",
  ask: ({ panel }) => {
    const { characters } = panel;
    if (characters.length < 2 || characters.some(({ emotion }) => emotion === undefined)) return [];
    return nameable(panel).flatMap((character) => {
      const alike = characters.filter(({ emotion }) => emotion === character.emotion);
      return askWho(
        `Which character looks ${labelWords(character.emotion ?? "")} in {panel}?`,
        onlyOne(alike),
        facesOf(panel, character),
      );
    });
  },
};

export const doingsForms = [whatDoes, whoDoes, howFeels, whoFeels] as const;
