import { act, type Episode, onTheRoad, says, shouts, whispers } from "../beat.ts";
import { WILD } from "../places.ts";
import { texts } from "../text.ts";

/** An echo that answers back. */
export const ECHO: Episode = {
  memory: { en: "the echo", fr: "l'écho" },
  settings: [...WILD, "cave", "castle", "bridge", "ship"],
  beats: [
    onTheRoad(
      [act("A", ["waving", "standing"], ["happy"]), act("B", ["standing", "sitting"], ["calm"])],
      [
        shouts("A", "Hello! Who is there?", "Ohé ! Qui est là ?"),
        says("B", "Nobody. It is an echo.", "Personne. C'est l'écho."),
      ],
      {
        sounds: texts("...is there?", "...est là ?"),
        or: [
          [
            says("B", "Call something! There is an echo.", "Appelle ! Il y a de l'écho."),
            shouts("A", "Hello, echo! Who is there?", "Ohé, l'écho ! Qui est là ?"),
          ],
          [
            shouts("A", "Listen, {B}! Hey! Who is there?", "Écoute, {B} ! Hé ! Qui est là ?"),
            says("B", "Only an echo, {A}. Nobody else.", "Rien que l'écho, {A}. Personne."),
          ],
          [
            says("B", "Listen, {A}! Nobody for miles.", "Écoute, {A} ! Personne à la ronde."),
            shouts("A", "Nobody? Hey ho! Who is there?", "Personne ? Ohé, ohé ! Qui est là ?"),
          ],
          [
            shouts("A", "Cuckoo! Who is there?", "Coucou ! Qui est là ?"),
            says("B", "A voice like yours. How polite!", "Une voix comme la tienne. Polie !"),
          ],
          [
            says("B", "They say a polite voice lives here.", "On dit qu'une voix polie vit ici."),
            shouts("A", "You, voice! Cuckoo! Who is there?", "Hé, la voix ! Coucou ! Qui est là ?"),
          ],
        ],
      },
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
      {
        or: [
          [
            says("B", "Stop it! It does not repeat that...", "Arrête ! Il ne répète plus..."),
            shouts("A", "Echo! Listen, you {beast}!", "Écho ! Écoute, gros {beast} !"),
          ],
          [
            shouts("A", "Now a bad word. You {beast}!", "Un gros mot, tiens. {beast} !"),
            says("B", "A bad word may come back, {A}.", "Un gros mot, ça te revient, {A}."),
          ],
          [
            says("B", "Call a bad word. It comes back!", "Crie un gros mot ! Ça te revient."),
            shouts("A", "{beast}! ... No. Not a word.", "{beast} ! ... Non. Plus un mot."),
          ],
          [
            shouts("A", "{beast}! Old {beast}! ... Hello?", "Vieux {beast} ! ... Ohé ?"),
            says("B", "How silent it is. I do not like it.", "Quel silence ! Je n'aime pas ça."),
          ],
          [
            says("B", "I do not like this silence. Hello?", "Je n'aime pas ce silence. Ohé ?"),
            shouts("A", "{beast}! Are you silent or deaf?", "Alors, {beast} ! Tu es sourd ?"),
          ],
          [
            shouts("A", "Echo! Listen, you {beast}!", "Écho ! Écoute, gros {beast} !"),
            says("B", "Stop it! It does not repeat that...", "Arrête ! Il ne répète plus..."),
          ],
          [
            says("B", "How silent it is. I do not like it.", "Quel silence ! Je n'aime pas ça."),
            shouts("A", "{beast}! Old {beast}! ... Hello?", "Vieux {beast} ! ... Ohé ?"),
          ],
          [
            shouts("A", "{beast}! Are you silent or deaf?", "Alors, {beast} ! Tu es sourd ?"),
            says("B", "I do not like this silence. Hello?", "Je n'aime pas ce silence. Ohé ?"),
          ],
        ],
      },
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
      {
        or: [
          [
            whispers("A", "An echo has no feet. Run!", "Un écho n'a pas de pieds. Filons !"),
            shouts("X", "A {beast}? Who called me that?", "{beast} ? Qui m'a traité{X.e} de ça ?"),
          ],
          [
            shouts("X", "I was asleep! Who is shouting?", "Je dormais, moi ! Qui crie là ?"),
            says("A", "Not I! It was the echo!", "Pas moi ! C'est l'écho !"),
          ],
          [
            says("A", "It was not I, it was the echo!", "Ce n'est pas moi, c'est l'écho !"),
            shouts("X", "I am the echo! Who was shouting?", "L'écho, c'est moi ! Qui criait ?"),
          ],
          [
            shouts("X", "A {beast}, am I? Say it again!", "Un {beast}, moi ? Répète !"),
            says("A", "No, no, once was enough!", "Non, non, une fois suffit !"),
          ],
          [
            says("A", "No {beast}, no! I called the wind!", "Pas toi, non ! J'appelais le vent !"),
            shouts("X", "Say it again, once! Am I a {beast}?", "Un {beast}, moi ? Dis-le encore !"),
          ],
          [
            whispers("A", "That is no echo. Run!", "Ce n'est pas l'écho. Filons !"),
            shouts("X", "Who called me a {beast}?", "Qui me traite de {beast} ?"),
          ],
          [
            shouts("X", "A {beast}? Who called me that?", "{beast} ? Qui m'a traité{X.e} de ça ?"),
            whispers("A", "An echo has no feet. Run!", "Un écho n'a pas de pieds. Filons !"),
          ],
          [
            shouts("X", "I am the echo! Who was shouting?", "L'écho, c'est moi ! Qui criait ?"),
            says("A", "It was not I, it was the echo!", "Ce n'est pas moi, c'est l'écho !"),
          ],
        ],
      },
    ),
  ],
};
