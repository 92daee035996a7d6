import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { INSIDE, TOWN } from "../places.ts";
import { texts } from "../text.ts";

/** A map leads to a place where one must dig, and the treasure is a disappointment that is none. */
export const TREASURE: Plot = {
  name: "treasure",
  titles: texts("The treasure", "Le trésor", "Dig here!", "Creusez ici !", "{A} digs", "{A} creuse"),
  items: ["spade"],
  homes: [...INSIDE, ...TOWN],
  goals: ["field", "forest", "beach", "desert", "garden", "cave"],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["reading"], ["surprised"]), act("B", ["eating", "sitting"], ["calm"])],
      [
        says("A", "Look what lay in this book: a map!", "Dans ce livre, il y a une carte !"),
        says("B", "A map of what?", "Une carte de quoi ?"),
      ],
      { key: true },
    ),
    atHome(
      [act("A", ["pointing", "standing"], ["happy"]), act("B", ["standing", "jumping"], ["surprised"])],
      [
        says("A", "A cross, {in.goal}. That is a treasure!", "Une croix, {in.goal}. Un trésor !"),
        says("B", "And we have no spade.", "Et nous n'avons pas de pelle."),
      ],
    ),
    atHome(
      [act("C", ["standing", "carrying"], ["sly", "calm"]), act("A", ["standing"], ["happy"])],
      [
        says("A", "Lend me your spade, {C}?", "Tu me prêtes ta pelle, {C} ?"),
        says("C", "What for? Well, bring it back.", "Pour quoi faire ? Bon, rapporte-la."),
      ],
      { item: "C" },
    ),
    atHome(
      [act("A", ["carrying", "walking"], ["happy"]), act("B", ["walking", "running"], ["happy", "calm"])],
      [
        says("A", "A spade and a map: {to.goal}!", "Pelle, carte : en route {to.goal} !"),
        says("B", "Not a word to {C} about the treasure.", "Pas un mot du trésor à {C}."),
      ],
      { item: "A", key: true },
    ),
  ],
  ending: [
    atGoal(
      [act("B", ["pointing", "kneeling"], ["happy"]), act("A", ["digging"], ["happy", "calm"])],
      [
        says("B", "The cross is here. Deeper!", "La croix, c'est ici. Plus profond !"),
        says("A", "I dig and you talk. Very fair.", "Je creuse, tu parles. C'est juste."),
      ],
      { item: "A" },
    ),
    atGoal(
      [act("A", ["digging"], ["surprised"]), act("B", ["jumping", "kneeling"], ["surprised", "happy"])],
      [shouts("A", "It went clonk! There is a box!", "Ça sonne creux ! Une boîte !")],
      { item: "A", key: true, sounds: texts("Clonk!", "Clonc !") },
    ),
    atGoal(
      [act("B", ["kneeling", "sitting"], ["disgusted", "sad"]), act("A", ["standing"], ["surprised", "sad"])],
      [
        says("B", "In the box there is only a fish bone!", "Dans la boîte, juste une arête !"),
        says("A", 'And a note: "Sorry. {C}"!', "Et un mot : « Pardon. {C} » !"),
      ],
    ),
    atGoal(
      [act("C", ["walking", "waving"], ["sly", "happy"]), act("A", ["standing"], ["angry"])],
      [
        says("C", "Found my old lunch box?", "Vous avez trouvé ma gamelle ?"),
        says("A", "Yours? So you drew that map!", "La tienne ? Ta carte, alors !"),
      ],
      { key: true },
    ),
    atGoal(
      [
        act("C", ["digging"], ["sad"]),
        act("A", ["sitting", "eating"], ["happy", "sly"]),
        act("B", ["sitting"], ["happy"]),
      ],
      [
        thinks("C", "Why must I fill the hole now?", "Et c'est à moi de reboucher..."),
        says("A", "Whoever draws maps can dig, too.", "Qui fait des cartes peut creuser."),
      ],
      { item: "C" },
    ),
  ],
};
