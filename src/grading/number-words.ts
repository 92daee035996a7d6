/** Numbers in English and French words, from zero to ninety-nine. */
import type { Token } from "./tokens.ts";

const SMALL: ReadonlyMap<string, number> = new Map(
  [
    "zero",
    "one un une",
    "two deux",
    "three trois",
    "four quatre",
    "five cinq",
    "six",
    "seven sept",
    "eight huit",
    "nine neuf",
    "ten dix",
    "eleven onze",
    "twelve douze",
    "thirteen treize",
    "fourteen quatorze",
    "fifteen quinze",
    "sixteen seize",
    "seventeen",
    "eighteen",
    "nineteen",
  ].flatMap((names, value) => names.split(" ").map((name) => [name, value] as const)),
);

const TENS: ReadonlyMap<string, number> = new Map(
  ["twenty vingt", "thirty trente", "forty quarante", "fifty cinquante", "sixty soixante", "seventy septante"]
    .flatMap((names, place) => names.split(" ").map((name) => [name, 20 + 10 * place] as const))
    .concat([
      ["eighty", 80],
      ["ninety", 90],
      ["nonante", 90],
    ]),
);

/** A number in words, and the token after its last. */
export interface NumberWords {
  readonly value: number;
  readonly end: number;
}

/** The number that begins at a token: "three", "twenty-one", "vingt et un", "dix-sept", "quatre-vingt-douze". */
export function numberWordsAt(tokens: readonly Token[], at: number): NumberWords | undefined {
  const key = tokens[at]?.key ?? "";
  if (key === "dozen") return { value: 12, end: at + 1 };
  const score = next(tokens, at + 1);
  if (key === "quatre" && /^vingts?$/.test(tokens[score]?.key ?? ""))
    return withUnits(tokens, 80, score + 1, 19);
  const tens = TENS.get(key);
  if (tens !== undefined) return withUnits(tokens, tens, at + 1, key === "soixante" ? 19 : 9);
  const small = SMALL.get(key);
  if (small === undefined) return undefined;
  const tail = key === "dix" ? (SMALL.get(tokens[score]?.key ?? "") ?? 0) : 0;
  return tail >= 7 && tail <= 9 ? { value: 10 + tail, end: score + 1 } : { value: small, end: at + 1 };
}

/** Past a hyphen. */
const next = (tokens: readonly Token[], at: number): number => (tokens[at]?.key === "-" ? at + 1 : at);

function withUnits(tokens: readonly Token[], tens: number, after: number, most: number): NumberWords {
  const linked = tokens[after]?.key === "et" ? after + 1 : next(tokens, after);
  const unit = SMALL.get(tokens[linked]?.key ?? "");
  if (unit === undefined || unit < 1 || unit > most) return { value: tens, end: after };
  if (unit !== 10) return { value: tens + unit, end: linked + 1 };
  const rest = numberWordsAt(tokens, linked);
  return { value: tens + (rest?.value ?? unit), end: rest?.end ?? linked + 1 };
}
