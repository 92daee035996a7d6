import { act, atGoal, atHome, type Plot, says, shouts } from "../beat.ts";
import { INSIDE, TOWN, WILD } from "../places.ts";
import { texts } from "../text.ts";

/** Somebody wants to learn to jump, and teaches the teacher in the end. */
export const LESSON: Plot = {
  name: "lesson",
  titles: texts(
    "{A} learns to jump",
    "{A} apprend à sauter",
    "The lesson",
    "La leçon",
    "{B} the teacher",
    "Maître {B}",
  ),
  items: ["book"],
  homes: [...INSIDE, ...WILD, ...TOWN],
  goals: ["field", "beach", "garden", "forest", "desert"],
  together: true,
  item: "B",
  opening: [
    atHome(
      [act("A", ["waving", "standing"], ["sad", "happy"]), act("B", ["reading"], ["calm"])],
      [
        says("A", "{B}, teach me to jump!", "{B}, apprends-moi à sauter !"),
        says("B", "It is all in this book.", "Tout est dans ce livre."),
      ],
      { key: true },
    ),
    atHome(
      [act("B", ["reading", "pointing"], ["calm"]), act("A", ["standing"], ["calm"])],
      [
        says("B", 'Page one: "Bend your knees."', "Page un : « Plie les genoux. »"),
        says("A", "I bend them. And page two?", "Je plie. Et page deux ?"),
      ],
    ),
    atHome(
      [act("A", ["jumping"], ["happy"]), act("B", ["reading"], ["calm"])],
      [
        shouts("A", "And up I go!", "Et hop, là-haut !"),
        says("B", 'Page two: "Look where you land."', "Page deux : « Vise le sol. »"),
      ],
      { sounds: texts("Boing!", "Hop !") },
    ),
    atHome(
      [act("A", ["falling"], ["afraid", "surprised"]), act("B", ["standing"], ["surprised"])],
      [
        shouts("A", "Ouch! You read too slowly!", "Aïe ! Tu lis trop lentement !"),
        says("B", "We need soft ground. {to.goal}!", "Il faut un sol doux : {the.goal} !"),
      ],
      { key: true, sounds: texts("Bonk!", "Paf !", "Thud!", "Boum !") },
    ),
  ],
  ending: [
    atGoal(
      [act("A", ["sitting"], ["sad"]), act("B", ["standing"], ["calm"])],
      [
        says("A", "My nose hurts from the first fall.", "J'ai mal au nez depuis la chute."),
        says("B", "Here it is soft. Once more!", "Ici, c'est doux. Encore une fois !"),
      ],
    ),
    atGoal(
      [act("A", ["jumping"], ["happy"]), act("B", ["standing"], ["surprised"])],
      [
        shouts("A", "I fly! And I look where I land!", "Je vole ! Et je vise le sol !"),
        says("B", "Higher than the book allows!", "Plus haut que dans le livre !"),
      ],
      { key: true, sounds: texts("Whee!", "Youpi !", "Boing!", "Hop !") },
    ),
    atGoal(
      [
        act("C", ["waving", "walking"], ["surprised"]),
        act("A", ["standing"], ["happy"]),
        act("B", ["standing"], ["calm"]),
      ],
      [
        says("C", "Who taught you to fly like that?", "Qui t'a appris à voler ainsi ?"),
        says("A", "{B} did. {B} knows everything.", "C'est {B}. {B} sait tout."),
      ],
    ),
    atGoal(
      [act("A", ["reading"], ["sly", "happy"]), act("B", ["standing"], ["afraid"])],
      [
        says("A", "Give me the book. Now you jump!", "Donne le livre. À toi de sauter !"),
        says("B", "Me? I only ever read about it...", "Moi ? J'ai seulement lu..."),
      ],
      { item: "A", key: true },
    ),
    atGoal(
      [act("B", ["falling"], ["afraid"]), act("A", ["reading"], ["calm", "happy"])],
      [
        shouts("B", "Heeelp!", "À l'aide !", "Aaah!", "Aaah !"),
        says(
          "A",
          'Page two: "Look where you land."',
          "Page deux : « Vise le sol. »",
          "You forgot page two, {B}.",
          "Tu oublies la page deux, {B}.",
        ),
      ],
      { sounds: texts("Bonk!", "Paf !") },
    ),
  ],
};
