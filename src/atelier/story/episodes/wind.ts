import { act, type Episode, onTheRoad, says, shouts } from "../beat.ts";
import { TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A letter flies away. */
export const WIND: Episode = {
  memory: { en: "the wind", fr: "le coup de vent" },
  settings: [...WILD, ...WATER, ...TOWN],
  beats: [
    onTheRoad(
      [
        act("X", ["running", "standing"], ["surprised", "afraid"]),
        act("A", ["standing", "walking"], ["surprised"]),
      ],
      [
        says("A", "What flies there? I will catch it!", "Ça vole ! Et si je l'attrape ?"),
        shouts("X", "My letter! The wind took it!", "Ma lettre ! C'est le vent, {A} !"),
      ],
      {
        sounds: texts("Whoosh!", "Fouuu !", "Huuu!", "Houuu !"),
        or: [
          [
            says("X", "I had not even opened it!", "Je ne l'avais pas ouverte !"),
            says("A", "That letter up there? Wait, {X}!", "La lettre, là-haut ? Attends, {X} !"),
          ],
          [
            says("A", "Wait, {X}! Is that your letter?", "Attends, {X} ! C'est ta lettre ?"),
            says("X", "Up there! And not even opened!", "Oui, là-haut ! Même pas ouverte !"),
          ],
        ],
        eitherOrder: [
          [
            shouts("X", "The wind! It took my letter!", "Le vent ! Il a pris ma lettre !"),
            says("A", "I will catch it, {X}!", "Je vais l'attraper, {X} !"),
          ],
          [
            shouts(
              "X",
              ["My letter flies away!", "Ma lettre s'envole !"],
              ["That wind is a thief!", "Ce vent est un voleur !"],
              ["I have only just got it!", "Je viens de la recevoir !"],
            ),
            says(
              "A",
              ["I am good at catching.", "J'attrape tout ce qui vole."],
              ["That wind has a strong breath.", "Quel souffle, ce vent."],
              ["I see it up there.", "Je la vois, là-haut."],
            ),
          ],
        ],
      },
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
      {
        or: [
          [
            says("X", "Left! No, right! Left again!", "À gauche ! Non, à droite !"),
            says("A", "Make up your mind! Left or right?", "Décide-toi ! Gauche ou droite ?"),
          ],
          [
            says("A", "I jump and it makes fun of me. Hop!", "Je saute, et elle me nargue. Hop !"),
            says("X", "Missed! Have you no wings, {A}?", "Raté ! Tu n'as pas d'ailes, {A} ?"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "X",
              ["It turns in circles.", "Elle tourne en rond."],
              ["The wind plays with us.", "Le vent joue avec nous."],
              ["I cannot look.", "Je ne peux pas regarder."],
            ),
            shouts(
              "A",
              ["My arms are too short!", "J'ai les bras trop courts !"],
              ["I jump like a flea!", "Je saute comme une puce !"],
              ["That paper has wings!", "Ce papier a des ailes !"],
            ),
          ],
        ],
      },
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
      {
        or: [
          [
            says("X", '"Beware of the wind," it says.', "« Gare au vent », dit la lettre."),
            says("A", "And for such a letter I jumped?", "Et c'est pour ça que j'ai sauté ?"),
          ],
          [
            says("X", '"Close your windows." Well, well!', "« Ferme tes fenêtres. » Tiens, tiens."),
            says("A", "So that is the news? Good advice!", "Alors, c'est ça, la nouvelle ? Bien vu !"),
          ],
        ],
        eitherOrder: [
          [
            says(
              "X",
              ["{relative} writes about the weather.", "Ça parle du temps qu'il fait."],
              ["The ink has run a bit.", "L'encre a un peu coulé."],
              ["It is signed: {relative}.", "C'est signé : {relative}."],
            ),
            says(
              "A",
              ["I am quite out of breath.", "Je suis à bout de souffle."],
              ["My jump was a record.", "Mon saut, c'est un record."],
              ["I like to help.", "J'aime rendre service."],
            ),
          ],
        ],
      },
    ),
  ],
};
