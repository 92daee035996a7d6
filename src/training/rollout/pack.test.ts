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
  sequenceTokens: fc.integer({ min: 1, max: 120 }),
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

test("the limits hold wherever more than one rollout or sequence stands together", () => {
  fc.assert(
    fc.property(groupsOf, limitsOf, (groups, limits) => {
      for (const { batch } of packRollouts(groups, limits)) {
        const lengths = batch.sequences.map(({ tokens }) => tokens.length);
        if (lengths.length > 1)
          expect(Math.max(...lengths) * lengths.length).toBeLessThanOrEqual(limits.batchTokens);
        for (const { tokens, branches } of batch.sequences)
          if (new Set(Array.from(branches ?? [])).has(2))
            expect(tokens.length).toBeLessThanOrEqual(limits.sequenceTokens);
      }
    }),
    RUNS,
  );
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
