import type { TrainStep } from "../../records/index.ts";
import { meanOf } from "../run/episode-figures.ts";

/** Tokens of a step's sequences, and of their own ones. */
export function tokenCounts(
  sequences: readonly { readonly tokens: ArrayLike<number>; readonly own: readonly boolean[] }[],
): TrainStep["tokens"] {
  const own = sequences.map((sequence) => sequence.own.filter(Boolean).length);
  return {
    read: sequences.reduce((sum, { tokens }) => sum + tokens.length, 0),
    own: own.reduce((sum, count) => sum + count, 0),
    shortest: own.length === 0 ? 0 : Math.min(...own),
    mean: meanOf(own),
    longest: Math.max(0, ...own),
  };
}
