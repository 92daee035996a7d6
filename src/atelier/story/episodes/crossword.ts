import { act, type Episode, onTheRoad, says } from "../beat.ts";
import { INSIDE, TOWN } from "../places.ts";

/** The way is told to who knows the word. */
export const CROSSWORD: Episode = {
  memory: { en: "the crossword", fr: "la grille de mots" },
  settings: [...INSIDE, ...TOWN, "cave"],
  beats: [
    onTheRoad(
      [act("X", ["reading"], ["calm", "sad"]), act("A", ["walking", "waving"], ["calm", "happy"])],
      [
        says("A", "Which way is {the.next}, {X}?", "Où est donc {the.next}, {X} ?"),
        says("X", "First help me: a stupid animal?", "D'abord, aide-moi : un animal bête ?"),
      ],
      {
        or: [
          [
            says("X", "A stupid animal... Do you know one?", "Un animal bête... Tu en connais ?"),
            says("A", "First help me: where is {the.next}?", "D'abord, aide-moi : {the.next} ?"),
          ],
          [
            says("A", "I am lost. Do you know the way?", "Perdu{A.e} ! Tu connais la route ?"),
            says("X", "Yes. Do you know a stupid animal?", "Oui. Tu connais un animal bête ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "X",
              ["I lack one last word.", "Il me manque un mot."],
              ["It has to be a stupid animal.", "Il me faut un animal bête."],
              ["I have sat here since {day}.", "Je suis là depuis {day}."],
            ),
            says(
              "A",
              ["I look for {the.next}.", "Je cherche {the.next}."],
              ["My map is upside down.", "Ma carte est à l'envers."],
              ["I took the wrong road.", "J'ai pris la mauvaise route."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["standing", "pointing"], ["sly", "happy"]), act("X", ["reading"], ["surprised", "happy"])],
      [
        says("A", 'Write "{beast}".', "Mets « {beast} »."),
        says("X", '"{beast}"! It fits!', "« {beast} » ! Ça va !"),
      ],
      {
        or: [
          [
            says("X", "No letter too many, if you please!", "Pas une lettre de trop, hein !"),
            says("A", '"{beast}"! Is there a place for it?', "« {beast} » ! Il y a la place ?"),
          ],
          [
            says("X", "Stupid it must be, and very short.", "Il faut du bête, à la bonne taille."),
            says("A", 'Of the right length? "{beast}"!', "Juste bête comme ça ? « {beast} » !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "A",
              ["I know a stupid {beast}.", "Un {beast}, c'est bien bête."],
              ["My word is {beast}.", "Mon mot, c'est {beast}."],
              ["A {beast} has a very small head.", "Un {beast}, ça n'a pas de tête."],
            ),
            says(
              "X",
              ["There are {count} boxes left.", "Il reste {count} cases."],
              ["My pencil is getting short.", "Mon crayon devient court."],
              ["This one was hard.", "Celui-là était dur."],
            ),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("X", ["pointing"], ["happy", "calm"]), act("A", ["walking", "running"], ["happy"])],
      [
        says("X", "Straight on, you clever {beast}!", "Tout droit, gros malin !"),
        says("A", "Thank you! Greet {relative}.", "Merci ! Bonjour à {relative}."),
      ],
      {
        or: [
          [
            says("A", "Thank you! And the way, {X}?", "Merci ! Et la route, {X} ?"),
            says("X", "Straight on! Greet the {beast}!", "Tout droit ! Bonjour à tous !"),
          ],
          [
            says("X", "The way? Straight past your nose.", "La route ? Droit devant ton nez."),
            says("A", "My nose thanks you, {X}!", "Mon nez te remercie, {X} !"),
          ],
        ],
        eitherOrder: [
          [
            says("A", "Goodbye, {X}! A happy finish!", "Au revoir, {X} ! Finis bien ta grille !"),
            says("X", "Goodbye! A clever animal, that {A}...", "Au revoir ! Quel animal malin, {A}..."),
          ],
          [
            says(
              "X",
              ["{the.next} is straight on.", "{the.next}, c'est tout droit."],
              ["My page is full.", "Ma page est pleine."],
              ["I start the next one now.", "Je commence la suivante."],
            ),
            says(
              "A",
              ["I can find the way now.", "Je trouverai bien la route."],
              ["I like riddles.", "J'aime bien les énigmes."],
              ["It was a pleasure.", "Ce fut un plaisir."],
            ),
          ],
        ],
      },
    ),
  ],
};
