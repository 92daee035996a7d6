/** Seeded pseudo-random numbers: the same seed gives the same sequence on every machine. */

export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform integer in [0, count). */
  int(count: number): number;
  /** Uniform in [low, high). */
  range(low: number, high: number): number;
  /** True with the given probability (0-1). */
  chance(probability: number): boolean;
  /** One element, uniformly; throws `RangeError` on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A new array with the same elements in random order. */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent stream named by `label`; does not advance this one, so siblings never disturb each other. */
  fork(label: string | number): Random;
  /** Where the stream stands, for {@link resumed}. */
  state(): RandomState;
}

/** A stream as plain data. */
export interface RandomState {
  /** What it was made from; forks are named by it. */
  readonly key: string;
  /** The generator's four 32-bit words. */
  readonly words: readonly [number, number, number, number];
}

/** Four well-mixed 32-bit words from a string. */
function hashWords(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

interface Generator32 {
  /** Uniform in [0, 1). */
  next(): number;
  words(): RandomState["words"];
}

/** Small fast counting generator (sfc32, public domain, C. Doty-Humphrey). */
function sfc32([a, b, c, d]: RandomState["words"]): Generator32 {
  return {
    next() {
      const t = (((a + b) | 0) + d) | 0;
      d = (d + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (c << 21) | (c >>> 11);
      c = (c + t) | 0;
      return (t >>> 0) / 4294967296;
    },
    words: () => [a, b, c, d],
  };
}

/** A random stream for a seed; numbers and strings are both fine and never collide by type. */
export function seeded(seed: string | number): Random {
  const key = `${typeof seed}:${seed}`;
  const generator = sfc32(hashWords(key));
  for (let i = 0; i < 12; i++) generator.next();
  return streamOf(key, generator);
}

/** The stream that stands where another stood when its state was taken. */
export function resumed({ key, words }: RandomState): Random {
  return streamOf(key, sfc32(words));
}

function streamOf(key: string, { next, words }: Generator32): Random {
  const int = (count: number) => Math.floor(next() * count);
  return {
    next,
    int,
    range: (low, high) => low + (high - low) * next(),
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0)
        throw new RangeError("random.pick: expected a non-empty list, got an empty one");
      return items[int(items.length)] as (typeof items)[number];
    },
    shuffle: (items) => shuffled(items, int),
    fork: (label) => seeded(`${key}/${label}`),
    state: () => ({ key, words: words() }),
  };
}

/** Fisher-Yates. */
function shuffled<T>(items: readonly T[], int: (count: number) => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = int(i + 1);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** A stable 32-bit hash of a text as 8 hex digits, for ids and tie-breaks (not for security). */
export function hash32(text: string): string {
  return hashWords(text)[0].toString(16).padStart(8, "0");
}
