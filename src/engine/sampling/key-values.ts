/** Keys and values of tokens that were computed: what a row need not compute again. */
import type { DecoderSizes } from "./decoder-family.ts";

export interface KeyValues {
  readonly slots: number;
  /** Tokens that a slot holds. */
  readonly capacity: number;
  /** Keys, then values, of each layer in turn: `[slots, keyValueHeads, capacity, headSize]` each. */
  readonly parts: readonly Float32Array[];
}

type Sizes = Pick<DecoderSizes, "layers" | "keyValueHeads" | "headSize">;

export function createKeyValues(
  { layers, keyValueHeads, headSize }: Sizes,
  slots: number,
  capacity: number,
): KeyValues {
  const length = slots * keyValueHeads * capacity * headSize;
  return { slots, capacity, parts: Array.from({ length: 2 * layers }, () => new Float32Array(length)) };
}

/** Copies the first `length` tokens of one slot to another. */
export function copySlot(
  { keyValueHeads, headSize }: Sizes,
  length: number,
  from: { readonly cache: KeyValues; readonly slot: number },
  to: { readonly cache: KeyValues; readonly slot: number },
): void {
  for (const [part, target] of to.cache.parts.entries()) {
    const source = from.cache.parts[part];
    for (let head = 0; head < keyValueHeads; head++) {
      const start = (from.slot * keyValueHeads + head) * from.cache.capacity * headSize;
      const place = (to.slot * keyValueHeads + head) * to.cache.capacity * headSize;
      if (source !== undefined) target.set(source.subarray(start, start + length * headSize), place);
    }
  }
}

/** New keys and values as a program gives them: `[2 layers, rows, fresh, keyValueHeads, headSize]`. */
export interface FreshKeyValues {
  readonly data: Float32Array;
  readonly rows: number;
  readonly fresh: number;
}

/** Writes the first `count` new tokens of a row into a slot, from token `at` on. */
export function storeFresh(
  { keyValueHeads, headSize }: Sizes,
  { data, rows, fresh }: FreshKeyValues,
  { row, count }: { readonly row: number; readonly count: number },
  { cache, slot, at }: { readonly cache: KeyValues; readonly slot: number; readonly at: number },
): void {
  const width = keyValueHeads * headSize;
  for (const [part, target] of cache.parts.entries())
    for (let token = 0; token < count; token++) {
      let source = ((part * rows + row) * fresh + token) * width;
      for (let head = 0; head < keyValueHeads; head++) {
        // A loop, because the pieces are too short for `set` and `subarray` to pay.
        let place = ((slot * keyValueHeads + head) * cache.capacity + at + token) * headSize;
        for (let index = 0; index < headSize; index++) target[place++] = data[source++] ?? 0;
      }
    }
}
