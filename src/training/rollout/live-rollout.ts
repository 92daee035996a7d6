/** A rollout under way: what was written and given so far, and where its episode stands. */
import type { Finish, SizedPicture } from "../../engine/index.ts";
import { type EpisodeState, step } from "../../episodes/index.ts";
import type { Question } from "../../records/index.ts";
import type { Passage } from "./passage.ts";
import type { Rollout } from "./rollout.ts";

/** A reply as the policy wrote it. */
export interface Utterance {
  /** The token that ended it included. */
  readonly tokens: readonly number[];
  readonly logProbs: readonly number[];
  readonly text: string;
  readonly finish: Finish["reason"];
}

export interface LiveRollout {
  readonly question: Question;
  /** Begins all draws; one name a rollout. */
  readonly name: string;
  state: EpisodeState;
  rendered: string;
  readonly tokens: number[];
  readonly own: boolean[];
  readonly logProbs: number[];
  readonly images: SizedPicture[];
  readonly imageHashes: string[];
  readonly promptTokens: number;
  readonly promptImages: number;
  overlong: boolean;
}

export const isLive = ({ state }: LiveRollout): boolean => state.outcome === undefined;

export function startRollout(question: Question, state: EpisodeState, opening: Passage): LiveRollout {
  const { tokens, images, imageHashes, rendered } = opening;
  return {
    question,
    name: state.plan.id,
    state,
    rendered,
    tokens: [...tokens],
    own: tokens.map(() => false),
    logProbs: [],
    images: [...images],
    imageHashes: [...imageHashes],
    promptTokens: tokens.length,
    promptImages: images.length,
    overlong: false,
  };
}

/** Takes a reply: the episode goes on from it or ends. */
export function hear(rollout: LiveRollout, { tokens, logProbs, text, finish }: Utterance): void {
  const inputTokens = rollout.tokens.length;
  const isCut = finish === "length";
  rollout.overlong ||= isCut;
  for (const token of tokens) {
    rollout.tokens.push(token);
    rollout.own.push(true);
  }
  rollout.logProbs.push(...logProbs);
  rollout.state = step(rollout.state, {
    text,
    calls: [],
    finish: isCut ? "length" : "stop",
    usage: { inputTokens, outputTokens: tokens.length },
    // Time would make equal rollouts differ.
    latencyMs: 0,
    model: rollout.state.plan.model,
  });
}

/** Adds what answers the last reply; none of it is the policy's own. */
export function give(rollout: LiveRollout, { tokens, images, imageHashes, rendered }: Passage): void {
  for (const token of tokens) {
    rollout.tokens.push(token);
    rollout.own.push(false);
  }
  rollout.images.push(...images);
  rollout.imageHashes.push(...imageHashes);
  rollout.rendered = rendered;
}

/** Ends a rollout whose context cannot hold what answers its last reply: that was never shown. */
export function cutOff(rollout: LiveRollout): void {
  const { state } = rollout;
  const spoken = state.turns.findLastIndex(({ role }) => role === "assistant");
  rollout.state = { ...state, turns: state.turns.slice(0, spoken + 1), outcome: { kind: "length" } };
  rollout.overlong = true;
}

/** @throws RangeError for one that is under way */
export function endedRollout(rollout: LiveRollout): Rollout {
  if (isLive(rollout))
    throw new RangeError(`rollout ${rollout.name}: expected one that ended, got a live one`);
  const { question, state, tokens, own, images, imageHashes, promptTokens, promptImages, overlong } = rollout;
  const logProbs = Float32Array.from(rollout.logProbs);
  return {
    question,
    state,
    tokens,
    own,
    logProbs,
    images,
    imageHashes,
    promptTokens,
    promptImages,
    overlong,
  };
}
