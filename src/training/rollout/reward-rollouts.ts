/** What rollouts earn. */
import { recordOf, type Times } from "../../episodes/index.ts";
import type { Episode } from "../../records/index.ts";
import {
  type Reward,
  type RewardInputs,
  rewardOf,
  type Strategy,
  termOf,
  termsOf,
} from "../../rewards/index.ts";
import type { Rollout } from "./rollout.ts";

/** No reward hangs on the time. */
const NO_TIMES: Times = { started: "1970-01-01T00:00:00.000Z", ended: "1970-01-01T00:00:00.000Z" };

/** The record that rewards are computed from: without times, pictures named by their pixels. */
export const episodeOf = ({ state }: Rollout): Episode => recordOf(state, NO_TIMES);

/**
 * The reward of each rollout at a step, in order: the total, and every term apart.
 *
 * @param inputs what terms need besides, of each rollout
 */
export function rewardRollouts(
  rollouts: readonly Rollout[],
  strategy: Strategy,
  step: number,
  inputs: (rollout: Rollout, index: number) => RewardInputs = () => ({}),
): readonly Reward[] {
  return rollouts.map((rollout, index) =>
    rewardOf(episodeOf(rollout), rollout.question, step, strategy, inputs(rollout, index)),
  );
}

/** Whether a strategy has a term that needs `goldLogProbs`. */
export const needsGoldLogProbs = (strategy: Strategy): boolean =>
  termsOf(strategy).some((id) => termOf(id).needs === "goldLogProb");
