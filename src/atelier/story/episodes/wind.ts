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
        shouts("X", "The wind! It took my letter!", "Le vent ! Il a pris ma lettre !"),
        says("A", "I will catch it, {X}!", "Je vais l'attraper, {X} !"),
      ],
      {
        sounds: texts("Whoosh!", "Fouuu !", "Huuu!", "Houuu !"),
        or: [
          [
            says("A", "What flies there? I will catch it!", "Ça vole ! Et si je l'attrape ?"),
            shouts("X", "My letter! The wind took it!", "Ma lettre ! C'est le vent, {A} !"),
          ],
          [
            says("X", "I had not even opened it!", "Je ne l'avais pas ouverte !"),
            says("A", "That letter up there? Wait, {X}!", "La lettre, là-haut ? Attends, {X} !"),
          ],
          [
            says("A", "Wait, {X}! Is that your letter?", "Attends, {X} ! C'est ta lettre ?"),
            says("X", "Up there! And not even opened!", "Oui, là-haut ! Même pas ouverte !"),
          ],
          [
            shouts("X", "Stop it! It is from {relative}!", "Arrête-la ! C'est de {relative} !"),
            says("A", "The wind cannot read it, {X}!", "Le vent ne sait pas lire, {X} !"),
          ],
          [
            says("A", "The wind cannot read. Whose is it?", "Le vent ne sait pas lire. C'est à toi ?"),
            shouts("X", "Stop it, {A}! {relative} wrote it!", "Arrête-la, {A} ! C'est ma lettre !"),
          ],
          [
            says("A", "I will catch it, {X}!", "Je vais l'attraper, {X} !"),
            shouts("X", "The wind! It took my letter!", "Le vent ! Il a pris ma lettre !"),
          ],
          [
            shouts("X", "My letter! The wind took it!", "Ma lettre ! C'est le vent, {A} !"),
            says("A", "What flies there? I will catch it!", "Ça vole ! Et si je l'attrape ?"),
          ],
          [
            says("A", "The wind cannot read it, {X}!", "Le vent ne sait pas lire, {X} !"),
            shouts("X", "Stop it! It is from {relative}!", "Arrête-la ! C'est de {relative} !"),
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
            shouts("A", "Got it! ... No. How high it flies!", "Je l'ai ! ... Non. Qu'elle vole haut !"),
            says("X", "Higher, {A}! Over there, now!", "Plus haut, {A} ! Par là !"),
          ],
          [
            says("X", "Left! No, right! Left again!", "À gauche ! Non, à droite !"),
            says("A", "Make up your mind! Left or right?", "Décide-toi ! Gauche ou droite ?"),
          ],
          [
            says("A", "Right or left? It turns again!", "Droite ou gauche ? Elle tourne !"),
            says("X", "Left! No, up! Make up your mind!", "À gauche ! Non, en l'air ! Décide-toi !"),
          ],
          [
            says("X", "It makes fun of you. Jump, {A}!", "Elle te nargue. Saute, {A} !"),
            says("A", "If I had wings! Hop! Missed.", "Des ailes, vite ! Hop ! Raté."),
          ],
          [
            says("A", "I jump and it makes fun of me. Hop!", "Je saute, et elle me nargue. Hop !"),
            says("X", "Missed! Have you no wings, {A}?", "Raté ! Tu n'as pas d'ailes, {A} ?"),
          ],
          [
            shouts("A", "Got it! No... now!", "Je l'ai ! Non... Si !"),
            says("X", "Higher! It flies over you!", "Plus haut ! Elle t'échappe !"),
          ],
          [
            says("X", "Higher, {A}! Over there, now!", "Plus haut, {A} ! Par là !"),
            shouts("A", "Got it! ... No. How high it flies!", "Je l'ai ! ... Non. Qu'elle vole haut !"),
          ],
          [
            says("X", "Left! No, up! Make up your mind!", "À gauche ! Non, en l'air ! Décide-toi !"),
            says("A", "Right or left? It turns again!", "Droite ou gauche ? Elle tourne !"),
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
            says("A", "So? Is it good news, {X}?", "Alors ? Bonne nouvelle, {X} ?"),
            says("X", '"Close your windows." From {relative}.', "« Ferme tes fenêtres. » De {relative}."),
          ],
          [
            says("X", '"Close your windows." Well, well!', "« Ferme tes fenêtres. » Tiens, tiens."),
            says("A", "So that is the news? Good advice!", "Alors, c'est ça, la nouvelle ? Bien vu !"),
          ],
          [
            says("A", "I jumped a lot for it. Who writes?", "J'ai sauté pour la lire. De qui ?"),
            says("X", "{relative}. It is about storms.", "De {relative}. Ça parle de tempête."),
          ],
          [
            says("X", "{relative} writes about storms.", "{relative} me parle de tempête."),
            says("A", "And who jumped for it? I did.", "Et qui a sauté pour la lire ? Moi."),
          ],
        ],
      },
    ),
  ],
};
