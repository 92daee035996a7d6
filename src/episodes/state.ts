/** The state of one episode between two replies: plain data that survives JSON. Pictures stand in it as specs. */
import { type Dialect, dialects, findDialect, type Occasion } from "../dialects/index.ts";
import type { Frame, Size } from "../geometry/index.ts";
import type { Reply } from "../providers/index.ts";
import {
  type Counterfactual,
  type EpisodeCall,
  type EpisodeMode,
  type EpisodeOutcome,
  type EpisodeSettings,
  offersZoom,
  type Question,
} from "../records/index.ts";
import type { PictureSpec } from "./picture.ts";

export type Turn =
  | { readonly role: "system"; readonly text: string }
  | { readonly role: "user"; readonly parts: readonly (string | PictureSpec)[] }
  | {
      readonly role: "assistant";
      readonly reply: Reply;
      readonly calls: readonly EpisodeCall[];
      readonly notes: readonly string[];
    }
  | { readonly role: "tool"; readonly callId: string; readonly name: string; readonly text: string };

/** What holds for the whole episode. */
export interface EpisodePlan {
  readonly id: string;
  readonly sample: number;
  readonly mode: EpisodeMode;
  readonly counterfactual?: Counterfactual | undefined;
  readonly provider: string;
  readonly model: string;
  readonly dialect: string;
  readonly frame: Frame;
  /** The page as the model sees it, or would see it in the modes that show none. */
  readonly seen: Size;
  readonly settings: EpisodeSettings;
  readonly harness: string;
}

export interface EpisodeState {
  readonly question: Question;
  readonly plan: EpisodePlan;
  readonly turns: readonly Turn[];
  /** Hashes of the pictures that were painted so far, by `pictureKey`. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Present once the episode has ended. */
  readonly outcome?: EpisodeOutcome;
  readonly answer?: string;
}

/** The dialect of a name; `RangeError` for an unknown one. */
export function dialectNamed(id: string): Dialect {
  const dialect = findDialect(id);
  if (dialect !== undefined) return dialect;
  const known = dialects.map((each) => each.id).join(", ");
  throw new RangeError(`episode: expected a dialect (${known}), got ${id}`);
}

export function occasionOf(question: Question, plan: EpisodePlan): Occasion {
  return {
    answer: question.gold.type,
    choices: question.choices,
    zoom: offersZoom(plan.mode),
    frame: plan.frame,
    page: question.page,
    maxTurns: plan.settings.maxTurns,
  };
}

/** Replies of the model so far. */
export const repliesIn = ({ turns }: EpisodeState): number =>
  turns.filter(({ role }) => role === "assistant").length;

/** All pictures of a turn, in order. */
export function picturesIn(turn: Turn): readonly PictureSpec[] {
  return turn.role === "user" ? turn.parts.filter((part) => typeof part !== "string") : [];
}
