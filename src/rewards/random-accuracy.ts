/**
 * A fair coin in place of accuracy: 0 or 1, whatever the answer.
 *
 * Reason: the paper's control ("only format rewards and random accuracy rewards"): what is gained under it is owed to
 * training as such and not to the reward. The paper does not give the chance; 1/2 has the largest variance. The coin
 * depends on seed, episode and step alone.
 */
import { seeded } from "../random.ts";
import { between, type RewardTerm } from "./term.ts";

export const randomAccuracy: RewardTerm<"random-accuracy"> = {
  id: "random-accuracy",
  summary: "a fair coin",
  range: between(0, 1),
  perfect: () => 1,
  value: ({ episode, step, inputs }) =>
    seeded(`random-accuracy/${inputs.seed ?? "0"}/${step}/${episode.id}`).chance(0.5) ? 1 : 0,
};
