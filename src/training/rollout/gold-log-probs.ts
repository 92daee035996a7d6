/**
 * How likely the policy holds the gold answer: behind the page alone, and behind the page with all crops of a rollout.
 * Input of the reward term `likelihood`.
 *
 * The answer's opening (`<answer>`) is given in both cases: whether the policy would rather look again is not asked. What
 * counts is the rest of the reply, from the first token that holds a character of the gold, without the end of the turn.
 * The conversation that led to the crops, the policy's own calls in it, stands before it.
 */

import type { Model, Scorer } from "../../engine/index.ts";
import { dialectNamed } from "../../episodes/state.ts";
import { goldAnswer } from "../../grading/index.ts";
import type { RewardInputs } from "../../rewards/index.ts";
import { type PackLimits, packRollouts } from "./pack.ts";
import type { Rollout, Trace } from "./rollout.ts";
import { scoreRollouts } from "./score-rollouts.ts";

/** Natural logs of probabilities, at most 0; equal for a rollout without crops. */
export type GoldLogProb = NonNullable<RewardInputs["goldLogProb"]>;

/**
 * Of each rollout of each group, by the parameters as they are now. Where an open answer has several wordings, of the
 * first.
 */
export async function goldLogProbs(
  model: Pick<Model, "tokenizer">,
  scorer: Pick<Scorer, "score">,
  groups: readonly (readonly Rollout[])[],
  limits: PackLimits = {},
): Promise<readonly (readonly GoldLogProb[])[]> {
  const asked = groups.map((group) => answeredTraces(model, group));
  const scores = await scoreRollouts(scorer, asked, packRollouts(asked, limits));
  return groups.map((group, at) => {
    const [page = 0, ...behindCrops] = (scores[at] ?? []).map(sumOf);
    const crops = behindCrops[Symbol.iterator]();
    return group.map((rollout) => ({ page, crops: hasCrops(rollout) ? (crops.next().value ?? page) : page }));
  });
}

const hasCrops = ({ images, promptImages }: Trace): boolean => images.length > promptImages;

/** The gold behind the page, then behind each rollout that has crops. */
function answeredTraces(model: Pick<Model, "tokenizer">, group: readonly Rollout[]): readonly Trace[] {
  const [first] = group;
  if (first === undefined) return [];
  const { question, state, tokens, promptTokens, images, promptImages } = first;
  const dialect = dialectNamed(state.plan.dialect);
  const gold = goldAnswer(question);
  const reply = answerTokens(model, dialect.write({ do: "answer", text: gold }).text, gold);
  const page = {
    tokens: tokens.slice(0, promptTokens),
    promptTokens,
    images: images.slice(0, promptImages),
    promptImages,
  };
  return [page, ...group.filter(hasCrops).map(untilLastReply)].map((context) => answered(context, reply));
}

type Context = Omit<Trace, "own">;

/** What was read when the last reply began: all crops are in it. */
function untilLastReply({ tokens, own, images, promptTokens, promptImages }: Trace): Context {
  return { tokens: tokens.slice(0, own.lastIndexOf(false) + 1), images, promptTokens, promptImages };
}

interface AnswerTokens {
  readonly ids: readonly number[];
  /** Index of the first token that counts. */
  readonly from: number;
}

const answered = (context: Context, { ids, from }: AnswerTokens): Trace => ({
  ...context,
  tokens: [...context.tokens, ...ids],
  own: [...context.tokens.map(() => false), ...ids.map((_, at) => at >= from)],
});

/** The tokens of a reply, and the first of them that holds a byte of the gold. */
export function answerTokens(
  { tokenizer }: Pick<Model, "tokenizer">,
  text: string,
  gold: string,
): AnswerTokens {
  const ids = tokenizer.encode(text);
  const start = Buffer.byteLength(text.slice(0, text.indexOf(gold)));
  let end = 0;
  const from = ids.findIndex((id) => {
    end += tokenizer.bytes(id).length;
    return end > start;
  });
  return { ids, from };
}

/** A sum of log-probabilities, which rounding may leave a little above 0. */
const sumOf = (logProbs: Float32Array): number =>
  Math.min(
    0,
    logProbs.reduce((sum, value) => sum + value, 0),
  );
