import { act, GOING, type Plot, says, shouts, TALKING, thinks, whispers } from "../beat.ts";

/** Somebody's pride is taken, chased through the country, and shared in the end. */
export const THEFT: Plot = {
  titles: ["The stolen {item}", "Stop, {B}!", "{A} and the {item} thief", "Who took the {item}?"],
  items: ["pie", "fish", "ball", "suitcase", "book"],
  homes: ["kitchen", "village", "harbour"],
  goals: ["forest", "field", "harbour"],
  quest: "{B} and my {item}",
  together: false,
  opening: [
    {
      at: "home",
      actors: [
        act("A", ["carrying", "pointing"], ["happy"], "item"),
        act("C", ["waving", "sitting"], ["happy"]),
      ],
      lines: [
        says("A", "Look, my new {item}!", "At last, a {item} of my own!", "This {item} took me till {hour}!"),
        says(
          "C",
          "What a fine {item}, {A}!",
          "May I hold your {item}, {A}?",
          "Mind you do not lose it, {A}.",
        ),
      ],
      tells: ["{day}, {hour}. {A} is proud of a {item}.", "It is {day}, and {A} has a {item}."],
    },
    {
      at: "home",
      actors: [act("B", ["standing", "sitting", "walking"], ["sly"])],
      lines: [
        thinks(
          "B",
          "I want that {item}...",
          "One {item}, and nobody looks...",
          "{A} will not miss a {item}.",
        ),
      ],
      thing: "item",
      optional: true,
    },
    {
      at: "home",
      actors: [
        act("B", ["running", "jumping"], ["sly", "happy"], "item"),
        act("A", ["pointing", "falling", "jumping"], ["surprised", "angry"]),
      ],
      lines: [
        shouts("A", "Thief! My {item}!", "{B}! Put that {item} back!", "Stop! That {item} is mine!"),
        says("B", "Catch me first, {A}!", "Yours? Not any more!", "Thank you for the {item}!"),
      ],
      sounds: ["Zip!", "Whoosh!", "Snatch!"],
    },
    {
      at: "home",
      actors: [
        act("C", ["pointing", "standing", "jumping"], ["surprised", "angry"]),
        act("A", ["running"], ["angry"]),
      ],
      lines: [
        says("C", "{B} went to {road}, {A}!", "After {B.him}! To {road}!", "I saw it all! It was {B}!"),
        says("A", "{road}? I will get {B.him}!", "Then I run to {road}!", "{B} will pay for this!"),
      ],
      optional: true,
    },
  ],
  ending: [
    {
      at: "goal",
      actors: [
        act("B", ["sitting", "eating", "standing"], ["sly", "calm"], "item"),
        act("A", ["walking", "running", "pointing"], ["angry"]),
      ],
      lines: [
        says("B", "Safe at last, after {before}.", "{A} lost me at {before}.", "Nobody finds me in {goal}."),
        whispers("A", "There {B.he} is, in {goal}.", "{before} did not stop me.", "Now I have you, {B}."),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("A", ["pointing", "jumping"], ["angry"]),
        act("B", ["standing", "falling"], ["afraid", "surprised"], "item"),
      ],
      lines: [
        shouts("A", "Got you, {B}!", "Give me my {item}!", "No more running, {B}!"),
        says("B", "All right, all right!", "I only borrowed it!", "How did you get past {before}?"),
      ],
    },
    {
      at: "goal",
      actors: [
        act("B", ["standing", "sitting"], ["sad"]),
        act("A", ["standing", "sitting"], ["calm", "surprised"]),
      ],
      lines: [
        says("B", "I never had a {item}, {A}.", "Nobody ever gave me one.", "I was so alone, {A}."),
        says("A", "Why did you not ask me?", "Never? Not even one?", "Oh. I did not know that."),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("A", ["carrying", "eating", "waving"], ["happy"], "item"),
        act("B", TALKING, ["happy", "surprised"]),
      ],
      lines: [
        says("A", "Then half of it is yours.", "Let us share it, {B}.", "Ask next time, and we share."),
        says(
          "B",
          "Half of your {item}? Thank you!",
          "You are a true friend, {A}.",
          "Next time I ask. I promise.",
        ),
      ],
      tells: ["And so {A} and {B} share the {item}.", "By {hour} they are friends again."],
    },
    {
      at: "goal",
      actors: [act("C", GOING, ["surprised", "happy"]), act("A", ["waving", "sitting"], ["happy"])],
      lines: [
        says("C", "You share? With a thief?", "I ran all the way for this?"),
        says("A", "With a friend, {C}. Sit down!", "Yes! Come and join us, {C}!"),
      ],
      optional: true,
    },
  ],
};
