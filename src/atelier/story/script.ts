/** A finished story: what staging and lettering are handed, panel by panel. No pixel is decided here. */
import type { Action, Condition, Emotion, Identity, Light, Prop, Setting, Weather } from "../vocabulary.ts";

export type Shot = "long" | "medium" | "close";

/** Depth planes, nearest first. */
export const PLANES = ["near", "middle", "far"] as const;
export type Plane = (typeof PLANES)[number];

export interface ActorScript {
  readonly identity: Identity;
  readonly action: Action;
  readonly emotion: Emotion;
  readonly holds?: Prop | undefined;
  readonly plane: Plane;
  /** On the way to somewhere: faces that side of the panel. */
  readonly heads?: "left" | "right" | undefined;
  /** What earlier mishaps have left on them; nothing when absent. */
  readonly conditions?: readonly Condition[] | undefined;
}

export type LineKind = "speech" | "shout" | "whisper" | "thought";

export interface LineScript {
  /** Among the panel's actors, or out of the picture. */
  readonly by: Identity;
  readonly kind: LineKind;
  /** In sentence case; lettering sets capitals. */
  readonly text: string;
}

export interface PanelScript {
  readonly setting: Setting;
  readonly light: Light;
  /** Clear when absent; indoors it is seen through windows. */
  readonly weather?: Weather | undefined;
  readonly shot: Shot;
  /** At least one, each identity once. */
  readonly actors: readonly ActorScript[];
  /** In speaking order. */
  readonly lines: readonly LineScript[];
  /** The narrator's box. */
  readonly narration?: string | undefined;
  /** A sound word ("Splash!"). */
  readonly sound?: string | undefined;
  /** A thing that lies on the ground. */
  readonly thing?: Prop | undefined;
}

/** How much a panel can hold, known from the layout before the story is written. */
export interface Room {
  /** Figures side by side. */
  readonly figures: number;
  readonly lines: number;
  /** Letters of one line of dialogue. */
  readonly letters: number;
  readonly narration: boolean;
  /** So low that far figures would be too small to read. */
  readonly low: boolean;
}
