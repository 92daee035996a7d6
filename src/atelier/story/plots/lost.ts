import { act, GOING, type Plot, says, shouts, TALKING, thinks } from "../beat.ts";

/** Something is gone, everybody is asked, and it lay where nobody looked. */
export const LOST: Plot = {
  titles: ["The lost {item}", "Where is the {item}?", "{A} loses a {item}", "A {item} is missing"],
  items: ["key", "book", "umbrella", "ball", "lantern"],
  homes: ["village", "library", "kitchen"],
  goals: ["field", "forest", "library", "harbour"],
  quest: "a {item}",
  together: true,
  opening: [
    {
      at: "home",
      actors: [act("A", ["standing", "jumping", "sitting"], ["surprised", "sad"])],
      lines: [
        thinks(
          "A",
          "My {item}! Where is my {item}?",
          "It was here at {hour}...",
          "No {item}? That cannot be.",
        ),
      ],
      tells: ["{day}, {hour}. {A} looks for a {item}.", "{A} wakes up, and the {item} is gone."],
    },
    {
      at: "home",
      actors: [
        act("A", ["standing", "pointing"], ["sad", "afraid"]),
        act("B", ["reading", "sitting", "eating"], ["calm"]),
      ],
      lines: [
        says("A", "{B}, have you seen my {item}?", "{B}! My {item} is gone!", "Did you take my {item}, {B}?"),
        says(
          "B",
          "Your {item}? Not since {day}.",
          "No. When did you last have it?",
          "Me? I have my own, {A}.",
        ),
      ],
    },
    {
      at: "home",
      actors: [act("A", TALKING, ["calm", "sad"]), act("B", ["standing", "pointing"], ["calm", "happy"])],
      lines: [
        says("A", "I had it at {hour}, {spot}.", "I think I left it {spot}.", "At {hour} I was {spot}."),
        says("B", "Then we look {spot} first.", "{spot}? That is in {road}!", "Come, I will help you look."),
      ],
      optional: true,
    },
    {
      at: "home",
      actors: [
        act("C", ["pointing", "waving"], ["calm", "sly"]),
        act("A", GOING, ["surprised"]),
        act("B", GOING, ["calm"]),
      ],
      lines: [
        says("C", "I saw a {item} in {road}!", "Ask in {road}, {A}.", "A {item}? Try {road}."),
        says("B", "To {road}, then. Quick!", "Thank you, {C}. Come, {A}!"),
      ],
      optional: true,
    },
  ],
  ending: [
    {
      at: "goal",
      actors: [act("A", ["sitting", "sleeping"], ["sad"]), act("B", ["standing", "waving"], ["sad", "calm"])],
      lines: [
        says("B", "We looked everywhere, {A}.", "First {road}, then {before}. Nothing."),
        says("A", "Not {spot}, not anywhere...", "I will never see it again."),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("B", ["pointing", "jumping"], ["surprised", "happy"]),
        act("A", ["standing", "falling"], ["surprised"]),
      ],
      lines: [
        shouts("B", "There! Look, {A}!", "{A}! Is that not your {item}?"),
        says("A", "Where? I see nothing!", "My {item}! In {goal}!"),
      ],
      thing: "item",
      sounds: ["Cling!", "Aha!", "Ta-da!"],
    },
    {
      at: "goal",
      actors: [
        act("A", ["carrying", "jumping"], ["happy"], "item"),
        act("B", ["waving", "sitting"], ["happy", "calm"]),
      ],
      lines: [
        says("A", "Of course! I put it here on {day}!", "I hid it here from myself!"),
        says("B", "And for that we went through {before}?", "Next time tie it to your nose."),
      ],
    },
    {
      at: "goal",
      actors: [
        act("C", ["walking", "eating"], ["sly", "happy"]),
        act("A", ["standing", "carrying"], ["happy"], "item"),
      ],
      lines: [
        says("C", "Found it? I told you so.", "So it was in {goal} after all."),
        says("A", "You told us {road}, {C}!", "You sent us the wrong way, {C}!"),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("B", ["pointing", "walking"], ["surprised", "sad"]),
        act("A", ["walking", "carrying"], ["happy"], "item"),
      ],
      lines: [
        says("B", "Wait. Where is my hat?", "Hm. And where are my coins?"),
        says("A", "Oh no. Not again!", "I have seen nothing, {B}."),
      ],
      tells: ["All is well. Or is it?", "So ends the search for the {item}."],
      optional: true,
    },
  ],
};
