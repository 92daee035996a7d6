import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A surprise is prepared for somebody who must not know of it. */
export const BIRTHDAY: Plot = {
  name: "birthday",
  titles: texts(
    "The surprise",
    "La surprise",
    "A secret for {C}",
    "Un secret pour {C}",
    "Not a word!",
    "Pas un mot !",
  ),
  items: ["flower", "cup", "ring", "apple", "hammer"],
  homes: [...INSIDE, ...TOWN],
  goals: [...WILD, ...WATER, ...INSIDE],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["standing", "jumping"], ["surprised"]), act("B", ["reading"], ["calm"])],
      [
        says("A", "Tomorrow is {C}'s birthday!", "Demain, c'est la fête de {C} !"),
        says("B", "No, {A}. It is today.", "Non, {A}. C'est aujourd'hui."),
      ],
      { key: true },
    ),
    atHome(
      [act("A", ["running", "standing"], ["afraid", "surprised"]), act("B", ["pointing"], ["calm", "happy"])],
      [
        shouts("A", "Today? And we have no present!", "Aujourd'hui ? Et le cadeau ?"),
        says("B", "There stands a {item}. Take that!", "Prenons ça, là, par terre !"),
      ],
      { item: "ground" },
    ),
    atHome(
      [act("A", ["carrying"], ["sly", "happy"]), act("B", ["standing"], ["happy"])],
      [
        says("A", "A {item} for {C}. Not a word!", "Pour {C}. Et pas un mot !"),
        says("B", "My mouth is shut like a door.", "Ma bouche est cousue."),
      ],
      { item: "A", key: true },
    ),
    atHome(
      [
        act("C", ["waving", "walking"], ["happy"]),
        act("A", ["standing"], ["afraid"]),
        act("B", ["standing"], ["afraid"]),
      ],
      [
        says("C", "Hello! What day is it today?", "Salut ! Quel jour sommes-nous ?"),
        says("B", "{day}. Only {day}. Goodbye!", "{day}. Rien que {day}. Adieu !"),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sitting"], ["sad"])],
      [
        thinks(
          "C",
          '"Only {day}", and nobody comes...',
          "« Rien que {day} »... et personne.",
          "My birthday, and I sit here alone...",
          "Ma fête, et je suis là sans eux...",
        ),
      ],
    ),
    atGoal(
      [
        act("A", ["jumping", "waving"], ["happy"]),
        act("C", ["jumping", "falling"], ["surprised"]),
        act("B", ["jumping"], ["happy"]),
      ],
      [
        shouts("A", "Surprise!", "Surprise !", "Happy birthday, {C}!", "Bonne fête, {C} !"),
        says("C", "So you did not forget me!", "Vous y avez donc pensé !"),
      ],
      { key: true, sounds: texts("Ta-da!", "Taratata !") },
    ),
    atGoal(
      [act("A", ["standing"], ["happy"]), act("C", ["carrying"], ["surprised", "happy"])],
      [
        says("A", "Forget you? Here is your present.", "T'oublier ? Voici ton cadeau."),
        says("C", "{this.item}! I know it...", "{this.item} ! Je connais ça..."),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [
        act("C", ["pointing", "standing"], ["sly", "surprised"]),
        act("B", ["standing"], ["afraid", "surprised"]),
      ],
      [
        says("C", "It was mine! I left it at your place.", "C'était à moi ! Oublié chez vous."),
        says("B", "Oh. That is why it stood there.", "Ah. Voilà pourquoi ça traînait."),
      ],
    ),
    atGoal(
      [act("C", ["eating", "waving"], ["happy"]), act("A", ["sitting", "eating"], ["sad", "happy"])],
      [
        says("A", "And next year we buy one.", "L'an prochain, on en achète un."),
        says("C", "Never mind. You brought {treat}!", "Tant pis. Vous avez {treat} !"),
      ],
    ),
  ],
};
