/** What one episode did, as tokens: what training computes with. */
import type { z } from "zod";
import type { SizedPicture } from "../../engine/index.ts";
import type { EpisodeOptions, EpisodeState } from "../../episodes/index.ts";
import { EpisodeModeSchema, type Question } from "../../records/index.ts";

/** A prompt and what follows it, as one sequence of tokens. */
export interface Trace {
  /** The whole sequence: prompt, reply, tool's result, reply, ...; each picture's tokens stand in full. */
  readonly tokens: readonly number[];
  /** As long as `tokens`: true where the policy wrote the token, the end of its turn included. */
  readonly own: readonly boolean[];
  /** In the order of their tokens. */
  readonly images: readonly SizedPicture[];
  /** Tokens before the first reply; at least 1. */
  readonly promptTokens: number;
  /** Pictures among them. */
  readonly promptImages: number;
}

export interface Rollout extends Trace {
  readonly question: Question;
  /** Ended; `recordOf` gives its record. */
  readonly state: EpisodeState;
  /**
   * Of its own tokens, in order. At temperature 1 under the model's own distribution, whatever was ruled out: what the
   * training graph computes. At others under the distribution that was drawn from; where tokens are ruled out (pictures'
   * own always are), the training graph's are lower by what those weigh. NaN for tokens that were given.
   */
  readonly logProbs: Float32Array;
  /** SHA-256 of size and pixels, as painted, of each of `images`: 64 hex digits. */
  readonly imageHashes: readonly string[];
  /** A turn was cut off by the limit of tokens, or the context by a tool's result. */
  readonly overlong: boolean;
}

/** How tokens are drawn; 0 and 1 mean what they do in `SamplingSchema`. */
export interface RolloutSampling {
  readonly temperature: number;
  /** Default 1: all. */
  readonly topP?: number | undefined;
  /** Default 0: all. */
  readonly topK?: number | undefined;
  /** Of one reply. */
  readonly maxTokens: number;
}

/** Modes in which a policy is asked one thing; `located` asks before (`teach/located.ts`). */
export const RolloutModeSchema = EpisodeModeSchema.exclude(["located"]);
export type RolloutMode = z.infer<typeof RolloutModeSchema>;

/** How episodes are run. Pictures are seen as `encoding: "png"` sends them: px for px. */
export interface RolloutOptions
  extends Omit<
    EpisodeOptions,
    "mode" | "sample" | "dialect" | "sampling" | "encoding" | "seed" | "captions"
  > {
  readonly mode: RolloutMode;
  /** Rollouts of each question: a group. */
  readonly copies: number;
  /** Id of a dialect whose calls are text. */
  readonly dialect: string;
  readonly sampling: RolloutSampling;
  /** Of all draws, and of random counterfactual regions. */
  readonly seed: string | number;
  /**
   * A reply, without its end, that the policy is made to give; undefined where it draws its own.
   *
   * @param turn replies before this one
   */
  readonly given?: ((question: Question, sample: number, turn: number) => string | undefined) | undefined;
  /** The model's name, for records. Default "policy". */
  readonly name?: string | undefined;
}
