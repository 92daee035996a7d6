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
] as const;
export type Action = (typeof ACTIONS)[number];

export const EMOTIONS = ["calm", "happy", "angry", "afraid", "sad", "sly", "surprised"] as const;
export type Emotion = (typeof EMOTIONS)[number];

export const PROPS = ["pie", "umbrella", "book", "suitcase", "ball", "fish", "lantern", "key"] as const;
export type Prop = (typeof PROPS)[number];

export const SETTINGS = ["kitchen", "village", "forest", "field", "harbour", "library"] as const;
export type Setting = (typeof SETTINGS)[number];

export const LIGHTS = ["day", "night"] as const;
export type Light = (typeof LIGHTS)[number];
