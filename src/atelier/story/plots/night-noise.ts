import { act, type Plot, says, shouts, TALKING, thinks, whispers } from "../beat.ts";

/** A noise in the night; the brave go and look, and it is somebody they know. */
export const NIGHT_NOISE: Plot = {
  titles: ["The noise in the night", "Who goes there?", "{A} hears {noise}", "The ghost of {goal}"],
  items: ["lantern", "umbrella", "key"],
  homes: ["kitchen", "village", "library", "harbour"],
  goals: ["kitchen", "harbour", "forest", "library"],
  night: true,
  quest: "whoever made {noise}",
  together: true,
  opening: [
    {
      at: "home",
      actors: [act("A", ["sleeping"], ["calm", "surprised"])],
      lines: [thinks("A", "{treat}... so much {treat}...", "Mmm... {count} more minutes...")],
      sounds: ["Creak!", "Bump!", "Hoo!"],
      tells: ["It is late on {day}. {A} sleeps.", "{hour} at night. Then, {noise}..."],
      optional: true,
    },
    {
      at: "home",
      actors: [
        act("A", ["jumping", "standing", "pointing"], ["afraid"]),
        act("B", ["sleeping", "sitting"], ["calm", "sad"]),
      ],
      lines: [
        whispers("A", "{B}! Did you hear {noise}?", "{B}, wake up! There was {noise}!"),
        says("B", "That was only {guess}.", "Go back to sleep, {A}.", "I heard nothing but you."),
      ],
    },
    {
      at: "home",
      actors: [
        act("A", ["pointing", "standing"], ["afraid"]),
        act("B", ["standing", "sitting"], ["surprised", "calm"]),
      ],
      lines: [
        says("A", "Was {guess} ever so loud?", "{guess} does not sound like that."),
        says("B", "No. Now I heard it too!", "Then it came from {road}..."),
      ],
      sounds: ["Crunch!", "Tap tap!"],
      optional: true,
    },
    {
      at: "home",
      actors: [
        act("B", ["walking", "standing"], ["calm", "afraid"], "item"),
        act("A", ["walking", "standing", "pointing"], ["afraid"]),
      ],
      lines: [
        says("B", "I take the {item}. You go first.", "Come, we look in {road}."),
        says("A", "Me first? Why me?", "You first. You have the {item}."),
      ],
    },
  ],
  ending: [
    {
      at: "goal",
      actors: [
        act("B", ["pointing"], ["afraid", "surprised"]),
        act("A", ["standing", "jumping", "falling"], ["afraid"]),
      ],
      lines: [
        whispers("B", "There! In {goal}! It moves!", "Something sits over there..."),
        whispers("A", "It is bigger than {before}!", "I see teeth! {count} of them!"),
      ],
      sounds: ["Munch!", "Grrr!", "Slurp!"],
    },
    {
      at: "goal",
      actors: [act("A", ["running", "jumping"], ["afraid"]), act("B", ["running", "falling"], ["afraid"])],
      lines: [
        shouts("A", "It is {guess}! Run!", "Help! Save yourself, {B}!"),
        shouts("B", "Wait for me, {A}!", "I am already gone!"),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("C", ["eating"], ["surprised", "happy"]),
        act("A", ["pointing", "standing"], ["surprised"]),
        act("B", ["standing"], ["surprised"]),
      ],
      lines: [
        shouts("A", "Hands up! ... {C}?", "Who goes there? {C}?!"),
        says("C", "I was only a little hungry.", "What? Can nobody eat in peace?"),
      ],
    },
    {
      at: "goal",
      actors: [act("B", TALKING, ["angry", "calm"]), act("C", ["sitting", "eating"], ["sad", "sly"])],
      lines: [
        says("B", "So {noise} was you, {C}?", "At {hour}? In the dark?"),
        says("C", "I dropped the {treat}.", "By day you two eat it all!"),
      ],
      optional: true,
    },
    {
      at: "goal",
      actors: [
        act("A", ["eating", "sitting"], ["happy"]),
        act("C", ["eating", "waving"], ["happy"]),
        act("B", ["sitting", "eating"], ["happy", "calm"]),
      ],
      lines: [
        says("A", "Is there some {treat} left?", "Well, now I am hungry too."),
        says("C", "Sit down, both of you.", "There is enough for {count}."),
      ],
      tells: ["And so the ghost was fed.", "Nobody slept much that night."],
    },
    {
      at: "goal",
      actors: [
        act("B", ["sleeping"], ["happy", "calm"]),
        act("A", ["standing", "walking"], ["surprised", "afraid"]),
      ],
      lines: [whispers("A", "And who was it at {before}?", "{C}... did you hear that, too?")],
      sounds: ["Hoo!", "Creak!"],
      optional: true,
    },
  ],
};
