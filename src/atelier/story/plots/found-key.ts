import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A key is found that fits no door at hand. */
export const FOUND_KEY: Plot = {
  name: "found key",
  titles: texts(
    "The little key",
    "La petite clé",
    "What does it open?",
    "Qu'ouvre-t-elle ?",
    "The secret of {the.goal}",
    "Le secret de {C}",
  ),
  items: ["key"],
  homes: [...WILD, ...TOWN, ...WATER],
  goals: [...INSIDE, "cave"],
  together: true,
  item: "ground",
  opening: [
    atHome(
      [act("A", ["falling"], ["surprised", "angry"]), act("B", ["standing", "walking"], ["surprised"])],
      [
        shouts("A", "Ouch! What lies there?", "Aïe ! Qu'est-ce qui traîne là ?"),
        says("B", "Something that shines. Look!", "Une chose qui brille. Regarde !"),
      ],
      { sounds: texts("Cling!", "Cling !", "Thud!", "Boum !") },
    ),
    atHome(
      [act("A", ["standing"], ["happy", "surprised"]), act("B", ["pointing"], ["surprised"])],
      [
        says("A", "A key! Somebody lost it.", "Une clé ! Quelqu'un l'a perdue."),
        says("B", "There is a letter on it: a {C.initial}.", "Il y a une lettre dessus : {C.initial}."),
      ],
      { item: "A", key: true },
    ),
    atHome(
      [act("A", ["pointing", "standing"], ["happy"]), act("B", ["standing", "jumping"], ["happy", "calm"])],
      [
        says("A", "Then it is {C}'s. Where is {C}?", "Elle est à {C}. Où est {C} ?"),
        says("B", "Always {in.goal}, at {hour}.", "Toujours {in.goal}, à {hour}."),
      ],
      { key: true },
    ),
    atHome(
      [act("B", ["walking", "running"], ["sly"]), act("A", ["walking"], ["calm", "sly"])],
      [
        says("B", "Perhaps it opens a treasure!", "Elle ouvre peut-être un trésor !"),
        says("A", "Then {C} must give us half.", "Alors {C} nous doit la moitié."),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sitting", "standing"], ["sad", "angry"])],
      [thinks("C", "Without my key I cannot get at it...", "Sans ma clé, je ne peux rien ouvrir...")],
    ),
    atGoal(
      [
        act("A", ["waving"], ["happy"]),
        act("C", ["jumping"], ["surprised", "happy"]),
        act("B", ["standing"], ["happy"]),
      ],
      [
        says("A", "{C}! Did you lose a key?", "{C} ! Tu as perdu une clé ?"),
        shouts("C", "My key! I looked all day!", "Ma clé ! Je l'ai tant cherchée !"),
      ],
      { key: true },
    ),
    atGoal(
      [act("B", ["standing", "pointing"], ["sly"]), act("C", ["standing"], ["happy", "calm"])],
      [
        says("B", "Now show us the treasure!", "Montre-nous donc le trésor !"),
        says("C", "Treasure? Well... turn round.", "Un trésor ? Bon... Retournez-vous."),
      ],
      { item: "C" },
    ),
    atGoal(
      [act("C", ["eating"], ["happy"]), act("A", ["standing"], ["surprised"])],
      [
        says("A", "That is what you lock away? A pie?", "C'est ça, ton secret ? Une tarte ?"),
        says("C", "The best one. That is my treasure.", "La meilleure. C'est mon trésor."),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [act("B", ["eating", "sitting"], ["happy"]), act("A", ["eating", "sitting"], ["happy", "sad"])],
      [
        says("B", "I was right. It is a treasure.", "J'avais raison : un vrai trésor."),
        says("A", "Half of it, please. I found the key!", "La moitié ! La clé, c'est moi !"),
      ],
    ),
  ],
};
