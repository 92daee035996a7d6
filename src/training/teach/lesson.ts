/** What a lesson is: it turns a question into conversations that teach one thing about it. */
import type { EpisodeOptions } from "../../episodes/index.ts";
import type { Provider } from "../../providers/index.ts";
import type { Random } from "../../random.ts";
import type { Page, Question } from "../../records/index.ts";
import type { ConversationRecord } from "../methods/conversation-file.ts";

/**
 * What boxes of zoom calls that are taught know of the target: `jittered` lie about it (mean IoU about 0.22), `random` are
 * drawn without it, `exact` are the target's own.
 */
export const TAUGHT_BOXES = ["jittered", "random", "exact"] as const;
export type TaughtBoxes = (typeof TAUGHT_BOXES)[number];

/** How the episodes are asked that lessons imitate. */
export type Asking = Pick<EpisodeOptions, "maxPixels" | "zoomMaxPixels" | "maxTurns" | "harness"> & {
  /** Id of a dialect whose calls are text. */
  readonly dialect: string;
};

/** Most tokens of a taught model's reply: a call takes about 25. */
export const REPLY_TOKENS = 64;

export interface LessonContext {
  /** What the model's pictures are like. */
  readonly reader: Pick<Provider, "id" | "model" | "traits">;
  readonly asking: Asking;
  /** The truth about the question's page. */
  readonly page: Pick<Page, "characters">;
  readonly random: Random;
  readonly boxes: TaughtBoxes;
  /** How strongly marked boxes are filled on pictures of the page, 0-1. */
  readonly tint: number;
}

export interface Lesson<Id extends string = string> {
  readonly id: Id;
  readonly summary: string;
  /** Its replies tell boxes of targets whatever `boxes` says: a model that is to learn without them cannot have it. */
  readonly tellsTargets: boolean;
  /** Nothing where the question does not fit the lesson. */
  make(question: Question, context: LessonContext): readonly ConversationRecord[];
}

/** A lesson that tells targets is not for a model whose boxes are to be random. */
export const mayTeach = ({ tellsTargets }: Pick<Lesson, "tellsTargets">, boxes: TaughtBoxes): boolean =>
  boxes !== "random" || !tellsTargets;
