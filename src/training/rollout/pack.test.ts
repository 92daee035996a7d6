import fc from "fast-check";
import { expect, test } from "vitest";
import type { SizedPicture } from "../../engine/index.ts";
import { packRollouts, type RolloutPack } from "./pack.ts";
import type { Trace } from "./rollout.ts";
import { byRollout } from "./score-rollouts.ts";

const pictureOf = (id: number): SizedPicture => ({
  size: { width: 28, height: 28 },
  grid: { time: 1, height: 2, width: 2 },
  pixels: Float32Array.of(id),
});

/** Groups of traces behind one prompt each; tokens tell themselves apart. */
const groupsOf = fc
  .array(
    fc.record({
      prompt: fc.integer({ min: 1, max: 20 }),
      copies: fc.array(
        fc.record({ own: fc.array(fc.boolean(), { maxLength: 30 }), crops: fc.nat({ max: 2 }) }),
        { maxLength: 6 },
      ),
    }),
    { maxLength: 5 },
  )
  .map((groups) => {
    let next = 0;
    const tokensOf = (count: number) => Array.from({ length: count }, () => next++);
    return groups.map(({ prompt, copies }) => {
      const shared = tokensOf(prompt);
      const page = pictureOf(next++);
      return copies.map(({ own, crops }): Trace => {
        return {
          tokens: [...shared, ...tokensOf(own.length)],
          own: [...shared.map(() => false), ...own],
          images: [page, ...tokensOf(crops).map(pictureOf)],
          promptTokens: prompt,
          promptImages: 1,
        };
      });
    });
  });

const limitsOf = fc.record({
  batchTokens: fc.integer({ min: 1, max: 400 }),
  branches: fc.boolean(),
});

const ownOf = ({ tokens, own }: Trace): readonly number[] => tokens.filter((_, at) => own[at] === true);

/** What a branch reads before a position: its prefix and its own tokens up to it. */
function pathTo({ batch: { sequences, predicted } }: RolloutPack, at: number): readonly number[] {
  const { sequence, token } = predicted[at] ?? { sequence: -1, token: -1 };
  const { tokens = [], branches } = sequences[sequence] ?? {};
  const branch = branches?.[token] ?? 0;
  return Array.from(tokens).filter((_, index) => {
    const owner = branches?.[index] ?? 0;
    return index <= token && (owner === 0 || owner === branch);
  });
}

const RUNS = { seed: 1, numRuns: 200 };

test("every own token is predicted once, behind all that its rollout has before it", () => {
  fc.assert(
    fc.property(groupsOf, limitsOf, (groups, limits) => {
      const packs = packRollouts(groups, limits);
      for (const pack of packs)
        for (const [at, { group, copy, own }] of pack.order.entries()) {
          const trace = groups[group]?.[copy];
          if (trace === undefined) throw new Error("no rollout");
          const index = trace.own.flatMap((mine, place) => (mine ? [place] : []))[own] ?? -1;
          expect(pack.batch.labels[at]).toBe(trace.tokens[index]);
          expect(pathTo(pack, at)).toEqual(trace.tokens.slice(0, index));
        }
      const labels = packs.map(({ batch }) => Array.from(batch.labels));
      const placed = byRollout(groups, packs, labels);
      expect(placed.map((group) => group.map((each) => Array.from(each)))).toEqual(
        groups.map((group) => group.map(ownOf)),
      );
      expect(packs.flatMap(({ order }) => order)).toHaveLength(groups.flat().flatMap(ownOf).length);
    }),
    RUNS,
  );
});

test("no two positions are the same, and pictures stand in the order of their branches", () => {
  fc.assert(
    fc.property(groupsOf, limitsOf, (groups, limits) => {
      for (const { batch, order } of packRollouts(groups, limits)) {
        const places = batch.predicted.map(({ sequence, token }) => `${sequence}:${token}`);
        expect(new Set(places).size).toBe(places.length);
        for (const [at, { images }] of batch.sequences.entries()) {
          const inside = order.filter((_, position) => batch.predicted[position]?.sequence === at);
          const copies = new Set(inside.map(({ copy }) => copy));
          const traces = [...copies].flatMap((copy) => groups[inside[0]?.group ?? -1]?.[copy] ?? []);
          expect(images).toEqual([
            ...(traces[0]?.images.slice(0, 1) ?? []),
            ...traces.flatMap((trace) => trace.images.slice(1)),
          ]);
        }
      }
    }),
    RUNS,
  );
});

/** Tokens that a pack takes, padding included: of its prompts, and of its branches or whole sequences. */
function paddedTokens({ batch: { sequences } }: RolloutPack): { tokens: number; rollouts: number } {
  const lengths = sequences.map(({ tokens, branches = [] }) => {
    const owners = Array.from(branches);
    const count = Math.max(0, ...owners);
    if (owners.length === 0) return { prefix: 0, branches: [tokens.length] };
    const ofBranch = (branch: number): number => owners.filter((owner) => owner === branch).length;
    return { prefix: ofBranch(0), branches: Array.from({ length: count }, (_, at) => ofBranch(at + 1)) };
  });
  const branches = lengths.flatMap((each) => each.branches);
  const prefixes = lengths.length * Math.max(0, ...lengths.map(({ prefix }) => prefix));
  return { tokens: prefixes + branches.length * Math.max(0, ...branches), rollouts: branches.length };
}

test("the limit holds wherever more than one rollout stands together", () => {
  fc.assert(
    fc.property(groupsOf, limitsOf, (groups, limits) => {
      for (const pack of packRollouts(groups, limits)) {
        const { tokens, rollouts } = paddedTokens(pack);
        if (rollouts > 1) expect(tokens).toBeLessThanOrEqual(limits.batchTokens);
      }
    }),
    RUNS,
  );
});

test("short rollouts stand apart from long ones where padding them takes much more than their prompt", () => {
  const traceOf = (promptTokens: number, length: number): Trace => ({
    tokens: Array.from({ length: promptTokens + length }, (_, at) => at),
    own: Array.from({ length: promptTokens + length }, (_, at) => at >= promptTokens),
    images: [],
    promptTokens,
    promptImages: 0,
  });
  const parts = (promptTokens: number): number =>
    packRollouts([[190, 20, 20, 180].map((length) => traceOf(promptTokens, length))]).flatMap(
      ({ batch }) => batch.sequences,
    ).length;
  expect(parts(100)).toBe(2);
  expect(parts(300)).toBe(1);
});

test("rollouts of different prompts are no group", () => {
  const trace = (promptTokens: number): Trace => ({
    tokens: [1, 2, 3],
    own: [false, false, true],
    images: [],
    promptTokens,
    promptImages: 0,
  });
  expect(() => packRollouts([[trace(1), trace(2)]])).toThrow(RangeError);
});
