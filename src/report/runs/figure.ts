/** A figure of a table: how many of how many, and how sure that is. */
import { conditionName, type Score } from "../../records/index.ts";
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
  /** 95 %, 0-1. */
  readonly interval: Interval;
  /**
   * How `interval` was made: Wilson's where each question was asked once; else also by drawing whole questions again,
   * since the samples of a question stand or fall together, and both ends from whichever reaches farther: a bootstrap
   * over few questions comes out too narrow.
   */
  readonly method: "wilson" | "questions";
  /** Page-clustered bootstrap, 95 %, 0-1: wider where questions of one page stand or fall together; null below two pages. */
  readonly byPages: Interval | null;
}

/** Enough for two digits of an interval's ends. */
const RESAMPLES = 1000;

export function figureOf(scores: readonly Score[]): Figure {
  const count = (outcome: Score["outcome"]) => scores.filter((score) => score.outcome === outcome).length;
  const [k, invalid, errors] = [count("correct"), count("invalid"), count("error")];
  const answered = scores.filter(({ outcome }) => outcome !== "error");
  const n = answered.length;
  return {
    k,
    n,
    invalid,
    errors,
    accuracy: n === 0 ? null : k / n,
    ...intervalOf(answered),
    byPages: byPages(answered),
  };
}

function intervalOf(answered: readonly Score[]): Pick<Figure, "interval" | "method"> {
  const asked = Map.groupBy(answered, (score) => `${score.question}/${conditionName(score)}`);
  const questions = countsOf([...asked.values()]);
  if (questions.every(([, samples]) => samples === 1)) {
    const right = questions.filter(([k]) => k === 1).length;
    return { interval: wilson(right, questions.length), method: "wilson" };
  }
  const [drawn, alone] = [byDrawing(questions), wilson(sumOf(questions, 0), sumOf(questions, 1))];
  const interval = { low: Math.min(drawn.low, alone.low), high: Math.max(drawn.high, alone.high) };
  return { interval, method: "questions" };
}

function byPages(answered: readonly Score[]): Interval | null {
  const pages = countsOf([...Map.groupBy(answered, ({ page }) => page).values()]);
  return pages.length < 2 ? null : byDrawing(pages);
}

type Count = readonly [right: number, all: number];

const sumOf = (counts: readonly Count[], column: 0 | 1): number =>
  counts.reduce((sum, count) => sum + count[column], 0);

const countsOf = (groups: readonly (readonly Score[])[]): Count[] =>
  groups.map((group) => [group.filter(({ outcome }) => outcome === "correct").length, group.length]);

/**
 * Where all are right, or all wrong, no draw differs from another, and a bootstrap would be sure of what it cannot
 * know: there Wilson's interval for as many trials as there are groups stands in.
 */
function byDrawing(groups: readonly Count[]): Interval {
  if (groups.every(([right]) => right === 0)) return wilson(0, groups.length);
  if (groups.every(([right, all]) => right === all)) return wilson(groups.length, groups.length);
  return clusterBootstrap(groups, ratio, { resamples: RESAMPLES }).interval;
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
