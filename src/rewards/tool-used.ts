/**
 * The tool bonus of DeepEyes (`verl/utils/reward_score/vl_agent.py`, `tool_reward`): 1 when at least one crop was shown,
 * else 0.
 *
 * Reason: it pays for zooming as such, without boxes. DeepEyes looks for picture tokens in the transcript; here the
 * record's calls decide, which text cannot forge.
 */
import { between, type RewardTerm } from "./term.ts";
import { zoomsOf } from "./zooms.ts";

export const toolUsed: RewardTerm<"tool-used"> = {
  id: "tool-used",
  summary: "at least one zoom was run",
  range: between(0, 1),
  perfect: ({ targets }) => (targets.zoom.length > 0 ? 1 : 0),
  value: ({ episode }) => (zoomsOf(episode).length > 0 ? 1 : 0),
};
