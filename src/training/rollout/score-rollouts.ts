/** What a model thinks of own tokens, back at the rollouts they belong to. */
import type { ScoreName, Scorer } from "../../engine/index.ts";
import type { RolloutPack } from "./pack.ts";
import type { Trace } from "./rollout.ts";

/** A number for each own token of each rollout of each group. */
export type TokenValues = readonly (readonly Float32Array[])[];

/**
 * Scores packed rollouts.
 *
 * @param name what the scorer gives; log-probabilities unless given
 * @throws RangeError where the scorer does not give it
 */
export async function scoreRollouts(
  scorer: Pick<Scorer, "score">,
  groups: readonly (readonly Trace[])[],
  packs: readonly RolloutPack[],
  name: ScoreName = "logProbs",
): Promise<TokenValues> {
  const values: Float32Array[] = [];
  for (const { batch } of packs) {
    const { [name]: scores } = await scorer.score(batch);
    if (scores === undefined) throw new RangeError(`scoreRollouts: expected a scorer that gives ${name}`);
    values.push(scores);
  }
  return byRollout(groups, packs, values);
}

/**
 * Values by predicted position, as batches give them, by rollout; NaN where a token was not packed.
 *
 * @param values of each pack, in order
 */
export function byRollout(
  groups: readonly (readonly Trace[])[],
  packs: readonly RolloutPack[],
  values: readonly ArrayLike<number>[],
): TokenValues {
  const placed = groups.map((group) =>
    group.map(({ own }) => new Float32Array(own.filter((mine) => mine).length).fill(Number.NaN)),
  );
  for (const [at, { order }] of packs.entries())
    for (const [position, { group, copy, own }] of order.entries()) {
      const target = placed[group]?.[copy];
      if (target !== undefined) target[own] = values[at]?.[position] ?? Number.NaN;
    }
  return placed;
}

/** Values by rollout in the order of a pack's positions, as an objective is fed them. */
export function byPosition({ order }: RolloutPack, values: TokenValues): Float32Array {
  return Float32Array.from(order, ({ group, copy, own }) => values[group]?.[copy]?.[own] ?? Number.NaN);
}
