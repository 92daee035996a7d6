/**
 * Which sizes programs were made for, so that the next batch takes one of them: opening a program takes as long as many
 * steps in it. Rounding alone does not do it where a batch has many sizes (sequences, tokens, patches, windows, ...) that vary by
 * themselves.
 *
 * The sizes that a batch gets depend on those before it, and its last bits on its sizes: whoever goes on with a run has to
 * restore the memory.
 */
import { z } from "zod";

/** By name; what they count is the caller's. */
const SizesSchema = z.record(z.string(), z.int().nonnegative());
export type Sizes = Readonly<z.infer<typeof SizesSchema>>;

export const KnownSizesSchema = z.strictObject({
  /** Programs of different kinds do not stand in for one another. */
  kind: z.string(),
  sizes: SizesSchema,
});
export type KnownSizes = Readonly<z.infer<typeof KnownSizesSchema>>;

export interface SizeRequest {
  readonly kind: string;
  /** What the batch takes. */
  readonly need: Sizes;
  /** Work of a program of such sizes, in any unit; no less for larger sizes. */
  readonly work: (sizes: Sizes) => number;
  /** Sizes with room for batches that are a little larger; none less than those given. */
  readonly roomy: (sizes: Sizes) => Sizes;
}

export interface SizeMemory {
  /**
   * The sizes to take: known ones where they hold the batch without much waste, else new ones, which take the place of known
   * ones that they can stand in for: sizes of like batches grow together.
   */
  fit(request: SizeRequest): Sizes;
  /** All that is remembered, oldest first. */
  known(): readonly KnownSizes[];
  /** In place of what it remembers. */
  restore(known: readonly KnownSizes[]): void;
}

/** Known sizes serve a batch for which they are at most so much more work than needed. */
const WASTE = 1.3;

/** As many are remembered as may be held open at once: the intermediate results of each program stay in memory. */
const REMEMBERED = 6;

export function createSizeMemory(): SizeMemory {
  let known: readonly KnownSizes[] = [];
  return {
    fit: ({ kind, need, work, roomy }) => {
      const most = WASTE * work(need);
      const [best] = known
        .filter((each) => each.kind === kind && holds(each.sizes, need) && work(each.sizes) <= most)
        .toSorted((a, b) => work(a.sizes) - work(b.sizes));
      if (best !== undefined) {
        known = [...known.filter((each) => each !== best), best];
        return best.sizes;
      }
      const alike = known.filter((each) => each.kind === kind);
      const sizes = alike.reduceRight((grown, each) => {
        const both = largest(grown, each.sizes);
        return work(both) <= most ? both : grown;
      }, roomy(need));
      const standsIn = (each: Sizes): boolean => holds(sizes, each) && work(sizes) <= WASTE * work(each);
      const others = known.filter((each) => each.kind !== kind || !standsIn(each.sizes));
      known = [...others, { kind, sizes }].slice(-REMEMBERED);
      return sizes;
    },
    known: () => known,
    restore: (given) => {
      known = [...given];
    },
  };
}

const largest = (some: Sizes, others: Sizes): Sizes =>
  Object.fromEntries(Object.entries(some).map(([name, size]) => [name, Math.max(size, others[name] ?? 0)]));

const holds = (sizes: Sizes, need: Sizes): boolean =>
  Object.entries(need).every(([name, size]) => (sizes[name] ?? 0) >= size);
