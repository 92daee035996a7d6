/** Pairs of pages whose pictures are near-duplicates, by the Hamming distance of their perceptual hashes. */

const WORDS = 8;
const HEX_PER_WORD = 8;

/** 256-bit hashes as rows of eight 32-bit words. */
export function packHashes(hashes: readonly string[]): Uint32Array {
  const packed = new Uint32Array(hashes.length * WORDS);
  hashes.forEach((hash, row) => {
    for (let word = 0; word < WORDS; word++) {
      packed[row * WORDS + word] = Number.parseInt(
        hash.slice(word * HEX_PER_WORD, (word + 1) * HEX_PER_WORD),
        16,
      );
    }
  });
  return packed;
}

/** Number of set bits of a 32-bit word (Hacker's Delight, fig. 5-2). */
function popcount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Bits in which rows `a` and `b` of packed hashes differ, 0-256; stops early above `limit`. */
export function packedDistance(packed: Uint32Array, a: number, b: number, limit = 256): number {
  let bits = 0;
  for (let word = 0; word < WORDS && bits <= limit; word++) {
    bits += popcount((packed[a * WORDS + word] ?? 0) ^ (packed[b * WORDS + word] ?? 0));
  }
  return bits;
}

/** Every pair `[i, j]`, i < j, at most `limit` bits apart. Quadratic: 10,000 pages are 50 million cheap steps. */
export function nearDuplicatePairs(
  hashes: readonly string[],
  limit: number,
): readonly (readonly [number, number])[] {
  const packed = packHashes(hashes);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < hashes.length; i++) {
    for (let j = i + 1; j < hashes.length; j++) {
      if (packedDistance(packed, i, j, limit) <= limit) pairs.push([i, j]);
    }
  }
  return pairs;
}
