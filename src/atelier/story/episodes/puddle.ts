import { act, type Episode, onTheRoad, says, shouts, thinks } from "../beat.ts";
import { TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A jump that is too short. */
export const PUDDLE: Episode = {
  memory: { en: "the puddle", fr: "la flaque" },
  settings: [...TOWN, ...WILD, ...WATER],
  beats: [
    onTheRoad(
      [
        act("A", ["running", "walking"], ["happy", "calm"]),
        act("B", ["standing", "pointing"], ["surprised", "calm"]),
      ],
      [
        says("A", "I jump over this puddle. Watch me!", "Je saute la flaque. Regarde !"),
        says("B", "Mind, {A}, it is wider than you!", "Attention, {A}, elle est large !"),
      ],
      {
        or: [
          [
            says("A", "One step and I am over this lake!", "Un pas, et adieu le lac !"),
            says("B", "It is a puddle, but is it deep?", "C'est une flaque, mais profonde ?"),
          ],
          [
            says("B", "Go round it, {A}, and stay dry.", "Fais le tour, {A}, reste au sec."),
            says("A", "Go round? My feet never get wet!", "Le tour ? Mes pieds restent au sec !"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "Mind the puddle, {A}!", "{A}, attention à la flaque !"),
            says("A", "I jump over it. Watch me!", "Je saute par-dessus. Regarde !"),
          ],
          [
            says(
              "A",
              ["My legs are long enough.", "J'ai les jambes assez longues."],
              ["I was the best jumper at school.", "À l'école, je sautais bien."],
              ["I like a bit of sport.", "Un peu de sport, ça me plaît."],
            ),
            says(
              "B",
              ["That water is deep.", "Cette eau est profonde."],
              ["There is a way round it.", "On peut faire le tour."],
              ["I see a frog in there.", "Je vois une grenouille dedans."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [
        act("A", ["falling"], ["surprised", "afraid"]),
        act("B", ["standing", "jumping"], ["surprised", "happy"]),
      ],
      [
        says("B", "Not quite over, {A}. Is it deep?", "Pas tout à fait, {A}. C'est profond ?"),
        shouts("A", "Deep? Brrr! That was no puddle!", "Profond ? Brrr ! C'est un lac !"),
      ],
      {
        sounds: texts("Splash!", "Plouf !", "Splosh!", "Plaf !"),
        or: [
          [
            shouts("A", "A fish! In my pocket! Brrr!", "Un poisson ! Dans ma poche !"),
            says("B", "A fish? Then it is a good puddle.", "Un poisson ? Quelle belle flaque !"),
          ],
          [
            says("B", "Swim, {A}! Or just stand up.", "Nage, {A} ! Ou bien lève-toi."),
            shouts("A", "I cannot! Pull me out!", "Nager ? Sors-moi donc de là !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("A", "Brrr! It is deep!", "Brrr ! Elle est profonde !"),
            says("B", "That was not quite over it.", "Pas tout à fait par-dessus."),
          ],
          [
            shouts(
              "A",
              ["It is cold!", "C'est froid !"],
              ["My shoes are full!", "Mes souliers sont pleins !"],
              ["Something tickles my toes!", "Ça me chatouille les pieds !"],
            ),
            says(
              "B",
              ["The frog looks surprised.", "La grenouille est surprise."],
              ["I got some of it, too.", "J'en ai reçu aussi."],
              ["That was a fine splash.", "C'était un beau plongeon."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["sitting", "walking"], ["disgusted", "angry"])],
      [
        thinks(
          "A",
          "Wet up to the knees, thanks to a puddle.",
          "Une flaque, et me voilà en eau.",
          "I should have gone round it.",
          "J'aurais dû faire le tour.",
          "Squelch, squelch... And {B} laughs.",
          "Flic, floc... Et {B} rigole.",
          "One step too short. Only one!",
          "Un pas trop court. Un seul !",
          "Next time {B} jumps first.",
          "La prochaine fois, {B} d'abord.",
          "Over it, I said. Into it, I went.",
          "Par-dessus, disais-je. Dedans, oui !",
        ),
      ],
    ),
  ],
};
