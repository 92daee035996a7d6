/** Drawing tokens, and a GRPO-shaped iteration around it: what the engine's bench measures of sampling. */
import { batchFeeds } from "../../src/engine/families/qwen2.5-vl/batch.ts";
import { qwen25VlDecoder } from "../../src/engine/families/qwen2.5-vl/decode.ts";
import { type BatchShape, hiddenStates } from "../../src/engine/families/qwen2.5-vl/forward.ts";
import { headName, qwen25VlParameters } from "../../src/engine/families/qwen2.5-vl/parameters.ts";
import { gradientTargets, trainProgram } from "../../src/engine/nn/train-program.ts";
import { type GraphWeights, graphWeights } from "../../src/engine/nn/weights.ts";
import {
  add,
  buildProgram,
  clip,
  exp,
  type Graph,
  input,
  linearLogProb,
  min,
  mul,
  neg,
  openSession,
  sub,
  sum,
  type Tensor,
} from "../../src/engine/onnx/index.ts";
import { adamw, applyStep, initialState } from "../../src/engine/optim/optimiser.ts";
import { feedsOf, gradientsFor } from "../../src/engine/optim/parameters.ts";
import {
  createGenerator,
  type Generation,
  type Row,
  SamplingSchema,
} from "../../src/engine/sampling/index.ts";
import { timed } from "./rounds.ts";
import { RATE, THREADS } from "./training.ts";
import {
  FIRST_WORD,
  pictureTokens,
  randomBatch,
  randomParameters,
  shapeOf,
  type Workload,
} from "./workload.ts";

const TOKENS = 48;
const GRPO = { prompts: 16, rollouts: 8, clip: 0.2, beta: 0.04 };

const openGenerator = (workload: Workload, store: ReturnType<typeof randomParameters>) =>
  createGenerator(qwen25VlDecoder(workload.config), { store, threads: THREADS });
type BenchGenerator = ReturnType<typeof openGenerator>;

/** Every row draws all its tokens. */
const draw = (generator: BenchGenerator, rows: readonly Row[]): Promise<readonly Generation[]> =>
  generator.generate(rows, {
    sampling: SamplingSchema.parse({}),
    limits: { stopTokens: new Set(), stopStrings: [], maxTokens: TOKENS },
    seed: "bench",
    stream: () => ({ push: () => "", end: () => "" }),
  });

/** Milliseconds of the parts of one run, by name. */
export type Parts = Readonly<Record<string, number>>;
export interface MeasuredParts {
  readonly run: () => Promise<Parts>;
  readonly release: () => Promise<void>;
}

/** One prompt computed once, then tokens for rows that continue it. */
export function generation(workload: Workload, rows: number): MeasuredParts {
  const generator = openGenerator(workload, randomParameters(workload.config));
  const { batch } = randomBatch({ ...workload, sequences: 1 }, "batch");
  const [{ tokens, images } = { tokens: [], images: [] }] = batch.sequences;
  return {
    run: async () => {
      let opened: readonly Row[] = [];
      const prefill = await timed(async () => {
        opened = (await generator.open([{ name: "prompt", tokens, images, copies: rows }])).flat();
      });
      const generate = await timed(() => draw(generator, opened));
      generator.free(opened);
      return { prefill, generate };
    },
    release: generator.close,
  };
}

export const GENERATED_TOKENS = TOKENS;

/** What was drawn, without the control tokens that a model with random weights draws at times. */
const wordsOf = ({ tokens }: Generation): readonly number[] =>
  tokens.map((token) => Math.max(token, FIRST_WORD));

/**
 * A group of rollouts as one packed sequence. The prompt's last token predicts the first token of every rollout, so
 * each branch begins with a copy of it.
 */
function packed(prompt: ArrayLike<number>, rollouts: readonly (readonly number[])[]) {
  const tokens = Array.from(prompt).slice(0, -1);
  const branches = tokens.map(() => 0);
  const places: number[] = [];
  for (const [at, rollout] of rollouts.entries())
    for (const token of [prompt[prompt.length - 1] ?? 0, ...rollout.slice(0, -1)]) {
      places.push(tokens.length);
      tokens.push(token);
      branches.push(at + 1);
    }
  return { tokens, branches, places };
}

/** Schulman et al. (2017), equation 7, and the estimator of the divergence that Shao et al. (2024) use, equation 4. */
function grpoLoss(graph: Graph, logProbs: Tensor, count: number): Tensor {
  const values = (name: string): Tensor => input(graph, name, [count]);
  const advantages = values("advantages");
  const ratio = exp(sub(logProbs, values("old")));
  const limited = clip(ratio, 1 - GRPO.clip, 1 + GRPO.clip);
  const gain = min(mul(ratio, advantages), mul(limited, advantages));
  const gap = sub(values("reference"), logProbs);
  const divergence = sub(sub(exp(gap), gap), 1);
  return mul(sum(add(mul(divergence, GRPO.beta), neg(gain))), 1 / count);
}

/** Opens what a GRPO iteration runs: sampler, reference, update. */
export async function grpoIteration(workload: Workload): Promise<MeasuredParts> {
  const { config } = workload;
  const prompts = randomBatch({ ...workload, sequences: GRPO.prompts }, "batch").batch.sequences;
  const count = GRPO.prompts * GRPO.rollouts * TOKENS;
  // The prompt's last token begins each branch.
  const prefix = (prompts[0]?.tokens.length ?? 1) - 1;
  const shape: BatchShape = {
    ...shapeOf({ ...workload, sequences: GRPO.prompts }),
    prefixes: { count: GRPO.prompts, length: prefix },
    branches: { count: GRPO.prompts * GRPO.rollouts, length: TOKENS },
    words: count + GRPO.prompts * (prefix - pictureTokens(workload)),
    predicted: count,
  };
  const logProbsOf = (graph: Graph, weights: GraphWeights): Tensor =>
    linearLogProb(
      hiddenStates(weights, config, shape),
      weights.tensor(headName(config)),
      input(graph, "labels", [count], "int32"),
    );
  const parameters = qwen25VlParameters(config);
  const store = randomParameters(config);
  const reference = feedsOf(randomParameters(config));
  const weights = feedsOf(store);
  const scoring = await openSession(
    buildProgram("float32", (graph) => ({ logProbs: logProbsOf(graph, graphWeights(graph, parameters)) })),
    { threads: THREADS },
  );
  const program = trainProgram({
    parameters,
    trains: () => true,
    objective: (graph, own) => ({ loss: grpoLoss(graph, logProbsOf(graph, own), count) }),
  });
  const training = await openSession(program, { threads: THREADS });
  const gradients = gradientsFor(store);
  const targets = gradientTargets(program, gradients);
  const optimiser = adamw({ rate: RATE });
  const state = initialState(optimiser, store.trainable.layout);
  const generator = openGenerator(workload, store);
  const advantages = Float32Array.from({ length: count }, (_, at) =>
    Math.floor(at / TOKENS) % 2 === 0 ? 1 : -1,
  );

  /** Inputs that the reference and the update share, but for the parameters. */
  const feedsFor = (groups: readonly (readonly Generation[])[]) => {
    const sequences = groups.map((group, at) => ({
      ...packed(prompts[at]?.tokens ?? [], group.map(wordsOf)),
      images: prompts[at]?.images ?? [],
    }));
    const predicted = sequences.flatMap(({ places }, sequence) =>
      places.map((token) => ({ sequence, token })),
    );
    const labels = Int32Array.from(groups.flat().flatMap(wordsOf));
    return { ...batchFeeds(config, { sequences, predicted }, shape), labels };
  };
  const run = async (): Promise<Parts> => {
    const parts: Record<string, number> = {};
    const part = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
      const start = performance.now();
      const result = await work();
      parts[name] = performance.now() - start;
      return result;
    };
    const opened = await part("prefill", () =>
      generator.open(
        prompts.map(({ tokens, images }, at) => ({ name: `${at}`, tokens, images, copies: GRPO.rollouts })),
      ),
    );
    const drawn = await part("generate", () => draw(generator, opened.flat()));
    generator.free(opened.flat());
    const groups = opened.map((_, at) => drawn.slice(at * GRPO.rollouts, (at + 1) * GRPO.rollouts));
    const feeds = await part("inputs", async () => feedsFor(groups));
    const { logProbs } = await part("reference", () => scoring.run({ ...feeds, ...reference }));
    const old = Float32Array.from(drawn.flatMap((each) => each.logProbs));
    await part("update", async () => {
      await training.run({ ...feeds, ...weights, advantages, old, reference: logProbs }, targets);
      applyStep(optimiser, state, store.trainable, gradients);
    });
    return parts;
  };
  return {
    run,
    release: async () => {
      await generator.close();
      await scoring.release();
      await training.release();
    },
  };
}

export const GRPO_SHAPE = `${GRPO.prompts} prompts x ${GRPO.rollouts} rollouts of ${TOKENS} tokens`;
