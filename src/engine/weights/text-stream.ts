/** Decoding token by token, for text that is shown or searched while a model writes it. */
import type { DecodeOptions, Tokenizer } from "./tokenizer.ts";

export interface TextStream {
  /** The text that a token completes: empty while a character is still in pieces. */
  push(id: number): string;
  /** What is left; a character that never became whole gives U+FFFD. */
  end(): string;
}

/** All texts of a stream together equal `tokenizer.decode` of all its ids. */
export function textStream(tokenizer: Tokenizer, { skipSpecial = false }: DecodeOptions = {}): TextStream {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const whole = (id: number): string => decoder.decode() + decoder.decode(tokenizer.bytes(id));
  return {
    push: (id) => {
      if (!tokenizer.specialIds.has(id)) return decoder.decode(tokenizer.bytes(id), { stream: true });
      return skipSpecial ? "" : whole(id);
    },
    end: () => decoder.decode(),
  };
}
