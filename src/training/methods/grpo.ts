/**
 * Group relative policy optimisation (Shao et al. 2024, arXiv 2402.03300) with any reward strategy: with the zoom tool where
 * the strategy offers it, from the page where it does not.
 *
 * The formulas, and where they depart from their sources, stand in `objective/`. Deviations of the loop from verl: prompts
 * are drawn by seed and step alone; the log-probabilities of the old policy are the sampler's unless `old` says
 * `recomputed`; a step whose episodes were all masked makes no update.
 */
import { dialects, findDialect } from "../../dialects/index.ts";
import { loadModel } from "../../engine/index.ts";
import { describe, InputError } from "../../errors.ts";
import type { PolicyConfig } from "../config.ts";
import { openPolicy } from "../rollout/policy.ts";
import { chosenQuestions } from "./chosen-questions.ts";
import type { Learner } from "./learner.ts";
import type { MethodContext, TrainMethod } from "./method.ts";
import { adapterOf } from "./optimiser-of.ts";
import { createPolicyLearner } from "./policy/policy-learner.ts";

export const grpo: TrainMethod<"grpo"> = {
  id: "grpo",
  summary: "learn from rewards of the model's own episodes, by any strategy",
  open: openPolicyMethod,
};

/** Policy optimisation on the training questions of the context. */
export async function openPolicyMethod(config: PolicyConfig, context: MethodContext): Promise<Learner> {
  const { threads, pictures } = context;
  const dialect = findDialect(config.dialect);
  if (dialect?.calls !== "text")
    throw new InputError({
      at: "--dialect",
      expected: dialects.flatMap(({ id, calls }) => (calls === "text" ? [id] : [])).join(", "),
      found: describe(config.dialect),
    });
  const questions = chosenQuestions(context.questions, config, "train");
  if (pictures === undefined)
    throw new InputError({ at: "--bench", expected: "a benchmark folder", found: "none" });
  const model = await loadModel(config.model, { trains: "all", adapter: adapterOf(config) });
  const policy = openPolicy(model, { threads });
  return createPolicyLearner({ config, context, model, policy, pictures, questions });
}
