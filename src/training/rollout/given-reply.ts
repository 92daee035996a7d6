/** Replies that are given to the policy as its own. */
import { textCleaner } from "../../providers/local-prompt.ts";
import type { LiveRollout, Utterance } from "./live-rollout.ts";
import type { RolloutModel } from "./run-rollouts.ts";

/** A given reply and the end of its turn, as far as the context of the rollout holds them. */
export function saidBy(model: RolloutModel): (text: string, rollout: LiveRollout) => Utterance {
  const { tokenizer, architecture } = model;
  const clean = textCleaner(model);
  const end = tokenizer.endOfTurn === undefined ? [] : [tokenizer.id(tokenizer.endOfTurn)];
  return (given, rollout) => {
    const text = clean(given);
    const all = [...tokenizer.encode(text), ...end];
    const tokens = all.slice(0, architecture.maxPositions - rollout.tokens.length);
    return {
      tokens,
      logProbs: tokens.map(() => Number.NaN),
      text,
      finish: tokens.length < all.length ? "length" : "stop-token",
    };
  };
}
