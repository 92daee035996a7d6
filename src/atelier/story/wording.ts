/**
 * Fills the slots of story texts: `{A}` a name, `{A.he}` `{A.him}` `{A.his}` pronouns, `{item}` `{home}` `{road}`
 * `{goal}` `{before}` and the page's own facts (`{hour}`, `{treat}`, ...), which stay the same over a page so that a
 * later line can take up an earlier one.
 */
import type { Random } from "../../random.ts";
import { CAST } from "../figure/cast.ts";
import type { Identity, Setting } from "../vocabulary.ts";
import type { Role } from "./beat.ts";

/** Facts of a page, one of each list. */
const FACTS = {
  hour: [
    "noon",
    "one o'clock",
    "two o'clock",
    "three o'clock",
    "four o'clock",
    "five o'clock",
    "six o'clock",
    "half past two",
    "half past four",
    "teatime",
  ],
  day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  treat: [
    "plum jam",
    "warm bread",
    "onion soup",
    "apple cake",
    "old cheese",
    "pancakes",
    "honey",
    "nut biscuits",
    "cherry tart",
    "lemonade",
    "potato salad",
    "mushrooms",
  ],
  relative: [
    "my aunt",
    "my uncle",
    "my cousin",
    "the mayor",
    "the baker",
    "the miller",
    "my sister",
    "the postman",
    "my grandma",
    "the tailor",
  ],
  count: ["two", "three", "four", "five", "six", "seven", "eight", "nine"],
  nth: ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"],
  bet: [
    "a cake",
    "ten coins",
    "a new hat",
    "a jar of honey",
    "two coins",
    "a new kite",
    "a week of dishes",
    "a red scarf",
  ],
  spot: [
    "under the oak",
    "behind the well",
    "by the gate",
    "near the mill",
    "by the bridge",
    "on the bench",
    "next to the boats",
    "behind the barn",
    "under the stairs",
  ],
  noise: ["a bump", "a whistle", "a howl", "a creak", "a splash", "a hum", "a knock", "a sneeze"],
  guess: ["a ghost", "a burglar", "an owl", "the wind", "a giant", "a mouse", "a hedgehog", "a bat"],
  animal: ["snail", "goose", "donkey", "toad", "turkey", "goat"],
} as const;

type Fact = keyof typeof FACTS;

export const SETTING_NOUNS: Readonly<Record<Setting, string>> = {
  kitchen: "the kitchen",
  village: "the village",
  forest: "the forest",
  field: "the field",
  harbour: "the harbour",
  library: "the library",
};

/** Where a text stands in the story. */
export interface Wording {
  /** Chooses the page's facts, the same whenever one is asked for. */
  readonly facts: Random;
  readonly cast: Readonly<Record<Role, Identity>>;
  readonly item: string;
  readonly places: Readonly<Record<"home" | "road" | "goal", Setting>>;
  /** What happened last, with an article. */
  readonly before: string;
  /** Completes "I am looking for ...". */
  readonly quest: string;
}

const PRONOUNS = {
  he: { he: "he", him: "him", his: "his" },
  she: { he: "she", him: "her", his: "her" },
} as const;

/** A text with its slots filled; sentences begin with capitals, and "a" becomes "an" where it must. */
export function wordText(template: string, wording: Wording): string {
  return fillSlots(template, wording)
    .replaceAll(/\ba (?=[aeiou])/gi, (article) => `${article.trimEnd()}n `)
    .replaceAll(/(?:^|(?<!\.\.)[.!?]\s+)\p{Ll}/gu, (start) => start.toUpperCase());
}

const fillSlots = (template: string, wording: Wording): string =>
  template.replaceAll(/\{([\w.]+)\}/g, (_, slot: string) => fillSlot(slot, wording));

const isRole = (text: string): text is Role => ["A", "B", "C", "X"].includes(text);
const isFact = (text: string): text is Fact => Object.hasOwn(FACTS, text);

function fillSlot(slot: string, wording: Wording): string {
  const [name = "", form] = slot.split(".");
  if (isRole(name)) {
    const member = CAST[wording.cast[name]];
    const pronouns = PRONOUNS[member.pronoun];
    if (form === undefined) return member.name;
    if (form === "he" || form === "him" || form === "his") return pronouns[form];
  }
  if (isFact(name)) return wording.facts.fork(name).pick(FACTS[name]);
  if (name === "home" || name === "road" || name === "goal") return SETTING_NOUNS[wording.places[name]];
  if (name === "item") return wording.item;
  if (name === "before") return wording.before;
  if (name === "quest") return fillSlots(wording.quest, { ...wording, quest: "something" });
  throw new RangeError(`wordText: expected a known slot, got {${slot}}`);
}
