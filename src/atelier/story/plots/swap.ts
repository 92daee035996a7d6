import { act, atGoal, atHome, type Plot, says, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Somebody keeps exchanging one thing for another. */
export const SWAP: Plot = {
  name: "swap",
  titles: texts(
    "A good swap",
    "Le bon échange",
    "{A} does business",
    "{A} fait des affaires",
    "From hand to hand",
    "De main en main",
  ),
  items: ["hammer", "umbrella", "lantern", "spade", "cup"],
  homes: [...TOWN, ...WATER, ...WILD],
  goals: [...TOWN, ...WATER, ...INSIDE],
  together: false,
  item: "B",
  opening: [
    atHome(
      [act("A", ["carrying"], ["disgusted", "sad"], "fish"), act("B", ["carrying"], ["calm"])],
      [
        says("A", "Every day fish. I am tired of fish.", "Du poisson chaque jour. J'en ai assez."),
        says("B", "And I have a {item} and am hungry.", "Et moi, j'ai faim, avec ça en main."),
      ],
    ),
    atHome(
      [act("A", ["carrying", "standing"], ["sly"], "fish"), act("B", ["standing"], ["surprised"])],
      [
        says("A", "My fish for your {item}?", "Mon poisson contre {your.item} ?"),
        says("B", "{my.item} for a fish? Done!", "{my.item} ? D'accord !"),
      ],
      { key: true },
    ),
    atHome(
      [act("A", ["carrying", "jumping"], ["happy"]), act("B", ["eating"], ["happy"], "fish")],
      [
        says("A", "{my.item} now! A good swap.", "À moi, maintenant ! Bon échange."),
        says("B", "Mmm! And the fish is mine.", "Mmm ! Et le poisson est à moi."),
      ],
      { item: "A", key: true },
    ),
    atHome(
      [act("A", ["walking"], ["happy", "sly"])],
      [
        thinks(
          "A",
          "Who wants it, and gives me {bet}?",
          "Qui m'en donnera {bet} ?",
          "{to.goal}! People pay well there.",
          "Allons {to.goal}. On y paie bien.",
        ),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["standing", "waving"], ["surprised"]), act("A", ["walking"], ["happy"])],
      [
        says("C", "What a fine {item} you have!", "Oh, c'est beau, ce que tu portes !"),
        says("A", "From {B}, for one single fish.", "De {B}, pour un seul poisson."),
      ],
    ),
    atGoal(
      [act("C", ["pointing"], ["sly", "happy"]), act("A", ["standing"], ["calm", "surprised"])],
      [
        says("C", "Swap it with me! I have a suitcase.", "Échangeons ! J'ai là une valise."),
        says("A", "What is in your suitcase?", "Qu'y a-t-il dans ta valise ?"),
      ],
      { key: true },
    ),
    atGoal(
      [
        act("C", ["carrying", "running"], ["happy"]),
        act("A", ["carrying"], ["happy", "surprised"], "suitcase"),
      ],
      [
        says("C", "Open it at home! {the.item} is mine now.", "Ouvre chez toi ! L'échange est fait."),
        says("A", "It is heavy! I am rich!", "Elle est lourde ! À moi la fortune !"),
      ],
      { item: "C" },
    ),
    atGoal(
      [
        act("A", ["standing", "sitting"], ["sad", "surprised"], "fish"),
        act("B", ["walking", "standing"], ["surprised"]),
      ],
      [
        says("A", "The suitcase is full of fish!", "La valise est pleine de poissons !"),
        says("B", "Fish? You gave me one this morning.", "Encore ? Tu m'en as donné un ce matin."),
      ],
      { item: "away", key: true },
    ),
    atGoal(
      [
        act("B", ["eating"], ["happy"], "fish"),
        act("A", ["eating", "sitting"], ["disgusted", "sad"], "fish"),
      ],
      [
        says("B", "So we both eat. A good swap!", "Nous mangeons tous. Bon échange !"),
        says("A", "Every day fish...", "Du poisson chaque jour..."),
      ],
    ),
  ],
};
