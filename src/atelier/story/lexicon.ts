/** Nouns of things, and the small facts that make one page differ from the next. */
import type { Prop } from "../vocabulary.ts";
import type { Text } from "./text.ts";

export interface ThingNoun {
  readonly en: string;
  /** Without an article. */
  readonly fr: string;
  readonly gender: "m" | "f";
}

export const PROP_NOUNS: Readonly<Record<Prop, ThingNoun>> = {
  pie: { en: "pie", fr: "tarte", gender: "f" },
  umbrella: { en: "umbrella", fr: "parapluie", gender: "m" },
  book: { en: "book", fr: "livre", gender: "m" },
  suitcase: { en: "suitcase", fr: "valise", gender: "f" },
  ball: { en: "ball", fr: "ballon", gender: "m" },
  fish: { en: "fish", fr: "poisson", gender: "m" },
  lantern: { en: "lantern", fr: "lanterne", gender: "f" },
  key: { en: "key", fr: "clé", gender: "f" },
  ring: { en: "ring", fr: "bague", gender: "f" },
  letter: { en: "letter", fr: "lettre", gender: "f" },
  cup: { en: "cup", fr: "tasse", gender: "f" },
  flower: { en: "flower", fr: "fleur", gender: "f" },
  hammer: { en: "hammer", fr: "marteau", gender: "m" },
  apple: { en: "apple", fr: "pomme", gender: "f" },
  spade: { en: "spade", fr: "pelle", gender: "f" },
};

const fact = (en: string, fr: string): Text => ({ en, fr });

/** Facts of a page, one of each list. */
export const FACTS = {
  day: [
    fact("Monday", "lundi"),
    fact("Tuesday", "mardi"),
    fact("Wednesday", "mercredi"),
    fact("Thursday", "jeudi"),
    fact("Friday", "vendredi"),
    fact("Saturday", "samedi"),
    fact("Sunday", "dimanche"),
  ],
  treat: [
    fact("plum jam", "de la confiture"),
    fact("warm bread", "du pain chaud"),
    fact("onion soup", "de la soupe"),
    fact("apple cake", "du gâteau"),
    fact("old cheese", "du fromage"),
    fact("pancakes", "des crêpes"),
    fact("honey", "du miel"),
    fact("biscuits", "des biscuits"),
    fact("lemonade", "de la limonade"),
    fact("mushrooms", "des champignons"),
    fact("nut bread", "du pain aux noix"),
    fact("plum cake", "du clafoutis"),
  ],
  relative: [
    fact("my aunt", "ma tante"),
    fact("my uncle", "mon oncle"),
    fact("my cousin", "mon cousin"),
    fact("the mayor", "le maire"),
    fact("the baker", "le boulanger"),
    fact("the miller", "le meunier"),
    fact("my sister", "ma sœur"),
    fact("the postman", "le facteur"),
    fact("my grandma", "ma grand-mère"),
    fact("the tailor", "le tailleur"),
  ],
  count: [
    fact("two", "deux"),
    fact("three", "trois"),
    fact("four", "quatre"),
    fact("five", "cinq"),
    fact("six", "six"),
    fact("seven", "sept"),
    fact("eight", "huit"),
    fact("nine", "neuf"),
  ],
  bet: [
    fact("a cake", "un gâteau"),
    fact("ten coins", "dix sous"),
    fact("a new hat", "un chapeau neuf"),
    fact("a jar of honey", "un pot de miel"),
    fact("two coins", "deux sous"),
    fact("a new kite", "un cerf-volant"),
    fact("a red scarf", "une écharpe"),
    fact("a silver spoon", "une cuillère d'argent"),
  ],
  noise: [
    fact("a bump", "un choc"),
    fact("a whistle", "un sifflement"),
    fact("a howl", "un hurlement"),
    fact("a creak", "un craquement"),
    fact("a hum", "un murmure"),
    fact("a knock", "un coup"),
    fact("a sneeze", "un éternuement"),
  ],
  guess: [
    fact("a ghost", "un fantôme"),
    fact("a burglar", "un voleur"),
    fact("an owl", "un hibou"),
    fact("the wind", "le vent"),
    fact("a giant", "un géant"),
    fact("a mouse", "une souris"),
    fact("a hedgehog", "un hérisson"),
    fact("a bat", "une chauve-souris"),
  ],
  animal: [
    fact("snail", "escargot"),
    fact("goose", "dindon"),
    fact("donkey", "âne"),
    fact("toad", "crapaud"),
    fact("turkey", "canard"),
    fact("goat", "bouc"),
  ],
  beast: [
    fact("cow", "bœuf"),
    fact("hen", "poulet"),
    fact("sheep", "mouton"),
    fact("camel", "chameau"),
    fact("pigeon", "pigeon"),
    fact("carp", "cochon d'Inde"),
  ],
} as const satisfies Readonly<Record<string, readonly Text[]>>;

const HOURS: readonly Text[] = [
  fact("midnight", "minuit"),
  fact("one o'clock", "une heure"),
  fact("two o'clock", "deux heures"),
  fact("three o'clock", "trois heures"),
  fact("four o'clock", "quatre heures"),
  fact("five o'clock", "cinq heures"),
  fact("six o'clock", "six heures"),
  fact("seven o'clock", "sept heures"),
  fact("eight o'clock", "huit heures"),
  fact("nine o'clock", "neuf heures"),
  fact("ten o'clock", "dix heures"),
  fact("eleven o'clock", "onze heures"),
  fact("noon", "midi"),
];

/** The clock in words. @param hour from 0, counted on after midnight */
export function tellHour(hour: number): Text {
  const day = hour % 24;
  return HOURS[day > 12 ? day - 12 : day] ?? fact("noon", "midi");
}
