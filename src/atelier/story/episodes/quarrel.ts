import { act, type Episode, onTheRoad, says, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";

/** A foot, a silence, and a peace offering. */
export const QUARREL: Episode = {
  memory: { en: "the quarrel", fr: "la dispute" },
  settings: [...TOWN, ...WATER, ...WILD, ...INSIDE],
  beats: [
    onTheRoad(
      [act("B", ["pointing"], ["angry"]), act("A", ["standing"], ["angry", "surprised"])],
      [
        says("B", "You step on my foot, {A}!", "Tu me marches sur le pied, {A} !"),
        says("A", "Then take your foot away!", "Enlève donc ton pied !"),
      ],
      {
        or: [
          [
            says("B", "Ow! My foot is not the path!", "Aïe ! Et mon pied, c'est la route ?"),
            says("A", "It lies here like a log!", "Il traîne là comme une bûche !"),
          ],
          [
            says("B", "My toes! For the second time!", "Mes orteils ! Deux fois déjà !"),
            says("A", "Then your foot is too long, {B}.", "Deux fois ? Quel long pied, {B}."),
          ],
        ],
        eitherOrder: [
          [
            says(
              "B",
              ["My poor toes!", "Mes pauvres orteils !"],
              ["That was my best foot.", "C'était mon meilleur pied."],
              ["I have asked you {count} times.", "Je l'ai dit {count} fois."],
            ),
            says(
              "A",
              ["This path is too narrow.", "Ce chemin est trop étroit."],
              ["Your feet are everywhere.", "Tes pieds sont partout."],
              ["I look where I walk.", "Je regarde où je marche."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["sitting", "walking"], ["angry", "sad"]), act("B", ["walking", "sitting"], ["angry"])],
      [
        thinks("B", "Not one word to {A}! My poor foot!", "Plus un mot à {A} ! Mon pauvre pied !"),
        thinks("A", "First {B} says sorry. I can wait.", "Que {B} demande pardon. J'attends."),
      ],
      {
        or: [
          [
            thinks("A", "Without {B} I would be there.", "Sans {B}, j'y serais déjà."),
            thinks("B", "And who has the snack? I have.", "Et qui a le goûter ? C'est moi."),
          ],
          [
            thinks("B", "Without me {A} has no snack.", "Sans moi, {A} n'a pas de goûter."),
            thinks("A", "And who would be there? I would.", "Et qui serait déjà là-bas ? Moi."),
          ],
        ],
        eitherOrder: [
          [
            thinks("A", "{B} can say sorry first.", "À {B} de demander pardon."),
            thinks("B", "Not a word from me. It was my foot!", "Pas un mot. C'était mon pied !"),
          ],
          [
            thinks(
              "A",
              ["I do not need anybody...", "Je n'ai besoin de personne..."],
              ["The path was narrow...", "Le chemin était étroit..."],
              ["I can be silent for hours...", "Je peux me taire des heures..."],
            ),
            thinks(
              "B",
              ["My foot still hurts...", "J'ai encore mal au pied..."],
              ["I walk alone from now on...", "Je marche très bien seul{B.e}..."],
              ["This silence is golden...", "Ce silence est d'or..."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [
        act("B", ["waving", "standing"], ["happy", "calm"]),
        act("A", ["eating", "standing"], ["happy", "surprised"]),
      ],
      [
        says("A", "Sorry for the foot. Friends?", "Pardon pour ton pied. Amis ?"),
        says("B", "Friends! Sorry. I have {treat}.", "Amis ! J'ai {treat}."),
      ],
      {
        or: [
          [
            says("B", "My foot is better. Are you hungry?", "Mon pied va mieux. Tu as faim ?"),
            says("A", "Always! And I was a donkey, {B}.", "Toujours ! J'étais un âne, {B}."),
          ],
          [
            says("A", "I was a donkey. Is your foot better?", "J'étais un âne. Ton pied va mieux ?"),
            says("B", "Yes, {A}! Are donkeys hungry?", "Oui, {A} ! Et les ânes, ils ont faim ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "Sorry for shouting. Have {treat}.", "Pardon d'avoir crié. J'ai {treat}."),
            says("A", "Sorry for the foot. Friends again!", "Pardon pour le pied. Amis !"),
          ],
          [
            says(
              "B",
              ["I was too loud.", "J'ai crié trop fort."],
              ["My foot is all better.", "Mon pied va très bien."],
              ["I have {treat} in my bag.", "J'ai {treat} dans mon sac."],
            ),
            says(
              "A",
              ["Walking alone is no fun.", "Seul{A.e}, on s'ennuie."],
              ["I was a donkey.", "J'ai été bête comme un âne."],
              ["I look at your feet from now on.", "Je ferai attention à tes pieds."],
            ),
          ],
        ],
      },
    ),
  ],
};
