/** What an episode earns under a strategy at a step. Pure: the same record, question and inputs give the same reward. */
import type { Episode, Question } from "../records/index.ts";
import type { Payment, PaymentRule, Phase, Strategy } from "./strategy.ts";
import type { RewardInputs } from "./term.ts";
import { type TermId, termOf } from "./terms.ts";

export interface Reward {
  readonly total: number;
  /**
   * Every term of the strategy before weights, those of its other phases too, so that curves have no gaps; less those
   * that this phase does not pay and that lack their inputs.
   */
  readonly terms: Readonly<Partial<Record<TermId, number>>>;
  /** What each term of the phase adds to `total`. */
  readonly paid: Readonly<Partial<Record<TermId, number>>>;
  /** Name of the phase. */
  readonly phase: string;
}

/**
 * The reward of an episode. `RangeError` when the question is another one than the episode's, when the provider failed
 * (nothing is known about the model: leave such episodes out of the group), and for missing inputs.
 */
export function rewardOf(
  episode: Episode,
  question: Question,
  step: number,
  strategy: Strategy,
  inputs: RewardInputs = {},
): Reward {
  checkPair(episode, question);
  const phase = phaseAt(strategy, step);
  const terms: Partial<Record<TermId, number>> = {};
  for (const id of termsOf(strategy)) {
    const isPaid = phase.pays.some(({ term }) => term === id);
    const { needs, value } = termOf(id);
    // What the phase does not pay need not be computed for it.
    if (!isPaid && needs !== undefined && inputs[needs] === undefined) continue;
    terms[id] = value({ episode, question, step, inputs });
  }
  const isRight = (terms[strategy.right] ?? 0) > 0;
  const paid: Partial<Record<TermId, number>> = {};
  let total = 0;
  for (const payment of phase.pays) {
    const amount = amountOf(payment, terms[payment.term] ?? 0, isRight);
    paid[payment.term] = amount;
    total += amount;
  }
  return { total, terms, paid, phase: phase.name };
}

/** What the perfect episode earns at a step: one exact zoom a target, the gold, the best inputs. */
export function fullReward(question: Question, step: number, strategy: Strategy): number {
  return phaseAt(strategy, step).pays.reduce(
    (sum, payment) => sum + amountOf(payment, termOf(payment.term).perfect(question), true),
    0,
  );
}

/** The phase that a step is in. `RangeError` for a step that is no whole number from 0. */
export function phaseAt({ id, phases }: Strategy, step: number): Phase {
  const phase = Number.isInteger(step) ? phases.findLast(({ from }) => from <= step) : undefined;
  if (phase === undefined)
    throw new RangeError(`reward ${id}: expected a step that is a whole number from 0, got ${step}`);
  return phase;
}

/** The terms that a strategy logs, each once: those of all phases, and the one that says what is right. */
export function termsOf({ phases, right }: Strategy): readonly TermId[] {
  return [...new Set([...phases.flatMap(({ pays }) => pays.map(({ term }) => term)), right])];
}

function checkPair(episode: Episode, question: Question): void {
  if (episode.question !== question.id)
    throw new RangeError(`reward ${episode.id}: expected question ${episode.question}, got ${question.id}`);
  if (episode.outcome.kind === "error")
    throw new RangeError(`reward ${episode.id}: expected an episode that was run, got a provider's failure`);
}

const FACTORS: Readonly<Record<PaymentRule, (isRight: boolean) => number>> = {
  always: () => 1,
  "if-right": (isRight) => (isRight ? 1 : 0),
  "doubled-if-right": (isRight) => (isRight ? 2 : 1),
};

const amountOf = ({ weight, pay }: Payment, value: number, isRight: boolean): number =>
  weight * FACTORS[pay](isRight) * value;
