/** One row of a generation: its tokens, its text as it becomes certain, and when and why it ends. */
import type { TextStream } from "../weights/text-stream.ts";
import { createStopScanner } from "./stop-strings.ts";

export interface RowLimits {
  /** Tokens that end the row; they count and are kept, their text is not. */
  readonly stopTokens: ReadonlySet<number>;
  /** Texts that end the row; the text is cut before them. */
  readonly stopStrings: readonly string[];
  /** At most so many tokens. */
  readonly maxTokens: number;
}

export type Finish =
  | { readonly reason: "stop-token"; readonly token: number }
  | { readonly reason: "stop-string"; readonly text: string }
  | { readonly reason: "length" };

export interface RowStep {
  /** Text that became certain with this token. */
  readonly text: string;
  /** Set with the row's last token. */
  readonly finish?: Finish | undefined;
}

export interface GeneratedRow {
  /** Every token that was pushed, a stop token included. */
  readonly tokens: readonly number[];
  /** All text so far; whole once the row has ended. */
  readonly text: string;
  readonly finish: Finish | undefined;
  /** Adds a token; throws `RangeError` on a row that has ended. */
  push(token: number): RowStep;
}

/** @param stream the tokenizer's, one for each row */
export function createRow(stream: TextStream, limits: RowLimits): GeneratedRow {
  const { stopTokens, stopStrings, maxTokens } = limits;
  if (!Number.isInteger(maxTokens) || maxTokens < 1) {
    throw new RangeError(`createRow: expected a limit of at least 1 token, got ${maxTokens}`);
  }
  const scanner = createStopScanner(stopStrings);
  const tokens: number[] = [];
  let text = "";
  let finish: Finish | undefined;

  const scan = (piece: string): string => {
    const { text: certain, stop } = scanner.push(piece);
    if (stop !== undefined) finish = { reason: "stop-string", text: stop };
    return certain;
  };
  const take = (token: number): string => {
    if (!stopTokens.has(token)) {
      const certain = scan(stream.push(token));
      if (finish !== undefined || tokens.length < maxTokens) return certain;
      return certain + end({ reason: "length" });
    }
    return end({ reason: "stop-token", token });
  };
  /** A stop string may still end in what the stream held back. */
  const end = (reason: Finish): string => {
    const certain = scan(stream.end());
    if (finish !== undefined) return certain;
    finish = reason;
    return certain + scanner.flush();
  };
  return {
    tokens,
    get text() {
      return text;
    },
    get finish() {
      return finish;
    },
    push(token) {
      if (finish !== undefined)
        throw new RangeError(`push: expected a row under way, got one ended by ${finish.reason}`);
      tokens.push(token);
      const fresh = take(token);
      text += fresh;
      return { text: fresh, finish };
    },
  };
}
