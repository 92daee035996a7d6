/** Forms about things, lettering outside balloons, place and time. */
import type { PanelView } from "../../comics/index.ts";
import type { PageObject, Text } from "../../records/index.ts";
import { type Asked, askWho, hasWords, onlyOne, type PanelForm, referTo } from "./form.ts";

const hasLabel = (object: PageObject): object is PageObject & { label: string } => object.label !== undefined;

/** The figure of this panel that holds a thing. */
const holderOf = (panel: PanelView, { holder }: PageObject) =>
  panel.characters.find(({ id }) => holder !== undefined && id === holder);

const whatHolds: PanelForm<"what-holds"> = {
  id: "what-holds",
  ask: ({ panel }) =>
    panel.objects.filter(hasLabel).flatMap((object): readonly Asked[] => {
      const holder = holderOf(panel, object);
      const wording = holder && referTo(holder);
      const held = panel.objects.filter((other) => other.holder === object.holder);
      if (!holder || wording === undefined || held.length !== 1) return [];
      const namesakes = panel.characters.filter((other) => referTo(other) === wording);
      if (namesakes.length !== 1) return [];
      return [
        {
          ask: `What is ${wording} holding in {panel}?`,
          answer: { text: object.label, also: [] },
          about: [object, holder],
        },
      ];
    }),
};

const whoHolds: PanelForm<"who-holds"> = {
  id: "who-holds",
  ask: ({ panel }) =>
    panel.objects.filter(hasLabel).flatMap((object) => {
      const alike = panel.objects.filter(({ label }) => label === object.label);
      if (alike.length !== 1) return [];
      return askWho(`Which character is holding the ${object.label} in {panel}?`, holderOf(panel, object), [
        object,
      ]);
    }),
};

/** A question for the words of the only lettering of one kind. */
function onlyText(panel: PanelView, kind: Text["kind"], ask: string): readonly Asked[] {
  const text = onlyOne(panel.texts.filter((lettering) => lettering.kind === kind));
  if (text?.text === undefined || !hasWords(text.text)) return [];
  return [{ ask, answer: { text: text.text, also: [] }, about: [text] }];
}

const whichSound: PanelForm<"which-sound"> = {
  id: "which-sound",
  ask: ({ panel }) => onlyText(panel, "sfx", "Which sound word is drawn in {panel}?"),
};

const whatSign: PanelForm<"what-sign"> = {
  id: "what-sign",
  ask: ({ panel }) => onlyText(panel, "sign", "What is written on the sign in {panel}?"),
};

const whatCaption: PanelForm<"what-caption"> = {
  id: "what-caption",
  ask: ({ panel }) => onlyText(panel, "caption", "What does the caption in {panel} say?"),
};

/** A question about the panel as a whole. */
function aboutPanel({ panel }: PanelView, ask: string, text: string | undefined): readonly Asked[] {
  return text === undefined ? [] : [{ ask, answer: { text, also: [] }, about: [panel] }];
}

const whereIsIt: PanelForm<"where-is-it"> = {
  id: "where-is-it",
  ask: ({ panel }) => aboutPanel(panel, "Where does {panel} take place?", panel.panel.setting),
};

const whenIsIt: PanelForm<"when-is-it"> = {
  id: "when-is-it",
  ask: ({ panel }) => aboutPanel(panel, "At what time of day does {panel} take place?", panel.panel.time),
};

export const thingsForms = [
  whatHolds,
  whoHolds,
  whichSound,
  whatSign,
  whatCaption,
  whereIsIt,
  whenIsIt,
] as const;
