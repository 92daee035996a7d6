import { act, type Episode, onTheRoad, says, shouts, whispers } from "../beat.ts";
import { INSIDE, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Somebody sleeps across the way. */
export const SLEEPER: Episode = {
  memory: { en: "the sleeper", fr: "la sieste de l'autre" },
  settings: [...WILD, ...WATER, ...INSIDE, "cave"],
  beats: [
    onTheRoad(
      [act("X", ["sleeping"], ["calm"]), act("A", ["standing", "walking"], ["surprised"])],
      [
        whispers(
          "A",
          "{X} sleeps right on my way.",
          "{X} dort en travers du chemin.",
          "Of all places, {X} naps here!",
          "Il fallait que {X} dorme ici !",
          "No way round {X}. What now?",
          "Impossible d'éviter {X}. Que faire ?",
          "Shh... {X} sleeps like a stone.",
          "Chut... {X} dort comme une souche.",
          "Wake {X}? Better not...",
          "Réveiller {X} ? Mieux vaut pas...",
          "If {X} wakes up, I am in trouble.",
          "Si {X} s'éveille, gare à moi.",
        ),
      ],
      { sounds: texts("Snore!", "Rrron !", "Zzz...", "Zzz...") },
    ),
    onTheRoad(
      [act("A", ["jumping"], ["afraid", "surprised"]), act("X", ["sleeping"], ["calm"])],
      [
        whispers(
          "A",
          "Over {X}, without a sound...",
          "Par-dessus {X}, sans un bruit...",
          "One big step... and not on {X}...",
          "Un grand pas... et pas sur {X}...",
          "Light as a feather... Oh no!",
          "Comme une plume... Oh non !",
          "Do not wake up, {X}, not now...",
          "Ne te réveille pas, {X}, pas là...",
          "Hop! Was that a foot?",
          "Hop ! C'était un pied ?",
          "Do not creak now, my knees...",
          "Surtout, pas un craquement...",
        ),
      ],
      { sounds: texts("Crack!", "Crac !") },
    ),
    onTheRoad(
      [
        act("X", ["sitting", "jumping", "standing"], ["angry", "surprised"]),
        act("A", ["running", "standing"], ["afraid", "sly"]),
      ],
      [
        shouts("X", "Who jumped on my foot?", "Qui a sauté sur mon pied ?"),
        says("A", "That was {guess}. Sleep well!", "C'était {guess}. Dors bien !"),
      ],
      {
        or: [
          [
            says("A", "Sleep on, {X}! It was only {guess}.", "Dors, {X} ! Ce n'est que {guess}."),
            shouts("X", "Who jumped? And on my foot!", "Qui saute ? Et sur mon pied !"),
          ],
          [
            says("A", "You only dream this, {X}!", "Tu rêves encore, {X}, ce n'est rien !"),
            shouts("X", "I dream? Ow! And my foot?", "Moi, rêver ? Aïe ! Et mon pied ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "X",
              ["My poor foot!", "Mon pauvre pied !"],
              ["Somebody jumped over me!", "On a sauté par-dessus moi !"],
              ["I had such a nice dream!", "Je faisais un si beau rêve !"],
            ),
            says(
              "A",
              ["It is still very early.", "Il est encore très tôt."],
              ["I am only the wind.", "Je ne suis que le vent."],
              ["There is nobody here.", "Il n'y a personne, ici."],
            ),
          ],
        ],
      },
    ),
  ],
};
