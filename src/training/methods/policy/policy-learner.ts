/** A learner that optimises a policy by the rewards of its own episodes. */
import {
  createScorer,
  createSizeMemory,
  createTrainer,
  loadModel,
  type Model,
  type Scorer,
} from "../../../engine/index.ts";
import type { Pictures, Rasters } from "../../../episodes/index.ts";
import type { Episode, Question, StepTimings } from "../../../records/index.ts";
import type { RewardInputs } from "../../../rewards/index.ts";
import type { PolicyConfig } from "../../config.ts";
import { policyObjective } from "../../objective/policy-loss.ts";
import { goldLogProbs } from "../../rollout/gold-log-probs.ts";
import { type PackLimits, packRollouts } from "../../rollout/pack.ts";
import type { Policy } from "../../rollout/policy.ts";
import { recordRollout } from "../../rollout/record-rollout.ts";
import { needsGoldLogProbs } from "../../rollout/reward-rollouts.ts";
import type { Rollout } from "../../rollout/rollout.ts";
import { scoreRollouts, type TokenValues } from "../../rollout/score-rollouts.ts";
import type { Learner } from "../learner.ts";
import { askingOf, measurePolicy } from "../measure.ts";
import type { MethodContext } from "../method.ts";
import { optimiserOf, scheduleOf } from "../optimiser-of.ts";
import { saveLearnt } from "../save-learnt.ts";
import {
  type Collected,
  type Collecting,
  collectGroups,
  type Group,
  JUDGING,
  type Judging,
} from "./collect-groups.ts";
import { policyRecord } from "./policy-record.ts";
import { type KnownLogProbs, updatePolicy } from "./update-policy.ts";

export interface PolicyParts {
  readonly config: PolicyConfig;
  readonly context: MethodContext;
  /** What learns. */
  readonly model: Model;
  /** What writes the episodes. */
  readonly policy: Policy;
  readonly pictures: Pictures & Rasters;
  /** All that may be drawn. */
  readonly questions: readonly Question[];
  /** The sound one unless given: a test shows that a broken one is noticed. */
  readonly judging?: Judging | undefined;
}

/** Episodes whose records are kept of a sampled step: the first of so many groups. */
const SAMPLED_GROUPS = 8;

export async function createPolicyLearner(parts: PolicyParts): Promise<Learner> {
  const { config, context, model, policy } = parts;
  const { temperature } = config;
  const { threads, now = () => performance.now() } = context;
  const schedule = scheduleOf(config, config.steps * config.epochs * config.minibatches);
  const objective = policyObjective({
    clipLow: config.clip,
    clipHigh: config.clipHigh ?? config.clip,
    dualClip: config.dualClip,
    klCoefficient: config.kl,
    entropyCoefficient: config.entropy,
    temperature,
  });
  const sizes = createSizeMemory();
  const limits = { batchTokens: config.microTokens };
  const trainer = createTrainer(model, {
    optimiser: optimiserOf(config, schedule),
    objective,
    sizes,
    threads,
  });
  const scorer = createScorer(model, { temperature, sizes, threads });
  const reader = createScorer(model, { sizes, threads });
  const reference =
    config.kl > 0 ? createScorer(await referenceOf(parts), { temperature, sizes, threads }) : undefined;
  const collecting = (step: number, signal: AbortSignal): Collecting => ({
    config,
    questions: parts.questions,
    rollOut: (questions) => rollOut(parts, questions, step, signal),
    inputsFor: (groups) => inputsFor(parts, limits, reader, groups),
    judging: parts.judging ?? JUDGING,
    now,
  });
  return {
    buffers: trainer.buffers,
    sizes,
    learn: async (step, { sampled, signal }) => {
      const began = now();
      const collected = await collectGroups(collecting(step, signal), step);
      const { known, timings: before } = await knownLogProbs(config, collected.groups, {
        scorer,
        reference,
        limits,
        now,
      });
      const prepared = now();
      const updated = await updatePolicy(
        { config, trainer, schedule, limits, signal },
        collected.groups,
        known,
      );
      const ended = now();
      const timings = { ...before, update: ended - prepared, total: ended - began };
      const updates = trainer.buffers.optimiser.step;
      const record = policyRecord(step, config, { collected, updated, updates, timings });
      return { record, samples: sampled ? await samplesOf(collected, parts.pictures) : [] };
    },
    evaluate: (done, signal) => measurePolicy(policy, config, context, done, signal),
    save: (folders) => saveLearnt(model, config, folders),
    close: async () => {
      await policy.close();
      for (const each of [trainer, scorer, reader, reference]) await each?.release();
    },
  };
}

/** The start's weights: behind an adapter they are still there. */
async function referenceOf({ config, model }: PolicyParts): Promise<Model> {
  return model.adapter === undefined ? loadModel(config.model) : { ...model, adapter: undefined };
}

function rollOut(
  { config, context, policy, pictures }: PolicyParts,
  questions: readonly Question[],
  step: number,
  signal: AbortSignal,
): Promise<readonly (readonly Rollout[])[]> {
  const { seed, copies, temperature, topP, maxTokens, strategy } = config;
  const mode = strategy.tool === "offered" ? "zoom" : "page";
  const sampling = { temperature, topP, maxTokens };
  const options = {
    ...askingOf(config, mode, context.harness),
    copies,
    sampling,
    seed: `${seed}/rollouts/${step}`,
  };
  return policy.rollOut(questions, options, pictures, signal);
}

async function inputsFor(
  { config: { strategy, seed }, model }: PolicyParts,
  limits: PackLimits,
  reader: Scorer,
  groups: readonly (readonly Rollout[])[],
): Promise<readonly (readonly RewardInputs[])[]> {
  if (!needsGoldLogProbs(strategy)) return groups.map((group) => group.map(() => ({ seed })));
  const known = await goldLogProbs(model, reader, groups, limits);
  return known.map((group) => group.map((goldLogProb) => ({ seed, goldLogProb })));
}

interface Scoring {
  readonly scorer: Scorer;
  readonly reference: Scorer | undefined;
  readonly limits: PackLimits;
  readonly now: () => number;
}

async function knownLogProbs(
  { old }: PolicyConfig,
  groups: readonly Group[],
  { scorer, reference, limits, now }: Scoring,
): Promise<{ readonly known: KnownLogProbs; readonly timings: Pick<StepTimings, "scoring" | "reference"> }> {
  const rollouts = groups.map((group) => group.rollouts);
  const packs = packRollouts(rollouts, limits);
  const sampler: TokenValues = rollouts.map((group) => group.map(({ logProbs }) => logProbs));
  const began = now();
  const recomputed = old === "sampler" ? undefined : await scoreRollouts(scorer, rollouts, packs);
  const scored = now();
  const referred = reference === undefined ? undefined : await scoreRollouts(reference, rollouts, packs);
  const scoring = recomputed === undefined ? {} : { scoring: scored - began };
  return {
    known: { sampler, old: recomputed ?? sampler, reference: referred },
    timings: { ...scoring, reference: now() - scored },
  };
}

/** Episodes of a run carry no time of day: the same run gives the same bytes. */
const NO_TIMES = { started: "1970-01-01T00:00:00.000Z", ended: "1970-01-01T00:00:00.000Z" } as const;

async function samplesOf({ drawn }: Collected, pictures: Pictures): Promise<readonly Episode[]> {
  const firsts = drawn.slice(0, SAMPLED_GROUPS).flatMap(({ rollouts }) => rollouts.slice(0, 1));
  return Promise.all(firsts.map((rollout) => recordRollout(rollout, pictures, NO_TIMES)));
}
