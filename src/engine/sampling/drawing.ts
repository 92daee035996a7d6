/** What a call to generate wants of its rows, and one row's part of it: from logits to tokens until the row ends. */
import type { TextStream } from "../weights/text-stream.ts";
import { createRow, type Finish, type RowLimits } from "./generated-row.ts";
import type { Sampling } from "./options.ts";
import { appendDrawn, type Row, type RowState } from "./row.ts";
import { rowDraws, type SampledToken, sampleToken } from "./sample-token.ts";

export interface GenerateOptions {
  readonly sampling: Sampling;
  /** A row also ends, with reason `length`, where the model's context does. */
  readonly limits: RowLimits;
  /** Tokens that are never drawn, such as those that stand for a picture; not all of them. */
  readonly forbidden?: ReadonlySet<number> | undefined;
  /** The tokenizer's; called once for each row. */
  readonly stream: () => TextStream;
  readonly seed: string | number;
  readonly onToken?: ((token: GeneratedToken) => void) | undefined;
  /** Rejects with its reason within a step; rows keep what they have. */
  readonly signal?: AbortSignal | undefined;
}

export interface GeneratedToken extends SampledToken {
  readonly row: Row;
  /** Text that became certain with it. */
  readonly text: string;
  /** Set with the row's last token. */
  readonly finish: Finish | undefined;
}

/** What one call drew for a row. */
export interface Generation {
  readonly row: Row;
  /** Empty where the row had no room left. */
  readonly tokens: readonly number[];
  /** Of each token under the model's own distribution (temperature 1). */
  readonly logProbs: readonly number[];
  /** Of each token under the distribution it was drawn from. */
  readonly samplingLogProbs: readonly number[];
  readonly text: string;
  readonly finish: Finish;
}

export interface Drawing<Picture> {
  readonly row: RowState<Picture>;
  /** Takes one token from the row's logits; whether the row goes on. */
  draw(): boolean;
  /** Most tokens still to come. */
  left(): number;
  result(): Generation;
}

export function startDrawing<Picture>(row: RowState<Picture>, options: GenerateOptions): Drawing<Picture> {
  const { sampling, limits, forbidden, stream, seed, onToken } = options;
  const maxTokens = Math.min(limits.maxTokens, row.room);
  const drawn = maxTokens < 1 ? undefined : createRow(stream(), { ...limits, maxTokens });
  // A row draws anew in each of its turns, and the same in each run of a turn.
  const uniform = rowDraws(seed, `${row.name}@${row.tokens.length}`);
  const logProbs: number[] = [];
  const samplingLogProbs: number[] = [];
  return {
    row,
    draw: () => {
      if (drawn === undefined) return false;
      if (row.logits === undefined) throw new Error(`draw: expected logits for row ${row.name}, got none`);
      const { values, normaliser } = row.logits;
      const known = { history: row.tokens, normaliser, forbidden };
      const sampled = sampleToken(values, sampling, uniform(), known);
      appendDrawn(row, sampled.token);
      logProbs.push(sampled.logProb);
      samplingLogProbs.push(sampled.samplingLogProb);
      const { text, finish } = drawn.push(sampled.token);
      onToken?.({ row, ...sampled, text, finish });
      return finish === undefined;
    },
    left: () => maxTokens - logProbs.length,
    result: () => ({
      row,
      tokens: drawn?.tokens ?? [],
      logProbs,
      samplingLogProbs,
      text: drawn?.text ?? "",
      finish: drawn?.finish ?? { reason: "length" },
    }),
  };
}
