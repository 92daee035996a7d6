/**
 * The notation plots are written in. A beat is one panel: who does what where, and what is said. Lists are
 * alternatives; `{slots}` in texts are filled by `wording.ts`.
 */
import type { Action, Emotion, Prop, Setting } from "../vocabulary.ts";
import type { LineKind } from "./script.ts";

/** A, B and C carry the plot; X is someone met on the way, another one each time. */
export type Role = "A" | "B" | "C" | "X";

/** Where the plot starts, wherever the way leads, where it ends. */
export type Place = "home" | "road" | "goal";

export interface ActorCue {
  readonly role: Role;
  readonly does: readonly Action[];
  readonly feels: readonly Emotion[];
  /** The plot's thing, or one by name. */
  readonly holds?: "item" | Prop | undefined;
}

export interface LineCue {
  readonly by: Role;
  readonly kind: LineKind;
  readonly say: readonly string[];
}

export interface Beat {
  readonly at: Place;
  /** Who matters most comes first; the last ones are left out where a panel is small. */
  readonly actors: readonly ActorCue[];
  readonly lines: readonly LineCue[];
  /** Alternatives for the narrator's box. */
  readonly tells?: readonly string[];
  /** Alternatives for a sound word. */
  readonly sounds?: readonly string[];
  /** Lies on the ground. */
  readonly thing?: "item" | Prop;
  /** From here on it rains, or no longer. */
  readonly rain?: boolean;
  /** From here on it is night, or day again. */
  readonly night?: boolean;
  /** May be left out of a short page. */
  readonly optional?: boolean;
}

/** A small event of a few beats that any plot can meet on its way. */
export interface Episode {
  /** How it is remembered afterwards, with an article ("the puddle"). */
  readonly memory: string;
  readonly settings: readonly Setting[];
  /** B goes along with A; otherwise A goes alone. */
  readonly together: boolean;
  /** The first one always takes place; the others are optional. */
  readonly beats: readonly Beat[];
}

export interface Plot {
  readonly titles: readonly string[];
  readonly items: readonly Prop[];
  readonly homes: readonly Setting[];
  readonly goals: readonly Setting[];
  /** Starts at night. */
  readonly night?: boolean;
  /** Completes "I am looking for ...". */
  readonly quest: string;
  /** A and B go the way together; otherwise A goes alone. */
  readonly together: boolean;
  readonly opening: readonly Beat[];
  readonly ending: readonly Beat[];
}

export const act = (
  role: Role,
  does: readonly Action[],
  feels: readonly Emotion[],
  holds?: "item" | Prop,
): ActorCue => ({ role, does, feels, holds });

type Speak = (by: Role, ...say: readonly string[]) => LineCue;
export const says: Speak = (by, ...say) => ({ by, kind: "speech", say });
export const shouts: Speak = (by, ...say) => ({ by, kind: "shout", say });
export const whispers: Speak = (by, ...say) => ({ by, kind: "whisper", say });
export const thinks: Speak = (by, ...say) => ({ by, kind: "thought", say });

/** What people do while they talk. */
export const TALKING: readonly Action[] = ["standing", "pointing", "waving", "sitting", "eating"];
/** What people do while they listen or wait. */
export const WAITING: readonly Action[] = ["standing", "sitting", "reading", "eating"];
/** How people get along. */
export const GOING: readonly Action[] = ["walking", "running", "carrying"];
/** What happens to the clumsy. */
export const TUMBLING: readonly Action[] = ["falling"];
