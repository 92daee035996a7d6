/** A step of policy optimisation as it is logged. */
import type { PolicyFigures, StepTimings, TrainStep } from "../../../records/index.ts";
import { phaseAt, type Reward } from "../../../rewards/index.ts";
import type { PolicyConfig } from "../../config.ts";
import { deviationOf, episodeFigures, meanOf } from "../../run/episode-figures.ts";
import { tokenCounts } from "../token-counts.ts";
import type { Collected } from "./collect-groups.ts";
import type { Updated } from "./update-policy.ts";

export interface StepMeasures {
  readonly collected: Collected;
  readonly updated: Updated;
  /** Updates of the run so far. */
  readonly updates: number;
  /** ms */
  readonly timings: Pick<StepTimings, "scoring" | "reference" | "update" | "total">;
}

export function policyRecord(
  step: number,
  config: PolicyConfig,
  { collected, updated, updates, timings }: StepMeasures,
): TrainStep {
  const { rate, gradientNorm, loss } = updated;
  const tokens = tokenCounts(collected.groups.flatMap(({ rollouts }) => rollouts));
  return {
    kind: "train-step",
    version: 1,
    step,
    updates,
    loss,
    ...(rate === undefined ? {} : { rate }),
    ...(gradientNorm === undefined ? {} : { gradientNorm }),
    tokens,
    policy: policyFigures(step, config, collected, updated),
    timings: {
      ...collected.timings,
      ...timings,
      tokensPerSecond: (1000 * tokens.own) / Math.max(timings.total, 1e-3),
    },
  };
}

function policyFigures(
  step: number,
  { strategy }: PolicyConfig,
  { drawn, refilled }: Collected,
  { kl, entropy, clipShare, rolloutGap }: Updated,
): PolicyFigures {
  const rewards = drawn.flatMap((group) => group.rewards);
  const totals = rewards.map(({ total }) => total);
  const rollouts = drawn.flatMap((group) => group.rollouts);
  return {
    phase: phaseAt(strategy, step).name,
    reward: { mean: meanOf(totals), std: deviationOf(totals) },
    terms: meansOf(rewards.map(({ terms }) => terms)),
    paid: meansOf(rewards.map(({ paid }) => paid)),
    groups: drawn.length,
    zeroVariance: meanOf(drawn.map(({ compared }) => (compared.zeroVariance ? 1 : 0))),
    refilled,
    overlong: meanOf(rollouts.map(({ overlong }) => (overlong ? 1 : 0))),
    ...(kl === undefined ? {} : { kl }),
    entropy,
    clipShare,
    rolloutGap,
    episodes: episodeFigures(drawn.flatMap(({ scored }) => scored)),
  };
}

/** Mean of each name over all records that have it. */
function meansOf(records: readonly Reward["terms"][]): Record<string, number> {
  const named = Map.groupBy(
    records.flatMap((record) => Object.entries(record)),
    ([name]) => name,
  );
  return Object.fromEntries(
    [...named].map(([name, values]) => [name, meanOf(values.map(([, value]) => value))]),
  );
}
