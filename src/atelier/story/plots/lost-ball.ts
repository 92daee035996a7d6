import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A ball is kicked where it should not go, and must be asked for. */
export const LOST_BALL: Plot = {
  name: "lost ball",
  titles: texts(
    "Over the wall",
    "Par-dessus le mur",
    "One kick too many",
    "Un tir de trop",
    "The ball of {B}",
    "Le ballon de {B}",
  ),
  items: ["ball"],
  homes: [...WILD, ...TOWN, ...WATER],
  goals: [...INSIDE, ...WILD],
  together: true,
  item: "B",
  opening: [
    atHome(
      [act("B", ["carrying", "throwing"], ["happy"]), act("A", ["jumping", "waving"], ["happy"])],
      [
        says("B", "A new ball. It cost {bet}!", "Un ballon neuf. Il vaut {bet} !"),
        says("A", "Throw it! I will kick it.", "Lance ! Je vais tirer."),
      ],
    ),
    atHome(
      [
        act("A", ["jumping", "running"], ["happy"]),
        act("B", ["pointing", "standing"], ["surprised", "afraid"]),
      ],
      [
        shouts("A", "The kick of the year!", "Le tir de l'année !"),
        says("B", "Not so hard, {A}! Not...", "Pas si fort, {A} ! Pas..."),
      ],
      { item: "away", key: true, sounds: texts("Whack!", "Vlan !", "Bang!", "Bang !") },
    ),
    atHome(
      [act("B", ["standing"], ["angry"]), act("A", ["standing"], ["sad", "afraid"])],
      [
        says("B", "It flew {to.goal}. With {C}!", "Parti {to.goal}. Chez {C} !"),
        says("A", "With {C}? {C} bites!", "Chez {C} ? {C} mord !"),
      ],
      { key: true },
    ),
    atHome(
      [act("A", ["walking"], ["afraid"]), act("B", ["pointing", "walking"], ["angry"])],
      [
        says("A", "Must I really go and ask {C}?", "Je dois vraiment parler à {C} ?"),
        says("B", "You kicked it, you fetch it.", "Tu as tiré, tu y vas."),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sitting", "standing"], ["disgusted", "angry"])],
      [thinks("C", "First a crash, then this. Who was it?", "Un choc, puis ceci. Qui a tiré ?")],
      { item: "ground" },
    ),
    atGoal(
      [
        act("A", ["standing"], ["afraid"]),
        act("C", ["carrying"], ["angry", "disgusted"]),
        act("B", ["standing"], ["afraid"]),
      ],
      [
        says("A", "Good day. May we have our ball?", "Bonjour. Et notre ballon ?"),
        shouts("C", "It fell into my soup!", "Il est tombé dans ma soupe !"),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [act("A", ["pointing", "standing"], ["sad", "surprised"]), act("C", ["standing"], ["sly", "calm"])],
      [
        says("A", "Sorry about the soup. It was me.", "Pardon pour la soupe. C'était moi."),
        says("C", "You? Such a kick? Show me that again.", "Toi ? Ce tir ? Montre un peu."),
      ],
    ),
    atGoal(
      [act("C", ["jumping", "running"], ["happy"]), act("B", ["jumping", "waving"], ["surprised", "happy"])],
      [
        says("C", "To me, {A}! I play in goal!", "À moi, {A} ! Je garde le but !"),
        says("B", "{C} does not bite. {C} plays!", "{C} ne mord pas : {C} joue !"),
      ],
      { item: "A", key: true },
    ),
    atGoal(
      [act("A", ["falling", "jumping"], ["surprised"]), act("B", ["standing"], ["sad", "angry"])],
      [
        shouts("A", "The kick of the year, again!", "Encore le tir de l'année !"),
        says("B", "And whose soup is it this time?", "Et cette fois, la soupe de qui ?"),
      ],
      { item: "away", sounds: texts("Whack!", "Vlan !") },
    ),
  ],
};
