import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER } from "../places.ts";
import { texts } from "../text.ts";

/** Somebody boasts of a catch that grows with every telling. */
export const BIG_FISH: Plot = {
  name: "big fish",
  titles: texts(
    "The big fish",
    "Le gros poisson",
    "That big!",
    "Gros comme ça !",
    "{A} goes fishing",
    "{A} à la pêche",
  ),
  items: ["fish"],
  homes: WATER,
  goals: [...TOWN, ...INSIDE],
  together: false,
  item: "away",
  opening: [
    atHome(
      [act("A", ["sitting", "sleeping"], ["calm", "sad"]), act("B", ["standing", "walking"], ["sly"])],
      [
        says("B", "{count} hours, and not one fish?", "Pas un seul poisson, {A} ?"),
        says("A", "Hush! You frighten them away.", "Chut ! Tu leur fais peur."),
      ],
    ),
    atHome(
      [act("A", ["jumping", "falling"], ["surprised", "happy"]), act("B", ["standing"], ["surprised"])],
      [
        shouts("A", "One bites! It pulls!", "Ça mord ! Ça tire !"),
        says("B", "Hold on tight!", "Tiens bon !"),
      ],
      { key: true, sounds: texts("Splash!", "Plouf !", "Splosh!", "Plaf !") },
    ),
    atHome(
      [act("A", ["carrying"], ["happy"]), act("B", ["pointing"], ["surprised", "sly"])],
      [
        says("A", "My fish! {C} must see this.", "Mon poisson ! Il faut que {C} le voie."),
        says("B", "That thing? It is quite small.", "Ça ? Il est tout petit."),
      ],
      { item: "A", key: true },
    ),
    atHome(
      [act("A", ["walking", "running"], ["sly", "happy"])],
      [
        thinks(
          "A",
          "{C} need not know that it is small...",
          "{C} ne saura pas qu'il est petit...",
          "I will say it fought like a bear!",
          "Je dirai que c'était un monstre !",
        ),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["waving", "pointing"], ["happy", "sly"]), act("C", ["reading", "sitting"], ["calm"])],
      [
        says("A", "{C}! I fought {count} hours with it!", "{C} ! Quel combat, {count} heures !"),
        says("C", "With that fish? Poor you.", "Avec ce poisson ? Vraiment ?"),
      ],
      { key: true },
    ),
    atGoal(
      [act("A", ["standing", "jumping"], ["sly"]), act("C", ["standing"], ["surprised"])],
      [
        says("A", "It pulled me through the water!", "Il m'a traîné{A.e} dans l'eau !"),
        says("C", "And why are you dry?", "Alors pourquoi es-tu au sec ?"),
      ],
    ),
    atGoal(
      [
        act("B", ["walking", "waving"], ["sly", "happy"]),
        act("A", ["standing"], ["afraid"]),
        act("C", ["standing"], ["surprised"]),
      ],
      [
        says("B", "I was there. It took one minute.", "J'y étais. Une minute a suffi."),
        says("A", "A very long minute!", "Une très longue minute !"),
      ],
      { key: true },
    ),
    atGoal(
      [act("C", ["eating"], ["happy", "sly"]), act("A", ["standing"], ["surprised", "sad"])],
      [
        says("C", "Big or small, it tastes good.", "Gros ou petit, il est bon."),
        shouts("A", "My fish! You ate my proof!", "Mon poisson ! C'était ma preuve !"),
      ],
      { item: "C" },
    ),
    atGoal(
      [
        act("A", ["sitting", "pointing"], ["sly", "happy"]),
        act("B", ["standing", "sitting"], ["surprised", "sad"]),
      ],
      [
        says("A", "Now it can be as big as I like.", "Il sera donc aussi gros que je veux."),
        says("B", "And tomorrow it was a whale.", "Demain, ce sera une baleine."),
      ],
      { item: "away" },
    ),
  ],
};
