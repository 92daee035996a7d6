/**
 * Fills the slots of story texts. People: `{A}`, `{A.e}` (the French feminine ending), `{A.initial}`. The plot's thing: `{item}`,
 * `{a.item}` `{the.item}` `{this.item}` `{my.item}` `{your.item}` `{its.item}`. Places: `{the.goal}` `{in.goal}`
 * `{to.goal}` for home, road, here, next and goal. Time: `{now}`, `{hour}` (when the story ends). `{before}` is what happened
 * last. All others are facts of the page, the same wherever they are named, so that a later line takes up an earlier one.
 */
import type { Random } from "../../random.ts";
import { CAST } from "../figure/cast.ts";
import type { Identity, Prop, Setting } from "../vocabulary.ts";
import type { Role } from "./beat.ts";
import { FACTS, PROP_NOUNS, tellHour } from "./lexicon.ts";
import { FRENCH_PLACES, SETTING_NOUNS, SETTING_PREPOSITIONS } from "./places.ts";
import { type Language, setEnglish, setFrench, type Text } from "./text.ts";

type Fact = keyof typeof FACTS;

/** `here` is where this scene takes place, `next` the one after it; `road` is the nearest place on the way. */
export type PlaceSlot = "home" | "road" | "next" | "goal" | "here";

/** Where a text stands in the story. */
export interface Wording {
  readonly language: Language;
  /** Chooses the page's facts, the same whenever one is asked for. */
  readonly facts: Random;
  readonly cast: Readonly<Record<Role, Identity>>;
  readonly item: Prop;
  readonly places: Readonly<Record<PlaceSlot, Setting>>;
  /** Hours from the midnight before the story, now and at its end. */
  readonly now: number;
  readonly end: number;
  /** What happened last, with an article. */
  readonly before?: Text | undefined;
}

/** A text with its slots filled; sentences begin with capitals. */
export function wordText(template: Text, wording: Wording): string {
  const filled = template[wording.language].replaceAll(/\{([\w.]+)\}/g, (_, slot: string) =>
    fillSlot(slot, wording),
  );
  const set = wording.language === "fr" ? setFrench(filled) : setEnglish(filled);
  return set.replaceAll(/(?:^|(?<!\.\.)[.!?]\s+)\p{Ll}/gu, (start) => start.toUpperCase());
}

const isRole = (text: string): text is Role => ["A", "B", "C", "X"].includes(text);
const isFact = (text: string): text is Fact => Object.hasOwn(FACTS, text);
const isPlace = (text: string): text is PlaceSlot => ["home", "road", "next", "goal", "here"].includes(text);

function fillSlot(slot: string, wording: Wording): string {
  const { language } = wording;
  const [name = "", noun = ""] = slot.split(".");
  if (isRole(name)) return nameOf(wording.cast[name], noun);
  if (isFact(name)) return wording.facts.fork(name).pick<Text>(FACTS[name])[language];
  if (slot === "item") return PROP_NOUNS[wording.item][language];
  if (noun === "item") return itemWith(name, wording);
  if (isPlace(noun)) return placeWith(name, wording.places[noun], language);
  if (slot === "now") return tellHour(wording.now)[language];
  if (slot === "hour") return tellHour(wording.end)[language];
  if (slot === "before" && wording.before !== undefined) return wording.before[language];
  throw new RangeError(`wordText: expected a known slot, got {${slot}}`);
}

function nameOf(identity: Identity, form: string): string {
  const { name, pronoun } = CAST[identity];
  if (form === "") return name;
  if (form === "initial") return name.charAt(0);
  return pronoun === "she" ? form : "";
}

/** French determiners before a consonant: masculine, feminine. */
const DETERMINERS: Readonly<Record<string, readonly [m: string, f: string]>> = {
  a: ["un", "une"],
  the: ["le", "la"],
  this: ["ce", "cette"],
  my: ["mon", "ma"],
  your: ["ton", "ta"],
  its: ["son", "sa"],
};

function itemWith(word: string, { item, language }: Wording): string {
  const { en, fr, gender } = PROP_NOUNS[item];
  if (language === "en") return `${word} ${en}`;
  const vowel = /^[aeiouéèêâîôœh]/i.test(fr);
  if (vowel && word === "the") return `l'${fr}`;
  if (vowel && gender === "m" && word === "this") return `cet ${fr}`;
  const pair = DETERMINERS[word];
  if (pair === undefined) throw new RangeError(`wordText: expected a known determiner, got ${word}`);
  const feminine = gender === "f" && !(vowel && ["my", "your", "its"].includes(word));
  return `${pair[feminine ? 1 : 0]} ${fr}`;
}

function placeWith(word: string, setting: Setting, language: Language): string {
  const french = FRENCH_PLACES[setting];
  const the = language === "fr" ? french.the : SETTING_NOUNS[setting];
  if (word === "in") return language === "fr" ? french.in : `${SETTING_PREPOSITIONS[setting]} ${the}`;
  if (word === "the") return the;
  if (word === "to") return `${language === "fr" ? "à" : "to"} ${the}`;
  throw new RangeError(`wordText: expected in, the or to, got ${word}`);
}
