/** What scripted models have to know: the truth of each question, and how the episode speaks. */
import type { Dialect } from "../dialects/dialect.ts";
import type { Box, Size } from "../geometry/index.ts";

/** What a scripted model is told of a question. */
export interface Truth {
  /** The right answer as a perfect model would write it: a letter, a number, a text. */
  readonly gold: string;
  /** All answers to choose from, written alike, `gold` among them. */
  readonly answers: readonly string[];
  /** The most frequent right answer to questions of this kind; `majority` gives it. */
  readonly majority: string;
  /** Where a zoom should go, page px. */
  readonly targets: readonly Box[];
  /** px */
  readonly page: Size;
}

export interface ScriptedSource {
  /** Undefined where there is no such question. */
  readonly truthOf: (questionId: string) => Truth | undefined;
  /** The dialect of the episode: replies are written in it. */
  readonly dialect: Pick<Dialect, "write">;
  /** Default: 0. */
  readonly seed?: string | number | undefined;
  /** Of `noisy-oracle`. Default: {@link NOISY_ACCURACY}. */
  readonly accuracy?: Accuracy | undefined;
}

/** Chances, 0-1, of a right answer. */
export interface Accuracy {
  /** From the whole page, or from words about it. */
  readonly page: number;
  /** From a picture of the target. */
  readonly crop: number;
}

export const NOISY_ACCURACY: Accuracy = { page: 0.5, crop: 0.9 };
