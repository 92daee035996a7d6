import { act, type Episode, onTheRoad, says } from "../beat.ts";
import { INSIDE, TOWN, WATER } from "../places.ts";

/** A pie that was meant to be tasted only. */
export const SNACK: Episode = {
  memory: { en: "the snack", fr: "le goûter" },
  settings: [...INSIDE, ...TOWN, ...WATER],
  beats: [
    onTheRoad(
      [
        act("X", ["carrying", "waving"], ["happy"], "pie"),
        act("A", ["walking", "standing"], ["surprised", "happy"]),
      ],
      [
        says("X", "Hungry, {A}? I baked a pie.", "Faim, {A} ? J'ai fait une tarte."),
        says("A", "I have no time. Well... one bite.", "Pas le temps. Bon... une bouchée."),
      ],
      {
        or: [
          [
            says("A", "Mmm! Is that a pie you baked, {X}?", "Mmm ! C'est ta tarte, {X} ?"),
            says("X", "It is. Have you time for one bite?", "Oui. Tu as le temps d'une bouchée ?"),
          ],
          [
            says("X", "Taste it, {A}! It is still warm.", "Goûte, {A} ! Elle est tiède."),
            says("A", "Warm? I must run. Well... a taste.", "Tiède ? Je file. Bon, je goûte."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "X",
              ["My pie is still warm.", "Ma tarte est encore chaude."],
              ["I baked for hours.", "J'ai cuisiné des heures."],
              ["There is plum in it.", "C'est une tarte aux prunes."],
            ),
            says(
              "A",
              ["I am in a hurry.", "Je suis pressé{A.e}."],
              ["That smells wonderful.", "Ça sent très bon."],
              ["My belly says stop.", "Mon ventre dit : halte."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["eating"], ["happy"]), act("X", ["standing", "sitting"], ["surprised", "sad"])],
      [
        says("X", "One bite, you said!", "Une bouchée, disais-tu !"),
        says("A", "It was a very big bite.", "Une très grosse bouchée."),
      ],
      {
        or: [
          [
            says("A", "So good! The dish is left for you.", "Si bon ! Je te laisse le plat."),
            says("X", "Is that all that is left, {A}?", "C'est tout ce qui reste, {A} ?"),
          ],
          [
            says("X", "Stop! It was for {relative}!", "Stop ! C'était pour {relative} !"),
            says("A", "Mmf! Why did you not say so?", "Mmf ! Il fallait le dire avant !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "X",
              ["My pie is nearly gone.", "Ma tarte a presque disparu."],
              ["I wanted a piece, too.", "J'en voulais un bout, moi aussi."],
              ["{relative} was to have half.", "La moitié était pour {relative}."],
            ),
            says(
              "A",
              ["It melts in my mouth.", "Ça fond dans la bouche."],
              ["I cannot stop.", "Je ne peux plus m'arrêter."],
              ["I lost count of the bites.", "Je ne compte plus les bouchées."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [
        act("A", ["sitting", "walking"], ["disgusted", "sad"]),
        act("X", ["pointing", "standing"], ["sly", "happy"]),
      ],
      [
        says("A", "Oh, my belly. The whole pie...", "Oh, mon ventre. Toute la tarte..."),
        says("X", "Then run it off! You were in a hurry.", "Cours donc ! Tu étais pressé{A.e}."),
      ],
      {
        or: [
          [
            says("A", "Never again. I feel like a barrel.", "Plus jamais. Je suis un tonneau."),
            says("X", "A barrel? Good, it can roll.", "Un tonneau ? Bien, ça roule."),
          ],
          [
            says("X", "There were {count} eggs in that pie.", "Il y avait {count} œufs dedans."),
            says("A", "And I ate them all? Oh...", "Et j'ai mangé tout ça ? Oh..."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I feel like a barrel.", "Je me sens comme un tonneau."],
              ["My belt is too short.", "Ma ceinture est trop courte."],
              ["I will never eat again.", "Je ne mangerai plus jamais."],
            ),
            says(
              "X",
              ["There were {count} eggs in it.", "Il y avait {count} œufs dedans."],
              ["The dish is very clean.", "Le plat est bien propre."],
              ["A walk would do you good.", "Marcher te ferait du bien."],
            ),
          ],
        ],
      },
    ),
  ],
};
