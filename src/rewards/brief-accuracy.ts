/**
 * As `accuracy`, but 0 for answers of 1,000 characters and more.
 *
 * Reason: long answers talk judges round. The limit is DeepEyes' (`verl/utils/reward_score/vl_agent.py`).
 */
import { gradeOf } from "./accuracy.ts";
import { between, type RewardTerm } from "./term.ts";

/** Characters from which on an answer earns nothing. */
export const TOO_LONG = 1000;

export const briefAccuracy: RewardTerm<"brief-accuracy"> = {
  id: "brief-accuracy",
  summary: "accuracy of answers under 1,000 characters",
  range: between(0, 1),
  perfect: () => 1,
  value: (rewardCase) => ((rewardCase.episode.answer ?? "").length < TOO_LONG ? gradeOf(rewardCase) : 0),
};
