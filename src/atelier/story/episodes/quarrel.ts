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
            says("A", "Your foot is always in my way, {B}!", "Ton pied est toujours là, {B} !"),
            says("B", "You step on it, {A}! Take care!", "Tu marches dessus, {A} ! Attention !"),
          ],
          [
            says("B", "Ow! My foot is not the path!", "Aïe ! Et mon pied, c'est la route ?"),
            says("A", "It lies here like a log!", "Il traîne là comme une bûche !"),
          ],
          [
            says("A", "What is this log on my path?", "C'est quoi, cette bûche sur ma route ?"),
            says("B", "Ow! It is my foot that lies here!", "Aïe ! C'est mon pied qui traîne ici !"),
          ],
          [
            says("B", "My toes! For the second time!", "Mes orteils ! Deux fois déjà !"),
            says("A", "Then your foot is too long, {B}.", "Deux fois ? Quel long pied, {B}."),
          ],
          [
            says("A", "Is your foot so long, {B}?", "Il est donc si long, ton pied, {B} ?"),
            says("B", "My toes! It is the second time, {A}!", "Mes orteils ! Deux fois, {A}, deux !"),
          ],
          [
            says("A", "It lies here like a log!", "Il traîne là comme une bûche !"),
            says("B", "Ow! My foot is not the path!", "Aïe ! Et mon pied, c'est la route ?"),
          ],
          [
            says("B", "My toes! It is the second time, {A}!", "Mes orteils ! Deux fois, {A}, deux !"),
            says("A", "Is your foot so long, {B}?", "Il est donc si long, ton pied, {B} ?"),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["sitting", "walking"], ["angry", "sad"]), act("B", ["walking", "sitting"], ["angry"])],
      [
        thinks("A", "{B} can say sorry first.", "À {B} de demander pardon."),
        thinks("B", "Not a word from me. It was my foot!", "Pas un mot. C'était mon pied !"),
      ],
      {
        or: [
          [
            thinks("B", "Not one word to {A}! My poor foot!", "Plus un mot à {A} ! Mon pauvre pied !"),
            thinks("A", "First {B} says sorry. I can wait.", "Que {B} demande pardon. J'attends."),
          ],
          [
            thinks("A", "How quiet it is. {B} sulks.", "Quel silence. {B} boude."),
            thinks("B", "I do not sulk. I am quiet.", "Je ne boude pas. C'est un silence."),
          ],
          [
            thinks("B", "{A} sulks. I am only quiet.", "{A} boude. Moi, je me tais."),
            thinks("A", "I do not sulk! {B} does.", "Je ne boude pas, moi ! {B}, si."),
          ],
          [
            thinks("A", "Without {B} I would be there.", "Sans {B}, j'y serais déjà."),
            thinks("B", "And who has the snack? I have.", "Et qui a le goûter ? C'est moi."),
          ],
          [
            thinks("B", "Without me {A} has no snack.", "Sans moi, {A} n'a pas de goûter."),
            thinks("A", "And who would be there? I would.", "Et qui serait déjà là-bas ? Moi."),
          ],
          [
            thinks("B", "Not a word from me. It was my foot!", "Pas un mot. C'était mon pied !"),
            thinks("A", "{B} can say sorry first.", "À {B} de demander pardon."),
          ],
          [
            thinks("A", "First {B} says sorry. I can wait.", "Que {B} demande pardon. J'attends."),
            thinks("B", "Not one word to {A}! My poor foot!", "Plus un mot à {A} ! Mon pauvre pied !"),
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
        says("B", "Sorry for shouting. Have {treat}.", "Pardon d'avoir crié. J'ai {treat}."),
        says("A", "Sorry for the foot. Friends again!", "Pardon pour le pied. Amis !"),
      ],
      {
        or: [
          [
            says("A", "Sorry for the foot. Friends?", "Pardon pour ton pied. Amis ?"),
            says("B", "Friends! Sorry. I have {treat}.", "Amis ! J'ai {treat}."),
          ],
          [
            says("B", "My foot is better. Are you hungry?", "Mon pied va mieux. Tu as faim ?"),
            says("A", "Always! And I was a donkey, {B}.", "Toujours ! J'étais un âne, {B}."),
          ],
          [
            says("A", "I was a donkey. Is your foot better?", "J'étais un âne. Ton pied va mieux ?"),
            says("B", "Yes, {A}! Are donkeys hungry?", "Oui, {A} ! Et les ânes, ils ont faim ?"),
          ],
          [
            says("B", "{treat} for two. Who is first?", "{treat} pour deux. Qui commence ?"),
            says("A", "You first, {B}, and mind my foot!", "Toi, {B} ! Et gare à mon pied !"),
          ],
          [
            says("A", "Are we two friends again? You first.", "On est amis ? Toi d'abord."),
            says("B", "You first, {A}! Here, {treat}.", "Toi, {A} ! Tiens, {treat}."),
          ],
          [
            says("A", "Sorry for the foot. Friends again!", "Pardon pour le pied. Amis !"),
            says("B", "Sorry for shouting. Have {treat}.", "Pardon d'avoir crié. J'ai {treat}."),
          ],
        ],
      },
    ),
  ],
};
