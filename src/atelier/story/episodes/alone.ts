import { act, type Episode, GOING, says, shouts, TALKING, TUMBLING, thinks, whispers } from "../beat.ts";

/** A alone, among people met on the way. */
export const ALONE: readonly Episode[] = [
  {
    memory: "the puddle",
    settings: ["village", "forest", "field"],
    together: false,
    beats: [
      {
        at: "road",
        actors: [
          act("A", TUMBLING, ["surprised", "afraid"]),
          act("X", ["waving", "sitting", "standing"], ["happy", "surprised"]),
        ],
        lines: [
          shouts("A", "Whoops!", "Aah, a puddle!", "Not the puddle!"),
          says(
            "X",
            "Mind the puddle, {A}!",
            "That puddle is deep, you know.",
            "You are the {nth} one today!",
          ),
        ],
        sounds: ["Splash!", "Plop!", "Splosh!"],
      },
      {
        at: "road",
        actors: [act("A", ["sitting", "standing"], ["sad", "angry"])],
        lines: [
          says("A", "Wet up to the ears!", "Now my socks are wet, too.", "Thank you for telling me so soon."),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the signpost",
    settings: ["village", "forest", "field", "harbour"],
    together: false,
    beats: [
      {
        at: "road",
        actors: [
          act("A", TALKING, ["calm", "happy"]),
          act("X", ["reading", "pointing", "eating"], ["calm", "sly"]),
        ],
        lines: [
          says(
            "A",
            "Excuse me, I look for {quest}.",
            "Hello! I look for {quest}.",
            "{X}! I am looking for {quest}.",
          ),
          says(
            "X",
            "Left, right, left, {count} times.",
            "Past the mill and then ask again.",
            "Who is not, these days?",
          ),
        ],
      },
      {
        at: "road",
        actors: [
          act("A", ["pointing", "standing"], ["surprised", "angry"]),
          act("X", ["sitting", "standing", "waving"], ["calm", "happy"]),
        ],
        lines: [
          says(
            "A",
            "Left? But I come from the left!",
            "{count} times? Then I am back here!",
            "Ask whom? There is only you!",
          ),
          says("X", "Then it must be right.", "So it is quite near, you see.", "I only came here on {day}."),
        ],
        optional: true,
      },
      {
        at: "road",
        actors: [act("A", GOING, ["sad", "calm"])],
        lines: [
          thinks("A", "Next time I ask a signpost.", "I am no wiser than before.", "{X} is no great help."),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the nap",
    settings: ["field", "forest", "library"],
    together: false,
    beats: [
      {
        at: "road",
        actors: [
          act("A", ["sleeping", "sitting"], ["calm", "sad"]),
          act("X", ["walking", "reading"], ["calm", "surprised"]),
        ],
        lines: [
          thinks("A", "Only {count} minutes...", "Just close one eye...", "So tired, so very tired..."),
        ],
        sounds: ["Zzz...", "Snore!"],
      },
      {
        at: "road",
        actors: [
          act("X", ["pointing", "waving", "standing"], ["surprised", "happy"]),
          act("A", ["sleeping", "jumping"], ["surprised", "calm"]),
        ],
        lines: [
          says("X", "{A}! It is {hour}!", "You snore like {relative}!", "Wake up, somebody wants to pass!"),
          says("A", "{hour}? Already?", "Who? What? Where?", "I was only thinking!"),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the big bridge",
    settings: ["harbour", "village"],
    together: false,
    beats: [
      {
        at: "road",
        actors: [
          act("X", ["pointing", "standing"], ["angry", "calm"]),
          act("A", ["standing", "walking", "running"], ["surprised", "calm"]),
        ],
        lines: [
          shouts("X", "Halt! The bridge costs {bet}.", "Stop! Nobody passes without {treat}."),
          says("A", "But I must get to {goal}!", "I have nothing like that!", "Since when?"),
        ],
      },
      {
        at: "road",
        actors: [
          act("A", ["pointing", "waving"], ["sly"]),
          act("X", ["standing", "eating"], ["surprised", "calm"]),
        ],
        lines: [
          says("A", "Look behind you! Is that {relative}?", "And if I tell you a secret?"),
          says("X", "Where? I see nobody!", "A secret? Well, go on!"),
        ],
        optional: true,
      },
      {
        at: "road",
        actors: [
          act("A", ["running", "jumping"], ["happy", "sly"]),
          act("X", ["pointing", "falling"], ["angry", "surprised"]),
        ],
        lines: [
          says("A", "Here is one: I run faster!", "Goodbye, and greet {relative}!"),
          shouts("X", "Hey! Come back and pay!", "That was a trick!"),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the little snack",
    settings: ["kitchen", "village", "harbour"],
    together: false,
    beats: [
      {
        at: "road",
        actors: [
          act("X", ["eating", "waving", "carrying"], ["happy"]),
          act("A", ["walking", "standing"], ["surprised", "happy"]),
        ],
        lines: [
          says("X", "{treat}, {A}? Still warm!", "Come and try my {treat}!", "Hungry, {A}? I have {treat}."),
          says(
            "A",
            "I have no time! Well... one bite.",
            "{treat}? How can I say no?",
            "I should not. Is it fresh?",
          ),
        ],
      },
      {
        at: "road",
        actors: [
          act("A", ["eating", "sitting"], ["happy"]),
          act("X", ["standing", "sitting", "eating"], ["surprised", "calm"]),
        ],
        lines: [
          says("X", "That is already your {nth}!", "One bite, you said!", "And you had no time, {A}?"),
          says("A", "The {nth} is the best.", "It was a very big bite.", "Now I have. Is there more?"),
        ],
        optional: true,
      },
      {
        at: "road",
        actors: [act("A", ["walking", "carrying"], ["sad", "happy"])],
        lines: [thinks("A", "Too much {treat}. Oh, my belly.", "Now on, but slowly...")],
        optional: true,
      },
    ],
  },
  {
    memory: "the sleeper",
    settings: ["forest", "field", "harbour", "library"],
    together: false,
    beats: [
      {
        at: "road",
        actors: [
          act("X", ["sleeping"], ["calm", "happy"]),
          act("A", ["walking", "standing", "carrying"], ["surprised", "calm"]),
        ],
        lines: [
          whispers("A", "{X} sleeps right on my way.", "Shh. {X} is asleep.", "How can one sleep here?"),
        ],
        sounds: ["Snore!", "Zzz...", "Chrr!"],
      },
      {
        at: "road",
        actors: [act("A", ["jumping", "falling"], ["afraid", "surprised"]), act("X", ["sleeping"], ["calm"])],
        lines: [whispers("A", "Softly... one big jump...", "Over {X.him}, and not a sound...")],
        sounds: ["Hop!", "Crack!"],
        optional: true,
      },
      {
        at: "road",
        actors: [
          act("X", ["sitting", "standing", "pointing"], ["angry", "surprised"]),
          act("A", ["running", "walking", "standing"], ["afraid"]),
        ],
        lines: [
          shouts("X", "Who was that?", "Who stepped on my foot?"),
          says("A", "Only {guess}. Sleep well!", "I hear nothing, I see nothing!"),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the crossword",
    settings: ["library", "village", "kitchen"],
    together: false,
    beats: [
      {
        at: "road",
        actors: [
          act("X", ["reading"], ["calm", "sad"], "book"),
          act("A", ["walking", "standing", "waving"], ["calm", "happy"]),
        ],
        lines: [
          says(
            "X",
            "An animal with {count} letters?",
            "It is grey and says nothing. What is it?",
            "What is wet and never drinks?",
          ),
          says("A", "A cow! With a hat!", "My uncle on {day}.", "The sea! Have you seen {quest}?"),
        ],
      },
      {
        at: "road",
        actors: [
          act("X", ["reading", "jumping", "pointing"], ["happy", "surprised"], "book"),
          act("A", ["standing", "walking", "sitting"], ["surprised", "sad"]),
        ],
        lines: [
          says("X", "It fits! You are clever, {A}!", "Wrong, but I like it.", "It fits! And {quest}? No."),
          says("A", "I know. And now tell me the way!", "Can I go on now?"),
        ],
        optional: true,
      },
    ],
  },
  {
    memory: "the wind",
    settings: ["field", "harbour", "village"],
    together: false,
    beats: [
      {
        at: "road",
        actors: [
          act("X", ["running", "walking"], ["surprised", "afraid"], "umbrella"),
          act("A", ["standing", "walking", "pointing"], ["surprised", "happy"]),
        ],
        lines: [
          shouts("X", "My hat! Catch my hat!", "What a wind! Hold me, {A}!"),
          says("A", "Which way did it fly?", "Let go of that umbrella!"),
        ],
        sounds: ["Whoosh!", "Huuu!"],
      },
      {
        at: "road",
        actors: [
          act("A", ["jumping", "pointing", "running"], ["happy", "calm"]),
          act("X", ["falling", "waving"], ["happy", "afraid"]),
        ],
        lines: [
          says("A", "There! It lies {spot}!", "Now you are down again!"),
          says("X", "Thank you, {A}. What a day!", "My poor hat. It was new on {day}."),
        ],
        optional: true,
      },
    ],
  },
];
