import { act, atGoal, atHome, type Plot, says, shouts, thinks } from "../beat.ts";
import { TOWN, WATER, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** A bet on a race: the fast one rests, the slow one arrives. */
export const RACE: Plot = {
  name: "race",
  titles: texts(
    "The great race",
    "La grande course",
    "First {to.goal}",
    "Qui sera premier ?",
    "{A} against {B}",
    "{A} contre {B}",
  ),
  items: ["flower", "cup", "hammer", "apple"],
  homes: [...TOWN, ...WATER, ...WILD],
  goals: [...WILD, ...TOWN, ...WATER],
  together: false,
  item: "C",
  opening: [
    atHome(
      [act("B", ["standing", "pointing"], ["sly"]), act("A", ["sitting", "eating"], ["angry", "calm"])],
      [
        says("B", "You are slower than a {animal}, {A}!", "Tu vas moins vite qu'un {animal} !"),
        says("A", "I bet {bet} that I am not!", "Je parie {bet} que non !"),
      ],
      { key: true },
    ),
    atHome(
      [act("C", ["carrying"], ["happy"]), act("A", ["standing"], ["calm"]), act("B", ["standing"], ["sly"])],
      [
        says(
          "C",
          "A race? I wait {in.goal}.",
          "Une course ? J'attends {in.goal}.",
          "I will be judge {in.goal}.",
          "Je serai l'arbitre {in.goal}.",
        ),
        says("B", "Who touches {the.item} first wins.", "Qui touche {the.item} a gagné."),
      ],
    ),
    atHome(
      [act("A", ["running"], ["happy", "calm"]), act("B", ["running"], ["sly", "happy"])],
      [
        shouts("B", "Three, two, one... I am gone!", "Trois, deux, un... Partez !"),
        says("A", "Hey! That was before one!", "Hé ! Tu triches déjà !"),
      ],
      { item: "away", key: true, sounds: texts("Bang!", "Pan !", "Whoosh!", "Zou !") },
    ),
    atHome(
      [act("B", ["sleeping", "sitting"], ["sly", "happy"]), act("A", ["running", "walking"], ["calm"])],
      [
        thinks("B", "I am far ahead. Time for a nap.", "J'ai de l'avance. Une sieste !"),
        thinks("A", "{B} sleeps. I go on, step by step.", "{B} dort. J'avance, pas à pas."),
      ],
      { sounds: texts("Zzz...", "Zzz...") },
    ),
  ],
  ending: [
    atGoal(
      [act("C", ["waving", "jumping"], ["surprised"])],
      [
        shouts(
          "C",
          "I see somebody! Who is it?",
          "Je vois quelqu'un ! Qui est-ce ?",
          "Somebody comes! Is it {B}?",
          "On arrive ! Est-ce {B} ?",
        ),
      ],
      { item: "C" },
    ),
    atGoal(
      [act("A", ["running", "jumping"], ["happy"]), act("C", ["standing"], ["surprised"])],
      [
        says("C", "It is {A}! Only ten more steps!", "C'est {A} ! Encore dix pas !"),
        shouts("A", "I am coming! And {B}?", "J'arrive ! Et {B} ?"),
      ],
      { item: "C", key: true },
    ),
    atGoal(
      [act("A", ["carrying"], ["happy"]), act("C", ["waving"], ["happy"])],
      [
        says("C", "{the.item} is yours! The winner is {A}!", "Bravo ! {A} a gagné !"),
        says("A", "Slow, but without a nap.", "Lentement, mais sans sieste."),
      ],
      { item: "A", key: true },
    ),
    atGoal(
      [act("B", ["running", "falling"], ["surprised", "angry"]), act("A", ["sitting"], ["sly", "happy"])],
      [
        shouts("B", "Here I am! Did I win?", "Me voilà ! J'ai gagné ?"),
        says("A", "You are second, {B}. Slept well?", "Tu es second{B.e}. Bien dormi ?"),
      ],
    ),
    atGoal(
      [act("B", ["standing"], ["sad"]), act("A", ["pointing", "standing"], ["happy"])],
      [
        says("B", "Well then. You get {bet}.", "Bon. Tu auras {bet}."),
        says("A", "And who is the {animal} now?", "Et qui est un {animal}, maintenant ?"),
      ],
    ),
  ],
};
