import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createScorer, type Scorer } from "../../engine/index.ts";
import { prepare } from "../../episodes/index.ts";
import { promptReader } from "../../providers/local-prompt.ts";
import { OPTIONS, type TinyPolicy, tinyPolicy, ZOOMING } from "./fixtures/tiny-policy.ts";
import { goldLogProbs } from "./gold-log-probs.ts";
import { packRollouts } from "./pack.ts";
import { openPolicy, type Policy } from "./policy.ts";
import type { Rollout } from "./rollout.ts";
import { byPosition, byRollout, scoreRollouts, type TokenValues } from "./score-rollouts.ts";

let tiny: TinyPolicy;
let policy: Policy;
let scorer: Scorer;
let groups: readonly (readonly Rollout[])[];
let all: readonly Rollout[];

beforeAll(async () => {
  tiny = await tinyPolicy();
  policy = openPolicy(tiny.model, { threads: 2 });
  scorer = createScorer(tiny.model, { threads: 2 });
  groups = await policy.rollOut(questions(), ZOOMING, tiny.pictures);
  all = groups.flat();
});
afterAll(async () => {
  await policy.close();
  await scorer.release();
  await tiny.remove();
});

const questions = () => [tiny.questionOf("action-recognition"), tiny.questionOf("character-identification")];

/** Own tokens, turn by turn. */
function ownTurns({ tokens, own }: Rollout): readonly (readonly number[])[] {
  const turns: number[][] = [];
  for (const [at, token] of tokens.entries()) {
    if (own[at] !== true) continue;
    if (own[at - 1] === true) turns.at(-1)?.push(token);
    else turns.push([token]);
  }
  return turns;
}

const repliesOf = ({ state: { turns } }: Rollout): readonly string[] =>
  turns.flatMap((turn) => (turn.role === "assistant" ? [turn.reply.text] : []));

/** Largest difference between what was drawn with and what is given; given replies have nothing to compare. */
function largestGap(scored: TokenValues): { readonly gap: number; readonly compared: number } {
  const gaps = groups.flatMap((group, g) =>
    group.flatMap(({ logProbs }, copy) =>
      Array.from(logProbs).flatMap((value, at) =>
        Number.isNaN(value) ? [] : [Math.abs(value - (scored[g]?.[copy]?.[at] ?? Number.NaN))],
      ),
    ),
  );
  return { gap: Math.max(...gaps), compared: gaps.length };
}

describe("rolled out", () => {
  it("the copies of a question zoom as they are told, and see their crops", () => {
    expect(
      groups.map((group) => group.map(({ images, promptImages }) => images.length - promptImages)),
    ).toEqual([
      [1, 2, 0],
      [1, 2, 0],
    ]);
    for (const { state } of all) expect(state.outcome).toBeDefined();
  });

  it("own tokens are the replies with their ends, and nothing else", () => {
    const { tokenizer, architecture, generation } = tiny.model;
    const reserved = new Set(architecture.pictures.reserved);
    for (const rollout of all) {
      const turns = ownTurns(rollout);
      const texts = turns.map((turn) =>
        tokenizer.decode(generation.eos.includes(turn.at(-1) ?? -1) ? turn.slice(0, -1) : turn),
      );
      expect(texts).toEqual(repliesOf(rollout));
      expect(turns.flat().some((token) => reserved.has(token))).toBe(false);
      expect(rollout.own.slice(0, rollout.promptTokens).includes(true)).toBe(false);
      expect(rollout.logProbs).toHaveLength(turns.flat().length);
      expect(rollout.own).toHaveLength(rollout.tokens.length);
    }
  });

  it("what is not its own is what a model folder would be sent in an evaluation", async () => {
    const read = promptReader(tiny.model)();
    const rollout = groups[0]?.[1];
    if (rollout === undefined) throw new Error("no rollout");
    // Without the last reply: the request that led to it.
    const before = { ...rollout.state, turns: rollout.state.turns.slice(0, -1) };
    const prompt = await read((await prepare(before, tiny.pictures)).request);
    if ("failure" in prompt) throw new Error(prompt.failure.message);
    expect(rollout.tokens.slice(0, rollout.own.lastIndexOf(false) + 1)).toEqual(prompt.tokens);
    expect(rollout.images.map(({ grid }) => grid)).toEqual(prompt.images.map(({ grid }) => grid));
    for (const [at, { pixels }] of rollout.images.entries())
      expect(
        Buffer.from(pixels.buffer).equals(Buffer.from(prompt.images[at]?.pixels.buffer ?? new ArrayBuffer())),
      ).toBe(true);
  });

  it("pictures are named by their pixels", () => {
    const hashes = all.flatMap(({ imageHashes, images }) =>
      imageHashes.map((hash, at) => ({ hash, image: images[at] })),
    );
    const known = Map.groupBy(hashes, ({ hash }) => hash);
    expect(known.size).toBeGreaterThan(3);
    for (const [hash, same] of known) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(new Set(same.map(({ image }) => image)).size).toBe(1);
    }
    for (const { state, imageHashes } of all)
      expect(Object.values(state.hashes)).toEqual(expect.arrayContaining([...imageHashes]));
  });

  it("the same seed gives the same rollouts in any order of groups, another seed others", async () => {
    const essence = ({ state, tokens, imageHashes }: Rollout) => ({
      turns: state.turns,
      tokens,
      imageHashes,
    });
    const again = await policy.rollOut(questions().toReversed(), ZOOMING, tiny.pictures);
    expect(again.toReversed().flat().map(essence)).toEqual(all.map(essence));
    const [first] = groups[0] ?? [];
    const other = await policy.rollOut(questions().slice(0, 1), { ...ZOOMING, seed: 2 }, tiny.pictures);
    expect(other[0]?.[0]?.tokens).not.toEqual(first?.tokens);
  });

  it("a question that comes again goes on counting its samples", async () => {
    const [question] = questions();
    const options = { ...OPTIONS, copies: 2, mode: "page" as const };
    const twice = await policy.rollOut(
      [question, question].flatMap((each) => each ?? []),
      options,
      tiny.pictures,
    );
    const once = await policy.rollOut(
      [question].flatMap((each) => each ?? []),
      { ...options, copies: 4 },
      tiny.pictures,
    );
    expect(twice.flat().map(({ state }) => state.plan.sample)).toEqual([0, 1, 2, 3]);
    expect(twice.flat().map(({ tokens }) => tokens)).toEqual(once.flat().map(({ tokens }) => tokens));
  });

  it("stops where the signal says", async () => {
    const stop = AbortSignal.abort(new Error("enough"));
    await expect(policy.rollOut(questions(), OPTIONS, tiny.pictures, stop)).rejects.toThrow("enough");
  });
});

describe("scored", () => {
  it("the training graph gives the sampler's log-probabilities, behind crops too, packed or not", async () => {
    const packs = packRollouts(groups);
    expect(packs.flatMap(({ batch }) => batch.sequences)).toHaveLength(groups.length);
    const packed = await scoreRollouts(scorer, groups, packs);
    const single = await scoreRollouts(scorer, groups, packRollouts(groups, { branches: false }));
    for (const scored of [packed, single]) {
      const { gap, compared } = largestGap(scored);
      expect(gap).toBeLessThan(1e-4);
      expect(compared).toBeGreaterThan(30);
    }
    const values = packs.map((pack) => byPosition(pack, packed));
    expect(byRollout(groups, packs, values)).toEqual(packed);
    expect(packed.flat().every((each) => each.every((value) => value <= 0))).toBe(true);
  });

  it("at another temperature the training graph lacks what pictures' tokens weigh, and no more", async () => {
    const options = { ...OPTIONS, mode: "page" as const, sampling: { temperature: 0.5, maxTokens: 12 } };
    const warm = await policy.rollOut(questions(), options, tiny.pictures);
    const atHalf = createScorer(tiny.model, { threads: 2, temperature: 0.5 });
    const scored = await scoreRollouts(atHalf, warm, packRollouts(warm));
    await atHalf.release();
    const lacking = warm.flatMap((group, g) =>
      group.flatMap(({ logProbs }, copy) =>
        Array.from(logProbs, (value, at) => value - (scored[g]?.[copy]?.[at] ?? Number.NaN)),
      ),
    );
    expect(Math.min(...lacking)).toBeGreaterThan(-1e-4);
    expect(Math.max(...lacking)).toBeLessThan(0.1);
    expect(lacking.length).toBeGreaterThan(30);
  });

  it("the gold behind the page and behind the crops is what the answer's tokens have there", async () => {
    const gold = await goldLogProbs(tiny.model, scorer, groups);
    const [once, twice, never] = gold[0] ?? [];
    expect(never?.crops).toBe(never?.page);
    expect(new Set([once?.page, once?.crops, twice?.crops]).size).toBe(3);
    const rollout = groups[0]?.[0];
    if (rollout === undefined || rollout.question.gold.type !== "choice") throw new Error("no choice");
    const letter = "ABCD"[rollout.question.gold.index] ?? "";
    const { tokenizer } = tiny.model;
    const context = rollout.tokens.slice(0, rollout.own.lastIndexOf(false) + 1);
    const reply = tokenizer.encode(`<answer>${letter}</answer>`);
    const opening = reply.findIndex((_, at) => tokenizer.decode(reply.slice(0, at + 1)).includes(letter));
    const predicted = reply
      .slice(opening)
      .map((_, at) => ({ sequence: 0, token: context.length + opening + at - 1 }));
    const sequences = [{ tokens: [...context, ...reply], images: rollout.images }];
    const { logProbs = [] } = await scorer.score({ sequences, predicted, labels: reply.slice(opening) });
    expect(once?.crops).toBeCloseTo(
      Array.from(logProbs).reduce((sum, value) => sum + value, 0),
      4,
    );
  });
});
