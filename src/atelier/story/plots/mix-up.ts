import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Two travellers take each other's luggage. */
export const MIX_UP: Plot = {
  name: "mix-up",
  titles: texts(
    "The wrong suitcase",
    "La mauvaise valise",
    "Yours or mine?",
    "À toi ou à moi ?",
    "{A} travels",
    "{A} en voyage",
  ),
  items: ["suitcase"],
  homes: [...WATER, ...TOWN, ...INSIDE],
  goals: [...WATER, ...TOWN, ...INSIDE, ...WILD],
  together: false,
  item: "ground",
  opening: [
    atHome(
      [
        act("A", ["sitting", "eating"], ["happy", "calm"]),
        act("C", ["walking", "carrying"], ["afraid"], "umbrella"),
      ],
      [
        says("C", "I am late! My boat!", "Mon bateau ! Je suis en retard !"),
        says("A", "Have a good journey, {C}!", "Bon voyage, {C} !"),
      ],
    ),
    atHome(
      [act("A", ["carrying", "standing"], ["surprised"])],
      [thinks("A", "My suitcase? It was never so heavy.", "Ma valise ? Elle n'est pas si lourde !")],
      { item: "A", key: true, sounds: texts("Oof!", "Ouf !") },
    ),
    atHome(
      [act("B", ["pointing"], ["surprised"]), act("A", ["standing"], ["afraid", "surprised"])],
      [
        says("B", 'That one says "{C}", {A}.', "Dessus, il y a « {C} », {A}."),
        says("A", "Then {C} has mine! With my money!", "{C} a la mienne ! Avec mes sous !"),
      ],
      { key: true },
    ),
    atHome(
      [act("B", ["pointing", "waving"], ["calm"]), act("A", ["running"], ["afraid", "angry"])],
      [
        says(
          "B",
          "{C} sails from there: {the.goal}!",
          "{C} part de là-bas : {the.goal} !",
          "Quick! {C} is going {to.goal}.",
          "Vite ! {C} va {to.goal}.",
        ),
        shouts("A", "When does it leave? At {hour}?", "Le départ, à {hour} ?"),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["running"], ["sad", "afraid"])],
      [thinks("A", "{in.goal} at last. And {C}?", "Enfin {in.goal}. Et {C} ?")],
    ),
    atGoal(
      [act("C", ["sitting", "standing"], ["sad", "surprised"]), act("A", ["waving", "jumping"], ["happy"])],
      [
        shouts("A", "{C}! I have your suitcase!", "{C} ! J'ai ta valise !"),
        says("C", "Mine? Then whose is this?", "La mienne ? Et celle-ci ?"),
      ],
      { key: true },
    ),
    atGoal(
      [act("C", ["carrying"], ["happy", "surprised"]), act("A", ["pointing"], ["happy"])],
      [
        says("A", "Yours is heavy. What is inside?", "Elle est lourde ! Qu'y a-t-il dedans ?"),
        says("C", "{count} jars of {treat}. My lunch!", "{treat}, pour {count} jours !"),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [act("A", ["standing"], ["afraid", "surprised"]), act("C", ["eating"], ["happy", "sly"])],
      [
        says("A", "And mine? Is the money still there?", "Et la mienne ? Et mes sous ?"),
        says("C", "Spent on a pie. I was hungry!", "J'en ai fait une tarte. La faim !"),
      ],
    ),
    atGoal(
      [act("A", ["sitting", "eating"], ["angry", "sad"]), act("C", ["sitting", "waving"], ["happy"])],
      [
        says("A", "Then half of your lunch is mine.", "Alors, la moitié du repas est à moi."),
        says("C", "And I have missed my boat for it.", "Et mon bateau est parti sans moi."),
      ],
    ),
  ],
};
