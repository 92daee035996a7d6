/** The objective as graph: against verl in float64, finite differences, the function of numbers, and on a model. */
import { afterAll, describe, expect, test } from "vitest";
import { gradientErrors, gradients } from "../../engine/autodiff/index.ts";
import { bookModel } from "../../engine/model/fixtures/tiny.ts";
import { tokenScores } from "../../engine/model/log-probs.ts";
import { createScorer } from "../../engine/model/scorer.ts";
import { createTrainer, type TrainBatch } from "../../engine/model/trainer.ts";
import { graphWeights } from "../../engine/nn/weights.ts";
import { buildProgram, input, openSession, type Program, sum, type Tensor } from "../../engine/onnx/index.ts";
import { sgd } from "../../engine/optim/optimiser.ts";
import { seeded } from "../../random.ts";
import { tokenWeights } from "./aggregation.ts";
import { largestGap } from "./fixtures/closeness.ts";
import { klGolden, logProbGolden, policyCases, tokensOf, verlWeights } from "./fixtures/goldens.ts";
import { k3 } from "./kl.ts";
import { type PolicyLossOptions, type PolicyToken, policyLoss, policyObjective } from "./policy-loss.ts";

/** What is fed of tokens, by the names of the objective's inputs. */
const columns = (tokens: readonly PolicyToken[]): Readonly<Record<string, Float64Array>> => ({
  logProbs: Float64Array.from(tokens, ({ logProb }) => logProb),
  old: Float64Array.from(tokens, ({ old }) => old),
  advantages: Float64Array.from(tokens, ({ advantage }) => advantage),
  weights: Float64Array.from(tokens, ({ weight }) => weight),
  reference: Float64Array.from(tokens, ({ reference = 0 }) => reference),
  entropy: Float64Array.from(tokens, ({ entropy = 0 }) => entropy),
});

/** What the objective makes of tensors by name. */
function built(tensors: Readonly<Record<string, Tensor>>, options: Partial<PolicyLossOptions>) {
  const value = (name: string): Tensor => {
    const tensor = tensors[name];
    if (tensor === undefined) throw new Error(`no input ${name}`);
    return tensor;
  };
  const [logProbs, entropy] = [() => value("logProbs"), () => value("entropy")];
  return policyObjective(options).build({ logProbs, best: logProbs, entropy, value });
}

/** All outputs and `slope`, the gradient by the log-probabilities, in float64. */
async function computed(tokens: readonly PolicyToken[], options: Partial<PolicyLossOptions>) {
  const feeds = columns(tokens);
  const program = buildProgram("float64", (graph) => {
    const names = Object.keys(feeds);
    const inputs = names.map((name) => [name, input(graph, `given ${name}`, [tokens.length])] as const);
    const tensors = Object.fromEntries(inputs);
    const outputs = built(tensors, options);
    const [slope] = gradients(outputs.loss, Object.values(tensors).slice(0, 1));
    if (slope === undefined) throw new Error("no gradient");
    return { ...outputs, slope };
  });
  const given = Object.entries(feeds).map(([name, values]) => [`given ${name}`, values] as const);
  return await runOnce(program, Object.fromEntries(given));
}

async function runOnce(
  program: Program<string, "float64">,
  feeds: Readonly<Record<string, Float64Array | Int32Array>>,
): Promise<Readonly<Record<string, Float64Array>>> {
  const session = await openSession(program, { threads: 1 });
  const used = Object.entries(feeds).filter(([name]) => program.inputs.has(name));
  const outputs = await session.run(Object.fromEntries(used));
  await session.release();
  return outputs;
}

describe.each(policyCases)("verl: %s", (_, golden) => {
  const { inputs, verl } = golden;
  const offered = verl.filter(({ kl_loss_type }) => kl_loss_type === null || kl_loss_type === "k3");

  test("losses and gradients", async () => {
    expect(offered.length).toBe(7);
    for (const expected of offered) {
      const { loss = [], slope = [] } = await computed(tokensOf(golden, verlWeights(golden, expected)), {
        clipLow: inputs.epsilon_low,
        clipHigh: inputs.epsilon_high,
        dualClip: expected.clip_ratio_c,
        klCoefficient: expected.kl_loss_coef ?? 0,
      });
      // verl adds 1e-8 to the length of a sequence.
      expect(largestGap(loss, [expected.loss])).toBeLessThan(1e-7);
      expect(largestGap(slope, expected.gradient_wrt_logp.flat())).toBeLessThan(1e-7);
    }
  });
});

/** Tokens far from any bound and beyond each of them. */
function manyTokens(count: number): readonly Required<PolicyToken>[] {
  const random = seeded("tokens");
  return Array.from({ length: count }, () => ({
    logProb: random.range(-4, 0),
    old: random.range(-4, 0),
    reference: random.range(-4, 0),
    entropy: random.range(0, 5),
    advantage: random.range(-2, 2),
    weight: random.range(0, 0.1),
  }));
}

const SETTINGS: readonly (readonly [string, Partial<PolicyLossOptions>])[] = [
  ["as by default", {}],
  ["with an entropy bonus and narrow clips", { entropyCoefficient: 0.3, clipLow: 0.05, clipHigh: 0.4 }],
  ["without dual clip and KL", { dualClip: Number.POSITIVE_INFINITY, klCoefficient: 0 }],
];

test.each(SETTINGS)("graph and function agree: %s", async (_, options) => {
  const tokens = manyTokens(200);
  const plain = policyLoss(tokens, options);
  const outputs = await computed(tokens, options);
  expect(largestGap(outputs["loss"] ?? [], [plain.loss])).toBeLessThan(1e-12);
  const column = (of: (token: (typeof plain.tokens)[number]) => number) => plain.tokens.map(of);
  expect(
    largestGap(
      outputs["logRatio"] ?? [],
      column(({ logRatio }) => logRatio),
    ),
  ).toBeLessThan(1e-12);
  expect([...(outputs["clipped"] ?? [])]).toEqual(column(({ clipped }) => Number(clipped)));
  expect([...(outputs["dualClipped"] ?? [])]).toEqual(column(({ dualClipped }) => Number(dualClipped)));
  expect(outputs["clipped"]).toContain(1);
  expect([...(outputs["entropy"] ?? [])]).toEqual(tokens.map(({ entropy }) => entropy));
  if (options.klCoefficient === 0) expect(outputs).not.toHaveProperty("kl");
  else
    expect(
      largestGap(
        outputs["kl"] ?? [],
        column(({ kl }) => kl),
      ),
    ).toBeLessThan(1e-12);
});

test("gradients by every input are those of finite differences", async () => {
  const feeds = columns(manyTokens(40));
  const inputs = Object.fromEntries(
    Object.entries(feeds).map(([name, values]) => [name, { shape: [values.length], values }]),
  );
  const errors = await gradientErrors(inputs, (tensors) => built(tensors, { entropyCoefficient: 0.2 }).loss);
  expect([...errors.keys()].sort()).toEqual(Object.keys(feeds).sort());
  for (const [name, error] of errors) expect(error, name).toBeLessThan(1e-6);
});

test("a token beyond a bound has no gradient", async () => {
  const token = { old: -1, weight: 1 };
  const tokens = [
    { ...token, logProb: -0.5, advantage: 1 }, // over the upper clip
    { ...token, logProb: -1.5, advantage: -1 }, // under the lower clip
    { ...token, logProb: 0.5, advantage: -1 }, // over the dual clip
    { ...token, logProb: -0.5, advantage: -1 }, // a bad token that grew likelier
    { ...token, logProb: -1.5, advantage: 1 }, // a good token that grew less likely
    { ...token, logProb: -1, advantage: 1 }, // as drawn
  ];
  const { slope = [], clipped, dualClipped } = await computed(tokens, { klCoefficient: 0 });
  expect([...slope].map((value) => Math.sign(value) + 0)).toEqual([0, 0, 0, 1, -1, -1]);
  expect([...(clipped ?? [])]).toEqual([1, 1, 0, 0, 0, 0]);
  expect([...(dualClipped ?? [])]).toEqual([0, 0, 1, 0, 0, 0]);
});

test("log ratios beyond 20 count as 20, without a gradient, and spoil nothing where a token has no weight", async () => {
  const far = { logProb: 0, old: -800, reference: -800 };
  const tokens = [
    { ...far, advantage: -1, weight: 1 },
    { ...far, advantage: 0, weight: 0 },
  ];
  const options = { dualClip: Number.POSITIVE_INFINITY };
  const { loss = [], slope = [] } = await computed(tokens, options);
  expect(largestGap(loss, [policyLoss(tokens, options).loss])).toBeLessThan(1e-12);
  expect(loss[0]).toBeGreaterThan(Math.exp(20));
  expect([...slope].map(Math.abs)).toEqual([0, 0]);
});

test("the graph of k3 and its gradient are verl's, at and beyond the limits", async () => {
  const { logp, ref_logp, expected } = klGolden;
  const program = buildProgram("float64", (graph) => {
    const policy = input(graph, "policy", [logp.length]);
    const value = k3(policy, input(graph, "reference", [logp.length]));
    const [slope] = gradients(sum(value), [policy]);
    if (slope === undefined) throw new Error("no gradient");
    return { value, slope };
  });
  const feeds = { policy: Float64Array.from(logp), reference: Float64Array.from(ref_logp) };
  const { value = [], slope = [] } = await runOnce(program, feeds);
  const golden = expected["verl k3"];
  expect(largestGap(value, golden?.value ?? [])).toBeLessThan(1e-9);
  expect(largestGap(slope, golden?.gradient_wrt_logp ?? [])).toBeLessThan(1e-9);
});

test.each(logProbGolden.expected.map((each) => [each.temperature, each] as const))(
  "log-probabilities and entropy at a temperature of %d are TRL's",
  async (temperature, expected) => {
    const logits = logProbGolden.logits.flat();
    const [rows, vocabulary] = [logits.length, logits[0]?.length ?? 0];
    const head = Float64Array.from({ length: vocabulary ** 2 }, (_, at) =>
      at % (vocabulary + 1) === 0 ? 1 : 0,
    );
    const program = buildProgram("float64", (graph) => {
      const weights = graphWeights(graph, [{ name: "head", shape: [vocabulary, vocabulary] }]);
      const plan = {
        key: "",
        predicted: rows,
        hiddenStates: () => input(graph, "logits", [rows, vocabulary]),
        feeds: () => ({}),
      };
      const scores = tokenScores(weights, { head: "head" }, plan, temperature);
      return { logProbs: scores.logProbs(), entropy: scores.entropy() };
    });
    const { logProbs = [], entropy = [] } = await runOnce(program, {
      head,
      logits: Float64Array.from(logits.flat()),
      labels: Int32Array.from(logProbGolden.index.flat()),
    });
    expect(largestGap(logProbs, expected.log_probs.flat())).toBeLessThan(1e-12);
    expect(largestGap(entropy, expected.entropy.flat())).toBeLessThan(1e-12);
  },
);

describe("on a model", () => {
  const model = bookModel();
  const temperature = 0.7;
  const scorer = createScorer(model, { scores: ["logProbs", "entropy"], temperature, threads: 2 });
  afterAll(() => scorer.release());

  /** Sequences of text, each predicted from its third token on. */
  const lengths = [5, 2, 7];
  const targetsOf = (from: number, to: number) => {
    const random = seeded("text");
    const all = lengths.map((length) => Array.from({ length: length + 3 }, () => random.int(500)));
    const chosen = all.slice(from, to);
    const predicted = chosen.flatMap((tokens, sequence) =>
      tokens.slice(3).map((_, at) => ({ sequence, token: at + 2 })),
    );
    return {
      sequences: chosen.map((tokens) => ({ tokens, images: [] })),
      predicted,
      labels: chosen.flatMap((tokens) => tokens.slice(3)),
    };
  };

  /** The tokens of all sequences with the policy a little away from what drew them. */
  async function tokensNow(aggregation: "grpo" | "token-mean"): Promise<readonly PolicyToken[]> {
    const { logProbs = [], entropy = [] } = await scorer.score(targetsOf(0, 3));
    const random = seeded("away");
    const weights = tokenWeights(lengths, { aggregation, mostTokens: 8 });
    const sequences = lengths.flatMap((length, sequence) => Array.from({ length }, () => sequence));
    return sequences.map((sequence, at) => {
      const logProb = logProbs[at] ?? Number.NaN;
      return {
        logProb,
        old: logProb + random.range(-0.5, 0.5),
        reference: logProb + random.range(-1, 1),
        advantage: [1.5, -2, 0.5][sequence] ?? Number.NaN,
        weight: weights[sequence] ?? Number.NaN,
        entropy: entropy[at] ?? Number.NaN,
      };
    });
  }

  const batchOf = (
    tokens: readonly PolicyToken[],
    [from, to]: readonly [number, number],
    factor: number,
  ): TrainBatch => {
    const start = lengths.slice(0, from).reduce((a, b) => a + b, 0);
    const end = lengths.slice(0, to).reduce((a, b) => a + b, 0);
    const { old, advantages, reference, weights } = columns(tokens.slice(start, end));
    const scaled = Float64Array.from(weights ?? [], (weight) => weight * factor);
    return {
      ...targetsOf(from, to),
      values: { old: old ?? [], advantages: advantages ?? [], reference: reference ?? [], weights: scaled },
    };
  };
  const options = { temperature, entropyCoefficient: 0.1 };
  const newTrainer = () =>
    createTrainer(model, { optimiser: sgd({ rate: 1 }), objective: policyObjective(options), threads: 2 });

  test("the loss and what comes with it are those of the function", async () => {
    const tokens = await tokensNow("grpo");
    const plain = policyLoss(tokens, { entropyCoefficient: 0.1 });
    const trainer = newTrainer();
    const { loss, outputs } = await trainer.add(batchOf(tokens, [0, 3], 1));
    await trainer.release();
    expect(loss).toBeCloseTo(plain.loss, 4);
    const columnOf = (name: "logRatio" | "kl") => plain.tokens.map((token) => token[name]);
    expect(largestGap(outputs["logRatio"] ?? [], columnOf("logRatio"))).toBeLessThan(1e-4);
    expect(largestGap(outputs["kl"] ?? [], columnOf("kl"))).toBeLessThan(1e-4);
    expect([...(outputs["clipped"] ?? [])]).toEqual(plain.tokens.map(({ clipped }) => Number(clipped)));
    expect(
      largestGap(
        outputs["entropy"] ?? [],
        tokens.map(({ entropy = 0 }) => entropy),
      ),
    ).toBeLessThan(1e-4);
  });

  test.each(["grpo", "token-mean"] as const)("micro-batches add up to the whole batch: %s", async (name) => {
    const tokens = await tokensNow(name);
    const gradientOf = async (...batches: readonly TrainBatch[]) => {
      const trainer = newTrainer();
      for (const batch of batches) await trainer.add(batch);
      await trainer.release();
      const { sums, weight } = trainer.buffers.accumulator;
      return sums.data.map((value) => value / weight);
    };
    const whole = await gradientOf(batchOf(tokens, [0, 3], 1));
    const parts = await gradientOf(batchOf(tokens, [0, 1], 2), batchOf(tokens, [1, 3], 2));
    expect(largestGap(whole, new Float32Array(whole.length))).toBeGreaterThan(0.01);
    expect(largestGap(parts, whole)).toBeLessThan(1e-5);
  });
});
