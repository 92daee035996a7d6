import { act, GOING, type Plot, says, shouts, TALKING, thinks } from "../beat.ts";

/** A thing must be brought to somebody in time, whatever lies on the way. */
export const DELIVERY: Plot = {
  titles: ["Express to {goal}", "A {item} for {C}", "By {hour}, without fail", "{A} delivers"],
  items: ["suitcase", "lantern", "book", "key", "fish"],
  homes: ["harbour", "library", "village"],
  goals: ["kitchen", "forest", "village", "field"],
  quest: "the house of {C}",
  together: false,
  opening: [
    {
      at: "home",
      actors: [
        act("B", ["pointing", "carrying"], ["calm", "angry"], "item"),
        act("A", ["standing", "waving"], ["happy", "calm"]),
      ],
      lines: [
        says(
          "B",
          "This {item} goes to {C}.",
          "{A}! A {item} for {C}, at once!",
          "Bring {C} this {item}, {A}.",
        ),
        says("A", "To {C}? By when?", "At your service! How far?", "Where does {C} live?"),
      ],
      tells: ["{day}, {hour}. A job for {A}.", "It starts with a {item} on {day}."],
    },
    {
      at: "home",
      actors: [
        act("B", ["standing", "pointing", "reading"], ["calm", "angry"]),
        act("A", ["carrying", "standing"], ["surprised", "calm"], "item"),
      ],
      lines: [
        says("B", "In {goal}, by {hour}. Not later!", "By {hour}, and you earn {bet}."),
        says("A", "By {hour}? Then I must run!", "{goal}! That is behind {road}!"),
      ],
    },
    {
      at: "home",
      actors: [act("A", GOING, ["happy", "calm"], "item")],
      lines: [thinks("A", "First {road}, then {goal}.", "{bet}... I can do it.", "By {hour}. Easy.")],
      optional: true,
    },
  ],
  ending: [
    {
      at: "goal",
      actors: [act("A", ["running", "walking"], ["afraid", "surprised"], "item")],
      lines: [thinks("A", "Nearly {hour}! Where is {C}?", "{before} cost me so much time!")],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("A", ["waving", "jumping"], ["happy", "surprised"], "item"),
        act("C", ["sleeping", "sitting", "reading"], ["calm"]),
      ],
      lines: [shouts("A", "{C}! A {item} for you!", "Post! Is that you, {C}?")],
      sounds: ["Knock knock!", "Ding dong!"],
    },
    {
      at: "goal",
      actors: [
        act("C", ["standing", "pointing"], ["surprised", "angry"]),
        act("A", ["standing", "carrying"], ["afraid", "happy"], "item"),
      ],
      lines: [
        says("C", "At {hour} sharp! But a {item}?", "You are late. What is that?"),
        says("A", "Forgive me, there was {before}.", "From {B}, with good wishes."),
      ],
    },
    {
      at: "goal",
      actors: [
        act("C", ["jumping", "carrying"], ["happy", "sad"], "item"),
        act("A", TALKING, ["calm", "surprised"]),
      ],
      lines: [
        says("C", "But this is my own {item}!", "I lost that {item} on {day}!"),
        says("A", "Yours? And I carried it so far!", "Then {B} had it all the time?"),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("C", ["eating", "waving", "sitting"], ["happy"]),
        act("A", ["eating", "sitting", "waving"], ["happy", "calm"]),
      ],
      lines: [
        says("C", "Stay for some {treat}, {A}.", "Good work! Have {bet}, {A}."),
        says("A", "With pleasure. My feet hurt!", "After {before} I have earned it."),
      ],
      tells: ["The {item} has arrived.", "A job well done, says {C}."],
    },
  ],
};
