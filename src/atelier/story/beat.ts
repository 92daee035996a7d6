/**
 * The notation plots are written in. A beat is one panel: who does what where, and what is said. Lists are
 * alternatives. Every beat of a scene follows from the one before it: by the event, by a line, or by the plot's thing.
 */
import type { Action, Emotion, Prop, Setting } from "../vocabulary.ts";
import type { LineKind } from "./script.ts";
import { type Text, texts } from "./text.ts";

/** A, B and C carry the plot; X is someone met on the way, another one each time. */
export type Role = "A" | "B" | "C" | "X";

/** Where the plot starts, wherever the way leads, where it ends. */
export type Place = "home" | "road" | "goal";

/** Where the plot's thing is: with somebody, on the ground in sight, or nowhere to be seen. */
export type Whereabouts = Role | "ground" | "away";

export interface ActorCue {
  readonly role: Role;
  readonly does: readonly Action[];
  readonly feels: readonly Emotion[];
  /** Something else than the plot's thing, which is with whom {@link Beat.item} says. */
  readonly holds?: Prop | undefined;
}

export interface LineCue {
  readonly by: Role;
  readonly kind: LineKind;
  readonly say: readonly Text[];
}

/** What a beat has besides actors and lines. */
interface Circumstances {
  /** Alternatives for the narrator's box. */
  readonly tells?: readonly Text[];
  /** Alternatives for a sound word. */
  readonly sounds?: readonly Text[];
  /** Where the plot's thing is from here on. */
  readonly item?: Whereabouts;
  /** Lies on the ground: something else than the plot's thing. */
  readonly thing?: Prop;
  /** From here on it rains, or no longer. */
  readonly rain?: boolean;
  /** Must be told even on the shortest page: four of them in a plot. */
  readonly key?: boolean;
  /** Other exchanges that tell the same, each in place of the beat's lines. */
  readonly or?: readonly (readonly LineCue[])[];
  /** Exchanges that tell the same in any order, with any of their texts: which line comes first is chance. */
  readonly eitherOrder?: readonly (readonly LineCue[])[];
  /** Told in small talk of its two actors instead of lines. */
  readonly chat?: boolean;
}

export interface Beat extends Circumstances {
  readonly at: Place;
  /** Who matters most comes first; the last ones are left out where a panel is small. */
  readonly actors: readonly ActorCue[];
  readonly lines: readonly LineCue[];
}

/** A small event of a few beats that any plot can meet on its way. B is the companion, or a passer-by. */
export interface Episode {
  /** How it is remembered afterwards, with an article. */
  readonly memory: Text;
  readonly settings: readonly Setting[];
  /** Told as a whole or not at all. */
  readonly beats: readonly Beat[];
}

export interface Plot {
  readonly name: string;
  readonly titles: readonly Text[];
  readonly items: readonly Prop[];
  readonly homes: readonly Setting[];
  readonly goals: readonly Setting[];
  /** Starts at night. */
  readonly night?: boolean;
  /** A and B go the way together; otherwise A goes alone. */
  readonly together: boolean;
  /** Where its thing is at the beginning. */
  readonly item: Whereabouts;
  readonly opening: readonly Beat[];
  readonly ending: readonly Beat[];
}

export const act = (
  role: Role,
  does: readonly Action[],
  feels: readonly Emotion[],
  holds?: Prop,
): ActorCue => ({ role, does, feels, holds });

type WriteBeat = (
  actors: readonly ActorCue[],
  lines: readonly LineCue[],
  circumstances?: Circumstances,
) => Beat;
const writeBeat =
  (at: Place): WriteBeat =>
  (actors, lines, circumstances = {}) => ({ at, actors, lines, ...circumstances });
export const atHome = writeBeat("home");
export const onTheRoad = writeBeat("road");
export const atGoal = writeBeat("goal");

/** Who says one of the texts, given as pairs of English and French; several are easier to read in brackets. */
type Speak = (by: Role, ...pairs: readonly (string | readonly [en: string, fr: string])[]) => LineCue;
const speak =
  (kind: LineKind): Speak =>
  (by, ...pairs) => ({ by, kind, say: texts(...pairs.flat()) });
export const says = speak("speech");
export const shouts = speak("shout");
export const whispers = speak("whisper");
export const thinks = speak("thought");
