import { act, atGoal, atHome, type Plot, says, shouts } from "../beat.ts";
import { WATER } from "../places.ts";
import { texts } from "../text.ts";

/** A dish lacks one thing, and what is fetched is not it. */
export const RECIPE: Plot = {
  name: "recipe",
  titles: texts(
    "The great dish",
    "Le grand plat",
    "Something is missing",
    "Il manque quelque chose",
    "{A} the cook",
    "{A} aux fourneaux",
  ),
  items: ["fish", "apple"],
  homes: ["kitchen", "castle", "living room"],
  goals: [...WATER, "market", "forest"],
  together: true,
  item: "away",
  opening: [
    atHome(
      [act("A", ["reading"], ["calm", "happy"]), act("B", ["sitting", "standing"], ["happy"])],
      [
        says("A", '"Take a {item} and stir for an hour."', "« Prenez {the.item}, puis tournez. »"),
        says("B", "I am hungry already!", "J'ai déjà faim !"),
      ],
    ),
    atHome(
      [act("A", ["standing", "jumping"], ["surprised", "sad"]), act("B", ["standing"], ["surprised"])],
      [
        says("A", "But we have no {item}!", "Mais nous n'avons pas ça !"),
        says("B", "{C} has one, {in.goal}.", "{C} en a, {in.goal}."),
      ],
      { key: true },
    ),
    atHome(
      [act("B", ["pointing"], ["happy"]), act("A", ["running", "walking"], ["calm"])],
      [
        says("A", "Then {to.goal}, before {hour}!", "Alors, {to.goal}, avant {hour} !"),
        says("B", "The soup can stir itself.", "La soupe tournera sans nous."),
      ],
      { key: true },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["sleeping", "sitting"], ["calm"]), act("A", ["waving"], ["happy"])],
      [
        says("A", "{C}! We need your {item}!", "{C} ! Il nous faut {your.item} !"),
        says("C", "What? Now? What for?", "Quoi ? Là ? Pour quoi faire ?"),
      ],
      { item: "ground", key: true },
    ),
    atGoal(
      [act("A", ["standing", "pointing"], ["happy"]), act("C", ["standing", "pointing"], ["sly", "calm"])],
      [
        says("A", "For our dish. There it lies!", "Pour notre plat. C'est là !"),
        says("C", "It costs {bet}, my friends.", "Ce sera {bet}, mes amis."),
      ],
      { item: "ground" },
    ),
    atGoal(
      [act("B", ["carrying"], ["happy"]), act("C", ["waving"], ["happy", "sly"])],
      [
        says("B", "You may eat with us for it.", "En échange, tu mangeras avec nous."),
        says("C", "That is a better price. Take it!", "Voilà qui est mieux. Prends !"),
      ],
      { item: "B" },
    ),
    atGoal(
      [act("A", ["jumping", "standing"], ["afraid", "surprised"]), act("B", ["standing"], ["surprised"])],
      [
        shouts("A", "The soup! It is still on the fire!", "La soupe ! Elle est sur le feu !"),
        says("B", "I said it would stir itself...", "Elle devait tourner sans nous..."),
      ],
      { item: "B", key: true },
    ),
    atGoal(
      [
        act("C", ["eating"], ["happy"]),
        act("A", ["sitting"], ["sad", "disgusted"]),
        act("B", ["sitting"], ["disgusted"]),
      ],
      [
        says("A", "Burnt. All of it burnt.", "Brûlée. Elle est toute brûlée."),
        says("C", "Luckily I brought pie for three.", "J'ai là de la tarte pour trois."),
      ],
      { item: "away" },
    ),
  ],
};
