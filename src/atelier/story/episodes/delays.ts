import { act, type Episode, onTheRoad, says, shouts, thinks, whispers } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** What costs time. */
export const DELAYS: readonly Episode[] = [
  {
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
      ),
      onTheRoad(
        [act("A", ["eating"], ["happy"]), act("X", ["standing", "sitting"], ["surprised", "sad"])],
        [
          says("X", "One bite, you said!", "Une bouchée, disais-tu !"),
          says("A", "It was a very big bite.", "Une très grosse bouchée."),
        ],
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
      ),
    ],
  },
  {
    memory: { en: "the nap", fr: "la sieste" },
    settings: [...WILD, ...INSIDE, ...WATER, "cave"],
    beats: [
      onTheRoad(
        [act("A", ["sitting"], ["sad", "calm"]), act("B", ["walking", "standing"], ["calm"])],
        [
          says("A", "I only close one eye. {count} minutes.", "Je ferme un œil. {count} minutes."),
          says("B", "I will wake you.", "Je te réveillerai."),
        ],
      ),
      onTheRoad([act("A", ["sleeping"], ["calm"]), act("B", ["sleeping"], ["calm"])], [], {
        sounds: texts("Zzz...", "Zzz...", "Snore!", "Rrron !"),
        tells: texts(
          "{count} minutes later, nobody wakes anybody.",
          "{count} minutes plus tard, personne ne réveille personne.",
        ),
      }),
      onTheRoad(
        [
          act("A", ["jumping", "standing"], ["surprised", "angry"]),
          act("B", ["sitting"], ["afraid", "surprised"]),
        ],
        [
          shouts("A", "It is {now}! Why did you not wake me?", "Il est {now} ! Et le réveil ?"),
          says("B", "I closed the other eye.", "J'ai fermé l'autre œil."),
        ],
      ),
    ],
  },
  {
    memory: { en: "the quarrel", fr: "la dispute" },
    settings: [...TOWN, ...WATER, ...WILD, ...INSIDE],
    beats: [
      onTheRoad(
        [act("B", ["pointing"], ["angry"]), act("A", ["standing"], ["angry", "surprised"])],
        [
          says("B", "You step on my foot, {A}!", "Tu me marches sur le pied, {A} !"),
          says("A", "Then take your foot away!", "Enlève donc ton pied !"),
        ],
      ),
      onTheRoad(
        [act("A", ["sitting", "walking"], ["angry", "sad"]), act("B", ["walking", "sitting"], ["angry"])],
        [
          thinks("A", "{B} can say sorry first.", "À {B} de demander pardon."),
          thinks("B", "Not a word from me. It was my foot!", "Pas un mot. C'était mon pied !"),
        ],
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
      ),
    ],
  },
  {
    memory: { en: "the echo", fr: "l'écho" },
    settings: [...WILD, "cave", "castle", "bridge", "ship"],
    beats: [
      onTheRoad(
        [act("A", ["waving", "standing"], ["happy"]), act("B", ["standing", "sitting"], ["calm"])],
        [
          shouts("A", "Hello! Who is there?", "Ohé ! Qui est là ?"),
          says("B", "Nobody. It is an echo.", "Personne. C'est l'écho."),
        ],
        { sounds: texts("...is there?", "...est là ?") },
      ),
      onTheRoad(
        [
          act("A", ["jumping", "standing"], ["happy", "sly"]),
          act("B", ["pointing", "standing"], ["afraid", "surprised"]),
        ],
        [
          shouts("A", "Echo, you are a {beast}!", "Écho, tu es un {beast} !"),
          says("B", "Listen! It does not repeat that...", "Écoute ! Il ne répète pas ça..."),
        ],
      ),
      onTheRoad(
        [
          act("X", ["standing", "pointing"], ["angry"]),
          act("A", ["running", "falling"], ["afraid", "surprised"]),
        ],
        [
          shouts("X", "Who called me a {beast}?", "Qui me traite de {beast} ?"),
          whispers("A", "That is no echo. Run!", "Ce n'est pas l'écho. Filons !"),
        ],
      ),
    ],
  },
  {
    memory: { en: "the wind", fr: "le coup de vent" },
    settings: [...WILD, ...WATER, ...TOWN],
    beats: [
      onTheRoad(
        [
          act("X", ["running", "standing"], ["surprised", "afraid"]),
          act("A", ["standing", "walking"], ["surprised"]),
        ],
        [
          shouts("X", "The wind! It took my letter!", "Le vent ! Il a pris ma lettre !"),
          says("A", "I will catch it, {X}!", "Je vais l'attraper, {X} !"),
        ],
        { sounds: texts("Whoosh!", "Fouuu !", "Huuu!", "Houuu !") },
      ),
      onTheRoad(
        [
          act("A", ["jumping", "running"], ["happy", "angry"]),
          act("X", ["pointing", "jumping"], ["happy", "afraid"]),
        ],
        [
          says("X", "Higher! It flies over you!", "Plus haut ! Elle t'échappe !"),
          shouts("A", "Got it! No... now!", "Je l'ai ! Non... Si !"),
        ],
      ),
      onTheRoad(
        [
          act("X", ["reading"], ["sad", "happy"], "book"),
          act("A", ["sitting", "standing"], ["happy", "surprised"]),
        ],
        [
          says("A", "Here is your letter. What does it say?", "Voici ta lettre. Que dit-elle ?"),
          says("X", '"Beware of the wind." From {relative}.', "« Gare au vent. » De {relative}."),
        ],
      ),
    ],
  },
  {
    memory: { en: "the crossword", fr: "les mots croisés" },
    settings: [...INSIDE, ...TOWN, "cave"],
    beats: [
      onTheRoad(
        [act("X", ["reading"], ["calm", "sad"]), act("A", ["walking", "waving"], ["calm", "happy"])],
        [
          says("A", "Which way is {the.next}, {X}?", "Où est donc {the.next}, {X} ?"),
          says("X", "First help me: a stupid animal?", "D'abord, aide-moi : un animal bête ?"),
        ],
      ),
      onTheRoad(
        [act("A", ["standing", "pointing"], ["sly", "happy"]), act("X", ["reading"], ["surprised", "happy"])],
        [
          says("A", 'Write "{beast}".', "Mets « {beast} »."),
          says("X", '"{beast}"! It fits!', "« {beast} » ! Ça va !"),
        ],
      ),
      onTheRoad(
        [act("X", ["pointing"], ["happy", "calm"]), act("A", ["walking", "running"], ["happy"])],
        [
          says("X", "Straight on, you clever {beast}!", "Tout droit, gros malin !"),
          says("A", "Thank you! Greet {relative}.", "Merci ! Bonjour à {relative}."),
        ],
      ),
    ],
  },
];
