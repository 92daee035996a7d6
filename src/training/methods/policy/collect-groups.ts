/** The first half of a step: episodes of the step's prompts, what they earn, and how they compare within their groups. */
import type { Question } from "../../../records/index.ts";
import type { Reward, RewardInputs } from "../../../rewards/index.ts";
import type { PolicyConfig } from "../../config.ts";
import { type GroupAdvantages, groupAdvantages } from "../../objective/advantages.ts";
import { rewardRollouts } from "../../rollout/reward-rollouts.ts";
import type { Rollout } from "../../rollout/rollout.ts";
import { drawMore, drawPrompts } from "../../run/draw-prompts.ts";
import type { ScoredEpisode } from "../../run/episode-figures.ts";
import { scoredRollout } from "../measure.ts";

/** The episodes of one prompt. */
export interface Group {
  readonly rollouts: readonly Rollout[];
  readonly scored: readonly ScoredEpisode[];
  readonly rewards: readonly Reward[];
  readonly compared: GroupAdvantages;
}

export interface Collected {
  /** What is trained on. */
  readonly groups: readonly Group[];
  /** The groups of the prompts that were drawn first: figures are of these, for refilling chooses. */
  readonly drawn: readonly Group[];
  /** Groups of further prompts that took the place of ones without variance. */
  readonly refilled: number;
  /** ms */
  readonly timings: { readonly rollout: number; readonly reward: number };
}

type Rolled = readonly (readonly Rollout[])[];

/** How episodes are paid and compared with those of their group. */
export interface Judging {
  readonly pay: typeof rewardRollouts;
  readonly compare: typeof groupAdvantages;
}

export const JUDGING: Judging = { pay: rewardRollouts, compare: groupAdvantages };

export interface Collecting {
  readonly config: PolicyConfig;
  /** All that may be drawn. */
  readonly questions: readonly Question[];
  readonly rollOut: (questions: readonly Question[]) => Promise<Rolled>;
  /** What the strategy needs besides the records, for each rollout of each group. */
  readonly inputsFor: (groups: Rolled) => Promise<readonly (readonly RewardInputs[])[]>;
  readonly judging: Judging;
  /** ms */
  readonly now: () => number;
}

export async function collectGroups(collecting: Collecting, step: number): Promise<Collected> {
  const { questions, now, config } = collecting;
  const { seed, prompts, balanced, refill } = config;
  const timings = { rollout: 0, reward: 0 };
  const collect = async (asked: readonly Question[]): Promise<readonly Group[]> => {
    const began = now();
    const rolled = await collecting.rollOut(asked);
    const told = now();
    const inputs = await collecting.inputsFor(rolled);
    const groups = rolled.map((rollouts, at) => groupOf(rollouts, inputs[at] ?? [], collecting, step));
    timings.rollout += told - began;
    timings.reward += now() - told;
    return groups;
  };
  const first = drawPrompts(questions, { seed, step, count: prompts, balanced });
  const drawn = await collect(first);
  const kept = drawn.filter(teaches);
  const asked = [...first];
  for (let round = 0; round < refill && kept.length < first.length; round++) {
    const more = drawMore(questions, asked, { seed, step, count: first.length - kept.length });
    if (more.length === 0) break;
    asked.push(...more);
    kept.push(...(await collect(more)).filter(teaches));
  }
  const varied = drawn.filter(teaches).length;
  const idle = drawn.filter((group) => !teaches(group)).slice(0, first.length - kept.length);
  return { groups: [...kept, ...idle], drawn, refilled: kept.length - varied, timings };
}

const teaches = ({ compared }: Group): boolean => !compared.zeroVariance;

function groupOf(
  rollouts: readonly Rollout[],
  inputs: readonly RewardInputs[],
  { config: { strategy, std }, judging }: Pick<Collecting, "config" | "judging">,
  step: number,
): Group {
  const rewards = judging.pay(rollouts, strategy, step, (_, index) => inputs[index] ?? {});
  const totals = rewards.map(({ total }) => total);
  const compared = judging.compare(totals, { scaleByDeviation: std });
  const scored = rollouts.map(scoredRollout);
  for (const [at, rollout] of rollouts.entries()) requireSamePictures(rollout, scored[at]);
  return { rollouts, scored, rewards, compared };
}

/** What is trained on is what the record says was shown. */
function requireSamePictures({ imageHashes, state }: Rollout, scored: ScoredEpisode | undefined): void {
  const shown = (scored?.episode.turns ?? []).flatMap(({ images }) => images.map(({ hash }) => hash));
  if (shown.join() === imageHashes.join()) return;
  throw new Error(
    `training ${state.plan.id}: expected the ${shown.length} pictures of the episode, got ${imageHashes.length} others`,
  );
}
