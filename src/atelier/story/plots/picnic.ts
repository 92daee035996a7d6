import { act, type Plot, says, shouts, TALKING, thinks, WAITING } from "../beat.ts";

/** A picnic is planned under a blue sky, and the rain has plans of its own. */
export const PICNIC: Plot = {
  titles: ["A picnic for three", "Rain on {day}", "{A} packs a basket", "Not a cloud in the sky"],
  items: ["pie", "fish", "suitcase"],
  homes: ["kitchen", "village"],
  goals: ["field", "forest"],
  quest: "a nice place to eat",
  together: true,
  opening: [
    {
      at: "home",
      actors: [
        act("A", ["carrying", "waving", "pointing"], ["happy"], "item"),
        act("B", WAITING, ["calm", "happy"]),
      ],
      lines: [
        says("A", "Fine weather! A picnic, {B}?", "Today we eat in {goal}!", "Up, {B}! Picnic at {hour}!"),
        says("B", "Only if there is {treat}.", "Gladly! What do we eat?", "In {goal}? Is it not far?"),
      ],
      tells: ["{day} morning, and the sun is out.", "A fine {day} for a picnic."],
    },
    {
      at: "home",
      actors: [
        act("B", ["standing", "eating", "pointing"], ["happy", "sly"]),
        act("A", ["standing", "sitting"], ["calm", "happy"]),
      ],
      lines: [
        says("A", "{treat}, and a {item}.", "{count} plates and some {treat}."),
        says("B", "{treat}! My favourite!", "And who carries all that?"),
      ],
      optional: true,
    },
    {
      at: "home",
      actors: [
        act("C", ["standing", "reading", "pointing"], ["calm", "sad"]),
        act("A", ["waving", "standing"], ["happy"]),
      ],
      lines: [
        says("C", "Take an umbrella, {A}. It will rain.", "The paper says rain by {hour}."),
        says("A", "Rain? Not a cloud, {C}!", "Nonsense! See that sky?"),
      ],
      optional: true,
    },
    {
      at: "road",
      actors: [
        act("A", ["walking", "carrying"], ["happy"], "item"),
        act("B", ["walking", "carrying"], ["calm", "sad"], "suitcase"),
      ],
      lines: [
        says("B", "Is it far now, {A}?", "My arms are so long already."),
        says("A", "Only through {road}.", "Just past {road}, {B}."),
      ],
    },
  ],
  ending: [
    {
      at: "goal",
      actors: [act("A", ["sitting", "eating"], ["happy"]), act("B", ["eating", "sitting"], ["happy"])],
      lines: [
        says("A", "Here we are. Is it not lovely?", "At last, after {before}! Eat, {B}."),
        says("B", "Pass me the {treat}!", "The {treat} first, please."),
      ],
      thing: "item",
    },
    {
      at: "goal",
      actors: [
        act("B", ["pointing", "standing"], ["surprised", "afraid"]),
        act("A", ["eating", "sitting"], ["calm", "surprised"]),
      ],
      lines: [
        says("B", "{A}, something hit my nose.", "Did you feel that drop?"),
        says("A", "That was only a leaf.", "A drop? Of what?"),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("A", ["running", "falling", "jumping"], ["afraid", "surprised"]),
        act("B", ["running"], ["angry", "afraid"]),
      ],
      lines: [
        shouts("B", "Rain! I knew it!", "That is no leaf! Run!"),
        says("A", "Save the {treat}!", "{C} was right about it!"),
      ],
      sounds: ["Krakk!", "Splish!", "Drip drop!"],
      rain: true,
    },
    {
      at: "goal",
      actors: [act("B", ["sitting", "standing"], ["sad", "angry"])],
      lines: [thinks("B", "Wet {treat}. Wet socks.", "First {before}, and now this.")],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("C", ["walking", "standing"], ["sly", "happy"], "umbrella"),
        act("A", TALKING, ["sad", "surprised"]),
        act("B", ["waving", "standing"], ["happy"]),
      ],
      lines: [
        says("C", "Does anyone need an umbrella?", "Not a cloud, you said, {A}?"),
        says("A", "I take it all back, {C}!", "{C}! You saved us!"),
      ],
    },
    {
      at: "goal",
      actors: [
        act("A", ["eating", "standing"], ["happy", "calm"]),
        act("C", ["eating", "standing"], ["happy"], "umbrella"),
      ],
      lines: [
        says("A", "Some {treat}, {C}? It is wet.", "Next time I believe you, {C}."),
        says("C", "I like {treat} wet.", "Next time I pack the basket."),
      ],
      optional: true,
    },
  ],
};
