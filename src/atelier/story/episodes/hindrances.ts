import { act, type Episode, onTheRoad, says, shouts, thinks, whispers } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** What stands in the way. */
export const HINDRANCES: readonly Episode[] = [
  {
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
        { sounds: texts("Splash!", "Plouf !", "Splosh!", "Plaf !") },
      ),
      onTheRoad(
        [act("A", ["sitting", "walking"], ["disgusted", "angry"])],
        [thinks("A", "Wet up to the knees, thanks to a puddle.", "Une flaque, et me voilà en eau.")],
      ),
    ],
  },
  {
    memory: { en: "the toll", fr: "le péage" },
    settings: [...WATER, ...TOWN, ...WILD],
    beats: [
      onTheRoad(
        [act("X", ["standing", "pointing"], ["angry"]), act("A", ["walking", "standing"], ["surprised"])],
        [
          shouts("X", "Halt! Passing costs you {treat}.", "Halte ! On paie ici : {treat}."),
          says("A", "Since when, {X}?", "Depuis quand, {X} ?"),
        ],
      ),
      onTheRoad(
        [act("A", ["pointing"], ["sly"]), act("X", ["standing"], ["surprised", "afraid"])],
        [
          says("A", "Behind you, {X}! {guess}!", "Derrière toi, {X} ! {guess} !"),
          says("X", "Where? I see nothing!", "Où ça ? Je ne vois rien !"),
        ],
      ),
      onTheRoad(
        [act("A", ["running"], ["happy", "sly"]), act("X", ["jumping", "falling"], ["angry"])],
        [
          shouts("X", "A trick! Come back and pay!", "Hé ! Reviens payer !"),
          says("A", "Ask {guess} for the money!", "Fais payer {guess} !"),
        ],
      ),
    ],
  },
  {
    memory: { en: "the cloudburst", fr: "l'averse" },
    settings: [...TOWN, ...WATER, "forest", "field", "mountains"],
    beats: [
      onTheRoad(
        [
          act("B", ["pointing", "standing"], ["surprised", "sad"]),
          act("A", ["walking", "standing"], ["calm"]),
        ],
        [
          says("B", "See that black cloud, {A}?", "Tu vois ce nuage noir, {A} ?"),
          says("A", "It will pass us by.", "Il va passer à côté."),
        ],
      ),
      onTheRoad(
        [
          act("A", ["running"], ["surprised", "angry"]),
          act("B", ["running", "jumping"], ["afraid", "angry"]),
        ],
        [
          shouts("A", "It did not pass us by!", "Il n'est pas passé à côté !"),
          says("B", "Under that roof, quick!", "Vite, sous ce toit !"),
        ],
        { rain: true, sounds: texts("Plip plop!", "Plic ploc !", "Crack!", "Crac !", "Boom!", "Broum !") },
      ),
      onTheRoad(
        [
          act("B", ["sitting", "standing"], ["disgusted", "sad"]),
          act("A", ["pointing", "standing"], ["happy"]),
        ],
        [
          says("A", "It stops. There, blue sky!", "Ça s'arrête. Du ciel bleu !"),
          says("B", "And I am wet to the bone.", "Et moi, je suis en eau."),
        ],
        { rain: false },
      ),
    ],
  },
  {
    memory: { en: "the wrong turn", fr: "le détour" },
    settings: [...WILD, "cave"],
    beats: [
      onTheRoad(
        [act("A", ["pointing"], ["calm", "happy"]), act("B", ["standing", "walking"], ["calm", "surprised"])],
        [
          says("A", "Left. I know a short cut.", "À gauche. Je connais un raccourci."),
          says("B", "Are you sure? It looks dark.", "En es-tu bien certain{A.e} ?"),
        ],
      ),
      onTheRoad(
        [
          act("B", ["pointing", "sitting"], ["angry", "sad"]),
          act("A", ["standing", "walking"], ["surprised"]),
        ],
        [
          says("B", "We have been here before, {A}.", "On est déjà passés ici, {A}."),
          says("A", "No, it only looks the same.", "Non, ça y ressemble seulement."),
        ],
      ),
      onTheRoad(
        [
          act("B", ["standing", "pointing"], ["angry", "sly"]),
          act("A", ["sitting", "standing"], ["sad", "surprised"]),
        ],
        [
          says("B", "And these are our own footprints!", "Et voilà nos propres traces !"),
          says("A", "All right. We turn right this time.", "Bon. Cette fois, à droite."),
        ],
      ),
    ],
  },
  {
    memory: { en: "the sleeper", fr: "la sieste de l'autre" },
    settings: [...WILD, ...WATER, ...INSIDE, "cave"],
    beats: [
      onTheRoad(
        [act("X", ["sleeping"], ["calm"]), act("A", ["standing", "walking"], ["surprised"])],
        [whispers("A", "{X} sleeps right on my way.", "{X} dort en travers du chemin.")],
        { sounds: texts("Snore!", "Rrron !", "Zzz...", "Zzz...") },
      ),
      onTheRoad(
        [act("A", ["jumping"], ["afraid", "surprised"]), act("X", ["sleeping"], ["calm"])],
        [whispers("A", "Over {X}, without a sound...", "Par-dessus {X}, sans un bruit...")],
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
      ),
    ],
  },
  {
    memory: { en: "the fall", fr: "la chute" },
    settings: [...WILD, ...WATER, ...TOWN, ...INSIDE, "cave"],
    beats: [
      onTheRoad(
        [
          act("A", ["pointing", "standing"], ["calm", "happy"]),
          act("B", ["standing", "sitting"], ["calm", "sad"]),
        ],
        [
          says("B", "How far is it still?", "C'est encore loin ?"),
          says("A", "I climb up and have a look.", "Je grimpe pour voir."),
        ],
      ),
      onTheRoad(
        [act("A", ["climbing"], ["happy", "calm"]), act("B", ["pointing", "standing"], ["afraid"])],
        [
          says("A", "From up here I see {the.next}!", "D'en haut, je vois {the.next} !"),
          says("B", "Come down, that ladder is cracking!", "Descends, ça craque !"),
        ],
      ),
      onTheRoad(
        [act("A", ["falling"], ["afraid", "surprised"]), act("B", ["jumping", "standing"], ["surprised"])],
        [
          shouts("A", "And now I see stars!", "Et là, je vois des étoiles !"),
          says("B", "I told you it was cracking.", "Je l'avais dit, ça craquait."),
        ],
        { sounds: texts("Crack!", "Crac !", "Thud!", "Boum !") },
      ),
    ],
  },
];
