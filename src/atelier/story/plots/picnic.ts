import { act, atGoal, atHome, type Plot, says, shouts } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A picnic is planned, it rains, and the rain is of use. */
export const PICNIC: Plot = {
  name: "picnic",
  titles: texts(
    "The picnic",
    "Le pique-nique",
    "Rain again",
    "Encore la pluie",
    "Lunch {in.goal}",
    "Déjeuner {in.goal}",
  ),
  items: ["umbrella"],
  homes: [...INSIDE, ...TOWN],
  goals: [...WILD, ...WATER],
  together: true,
  item: "A",
  opening: [
    atHome(
      [act("B", ["pointing", "waving"], ["happy"]), act("A", ["standing", "reading"], ["calm"])],
      [
        says(
          "B",
          "What a sun! We eat {in.goal}!",
          "Quel soleil ! Mangeons {in.goal} !",
          "Today we picnic {in.goal}, {A}!",
          "Pique-nique {in.goal}, {A} !",
        ),
        says("A", "Then I take {my.item}.", "Alors je prends {my.item}."),
      ],
      { key: true },
    ),
    atHome(
      [act("B", ["standing"], ["sly", "happy"]), act("A", ["carrying"], ["calm", "angry"])],
      [
        says("B", "An umbrella? In this sun?", "Un parapluie ? Par ce soleil ?"),
        says("A", "Laugh, laugh. Clouds do not laugh.", "Ris donc. Les nuages ne rient pas."),
      ],
    ),
    atHome(
      [act("B", ["carrying"], ["happy"], "pie"), act("A", ["walking"], ["calm"])],
      [
        says(
          "B",
          "I carry the pie. {C} is waiting.",
          "Je porte la tarte. {C} attend.",
          "The pie is ready. {C} will be hungry!",
          "La tarte est prête. {C} a faim !",
        ),
        says("A", "And I carry what we will need.", "Et moi, ce qui va nous servir."),
      ],
      { key: true },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["waving", "sitting"], ["happy"]), act("B", ["carrying"], ["happy"], "pie")],
      [
        says("C", "At last! Is that the pie?", "Enfin ! C'est la tarte ?"),
        says("B", "It is. Sit down before it gets cold.", "Oui. Assis, elle est encore chaude."),
      ],
    ),
    atGoal(
      [
        act("A", ["pointing"], ["surprised", "sad"]),
        act("B", ["eating", "sitting"], ["happy"]),
        act("C", ["sitting"], ["calm"]),
      ],
      [
        says("A", "I felt a drop on my nose.", "Une goutte, là, sur mon nez."),
        says("B", "Nonsense. Have some pie.", "Mais non. Prends de la tarte."),
      ],
      { item: "A" },
    ),
    atGoal(
      [
        act("B", ["running", "jumping"], ["surprised", "angry"]),
        act("C", ["running", "falling"], ["afraid", "surprised"]),
      ],
      [
        shouts("B", "It pours! Save the pie!", "Il pleut ! Sauvez la tarte !"),
        says("C", "And I have my best shoes on!", "Et mes souliers neufs !"),
      ],
      { rain: true, key: true, sounds: texts("Splash!", "Plouf !", "Plip plop!", "Plic ploc !") },
    ),
    atGoal(
      [act("A", ["standing"], ["happy", "sly"]), act("B", ["standing"], ["sad"])],
      [
        says("A", "Who laughed at {my.item}?", "Qui riait de {my.item} ?"),
        says("B", "I did. Is there room for me?", "Moi. Il reste une place ?"),
      ],
      { rain: true },
    ),
    atGoal(
      [
        act("A", ["standing"], ["happy"]),
        act("C", ["eating"], ["happy"]),
        act("B", ["eating", "standing"], ["sad", "happy"]),
      ],
      [
        says("A", "Three under one roof. Is it good?", "Trois sous un toit. C'est bon ?"),
        says("C", "Wet pie is better than no pie!", "Tarte mouillée vaut mieux que rien !"),
      ],
      { rain: true, key: true },
    ),
    atGoal(
      [act("C", ["pointing"], ["surprised", "happy"]), act("A", ["standing"], ["calm", "happy"])],
      [
        says("C", "It stops just when the pie is gone.", "Plus de tarte, et plus de pluie."),
        says("A", "Tomorrow I bring {my.item} again.", "Demain, je le reprends."),
      ],
      { rain: false },
    ),
  ],
};
