import { act, type Episode, GOING, says, shouts, TUMBLING, thinks, WAITING, whispers } from "../beat.ts";

/** A and B, who go the way together. */
export const TOGETHER: readonly Episode[] = [
  {
    memory: "the wrong turn",
    settings: ["forest", "field"],
    together: true,
    beats: [
      {
        at: "road",
        actors: [
          act("A", ["pointing", "walking"], ["calm", "happy"]),
          act("B", ["standing", "walking", "sitting"], ["sad", "angry"]),
        ],
        lines: [
          says("B", "{A}, we were here at {hour}.", "That tree again! For the {nth} time!"),
          says("A", "No, that was another tree.", "It only looks the same, {B}."),
        ],
      },
      {
        at: "road",
        actors: [
          act("B", ["pointing", "sitting"], ["angry", "sly"]),
          act("A", ["standing", "walking"], ["surprised", "sad"]),
        ],
        lines: [
          says("B", "And this is my own footprint!", "Then why is my apple core here?"),
          says("A", "Well. Then we turn left.", "Perhaps {guess} eats apples?"),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the quarrel",
    settings: ["village", "harbour", "field"],
    together: true,
    beats: [
      {
        at: "road",
        actors: [
          act("B", ["pointing", "sitting", "standing"], ["angry"]),
          act("A", ["standing", "pointing"], ["angry", "sad"]),
        ],
        lines: [
          says("B", "This was your idea, {A}!", "You never listen to me!", "Why do I always carry it all?"),
          says("A", "Mine? You wanted to come!", "What did you say?", "Because you are so strong."),
        ],
      },
      {
        at: "road",
        actors: [
          act("A", ["walking", "sitting"], ["sad", "angry"]),
          act("B", ["walking", "sitting", "standing"], ["angry", "sad"]),
        ],
        lines: [thinks("A", "I will not say a word till {hour}.", "{B} can say sorry first.")],
        optional: true,
      },
      {
        at: "road",
        actors: [
          act("B", ["waving", "standing", "eating"], ["calm", "happy"]),
          act("A", ["sitting", "standing", "eating"], ["happy", "surprised"]),
        ],
        lines: [
          says("B", "Friends again? I have {treat}.", "Sorry, {A}. Half of my {treat}?"),
          says("A", "Friends again. Give me the {treat}!", "{treat}? You are forgiven!"),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the wise one",
    settings: ["village", "library", "harbour"],
    together: true,
    beats: [
      {
        at: "road",
        actors: [
          act("A", ["standing", "waving", "pointing"], ["calm", "happy"]),
          act("X", ["reading", "sitting", "eating"], ["calm"]),
          act("B", WAITING, ["calm", "sad"]),
        ],
        lines: [
          says("A", "{X}, we look for {quest}.", "You know everything, {X}: where is {quest}?"),
          says("X", "Look {spot}.", "I saw it {spot} at {hour}."),
        ],
      },
      {
        at: "road",
        actors: [
          act("B", ["pointing", "walking", "standing"], ["surprised", "happy"]),
          act("X", ["sitting", "waving", "reading"], ["calm", "sly"]),
          act("A", GOING, ["happy"]),
        ],
        lines: [
          says("B", "{spot}? We come from there!", "{hour}? Then there is hope!"),
          says("X", "Then you did not look well.", "Run! It will not wait for you."),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the climb",
    settings: ["forest", "field", "harbour"],
    together: true,
    beats: [
      {
        at: "road",
        actors: [
          act("A", ["jumping"], ["happy", "calm"]),
          act("B", ["standing", "pointing", "sitting"], ["afraid", "surprised"]),
        ],
        lines: [
          says("B", "Do you see anything from up there?", "{A}! Get down, it is too high!"),
          says("A", "Yes! I see {goal}!", "I see {relative}, very small!"),
        ],
      },
      {
        at: "road",
        actors: [
          act("A", TUMBLING, ["afraid", "surprised"]),
          act("B", ["jumping", "standing", "pointing"], ["surprised", "afraid"]),
        ],
        lines: [
          shouts("A", "And now I see stars!", "Heeelp!"),
          says("B", "I told you to come down!", "And how is the view now?"),
        ],
        sounds: ["Crack!", "Thud!", "Bonk!"],
        optional: true,
      },
    ],
  },
  {
    memory: "the heavy load",
    settings: ["village", "harbour", "forest"],
    together: true,
    beats: [
      {
        at: "road",
        actors: [
          act("B", ["carrying"], ["sad", "angry"], "suitcase"),
          act("A", ["walking", "waving"], ["happy", "calm"]),
        ],
        lines: [
          says("B", "What is in here? Stones?", "It gets heavier and heavier!"),
          says("A", "Only {count} jars of {treat}.", "Just the things we may need."),
        ],
      },
      {
        at: "road",
        actors: [
          act("B", ["sitting", "eating"], ["happy", "sly"]),
          act("A", ["carrying"], ["surprised", "sad"], "suitcase"),
        ],
        lines: [
          says("A", "Now it is quite light. Why?", "My turn. But... it weighs nothing!"),
          says("B", "I ate {count} jars of it.", "I wonder. What good {treat}!"),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the echo",
    settings: ["forest", "harbour", "library"],
    together: true,
    beats: [
      {
        at: "road",
        actors: [
          act("A", ["waving", "standing"], ["happy", "calm"]),
          act("B", ["standing", "sitting"], ["calm", "surprised"]),
        ],
        lines: [
          shouts("A", "Hello! Is anybody there?", "Hooo! {B} is a {animal}!"),
          says("B", "Nobody but {guess}.", "Who is a {animal}?"),
        ],
        sounds: ["Hello-lo-lo!", "Ooo... ooo!"],
      },
      {
        at: "road",
        actors: [
          act("B", ["pointing", "jumping"], ["surprised", "afraid"]),
          act("A", ["standing", "running"], ["afraid", "surprised"]),
        ],
        lines: [
          whispers("B", "It answered! {guess} answered!", "That was not your voice, {A}."),
          says("A", "Then let us ask it for {quest}.", "Now I am not so brave any more."),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the game",
    settings: ["field", "village"],
    together: true,
    beats: [
      {
        at: "road",
        actors: [
          act("A", ["jumping", "running"], ["happy"], "ball"),
          act("X", ["jumping", "waving", "running"], ["happy"]),
          act("B", ["sitting", "standing", "reading"], ["angry", "sad"]),
        ],
        lines: [
          says("X", "{A}! Play with us!", "One more goal and we win!"),
          says("B", "{A}, we have no time for that!", "Have you forgotten {quest}?"),
        ],
      },
      {
        at: "road",
        actors: [
          act("B", ["jumping", "running"], ["happy"], "ball"),
          act("A", ["waving", "standing"], ["surprised", "sly"]),
        ],
        lines: [
          says("B", "One kick. Only one!", "Here! To me! To me!"),
          says("A", "No time, you said?", "And who forgets {quest} now?"),
        ],
        optional: true,
      },
    ],
  },
];
