/** Every unordered pair of a list, in order: (0,1), (0,2), ..., (1,2), ... */
export function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((first, index) => items.slice(index + 1).map((second) => [first, second] as const));
}
