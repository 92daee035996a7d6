/** The second half of a step: updates of the policy by the episodes of the step. */
import { globalNorm, type Schedule, type Trainer } from "../../../engine/index.ts";
import type { PolicyConfig } from "../../config.ts";
import { tokenWeights } from "../../objective/aggregation.ts";
import { type PackLimits, packRollouts, type RolloutPack } from "../../rollout/pack.ts";
import type { Rollout } from "../../rollout/rollout.ts";
import { byPosition, type TokenValues } from "../../rollout/score-rollouts.ts";
import { meanOf } from "../../run/episode-figures.ts";
import { requireSafe } from "../../run/safety.ts";
import type { Group } from "./collect-groups.ts";

export interface Updating {
  readonly config: PolicyConfig;
  readonly trainer: Trainer;
  readonly schedule: Schedule;
  readonly limits: PackLimits;
  readonly signal: AbortSignal;
}

/** A number for each own token of each rollout of each group. */
export interface KnownLogProbs {
  /** While sampling. */
  readonly sampler: TokenValues;
  /** Of the policy before the step's first update. */
  readonly old: TokenValues;
  /** Undefined where nothing is paid for staying near it. */
  readonly reference: TokenValues | undefined;
}

export interface Updated {
  /** Mean over updates; 0 without one. */
  readonly loss: number;
  readonly kl: number | undefined;
  readonly entropy: number;
  readonly clipShare: number;
  readonly rolloutGap: { readonly mean: number; readonly max: number };
  /** Of the last update; undefined without one. */
  readonly rate: number | undefined;
  readonly gradientNorm: number | undefined;
}

/** Sums over the tokens that train. */
interface Sums {
  tokens: number;
  entropy: number;
  kl: number;
  clipped: number;
}

/** @throws UnsafeStep before an update that would spoil the policy */
export async function updatePolicy(
  updating: Updating,
  groups: readonly Group[],
  known: KnownLogProbs,
): Promise<Updated> {
  const { config } = updating;
  const gaps = new Gaps();
  if (known.old !== known.sampler) gaps.addAll(known.old, known.sampler);
  const sums: Sums = { tokens: 0, entropy: 0, kl: 0, clipped: 0 };
  const losses: number[] = [];
  const norms: number[] = [];
  let rate: number | undefined;
  const parts = partsOf(groups, updating, known);
  for (let epoch = 0; epoch < config.epochs; epoch++) {
    for (const part of parts) {
      // Before the first update the policy is the one that wrote the tokens.
      const isSame = norms.length === 0 && known.old === known.sampler;
      const done = await updateBy(updating, part, sums, isSame ? gaps : undefined);
      if (done === undefined) continue;
      losses.push(done.loss);
      norms.push(done.gradientNorm);
      rate = done.rate;
    }
  }
  const share = (sum: number): number => (sums.tokens === 0 ? 0 : sum / sums.tokens);
  return {
    loss: meanOf(losses),
    kl: known.reference === undefined ? undefined : share(sums.kl),
    entropy: share(sums.entropy),
    clipShare: share(sums.clipped),
    rolloutGap: gaps.read(),
    rate,
    gradientNorm: norms.length === 0 ? undefined : meanOf(norms),
  };
}

/** What one update is made of. */
interface Part {
  readonly packs: readonly RolloutPack[];
  /** Inputs of the objective. */
  readonly values: Readonly<Record<string, TokenValues>>;
  /** Whether any token trains. */
  readonly teaches: boolean;
}

/** The groups in order, cut into as many parts as there are updates in a pass. */
function partsOf(
  groups: readonly Group[],
  { config, limits }: Pick<Updating, "config" | "limits">,
  known: KnownLogProbs,
): readonly Part[] {
  const size = Math.ceil(groups.length / config.minibatches);
  const starts = Array.from({ length: Math.ceil(groups.length / size) }, (_, at) => at * size);
  return starts.map((start) => {
    const cut = <Value>(values: readonly Value[]): readonly Value[] => values.slice(start, start + size);
    const { old, reference } = known;
    const given = { old: cut(old), ...(reference === undefined ? {} : { reference: cut(reference) }) };
    return partOf(cut(groups), { config, limits }, given);
  });
}

function partOf(
  groups: readonly Group[],
  { config, limits }: Pick<Updating, "config" | "limits">,
  given: Part["values"],
): Part {
  const rollouts = groups.map((group) => group.rollouts);
  const weightOf = tokenWeightsBy(rollouts.flat(), config);
  const packs = packRollouts(rollouts, limits);
  const constant = (rollout: Rollout, value: number) => new Float32Array(ownTokens(rollout)).fill(value);
  const advantages = groups.map(({ rollouts: own, compared }) =>
    own.map((rollout, at) => constant(rollout, compared.advantages[at] ?? 0)),
  );
  // The trainer takes the mean over micro-batches, which are to add up.
  const weights = rollouts.map((group) =>
    group.map((rollout) => constant(rollout, packs.length * weightOf(rollout))),
  );
  const teaches = rollouts.flat().some((rollout) => weightOf(rollout) > 0);
  return { packs, values: { ...given, advantages, weights }, teaches };
}

/** What each token of a rollout weighs in the loss of an update by all of them. */
function tokenWeightsBy(rollouts: readonly Rollout[], config: PolicyConfig): (rollout: Rollout) => number {
  const { aggregation, maxTokens, maxTurns, maskOverlong, strategy } = config;
  const lengths = rollouts.map((rollout) => (maskOverlong && rollout.overlong ? 0 : ownTokens(rollout)));
  const mostTokens = maxTokens * (strategy.tool === "offered" ? maxTurns : 1);
  const weights = tokenWeights(lengths, { aggregation, mostTokens });
  const byRollout = new Map(rollouts.map((rollout, at) => [rollout, lengths[at] === 0 ? 0 : weights[at]]));
  return (rollout) => byRollout.get(rollout) ?? 0;
}

const ownTokens = ({ own }: Pick<Rollout, "own">): number => own.filter(Boolean).length;

interface PartDone {
  readonly loss: number;
  readonly gradientNorm: number;
  readonly rate: number;
}

async function updateBy(
  { config, trainer, schedule, signal }: Updating,
  { packs, values, teaches }: Part,
  sums: Sums,
  gaps: Gaps | undefined,
): Promise<PartDone | undefined> {
  if (!teaches) return undefined;
  const before = { ...sums };
  const losses: number[] = [];
  for (const pack of packs) {
    signal.throwIfAborted();
    const fed = Object.entries(values).map(([name, value]) => [name, byPosition(pack, value)] as const);
    const inputs = Object.fromEntries(fed);
    const { loss, outputs } = await trainer.add({ ...pack.batch, values: inputs });
    requireSafe("loss", loss);
    losses.push(loss);
    addTokens(sums, outputs, inputs["weights"] ?? new Float32Array(), gaps);
  }
  const tokens = sums.tokens - before.tokens;
  requireSafe("KL to the reference", (sums.kl - before.kl) / tokens, config.maxKl);
  const { accumulator, optimiser } = trainer.buffers;
  requireSafe("gradient norm", globalNorm(accumulator.sums));
  const rate = schedule(optimiser.step);
  const { gradientNorm } = trainer.update();
  return { loss: meanOf(losses), gradientNorm, rate };
}

function addTokens(
  sums: Sums,
  { entropy = EMPTY, kl = EMPTY, clipped = EMPTY, dualClipped = EMPTY, logRatio = EMPTY }: Outputs,
  weights: Float32Array,
  gaps: Gaps | undefined,
): void {
  for (const [at, weight] of weights.entries()) {
    if (weight === 0) continue;
    sums.tokens++;
    sums.entropy += entropy[at] ?? 0;
    sums.kl += kl[at] ?? 0;
    sums.clipped += Math.max(clipped[at] ?? 0, dualClipped[at] ?? 0);
    gaps?.add(logRatio[at] ?? 0);
  }
}

const EMPTY = new Float32Array();
type Outputs = Readonly<Record<string, Float32Array>>;

/** Absolute differences. */
class Gaps {
  #count = 0;
  #sum = 0;
  #max = 0;

  add(difference: number): void {
    this.#count++;
    this.#sum += Math.abs(difference);
    this.#max = Math.max(this.#max, Math.abs(difference));
  }

  addAll(some: TokenValues, others: TokenValues): void {
    for (const [group, rollouts] of some.entries())
      for (const [copy, values] of rollouts.entries())
        for (const [at, value] of values.entries()) this.add(value - (others[group]?.[copy]?.[at] ?? value));
  }

  read(): { readonly mean: number; readonly max: number } {
    return { mean: this.#count === 0 ? 0 : this.#sum / this.#count, max: this.#max };
  }
}
