import { act, GOING, type Plot, says, shouts, TALKING, thinks, WAITING } from "../beat.ts";

/** A guest is expected, everything is made ready, and it is the wrong day. */
export const VISIT: Plot = {
  titles: ["A guest for {A}", "{C} comes to stay", "Supper at {hour}", "The wrong {day}"],
  items: ["suitcase", "umbrella", "pie", "book"],
  homes: ["kitchen", "village", "library"],
  goals: ["kitchen", "harbour", "village"],
  quest: "some {treat}",
  together: false,
  opening: [
    {
      at: "home",
      actors: [
        act("A", ["reading", "jumping", "waving"], ["happy", "surprised"]),
        act("B", WAITING, ["calm"]),
      ],
      lines: [
        says(
          "A",
          "{C} is coming at {hour}, {B}!",
          "A letter! {C} will visit us!",
          "Guess who comes on {day}?",
        ),
        says("B", "{C}? With {relative}?", "At {hour}? Nothing is ready!", "Not {C} again..."),
      ],
      tells: ["{day}. The post has come.", "{A} gets a letter on {day}."],
    },
    {
      at: "home",
      actors: [act("B", ["pointing", "standing"], ["afraid", "angry"]), act("A", GOING, ["happy", "calm"])],
      lines: [
        says("B", "We have no {treat}!", "And what will {C} eat?"),
        says("A", "I get {treat} in {road}.", "{treat}, of course. I go!"),
      ],
    },
    {
      at: "home",
      actors: [act("B", ["carrying", "standing", "reading"], ["sad", "calm"], "book")],
      lines: [thinks("B", "And I do the rest, as always.", "Last time {C} stayed {count} weeks...")],
      optional: true,
    },
    {
      at: "road",
      actors: [
        act("C", ["walking", "carrying"], ["happy", "calm"], "item"),
        act("A", ["running", "walking"], ["surprised", "happy"]),
      ],
      lines: [
        says("C", "{A}! Is this the way to {goal}?", "{A}? I am early, am I not?"),
        says("A", "{C}! You come from {road}?", "Early? It is only noon, {C}!"),
      ],
      optional: true,
    },
  ],
  ending: [
    {
      at: "goal",
      actors: [
        act("C", ["waving", "carrying"], ["happy"], "item"),
        act("B", ["standing", "waving"], ["surprised", "calm"]),
      ],
      lines: [
        says("C", "Here I am! What a journey!", "Hello, {B}! You look thin."),
        says("B", "Welcome. How was {before}?", "Come in, {C}. Where is {A}?"),
      ],
      sounds: ["Ding dong!", "Knock!"],
    },
    {
      at: "goal",
      actors: [
        act("C", ["sitting", "eating"], ["happy", "calm"]),
        act("A", ["carrying", "standing"], ["happy"], "pie"),
        act("B", WAITING, ["sly", "calm"]),
      ],
      lines: [
        says("A", "Have some {treat}, {C}.", "We made {treat}, just for you."),
        says("C", "{treat}! {relative} loves that.", "Only {count} helpings, please."),
      ],
    },
    {
      at: "goal",
      actors: [
        act("B", ["pointing", "standing"], ["surprised", "angry"]),
        act("C", ["eating", "sitting"], ["calm", "surprised"]),
      ],
      lines: [
        says("B", "Your letter said {day}, {C}.", "How long will you stay, {C}?"),
        says("C", "{day}? Is it not {day} today?", "Oh, {count} weeks. Or {count} more."),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [act("B", ["falling"], ["surprised", "afraid"]), act("A", TALKING, ["surprised", "calm"])],
      lines: [shouts("B", "{count} weeks?!", "No! Not {count} weeks!")],
      sounds: ["Thud!", "Bump!", "Crash!"],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("A", ["waving", "sitting"], ["happy", "calm"]),
        act("C", ["sleeping", "reading"], ["happy", "calm"]),
      ],
      lines: [
        says("A", "Good night, {C}. Sleep well.", "A guest is a joy, {B} always says."),
        thinks("C", "Such dear friends.", "Tomorrow, more {treat}..."),
      ],
      night: true,
      tells: ["That night all is quiet in {goal}.", "So {C} stays, and stays."],
    },
  ],
};
