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
        says("B", "Mind the puddle, {A}!", "{A}, attention à la flaque !"),
        says("A", "I jump over it. Watch me!", "Je saute par-dessus. Regarde !"),
      ],
      {
        or: [
          [
            says("A", "I jump over this puddle. Watch me!", "Je saute la flaque. Regarde !"),
            says("B", "Mind, {A}, it is wider than you!", "Attention, {A}, elle est large !"),
          ],
          [
            says("B", "Is that a puddle or a lake?", "C'est une flaque ou un lac ?"),
            says("A", "A lake? One step and I am over!", "Un lac ? Un pas, et j'y suis !"),
          ],
          [
            says("A", "One step and I am over this lake!", "Un pas, et adieu le lac !"),
            says("B", "It is a puddle, but is it deep?", "C'est une flaque, mais profonde ?"),
          ],
          [
            says("B", "Go round it, {A}, and stay dry.", "Fais le tour, {A}, reste au sec."),
            says("A", "Go round? My feet never get wet!", "Le tour ? Mes pieds restent au sec !"),
          ],
          [
            says("A", "Why go round? I shall stay dry.", "Pourquoi un tour ? J'irai au sec."),
            says("B", "Your feet, {A}! Go round it!", "Tes pieds, {A} ! Fais le tour !"),
          ],
          [
            says("A", "I jump over it. Watch me!", "Je saute par-dessus. Regarde !"),
            says("B", "Mind the puddle, {A}!", "{A}, attention à la flaque !"),
          ],
          [
            says("B", "Mind, {A}, it is wider than you!", "Attention, {A}, elle est large !"),
            says("A", "I jump over this puddle. Watch me!", "Je saute la flaque. Regarde !"),
          ],
          [
            says("B", "Your feet, {A}! Go round it!", "Tes pieds, {A} ! Fais le tour !"),
            says("A", "Why go round? I shall stay dry.", "Pourquoi un tour ? J'irai au sec."),
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
        shouts("A", "Brrr! It is deep!", "Brrr ! Elle est profonde !"),
        says("B", "That was not quite over it.", "Pas tout à fait par-dessus."),
      ],
      {
        sounds: texts("Splash!", "Plouf !", "Splosh!", "Plaf !"),
        or: [
          [
            says("B", "Not quite over, {A}. Is it deep?", "Pas tout à fait, {A}. C'est profond ?"),
            shouts("A", "Deep? Brrr! That was no puddle!", "Profond ? Brrr ! C'est un lac !"),
          ],
          [
            shouts("A", "A fish! In my pocket! Brrr!", "Un poisson ! Dans ma poche !"),
            says("B", "A fish? Then it is a good puddle.", "Un poisson ? Quelle belle flaque !"),
          ],
          [
            says("B", "What a jump! Any fish down there?", "Quel saut ! Et il y a du poisson ?"),
            shouts("A", "One! It is in my pocket!", "Un seul ! Il est dans ma poche !"),
          ],
          [
            shouts("A", "Pull me out! I cannot swim!", "Sors-moi ! Je ne sais pas nager !"),
            says("B", "Just stand up. It ends at your knees.", "Lève-toi. Tu as pied, voyons."),
          ],
          [
            says("B", "Swim, {A}! Or just stand up.", "Nage, {A} ! Ou bien lève-toi."),
            shouts("A", "I cannot! Pull me out!", "Nager ? Sors-moi donc de là !"),
          ],
          [
            says("B", "That was not quite over it.", "Pas tout à fait par-dessus."),
            shouts("A", "Brrr! It is deep!", "Brrr ! Elle est profonde !"),
          ],
          [
            says("B", "Just stand up. It ends at your knees.", "Lève-toi. Tu as pied, voyons."),
            shouts("A", "Pull me out! I cannot swim!", "Sors-moi ! Je ne sais pas nager !"),
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
