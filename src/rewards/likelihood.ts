/**
 * What the crops did for the answer: p(gold | page and crops) - p(gold | page), -1 to 1; 0 without a crop.
 *
 * Reason: it pays for useful crops where nobody has drawn boxes. After CropVLM, which pays the sum of log p(gold) of a
 * frozen model; a difference of probabilities is bounded, and 0 where the page suffices. The log-probabilities are
 * inputs: whoever trains computes them, with which model stands in its recipe.
 */
import { between, type RewardInputs, type RewardTerm } from "./term.ts";
import { zoomsOf } from "./zooms.ts";

function probability(logProb: number, name: string): number {
  if (logProb <= 0) return Math.exp(logProb);
  throw new RangeError(`reward likelihood: expected goldLogProb.${name} of at most 0, got ${logProb}`);
}

function gain({ goldLogProb }: RewardInputs): number {
  if (goldLogProb === undefined)
    throw new RangeError(
      "reward likelihood: expected inputs.goldLogProb for an episode with a crop, got none",
    );
  return probability(goldLogProb.crops, "crops") - probability(goldLogProb.page, "page");
}

export const likelihood: RewardTerm<"likelihood"> = {
  id: "likelihood",
  summary: "probability of the gold behind the crops less that behind the page",
  needs: "goldLogProb",
  range: between(-1, 1),
  perfect: ({ targets }) => (targets.zoom.length > 0 ? 1 : 0),
  value: ({ episode, inputs }) => (zoomsOf(episode).length > 0 ? gain(inputs) : 0),
};
