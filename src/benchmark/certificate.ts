/**
 * The leak certificate: what was kept together, and an independent check of the finished split. It compares every page
 * of one split with every page of the others and counts what a model could have seen before.
 */
import type { Split } from "../records/index.ts";
import type { PageKey, SplitUnit } from "./groups.ts";
import { packedDistance, packHashes } from "./near-duplicates.ts";

export interface LeakCertificate {
  readonly kind: "leak-certificate";
  readonly version: 1;
  readonly seed: string;
  /** What was never split: pages of one work and near-duplicates always, and this. */
  readonly unit: SplitUnit;
  /** Pictures at most this many of 256 hash bits apart count as near-duplicates. */
  readonly nearDuplicateBits: number;
  readonly groups: number;
  readonly pages: Readonly<Record<Split, number>>;
  /** Near-duplicate pairs in the data, all on one side each. */
  readonly nearDuplicatePairs: number;
  /** Counted over pairs of pages in different splits; all 0 in a sound benchmark. */
  readonly across: {
    readonly samePage: number;
    readonly sameWork: number;
    readonly sameStory: number;
    readonly nearDuplicates: number;
  };
  /** The two most alike pictures of different splits. */
  readonly closest: { readonly bits: number; readonly pages: readonly [string, string] } | null;
}

/** Pairs of places in different splits that share a defined key. */
function sharedAcross(splits: readonly Split[], keys: readonly (string | undefined)[]): number {
  const places = Map.groupBy(keys.keys(), (place) => keys[place]);
  places.delete(undefined);
  const pairs = [...places.values()].map((group) => {
    const bySplit = Map.groupBy(group, (place) => splits[place]);
    const sizes = [...bySplit.values()].map((list) => list.length);
    const squares = sizes.reduce((sum, size) => sum + size * size, 0);
    return (group.length ** 2 - squares) / 2;
  });
  return pairs.reduce((sum, count) => sum + count, 0);
}

function pictureDistances(pages: readonly PageKey[], splits: readonly Split[], limit: number) {
  const packed = packHashes(pages.map(({ phash }) => phash));
  let near = 0;
  let closest: { bits: number; a: number; b: number } | undefined;
  for (let a = 0; a < pages.length; a++) {
    for (let b = a + 1; b < pages.length; b++) {
      if (splits[a] === splits[b]) continue;
      const bits = packedDistance(packed, a, b);
      if (bits <= limit) near++;
      if (closest === undefined || bits < closest.bits) closest = { bits, a, b };
    }
  }
  return { near, closest };
}

export interface CertifyInput {
  readonly pages: readonly PageKey[];
  readonly splits: readonly Split[];
  readonly seed: string;
  readonly unit: SplitUnit;
  readonly nearDuplicateBits: number;
  readonly groups: number;
  readonly nearDuplicatePairs: number;
}

export function certify(input: CertifyInput): LeakCertificate {
  const { pages, splits, nearDuplicateBits } = input;
  const { near, closest } = pictureDistances(pages, splits, nearDuplicateBits);
  const inSplit = (split: Split) => splits.filter((name) => name === split).length;
  const storyOf = ({ story, series }: PageKey) => story && `${series ?? ""}/${story}`;
  return {
    kind: "leak-certificate",
    version: 1,
    seed: input.seed,
    unit: input.unit,
    nearDuplicateBits,
    groups: input.groups,
    pages: { train: inSplit("train"), validation: inSplit("validation"), test: inSplit("test") },
    nearDuplicatePairs: input.nearDuplicatePairs,
    across: {
      samePage: sharedAcross(
        splits,
        pages.map(({ id }) => id),
      ),
      sameWork: sharedAcross(
        splits,
        pages.map(({ work }) => work),
      ),
      sameStory: sharedAcross(splits, pages.map(storyOf)),
      nearDuplicates: near,
    },
    closest:
      closest === undefined
        ? null
        : { bits: closest.bits, pages: [pages[closest.a]?.id ?? "", pages[closest.b]?.id ?? ""] },
  };
}
