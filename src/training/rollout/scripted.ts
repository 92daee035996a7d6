/** Rollouts whose replies are given: what a policy is shown to learn from, or asked what it thinks of. */
import type { Rasters } from "../../episodes/index.ts";
import type { Question } from "../../records/index.ts";
import { saidBy } from "./given-reply.ts";
import type { LiveRollout } from "./live-rollout.ts";
import type { Rollout, RolloutOptions } from "./rollout.ts";
import { type RolloutModel, runRollouts, type Writer } from "./run-rollouts.ts";
import { openSights } from "./sight.ts";

/** What is said about a question, reply by reply. */
export interface Script {
  readonly question: Question;
  /** In the dialect; an episode that wants more than there are ends with an empty reply. */
  readonly replies: readonly string[];
}

export interface ScriptedOptions extends Omit<RolloutOptions, "copies" | "sampling" | "seed" | "given"> {
  /** Of random counterfactual regions. */
  readonly seed?: string | number | undefined;
  /** Bytes kept of pictures that were seen, besides those in use. Default 256 MiB. */
  readonly maxPictureBytes?: number | undefined;
}

/** Makes rollouts of scripts: the model computes nothing, so log-probs are NaN. */
export type ScriptedRollouts = (scripts: readonly Script[]) => Promise<readonly Rollout[]>;

/** One rollout for each script, its replies and their ends its own. @throws as `Policy.rollOut` */
export function openScripted(
  model: RolloutModel,
  { maxPictureBytes = 256 * 2 ** 20, seed = "0", ...options }: ScriptedOptions,
  pictures: Rasters,
): ScriptedRollouts {
  const openSight = openSights(model.architecture.pictures, pictures, maxPictureBytes);
  const say = saidBy(model);
  const { maxPositions } = model.architecture;
  const wanted: RolloutOptions = {
    ...options,
    seed,
    copies: 1,
    sampling: { temperature: 0, maxTokens: maxPositions },
  };
  return async (scripts) => {
    const questions = scripts.map(({ question }) => question);
    const repliesOf = new Map<LiveRollout, string[]>();
    const writer: Writer = {
      begin: async (rollouts) => {
        for (const [at, rollout] of rollouts.entries())
          repliesOf.set(rollout, [...(scripts[at]?.replies ?? [])]);
      },
      write: async (rollouts) =>
        rollouts.map((rollout) => say(repliesOf.get(rollout)?.shift() ?? "", rollout)),
      give: () => {},
    };
    return (await runRollouts(model, questions, wanted, openSight(), writer)).flat();
  };
}
