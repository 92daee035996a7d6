/** Pages that must stay on one side of the split: copies of one work, one story, near-duplicate pictures. */
import { nearDuplicatePairs } from "./near-duplicates.ts";

/** What splitting needs to know about a page; small, so that 10,000 of them fit in memory. */
export interface PageKey {
  readonly id: string;
  readonly phash: string;
  readonly work?: string | undefined;
  readonly story?: string | undefined;
  readonly series?: string | undefined;
}

/** The widest thing that is kept together. Works and near-duplicates always are. */
export const SPLIT_UNITS = ["page", "story", "series"] as const;
export type SplitUnit = (typeof SPLIT_UNITS)[number];

/** Union-find over 0..count-1 with path halving. */
function disjointSets(count: number) {
  const parent = Array.from({ length: count }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    for (let up = parent[root]; up !== undefined && up !== root; up = parent[root]) {
      parent[root] = parent[up] ?? up;
      root = up;
    }
    return root;
  };
  const join = (a: number, b: number) => {
    parent[find(b)] = find(a);
  };
  return { find, join };
}

/** Keys that tie a page to others, each with its kind so that a story never meets a series of the same name. */
function tiesOf({ work, story, series }: PageKey, unit: SplitUnit): readonly string[] {
  const ties: (string | undefined)[] = [work && `work:${work}`];
  if (unit !== "page") ties.push(story && `story:${series ?? ""}/${story}`);
  if (unit === "series") ties.push(series && `series:${series}`);
  return ties.filter((tie) => tie !== undefined);
}

export interface PageGroups {
  /** Lists of page places (0..n-1); every page is in exactly one. */
  readonly groups: readonly (readonly number[])[];
  /** Near-duplicate pairs that were found. */
  readonly nearDuplicates: readonly (readonly [number, number])[];
}

/** Group pages by shared work, story or series (up to `unit`) and by near-duplicate pictures (at most `bits` apart). */
export function groupPages(pages: readonly PageKey[], unit: SplitUnit, bits: number): PageGroups {
  const sets = disjointSets(pages.length);
  const firstWith = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const tie of tiesOf(page, unit)) {
      const first = firstWith.get(tie);
      if (first === undefined) firstWith.set(tie, index);
      else sets.join(first, index);
    }
  });
  const nearDuplicates = nearDuplicatePairs(
    pages.map(({ phash }) => phash),
    bits,
  );
  for (const [a, b] of nearDuplicates) sets.join(a, b);
  const groups = Map.groupBy(pages.keys(), (index) => sets.find(index));
  return { groups: [...groups.values()], nearDuplicates };
}
