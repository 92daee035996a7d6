import { act, type Episode, onTheRoad, says } from "../beat.ts";
import { INSIDE, TOWN } from "../places.ts";

/** The way is told to who knows the word. */
export const CROSSWORD: Episode = {
  memory: { en: "the crossword", fr: "les mots croisés" },
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
            says("A", "Excuse me, {X}. I look for my way.", "Pardon, {X}. Je cherche ma route."),
            says("X", "Shh. I look for a stupid animal.", "Chut. Je cherche un animal bête."),
          ],
          [
            says("X", "Shh! I look for one more word.", "Chut ! Je cherche encore un mot."),
            says("A", "Excuse me! I look for {the.next}.", "Pardon ! Je cherche {the.next}."),
          ],
          [
            says("A", "I am lost. Do you know the way?", "Perdu{A.e} ! Tu connais la route ?"),
            says("X", "Yes. Do you know a stupid animal?", "Oui. Tu connais un animal bête ?"),
          ],
          [
            says("X", "Do you know a stupid animal, {A}?", "Tu connais un animal bête, {A} ?"),
            says("A", "I am lost, {X}. Do you know the way?", "Je suis perdu{A.e}, {X}. Et la route ?"),
          ],
          [
            says("X", "Shh. I look for a stupid animal.", "Chut. Je cherche un animal bête."),
            says("A", "Excuse me, {X}. I look for my way.", "Pardon, {X}. Je cherche ma route."),
          ],
          [
            says("A", "Excuse me! I look for {the.next}.", "Pardon ! Je cherche {the.next}."),
            says("X", "Shh! I look for one more word.", "Chut ! Je cherche encore un mot."),
          ],
          [
            says("A", "I am lost, {X}. Do you know the way?", "Je suis perdu{A.e}, {X}. Et la route ?"),
            says("X", "Do you know a stupid animal, {A}?", "Tu connais un animal bête, {A} ?"),
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
            says("X", "And? Which animal shall I write?", "Alors ? Je mets quel animal ?"),
            says("A", '"{beast}", of course. Does it fit?', "« {beast} », bien sûr. Ça va ?"),
          ],
          [
            says("A", "Is there an empty place for {beast}?", "Il y a la place pour « {beast} » ?"),
            says("X", '"{beast}"... Not a letter too many!', "« {beast} »... Pas une lettre de trop !"),
          ],
          [
            says("X", "No letter too many, if you please!", "Pas une lettre de trop, hein !"),
            says("A", '"{beast}"! Is there a place for it?', "« {beast} » ! Il y a la place ?"),
          ],
          [
            says("A", "I met a {beast} once. Very stupid.", "J'ai connu un {beast}. Très bête."),
            says("X", "Stupid, and of the right length!", "Bête, et juste à la bonne taille !"),
          ],
          [
            says("X", "Stupid it must be, and very short.", "Il faut du bête, à la bonne taille."),
            says("A", 'Of the right length? "{beast}"!', "Juste bête comme ça ? « {beast} » !"),
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
          [
            says("A", "Where to? Straight past my nose?", "Par où ? Droit devant mon nez ?"),
            says("X", "Your nose knows. Thank you, {A}!", "Ton nez le sait. Je te remercie, {A} !"),
          ],
          [
            says("X", "And a clever animal, to finish?", "Et un animal malin, pour finir ?"),
            says("A", 'Write "{A}". Goodbye!', "Mets « {A} ». Au revoir !"),
          ],
          [
            says("A", "Goodbye, {X}! A happy finish!", "Au revoir, {X} ! Finis bien ta grille !"),
            says("X", "Goodbye! A clever animal, that {A}...", "Au revoir ! Quel animal malin, {A}..."),
          ],
          [
            says("A", "Thank you! Greet {relative}.", "Merci ! Bonjour à {relative}."),
            says("X", "Straight on, you clever {beast}!", "Tout droit, gros malin !"),
          ],
          [
            says("X", "Goodbye! A clever animal, that {A}...", "Au revoir ! Quel animal malin, {A}..."),
            says("A", "Goodbye, {X}! A happy finish!", "Au revoir, {X} ! Finis bien ta grille !"),
          ],
        ],
      },
    ),
  ],
};
