/**
 * A bandit: one prompt, one token, a reward for a quarter of the vocabulary. It is learnt, and not where the advantages,
 * the mask or the reward are wrong.
 */
import { expect, test } from "vitest";
import { bookModel } from "../../engine/model/fixtures/tiny.ts";
import { modelGenerator } from "../../engine/model/generator.ts";
import { createScorer } from "../../engine/model/scorer.ts";
import { createTrainer } from "../../engine/model/trainer.ts";
import { adamw } from "../../engine/optim/optimiser.ts";
import { SamplingSchema } from "../../engine/sampling/index.ts";
import { groupAdvantages } from "./advantages.ts";
import { tokenWeights } from "./aggregation.ts";
import { policyObjective } from "./policy-loss.ts";

const PROMPT = [300, 301, 302, 303];
const COPIES = 64;
const STEPS = 60;

const isRewarded = (token: number): boolean => token % 4 === 0;

interface Rule {
  readonly reward: (token: number) => number;
  readonly sign: 1 | -1;
  /** Which tokens train: those that were drawn, or those of the prompt. */
  readonly trains: "own" | "foreign";
}
const SOUND: Rule = { reward: (token) => Number(isRewarded(token)), sign: 1, trains: "own" };

/** Share of draws that earn, before each of the steps and after the last. */
async function learn({ reward, sign, trains }: Rule): Promise<readonly number[]> {
  const model = bookModel();
  const [generator, scorer] = [modelGenerator(model, { threads: 2 }), createScorer(model, { threads: 2 })];
  const objective = policyObjective({ klCoefficient: 0 });
  const trainer = createTrainer(model, { optimiser: adamw({ rate: 5e-4 }), objective, threads: 2 });
  const shares: number[] = [];
  for (let step = 0; step <= STEPS; step++) {
    const rows = (
      await generator.open([{ name: "bandit", tokens: PROMPT, images: [], copies: COPIES }])
    ).flat();
    const drawn = await generator.generate(rows, {
      sampling: SamplingSchema.parse({}),
      limits: { stopTokens: new Set(), stopStrings: [], maxTokens: 1 },
      forbidden: new Set(model.architecture.pictures.reserved),
      stream: () => ({ push: () => "", end: () => "" }),
      seed: step,
    });
    generator.free(rows);
    const tokens = drawn.flatMap((each) => each.tokens);
    shares.push(tokens.filter(isRewarded).length / COPIES);
    const { advantages } = groupAdvantages(tokens.map(reward), { scaleByDeviation: true });
    await trainOn(tokens, advantages);
  }
  await generator.close();
  await scorer.release();
  await trainer.release();
  return shares;

  async function trainOn(tokens: readonly number[], advantages: readonly number[]): Promise<void> {
    const sequences = tokens.map((token) => ({ tokens: [...PROMPT, token], images: [] }));
    const places = sequences.flatMap(({ tokens: all }, sequence) =>
      PROMPT.map((_, token) => ({ sequence, token, label: all[token + 1] ?? 0 })),
    );
    const targets = { sequences, predicted: places, labels: places.map(({ label }) => label) };
    const { logProbs: old = [] } = await scorer.score(targets);
    const isOwn = (token: number): boolean => token === PROMPT.length - 1;
    const trainsAt = ({ token }: { readonly token: number }): boolean => isOwn(token) === (trains === "own");
    const perSequence = trains === "own" ? 1 : PROMPT.length - 1;
    const weights = tokenWeights(
      tokens.map(() => perSequence),
      { aggregation: "grpo", mostTokens: 1 },
    );
    await trainer.add({
      ...targets,
      values: {
        old,
        advantages: places.map(({ sequence }) => sign * (advantages[sequence] ?? 0)),
        weights: places.map((place) => (trainsAt(place) ? (weights[place.sequence] ?? 0) : 0)),
      },
    });
    trainer.update();
  }
}

const after = (shares: readonly number[]): number => shares.at(-1) ?? Number.NaN;

test("a rewarded quarter of the vocabulary comes to over 0.9 of the draws", async () => {
  const shares = await learn(SOUND);
  console.info(`bandit: ${shares.map((share) => share.toFixed(2)).join(" ")}`);
  expect(shares[0]).toBeLessThan(0.5);
  expect(after(shares)).toBeGreaterThan(0.9);
});

test.each<readonly [string, Partial<Rule>]>([
  ["the advantages have the wrong sign", { sign: -1 }],
  ["only tokens that the policy did not draw train", { trains: "foreign" }],
  ["the reward is constant", { reward: () => 1 }],
])("it does not where %s", async (_, fault) => {
  expect(after(await learn({ ...SOUND, ...fault }))).toBeLessThan(0.5);
});
