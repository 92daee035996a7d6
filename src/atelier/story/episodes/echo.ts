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
            says("B", "Listen, {A}! Nobody for miles.", "Écoute, {A} ! Personne à la ronde."),
            shouts("A", "Nobody? Hey ho! Who is there?", "Personne ? Ohé, ohé ! Qui est là ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "A",
              ["Cuckoo!", "Coucou !"],
              ["Hey ho, hey ho!", "Ohé, ohé !"],
              ["I am {A}!", "Je suis {A} !"],
            ),
            says(
              "B",
              ["There is a voice out there.", "Il y a une voix, par là."],
              ["I like it quiet.", "Moi, j'aime le calme."],
              ["They say an echo lives here.", "On dit qu'un écho vit ici."],
            ),
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
            shouts("A", "{beast}! Old {beast}! ... Hello?", "Vieux {beast} ! ... Ohé ?"),
            says("B", "How silent it is. I do not like it.", "Quel silence ! Je n'aime pas ça."),
          ],
          [
            says("B", "I do not like this silence. Hello?", "Je n'aime pas ce silence. Ohé ?"),
            shouts("A", "{beast}! Are you silent or deaf?", "Alors, {beast} ! Tu es sourd ?"),
          ],
        ],
        eitherOrder: [
          [
            says("B", "Stop it! It does not repeat that...", "Arrête ! Il ne répète plus..."),
            shouts("A", "Echo! Listen, you {beast}!", "Écho ! Écoute, gros {beast} !"),
          ],
          [
            shouts(
              "A",
              ["Old {beast}!", "Vieux {beast} !"],
              ["Echo, you are a {beast}!", "Écho, tu es un {beast} !"],
              ["{beast}, {beast}, {beast}!", "{beast}, {beast}, {beast} !"],
            ),
            says(
              "B",
              ["It has gone quite silent.", "Tout est silencieux, d'un coup."],
              ["I do not like this.", "Je n'aime pas ça."],
              ["I saw something move.", "J'ai vu quelque chose bouger."],
            ),
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
            says("A", "It was not I, it was the echo!", "Ce n'est pas moi, c'est l'écho !"),
            shouts("X", "I am the echo! Who was shouting?", "L'écho, c'est moi ! Qui criait ?"),
          ],
        ],
        eitherOrder: [
          [
            shouts(
              "X",
              ["I am no {beast}!", "Je ne suis pas un {beast} !"],
              ["Somebody woke me!", "On m'a réveillé{X.e} !"],
              ["My good sleep!", "Mon bon sommeil !"],
            ),
            says(
              "A",
              ["My legs are running already.", "Mes jambes courent déjà."],
              ["That is no echo.", "Ce n'est pas un écho."],
              ["I was only calling {relative}.", "J'appelais juste {relative}."],
            ),
          ],
        ],
      },
    ),
  ],
};
