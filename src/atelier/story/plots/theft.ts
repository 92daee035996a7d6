import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A thing is stolen, the thief is followed, and there was a reason. */
export const THEFT: Plot = {
  name: "theft",
  titles: texts(
    "The stolen {item}",
    "Sans {item}",
    "Stop, thief!",
    "Au voleur !",
    "A {item} too many",
    "Une affaire de {item}",
  ),
  items: ["ring", "flower", "fish", "pie", "cup", "lantern"],
  homes: [...INSIDE, ...TOWN, ...WATER],
  goals: [...WILD, ...INSIDE, ...WATER],
  together: true,
  item: "A",
  opening: [
    atHome(
      [act("A", ["carrying"], ["happy"]), act("B", ["standing", "sitting"], ["calm"])],
      [
        says(
          "A",
          "Look at {my.item}! It is for {relative}.",
          "Regarde, {B} ! C'est pour {relative}.",
          "{my.item} is ready for {relative}!",
          "{my.item} ? Un cadeau pour {relative} !",
        ),
        says(
          "B",
          "Do not let {C} see it.",
          "Que {C} ne voie pas ça !",
          "Then hide it well from {C}.",
          "Alors cache ça de {C}.",
        ),
      ],
    ),
    atHome(
      [act("A", ["pointing", "walking"], ["calm"]), act("B", ["sitting", "sleeping"], ["calm"])],
      [
        says(
          "A",
          "I fetch paper to wrap it. Watch it!",
          "Je cherche du papier. Surveille !",
          "Guard {the.item}, I need a ribbon.",
          "Garde {the.item}, il me faut un ruban.",
        ),
        says(
          "B",
          "My eyes will not leave it...",
          "Je ne ferme pas l'œil...",
          "Nobody will get past me...",
          "Personne ne passera...",
        ),
      ],
      { item: "ground" },
    ),
    atHome(
      [act("C", ["walking", "carrying"], ["sly"]), act("B", ["sleeping"], ["calm"])],
      [
        thinks(
          "C",
          "{B} snores. Now it is mine!",
          "{B} ronfle. C'est à moi !",
          "Quick, before {A} comes back!",
          "Vite, avant que {A} revienne !",
        ),
      ],
      { item: "C", key: true, sounds: texts("Zzz...", "Zzz...", "Snore!", "Rrron !") },
    ),
    atHome(
      [
        act("A", ["jumping", "standing"], ["angry", "surprised"]),
        act("B", ["sitting", "standing"], ["sad", "surprised"]),
      ],
      [
        shouts(
          "A",
          "{the.item} is gone! And you slept!",
          "Volé ! Et toi, tu dormais !",
          "Where is {my.item}, {B}?",
          "Où est {my.item}, {B} ?",
        ),
        says(
          "B",
          "I only closed one eye!",
          "Je n'ai fermé qu'un œil !",
          "It stood there a moment ago!",
          "C'était là à l'instant !",
        ),
      ],
      { item: "away", key: true },
    ),
    atHome(
      [act("B", ["pointing"], ["surprised"]), act("A", ["standing", "running"], ["angry"])],
      [
        says("B", "Here, footprints! They are {C}'s!", "Là, des traces ! Celles de {C} !"),
        says("A", "They lead {to.road}. After them!", "Elles vont {to.road}. Suivons-les !"),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sitting", "jumping"], ["happy", "sly"])],
      [
        thinks(
          "C",
          "{A} will never look {in.goal}.",
          "{A} ne viendra jamais ici.",
          "Nobody followed me. Mine at last!",
          "Personne ne m'a suivi. Enfin !",
        ),
      ],
      { item: "C" },
    ),
    atGoal(
      [
        act("A", ["pointing", "running"], ["angry"]),
        act("C", ["standing", "running"], ["afraid", "surprised"]),
        act("B", ["running"], ["angry"]),
      ],
      [
        shouts("A", "Stop, {C}! That is {my.item}!", "Halte, {C} ! C'est {my.item} !"),
        says("C", "How did you find me here?", "Comment m'as-tu retrouvé{C.e} ?"),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [
        act("C", ["falling"], ["afraid", "surprised"]),
        act("B", ["standing", "pointing"], ["happy", "surprised"]),
      ],
      [
        shouts("C", "Ow! My knee!", "Ouille ! Mon genou !"),
        says("B", "You ran from us, but not from that.", "Voilà où mène la fuite."),
      ],
      { item: "ground", sounds: texts("Thud!", "Boum !", "Bonk!", "Paf !") },
    ),
    atGoal(
      [act("C", ["sitting"], ["sad"]), act("A", ["carrying", "standing"], ["angry", "surprised"])],
      [
        says("A", "I have it back. Why did you take it?", "Je reprends mon bien. Pourquoi ce vol ?"),
        says("C", "Nobody ever gives me a present.", "On ne me donne jamais rien."),
      ],
      { item: "A", key: true },
    ),
    atGoal(
      [
        act("A", ["standing", "waving"], ["happy"]),
        act("C", ["carrying", "jumping"], ["surprised", "happy"]),
        act("B", ["standing", "sitting"], ["surprised"]),
      ],
      [
        says("A", "Then keep it, {C}. It is a present.", "Alors garde ça, {C}. Un cadeau !"),
        says("B", "And what does {relative} get?", "Et {relative}, alors ?"),
      ],
      { item: "C" },
    ),
  ],
};
