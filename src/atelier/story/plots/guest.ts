import { act, atGoal, atHome, type Plot, says, shouts } from "../beat.ts";
import { INSIDE, TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A guest is awaited whom nobody has seen before. */
export const GUEST: Plot = {
  name: "guest",
  titles: texts(
    "The guest",
    "L'invité",
    "Whom do we wait for?",
    "Qui attend-on ?",
    "A visit on {day}",
    "La visite",
  ),
  items: ["umbrella", "flower", "suitcase", "apple"],
  homes: [...INSIDE, ...TOWN],
  goals: [...WATER, ...TOWN, ...WILD],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["reading"], ["surprised"], "book"), act("B", ["eating", "sitting"], ["calm"])],
      [
        says("A", "A letter! A guest comes at {hour}.", "Une lettre ! On vient nous voir à {hour}."),
        says("B", "A guest? Who is it?", "Nous voir ? Qui donc ?"),
      ],
      { key: true },
    ),
    atHome(
      [act("A", ["standing"], ["calm"]), act("B", ["standing", "jumping"], ["surprised"])],
      [
        says("A", 'It only says: "I carry a {item}."', "« Vous me reconnaîtrez : {a.item}. »"),
        says("B", "Then we look for {a.item}!", "Cherchons donc {a.item} !"),
      ],
      { key: true },
    ),
    atHome(
      [act("B", ["walking", "running"], ["happy"]), act("A", ["walking", "waving"], ["calm"])],
      [
        says("B", "And where do we meet?", "Et le rendez-vous, où est-il ?"),
        says("A", "It says: {in.goal}. Let us go!", "{in.goal}. En route !"),
      ],
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["sitting", "standing"], ["sad", "calm"]), act("B", ["sitting"], ["angry", "sad"])],
      [
        says("B", "Nobody here with {a.item}.", "Personne ici avec {a.item}."),
        says("A", "Patience. It is not {hour} yet.", "Patience. Il n'est pas {hour}."),
      ],
    ),
    atGoal(
      [
        act("B", ["pointing"], ["surprised"]),
        act("C", ["carrying", "walking"], ["calm"]),
        act("A", ["standing"], ["surprised"]),
      ],
      [
        shouts("B", "There! {a.item}!", "Là ! {a.item} !"),
        says("C", "You two look at me so strangely.", "Pourquoi me regarder ainsi ?"),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [act("A", ["waving", "jumping"], ["happy"]), act("C", ["standing"], ["surprised"])],
      [
        says("A", "Welcome! The food is ready at home.", "Bienvenue ! Le repas est prêt."),
        says("C", "Food? For me? I only pass by...", "Un repas ? Mais je passais..."),
      ],
    ),
    atGoal(
      [act("C", ["sitting", "standing"], ["happy", "sly"]), act("B", ["standing"], ["calm"])],
      [
        says("B", "You did write the letter, did you?", "La lettre était bien de toi ?"),
        says("C", "What letter? I cannot even write.", "Quelle lettre ? Je n'écris jamais."),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [act("A", ["falling", "standing"], ["surprised"]), act("C", ["eating", "waving"], ["happy"])],
      [
        says("A", "Then who wrote it?", "Mais alors, qui l'a écrite ?"),
        says("C", "Who cares? When do we eat?", "Qu'importe ? On mange quand ?"),
      ],
    ),
  ],
};
