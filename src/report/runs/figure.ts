/** A figure of a table: how many of how many, and how sure that is. */
import type { Score } from "../../records/index.ts";
import { clusterBootstrap, ratio } from "../../statistics/bootstrap.ts";
import { type Interval, wilson } from "../../statistics/index.ts";

export interface Figure {
  /** Right answers. */
  readonly k: number;
  /** Episodes with an outcome; unreadable answers count, failures of the provider do not. */
  readonly n: number;
  /** Answers of `n` that nobody could read; they count as wrong, as in the paper. */
  readonly invalid: number;
  /** Episodes that failed for reasons beyond the model; beside `n`. */
  readonly errors: number;
  /** k / n, 0-1; null for n = 0. */
  readonly accuracy: number | null;
  /** Wilson, 95 %, 0-1. */
  readonly interval: Interval;
  /** Page-clustered bootstrap, 95 %, 0-1: wider where questions of one page stand or fall together; null below two pages. */
  readonly byPages: Interval | null;
}

/** Enough for two digits of an interval's ends. */
const RESAMPLES = 1000;

export function figureOf(scores: readonly Score[]): Figure {
  const count = (outcome: Score["outcome"]) => scores.filter((score) => score.outcome === outcome).length;
  const [k, invalid, errors] = [count("correct"), count("invalid"), count("error")];
  const n = scores.length - errors;
  return {
    k,
    n,
    invalid,
    errors,
    accuracy: n === 0 ? null : k / n,
    interval: wilson(k, n),
    byPages: byPages(scores),
  };
}

function byPages(scores: readonly Score[]): Interval | null {
  const answered = scores.filter(({ outcome }) => outcome !== "error");
  const pages = [...Map.groupBy(answered, ({ page }) => page).values()];
  if (pages.length < 2) return null;
  const sums = pages.map((page) => [page.filter(({ outcome }) => outcome === "correct").length, page.length]);
  return clusterBootstrap(sums, ratio, { resamples: RESAMPLES }).interval;
}

/** Mean, or null for no values. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which a share (0-1) of the values lies, by the nearest rank; null for no values. */
export function quantileOf(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}
