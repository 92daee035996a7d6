import { act, atGoal, atHome, type Plot, says, shouts, thinks, whispers } from "../beat.ts";
import { INSIDE, TOWN, WATER } from "../places.ts";
import { texts } from "../text.ts";

/** A noise in the night; the brave go and look, and it is somebody they know. */
export const NIGHT_NOISE: Plot = {
  name: "night noise",
  titles: texts(
    "The noise in the night",
    "Un bruit dans la nuit",
    "Who goes there?",
    "Qui va là ?",
    "{A} hears {noise}",
    "{A} ne dort pas",
  ),
  items: ["lantern"],
  homes: [...INSIDE, ...TOWN, ...WATER],
  goals: ["kitchen", "cave", "castle", "forest", "library", "ship"],
  night: true,
  together: true,
  item: "away",
  opening: [
    atHome([act("A", ["sleeping"], ["calm"])], [thinks("A", "Mmm... {treat}...", "Mmm... {treat}...")], {
      sounds: texts("Creak!", "Crac !", "Bump!", "Boum !", "Hoo!", "Houuu !"),
    }),
    atHome(
      [act("A", ["jumping", "standing"], ["afraid"]), act("B", ["sleeping", "sitting"], ["calm", "sad"])],
      [
        whispers("A", "{B}! I heard {noise}!", "{B} ! J'ai entendu {noise} !"),
        says("B", "That was only {guess}. Sleep.", "Ce n'est que {guess}. Dors."),
      ],
      { key: true },
    ),
    atHome(
      [act("A", ["pointing"], ["afraid"]), act("B", ["standing", "jumping"], ["surprised", "afraid"])],
      [
        says("A", "Is {guess} so loud? Listen!", "Si fort, {guess} ? Écoute !"),
        whispers("B", "Now I heard it too!", "Je l'entends aussi !"),
      ],
      { sounds: texts("Crunch!", "Crounch !", "Tap tap!", "Tap tap !") },
    ),
    atHome(
      [act("B", ["walking", "standing"], ["calm", "afraid"]), act("A", ["standing", "walking"], ["afraid"])],
      [
        says("B", "I have the lantern. You go first.", "J'ai la lanterne. Passe devant."),
        says("A", "You first. You have the light.", "Toi d'abord. C'est toi qui éclaires."),
      ],
      { item: "B", key: true },
    ),
  ],
  ending: [
    atGoal(
      [act("B", ["pointing"], ["afraid"]), act("A", ["standing"], ["afraid"])],
      [
        whispers("B", "There! {in.goal}! It moves!", "Là ! {in.goal} ! Ça bouge !"),
        whispers("A", "Hold the lantern higher!", "Lève la lanterne !"),
      ],
      { sounds: texts("Crunch!", "Crounch !") },
    ),
    atGoal(
      [
        act("C", ["eating"], ["surprised", "happy"]),
        act("B", ["standing"], ["surprised"]),
        act("A", ["falling", "jumping"], ["surprised", "afraid"]),
      ],
      [
        shouts("B", "It is {C}! With a full mouth!", "C'est {C} ! La bouche pleine !"),
        says("C", "Mmpf... Good evening.", "Mmpf... Bonsoir."),
      ],
      { key: true },
    ),
    atGoal(
      [act("A", ["pointing", "standing"], ["angry"]), act("C", ["sitting"], ["sad", "calm"])],
      [
        says("A", "So {noise} in the night was you!", "Ce bruit la nuit, c'était toi !"),
        says("C", "I could not sleep. I was hungry.", "Sans manger, je ne dors pas."),
      ],
      { key: true },
    ),
    atGoal(
      [
        act("C", ["standing", "waving"], ["happy", "sly"]),
        act("B", ["sitting", "standing"], ["calm", "happy"]),
      ],
      [
        says("C", "There is {treat} for three.", "Il y a {treat} pour trois."),
        says("B", "Well, now that we are awake...", "Bon, puisqu'on est debout..."),
      ],
    ),
    atGoal(
      [act("A", ["eating"], ["happy"]), act("B", ["eating"], ["happy"])],
      [
        says("A", "{treat}! I dreamt of it.", "{treat} ! J'en rêvais justement."),
        says("B", "Shh! What was that?", "Chut ! C'était quoi ?"),
      ],
      { sounds: texts("Creak!", "Crac !") },
    ),
  ],
};
