import { act, type Episode, onTheRoad, says } from "../beat.ts";
import { INSIDE, TOWN, WATER } from "../places.ts";

/** A pie that was meant to be tasted only. */
export const SNACK: Episode = {
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
      {
        or: [
          [
            says("A", "Mmm! Is that a pie you baked, {X}?", "Mmm ! C'est ta tarte, {X} ?"),
            says("X", "It is. Have you time for one bite?", "Oui. Tu as le temps d'une bouchée ?"),
          ],
          [
            says("X", "Taste it, {A}! It is still warm.", "Goûte, {A} ! Elle est tiède."),
            says("A", "Warm? I must run. Well... a taste.", "Tiède ? Je file. Bon, je goûte."),
          ],
          [
            says("A", "I must run, {X}! But it smells warm.", "Je file, {X} ! Mais ça sent bon."),
            says("X", "Warm and good. Taste it, then run!", "C'est bon et tiède. Goûte, puis file !"),
          ],
          [
            says("X", "Who wants some of my pie? You?", "Qui veut de ma tarte ? Toi ?"),
            says("A", "I am late. Well... a small piece?", "C'est tard... Un petit bout ?"),
          ],
          [
            says("A", "What a pie! Is a small piece for me?", "Quelle tarte ! Un petit bout pour moi ?"),
            says("X", "For you, {A}? It is never too late.", "Pour toi, {A} ? Rien ne presse."),
          ],
          [
            says("X", "Warm and good. Taste it, then run!", "C'est bon et tiède. Goûte, puis file !"),
            says("A", "I must run, {X}! But it smells warm.", "Je file, {X} ! Mais ça sent bon."),
          ],
        ],
      },
    ),
    onTheRoad(
      [act("A", ["eating"], ["happy"]), act("X", ["standing", "sitting"], ["surprised", "sad"])],
      [
        says("X", "One bite, you said!", "Une bouchée, disais-tu !"),
        says("A", "It was a very big bite.", "Une très grosse bouchée."),
      ],
      {
        or: [
          [
            says("A", "It was one bite. A very big one.", "Une seule bouchée. Mais grosse."),
            says("X", "You said a bite, not the whole pie!", "Une bouchée, pas toute la tarte !"),
          ],
          [
            says("X", "Is anything left for me, {A}?", "Il m'en reste un peu, {A} ?"),
            says("A", "The dish is left. It was so good!", "Il reste le plat. C'était si bon !"),
          ],
          [
            says("A", "So good! The dish is left for you.", "Si bon ! Je te laisse le plat."),
            says("X", "Is that all that is left, {A}?", "C'est tout ce qui reste, {A} ?"),
          ],
          [
            says("X", "Stop! It was for {relative}!", "Stop ! C'était pour {relative} !"),
            says("A", "Mmf! Why did you not say so?", "Mmf ! Il fallait le dire avant !"),
          ],
          [
            says("A", "Mmf! Why do you look like that, {X}?", "Mmf ! Pourquoi cette tête, {X} ?"),
            says("X", "The rest was for {relative}! Stop!", "Le reste était pour {relative} !"),
          ],
          [
            says("A", "It was a very big bite.", "Une très grosse bouchée."),
            says("X", "One bite, you said!", "Une bouchée, disais-tu !"),
          ],
          [
            says("X", "You said a bite, not the whole pie!", "Une bouchée, pas toute la tarte !"),
            says("A", "It was one bite. A very big one.", "Une seule bouchée. Mais grosse."),
          ],
          [
            says("X", "The rest was for {relative}! Stop!", "Le reste était pour {relative} !"),
            says("A", "Mmf! Why do you look like that, {X}?", "Mmf ! Pourquoi cette tête, {X} ?"),
          ],
        ],
      },
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
      {
        or: [
          [
            says("X", "Run, {A}! Were you not in a hurry?", "Cours, {A} ! Tu étais pressé{A.e}, non ?"),
            says("A", "With this belly? The whole pie...", "Avec ce ventre ? Toute une tarte..."),
          ],
          [
            says("A", "Never again. I feel like a barrel.", "Plus jamais. Je suis un tonneau."),
            says("X", "A barrel? Good, it can roll.", "Un tonneau ? Bien, ça roule."),
          ],
          [
            says("X", "Shall I roll you there, my barrel?", "Je te roule jusque là, gros tonneau ?"),
            says("A", "Never speak to me of pie again...", "Ne me parle plus jamais de tarte..."),
          ],
          [
            says("A", "What did you put in that pie?", "Qu'as-tu mis dans cette tarte ?"),
            says("X", "{count} eggs. And you ate them all!", "{count} œufs. Et tu as tout mangé !"),
          ],
          [
            says("X", "There were {count} eggs in that pie.", "Il y avait {count} œufs dedans."),
            says("A", "And I ate them all? Oh...", "Et j'ai mangé tout ça ? Oh..."),
          ],
          [
            says("A", "Never speak to me of pie again...", "Ne me parle plus jamais de tarte..."),
            says("X", "Shall I roll you there, my barrel?", "Je te roule jusque là, gros tonneau ?"),
          ],
        ],
      },
    ),
  ],
};
