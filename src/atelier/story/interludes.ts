/** Single panels on the way, for the places that no plot or episode fills. */
import { act, type Beat, GOING, says, thinks } from "./beat.ts";

/** A alone on the road. */
export const ALONE: readonly Beat[] = [
  {
    at: "road",
    actors: [act("A", GOING, ["calm", "happy", "sad"])],
    lines: [
      thinks(
        "A",
        "{before} is behind me. What comes next?",
        "Through {road}, and then?",
        "First {before}, now {road}.",
        "If only {relative} could see me.",
        "{count} more steps... {count} more...",
        "Is it {hour} already?",
      ),
    ],
  },
  {
    at: "road",
    actors: [
      act("X", ["sitting", "eating", "reading", "waving"], ["calm", "happy", "surprised"]),
      act("A", GOING, ["calm", "angry"]),
    ],
    lines: [
      says("X", "In a hurry, {A}?", "{A}! Back from {before} already?", "Where to so fast?"),
      says(
        "A",
        "No time, {X}! It is nearly {hour}!",
        "After {before}, nothing can stop me.",
        "To {goal}, {X}, to {goal}!",
      ),
    ],
  },
  {
    at: "road",
    actors: [act("A", ["sitting", "eating", "reading"], ["calm", "sad", "happy"])],
    lines: [
      says(
        "A",
        "A short rest after {before}.",
        "My legs say stop. I say: {hour}.",
        "Nobody will ever believe {before}.",
      ),
    ],
    tells: ["Later, in {road}...", "By {hour}, {A} needs a rest."],
  },
  {
    at: "road",
    actors: [
      act("X", ["walking", "carrying", "standing"], ["sly", "calm", "surprised"]),
      act("A", ["waving", "walking", "standing"], ["happy", "sad"]),
    ],
    lines: [
      says("A", "Still looking for {quest}.", "Do you know {quest}, {X}?", "{X}! Are you going to {goal}?"),
      says("X", "Then good luck to you.", "Never heard of it, sorry.", "Better you than me, {A}."),
    ],
  },
  {
    at: "road",
    actors: [act("A", ["walking", "running", "jumping"], ["happy", "surprised"])],
    lines: [],
    tells: [
      "On and on, through {road}.",
      "{road}, and still no end.",
      "After {before} comes {road}.",
      "{count} hours later, in {road}.",
    ],
  },
];

/** A and B on the road together. */
export const TOGETHER: readonly Beat[] = [
  {
    at: "road",
    actors: [act("A", GOING, ["calm", "happy"]), act("B", GOING, ["calm", "sad"])],
    lines: [
      says(
        "A",
        "That was {before}. What comes next?",
        "{road} is bigger than I thought.",
        "Sing something, {B}!",
      ),
      says("B", "A chair, I hope.", "And {goal} is behind it. I know.", "I sing when we are there."),
    ],
  },
  {
    at: "road",
    actors: [
      act("B", ["sitting", "eating", "standing"], ["sad", "calm"]),
      act("A", ["pointing", "waving", "standing"], ["happy", "angry"]),
    ],
    lines: [
      says("B", "I cannot go on, {A}.", "How far is {goal} now?", "Remember {before}? I do. My feet do."),
      says("A", "Up, {B}! It is nearly {hour}.", "Only {count} more hills.", "You said that at {hour}, too."),
    ],
  },
  {
    at: "road",
    actors: [
      act("A", ["walking", "running"], ["happy", "calm"]),
      act("B", ["walking", "carrying", "running"], ["happy", "angry"]),
    ],
    lines: [],
    tells: ["On they go, through {road}.", "Behind {before} lies {road}.", "{count} hours later, in {road}."],
  },
  {
    at: "road",
    actors: [
      act("A", ["pointing", "standing"], ["surprised", "happy"]),
      act("X", ["waving", "eating", "reading", "carrying"], ["happy", "calm"]),
      act("B", GOING, ["calm"]),
    ],
    lines: [
      says("A", "Look who is here! {X}!", "Hello, {X}! All well?"),
      says("X", "Still on the way, you two?", "Better than you, after {before}."),
    ],
  },
];
