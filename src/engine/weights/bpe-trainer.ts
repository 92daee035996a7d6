/**
 * Learning the merges of a byte-level BPE (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909, algorithm 1) for small
 * vocabularies. Equal counts are decided as in the `tokenizers` library: the pair with the smaller ids comes first.
 */
import { BYTE_CHARACTERS } from "./tokenizer.ts";

export interface LearnedMerges {
  /** Tokens by id: the 256 byte characters, sorted, then one for each merge that made a new token. */
  readonly tokens: readonly string[];
  /** In the order of learning. */
  readonly merges: readonly (readonly [string, string])[];
}

export interface MergeLimits {
  /** Most tokens, 256 to 65,536. */
  readonly size: number;
  /** Fewest occurrences of a pair that is merged. */
  readonly minCount: number;
  /** Whether a token of these byte characters may exist. */
  readonly allows: (token: string) => boolean;
}

/** A pre-token as ids, with the times it occurs. */
interface Word {
  ids: number[];
  readonly count: number;
}

/** Learn merges from pre-tokens (of byte characters) and their counts; no merge crosses a pre-token. */
export function learnMerges(
  counts: ReadonlyMap<string, number>,
  { size, minCount, allows }: MergeLimits,
): LearnedMerges {
  const tokens = [...BYTE_CHARACTERS].sort();
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const words: Word[] = [...counts].map(([text, count]) => ({
    ids: Array.from(text, (character) => ids.get(character) ?? 0),
    count,
  }));
  const pairs = pairTable();
  for (const word of words) pairs.add(word, 1);
  const merges: (readonly [string, string])[] = [];
  while (tokens.length < size) {
    const best = pairs.best(minCount);
    if (best === undefined) break;
    const [left, right] = [tokens[best.left] ?? "", tokens[best.right] ?? ""];
    const merged = left + right;
    if (!allows(merged)) {
      pairs.refuse(best);
      continue;
    }
    let id = ids.get(merged);
    if (id === undefined) {
      id = tokens.push(merged) - 1;
      ids.set(merged, id);
    }
    merges.push([left, right]);
    for (const word of pairs.wordsWith(best)) {
      pairs.add(word, -1);
      word.ids = mergedIds(word.ids, best, id);
      pairs.add(word, 1);
    }
  }
  return { tokens, merges };
}

interface Pair {
  readonly left: number;
  readonly right: number;
}

interface PairTable {
  /** Count the pairs of a word, `sign` times its count. */
  add(word: Word, sign: 1 | -1): void;
  /** The most frequent pair with at least that count. */
  best(minCount: number): Pair | undefined;
  /** Never offer a pair again. */
  refuse(pair: Pair): void;
  wordsWith(pair: Pair): readonly Word[];
}

const KEY = 65_536;

/** Counts of neighbouring ids, and the words that hold them. */
function pairTable(): PairTable {
  const counts = new Map<number, number>();
  const words = new Map<number, Set<Word>>();
  const refused = new Set<number>();
  return {
    add: (word, sign) => {
      for (let at = 1; at < word.ids.length; at++) {
        const key = (word.ids[at - 1] ?? 0) * KEY + (word.ids[at] ?? 0);
        counts.set(key, (counts.get(key) ?? 0) + sign * word.count);
        const holders = words.get(key) ?? new Set();
        words.set(key, sign > 0 ? holders.add(word) : holders);
        if (sign < 0) holders.delete(word);
      }
    },
    best: (minCount) => {
      let best = { key: -1, count: minCount - 1 };
      for (const [key, count] of counts)
        if ((count > best.count || (count === best.count && key < best.key)) && !refused.has(key))
          best = { key, count };
      return best.key < 0 ? undefined : { left: Math.floor(best.key / KEY), right: best.key % KEY };
    },
    refuse: ({ left, right }) => refused.add(left * KEY + right),
    wordsWith: ({ left, right }) => [...(words.get(left * KEY + right) ?? [])],
  };
}

function mergedIds(ids: readonly number[], { left, right }: Pair, merged: number): number[] {
  const result: number[] = [];
  for (let at = 0; at < ids.length; at++) {
    const joins = ids[at] === left && ids[at + 1] === right;
    result.push(joins ? merged : (ids[at] ?? 0));
    if (joins) at++;
  }
  return result;
}
