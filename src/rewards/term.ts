/** What a reward term is: one number about one episode, with the reason why it is paid. */
import type { Episode, Question } from "../records/index.ts";

/** What a term needs and neither the record nor the question holds. */
export interface RewardInputs {
  /**
   * Natural log of the model's probability of the whole gold answer, at most 0: behind the page alone, and behind the
   * page with all crops of the episode. Needed by `likelihood` for episodes with a crop.
   */
  readonly goldLogProb?: { readonly page: number; readonly crops: number } | undefined;
  /** Of the coin of `random-accuracy`. Default "0". */
  readonly seed?: string | undefined;
}

export interface RewardCase {
  readonly episode: Episode;
  readonly question: Question;
  /** Optimiser step, from 0. */
  readonly step: number;
  readonly inputs: RewardInputs;
}

export interface RewardTerm<Id extends string = string> {
  readonly id: Id;
  /** What is paid, in a line. */
  readonly summary: string;
  /** The input without which it has no value. */
  readonly needs?: keyof RewardInputs;
  /** Lowest and highest value for a question when `calls` zoom calls were run. */
  range(question: Question, calls: number): readonly [low: number, high: number];
  /** The value of the perfect episode: one exact zoom a target, the gold in the asked form, the best inputs. */
  perfect(question: Question): number;
  /** Pure; `RangeError` for inputs that the term needs and that are missing or no log-probabilities. */
  value(rewardCase: RewardCase): number;
}

/** A term with the same range for all questions. */
export const between = (low: number, high: number) => (): readonly [number, number] => [low, high];
