import { act, type Plot, says, shouts, TALKING, thinks } from "../beat.ts";

/** A bet who is faster; the faster one is too sure of it. */
export const RACE: Plot = {
  titles: ["The great race", "{A} against {B}", "Who is faster?", "A bet for {bet}"],
  items: ["ball", "lantern", "pie", "umbrella"],
  homes: ["village", "harbour", "field"],
  goals: ["forest", "field", "village", "harbour"],
  quest: "the way to {goal}",
  together: false,
  opening: [
    {
      at: "home",
      actors: [
        act("A", ["pointing", "standing"], ["sly", "happy"]),
        act("B", ["eating", "sitting", "standing"], ["calm", "angry"]),
      ],
      lines: [
        says(
          "A",
          "I am faster than you, {B}.",
          "You walk like a snail, {B}!",
          "Nobody beats me, not even you.",
        ),
        says("B", "Faster? Prove it, {A}.", "A snail? Say that again!", "Shall we bet on that?"),
      ],
      tells: ["It begins with big words on {day}.", "{day}, {hour}. A quarrel in {home}."],
    },
    {
      at: "home",
      actors: [
        act("B", ["pointing", "standing"], ["angry", "calm"]),
        act("A", ["standing", "waving"], ["happy", "sly"]),
      ],
      lines: [
        says("B", "To {goal}! I bet {bet}.", "First in {goal} wins {bet}."),
        says("A", "{bet}? You will be sorry!", "Through {road}? Done!"),
      ],
    },
    {
      at: "home",
      actors: [
        act("C", ["waving", "jumping"], ["happy", "calm"]),
        act("A", ["running", "standing"], ["sly"]),
        act("B", ["running", "standing"], ["calm", "angry"]),
      ],
      lines: [shouts("C", "Ready? Steady? Go!", "On three! One, two, three!", "And off you go!")],
      sounds: ["Bang!", "Peep!"],
      optional: true,
    },
    {
      at: "road",
      actors: [act("A", ["running"], ["happy", "sly"]), act("B", ["running", "walking"], ["sad", "angry"])],
      lines: [
        says("A", "Goodbye, slow coach!", "See you at supper, {B}!"),
        says("B", "Wait till {goal}, {A}!", "{goal} is far. I have time."),
      ],
    },
  ],
  ending: [
    {
      at: "road",
      actors: [
        act("A", ["sleeping"], ["calm", "happy"]),
        act("B", ["walking", "running"], ["sly", "surprised"]),
      ],
      lines: [
        thinks("B", "Asleep! Then I go on.", "Sweet dreams, {A}. I walk.", "Hush. Nobody wake {A.him}."),
      ],
      sounds: ["Zzz...", "Snore!"],
    },
    {
      at: "road",
      actors: [act("A", ["jumping", "running"], ["surprised", "afraid"])],
      lines: [shouts("A", "What? {hour} already?", "Oh no! Where is {B}?")],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("B", ["running", "jumping"], ["happy"]),
        act("C", ["waving", "jumping"], ["happy", "surprised"]),
        act("A", ["falling", "running"], ["afraid"]),
      ],
      lines: [
        shouts("C", "{B} wins! {B} is first!", "First in {goal}: {B}!"),
        says("B", "So who is the snail now?", "And I did not even run!"),
      ],
    },
    {
      at: "goal",
      actors: [
        act("A", ["sitting", "standing"], ["sad", "angry"]),
        act("C", ["pointing", "standing"], ["calm", "sly"]),
      ],
      lines: [
        says("A", "I only closed one eye!", "It was {before}. Not my fault!"),
        says("C", "You slept till {hour}, {A}.", "You lost. Where is {bet}?"),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [act("A", ["carrying", "standing"], ["sad", "calm"], "item"), act("B", TALKING, ["happy"])],
      lines: [
        says("A", "I cannot pay {bet}. Take my {item}.", "You won, {B}. My {item} is yours."),
        says("B", "Keep it. The fun was mine!", "Let us share it, old friend."),
      ],
      tells: ["Slow and steady, says {C}.", "And that was the race of {day}."],
    },
  ],
};
