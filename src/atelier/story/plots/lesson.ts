import { act, type Plot, says, shouts, TALKING, thinks } from "../beat.ts";

/** Somebody wants to learn a trick, fails at it in many places, and teaches it to the teacher in the end. */
export const LESSON: Plot = {
  titles: ["{A} learns to jump", "The lesson", "Practice makes perfect", "{B} the teacher"],
  items: ["book", "ball", "umbrella", "lantern"],
  homes: ["library", "field", "village"],
  goals: ["field", "harbour", "forest", "library"],
  quest: "a good place to jump",
  together: true,
  opening: [
    {
      at: "home",
      actors: [
        act("B", ["reading", "standing"], ["calm"], "book"),
        act("A", ["waving", "sitting", "standing"], ["sad", "happy"]),
      ],
      lines: [
        says(
          "A",
          "{B}, teach me to jump!",
          "I want to jump like {relative}!",
          "Can you teach me to jump, {B}?",
        ),
        says(
          "B",
          "It is all in this book, {A}.",
          "Jump? That takes {count} lessons.",
          "Gladly. But do you listen?",
        ),
      ],
      tells: ["{day}, {hour}. School begins.", "{A} wants to learn something."],
    },
    {
      at: "home",
      actors: [
        act("B", ["pointing", "standing"], ["calm", "happy"]),
        act("A", ["standing", "sitting"], ["calm", "happy"]),
      ],
      lines: [
        says("B", "First rule: bend your knees.", "Rule one: look up, {A}.", "Lesson one is simple: run!"),
        says("A", "And what is the second rule?", "Like this? Or like that?", "Is that all? I can do that!"),
      ],
    },
    {
      at: "home",
      actors: [
        act("A", ["jumping", "falling"], ["happy", "surprised"]),
        act("C", ["pointing", "eating"], ["sly", "surprised"]),
      ],
      lines: [
        shouts("A", "Hop!", "Now! Up I go!", "Look at me, {B}!"),
        says("C", "That was a very small jump.", "Even {relative} jumps higher!"),
      ],
      sounds: ["Boing!", "Hop!"],
    },
    {
      at: "home",
      actors: [
        act("A", ["falling"], ["afraid", "surprised"]),
        act("B", ["standing", "pointing"], ["surprised", "sad"]),
      ],
      lines: [
        shouts("A", "Ouch! My nose!", "Help! Too high!"),
        says("B", "And that was the second rule.", "Now we practise in {road}."),
      ],
      sounds: ["Bonk!", "Thud!", "Plop!"],
      optional: true,
    },
  ],
  ending: [
    {
      at: "goal",
      actors: [act("A", ["sitting"], ["sad"]), act("B", ["standing", "waving"], ["calm"])],
      lines: [
        says("A", "I give up. {count} falls today!", "After {before} I am blue all over."),
        says("B", "One last try, {A}. For me.", "I fell {count} times as a child."),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("A", ["jumping"], ["happy", "surprised"]),
        act("B", ["standing", "reading", "pointing"], ["surprised"]),
      ],
      lines: [
        shouts("A", "I can fly!", "Look! Over everything!"),
        says("B", "Higher than the book allows!", "Bravo! That was lesson {count}!"),
      ],
      sounds: ["Whee!", "Whoosh!"],
    },
    {
      at: "goal",
      actors: [
        act("C", ["waving", "jumping"], ["surprised", "happy"]),
        act("A", ["standing", "waving"], ["happy", "sly"]),
      ],
      lines: [
        says("C", "Who taught you that, {A}?", "I take back what I said!"),
        says("A", "{B} did. And {before}.", "It only took {count} lessons."),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("A", ["pointing", "standing"], ["sly", "happy"]),
        act("B", ["standing", "sitting"], ["afraid", "surprised"]),
      ],
      lines: [
        says("A", "Now you, {B}. Bend your knees.", "And now show me how you jump."),
        says("B", "Me? I only teach it...", "I? Oh no. My back, {A}!"),
      ],
    },
    {
      at: "goal",
      actors: [act("B", ["falling", "jumping"], ["afraid", "happy"]), act("A", TALKING, ["happy"])],
      lines: [
        shouts("B", "Aaah!", "It works! It works!"),
        says("A", "First rule: look up!", "That was only lesson one, {B}."),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [act("B", ["sitting", "sleeping"], ["happy", "sad"])],
      lines: [thinks("B", "Tomorrow, only books.", "I will teach cooking instead.")],
      tells: ["The teacher has learned something.", "And that was lesson {count}."],
      optional: true,
    },
  ],
};
