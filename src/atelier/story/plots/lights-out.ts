import { act, atGoal, atHome, type Plot, says, shouts, whispers } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** The light goes out, and the one who fears the dark must lead. */
export const LIGHTS_OUT: Plot = {
  name: "lights out",
  titles: texts(
    "In the dark",
    "Dans le noir",
    "{A} has no fear",
    "{A} n'a pas peur",
    "The last lantern",
    "La dernière lanterne",
  ),
  items: ["lantern"],
  homes: [...TOWN, ...INSIDE, ...WATER],
  goals: ["cave", ...WILD],
  night: true,
  together: true,
  item: "B",
  opening: [
    atHome(
      [act("B", ["standing"], ["sad"]), act("A", ["reading", "sitting"], ["calm"])],
      [
        says("B", "{C} is not home, and it is dark.", "{C} n'est pas là, et il fait nuit."),
        says("A", "{C} is surely still {in.goal}.", "{C} est sans doute {in.goal}."),
      ],
      { key: true },
    ),
    atHome(
      [act("B", ["walking", "pointing"], ["calm"]), act("A", ["standing"], ["afraid"])],
      [
        says("B", "Then we fetch {C}. With the lantern!", "Allons-y. Avec la lanterne !"),
        says("A", "At night? I... am not afraid.", "La nuit ? Je... n'ai pas peur."),
      ],
    ),
    atHome(
      [act("A", ["walking"], ["afraid"]), act("B", ["walking"], ["sly", "happy"])],
      [
        says("A", "Was that {guess}?", "C'était {guess} ?"),
        says("B", "You said you were not afraid.", "Tu disais ne pas avoir peur."),
      ],
      { key: true, sounds: texts("Hoo!", "Houuu !", "Crack!", "Crac !") },
    ),
  ],
  ending: [
    atGoal(
      [act("B", ["falling"], ["surprised"]), act("A", ["standing", "jumping"], ["afraid"])],
      [
        shouts("B", "Ouch! The lantern!", "Aïe ! La lanterne !"),
        shouts("A", "I see nothing at all!", "Je ne vois plus rien !"),
      ],
      { item: "ground", key: true, sounds: texts("Thud!", "Boum !", "Bonk!", "Paf !") },
    ),
    atGoal(
      [act("A", ["standing", "walking"], ["calm", "afraid"]), act("B", ["sitting"], ["sad"])],
      [
        says("A", "I have it. It still burns, {B}.", "Je l'ai. Elle brûle encore."),
        says("B", "My foot hurts. You must lead now.", "J'ai mal au pied. Passe devant."),
      ],
      { item: "A" },
    ),
    atGoal(
      [act("A", ["pointing", "walking"], ["surprised"]), act("C", ["sleeping"], ["calm"])],
      [whispers("A", "Something breathes there... {C}!", "Ça respire... Mais c'est {C} !")],
      { item: "A", sounds: texts("Snore!", "Rrron !", "Zzz...", "Zzz...") },
    ),
    atGoal(
      [
        act("C", ["jumping", "sitting"], ["surprised", "happy"]),
        act("A", ["standing"], ["happy"]),
        act("B", ["standing"], ["calm"]),
      ],
      [
        says("C", "{A}? You, in the dark, alone?", "{A} ? Toi, dans le noir ?"),
        says("A", "I led us here. {B} only fell.", "J'ai montré le chemin à {B}."),
      ],
      { item: "A", key: true },
    ),
    atGoal(
      [act("C", ["walking", "carrying"], ["happy"], "umbrella"), act("A", ["walking"], ["happy"])],
      [
        says("C", "Then lead us home as well.", "Alors ramène-nous aussi."),
        says("A", "Follow me. I am not afraid!", "Suivez-moi. Je n'ai pas peur !"),
      ],
      { item: "A" },
    ),
  ],
};
