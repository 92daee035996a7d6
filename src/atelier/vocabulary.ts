/** The closed lists that stories are written in and figures are drawn from. */

export const IDENTITIES = [
  "bear",
  "fox",
  "rabbit",
  "dog",
  "lady",
  "professor",
  "lad",
  "captain",
  "girl",
  "cook",
  "cat",
  "pig",
  "mouse",
  "frog",
  "hare",
  "mate",
  "student",
  "granny",
] as const;
export type Identity = (typeof IDENTITIES)[number];

export const ACTIONS = [
  "standing",
  "walking",
  "running",
  "jumping",
  "sitting",
  "sleeping",
  "falling",
  "pointing",
  "waving",
  "carrying",
  "eating",
  "reading",
  "lying",
  "climbing",
  "fighting",
  "hiding",
  "kneeling",
  "throwing",
  "dancing",
  "crying",
  "digging",
  "pushing",
] as const;
export type Action = (typeof ACTIONS)[number];

export const EMOTIONS = ["calm", "happy", "angry", "afraid", "sad", "sly", "surprised", "disgusted"] as const;
export type Emotion = (typeof EMOTIONS)[number];

export const PROPS = [
  "pie",
  "umbrella",
  "book",
  "suitcase",
  "ball",
  "fish",
  "lantern",
  "key",
  "ring",
  "letter",
  "cup",
  "flower",
  "hammer",
  "apple",
  "spade",
] as const;
export type Prop = (typeof PROPS)[number];

export const SETTINGS = [
  "kitchen",
  "village",
  "forest",
  "field",
  "harbour",
  "library",
  "beach",
  "market",
  "classroom",
  "station",
  "mountains",
  "cave",
  "castle",
  "ship",
  "workshop",
  "living room",
  "garden",
  "bridge",
  "town",
  "desert",
] as const;
export type Setting = (typeof SETTINGS)[number];

/** Under a roof: lamps are on at night, and the weather stays outside. */
export const INDOOR_SETTINGS: readonly Setting[] = [
  "kitchen",
  "library",
  "classroom",
  "cave",
  "castle",
  "workshop",
  "living room",
];

export const LIGHTS = ["day", "dusk", "night"] as const;
export type Light = (typeof LIGHTS)[number];

export const WEATHERS = ["clear", "rain", "snow", "wind", "fog"] as const;
export type Weather = (typeof WEATHERS)[number];

/** What a mishap leaves on somebody until the page ends. */
export const CONDITIONS = ["bandaged", "wet"] as const;
export type Condition = (typeof CONDITIONS)[number];
