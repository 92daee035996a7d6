import fc from "fast-check";
import { expect, test } from "vitest";
import { freshBucket, lengthBucket, rowBucket } from "./buckets.ts";
import { copySlot, createKeyValues, storeFresh } from "./key-values.ts";
import { layOutRows } from "./row-layout.ts";

const runs = { seed: 7, numRuns: 300 } as const;

test("sizes", () => {
  expect([0, 1, 2, 3, 4, 5, 7, 9, 13, 100].map(rowBucket)).toEqual([1, 1, 2, 3, 4, 6, 8, 12, 16, 128]);
  expect([0, 1, 64, 65, 1024, 1025, 2049].map(lengthBucket)).toEqual([0, 64, 64, 128, 1024, 1152, 2304]);
  expect([1, 2, 8, 9, 32, 33, 65].map(freshBucket)).toEqual([1, 8, 8, 16, 32, 64, 128]);
});

test("a bucket holds its size, is a bucket itself, and there are few", () => {
  const size = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(size, (count) => {
      for (const bucket of [rowBucket, lengthBucket, freshBucket]) {
        expect(bucket(count)).toBeGreaterThanOrEqual(count);
        expect(bucket(bucket(count))).toBe(bucket(count));
      }
      expect(rowBucket(count)).toBeLessThan(1.5 * count + 1);
      expect(lengthBucket(count)).toBeLessThan(Math.max(count + 64, 1.125 * count + 1));
    }),
    runs,
  );
  expect(new Set(Array.from({ length: 20_000 }, (_, at) => lengthBucket(at))).size).toBeLessThan(60);
});

test("each row has one place, and a group one prefix", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(sizes, (counts) => {
      const rows = counts.flatMap((count) => {
        const prefix = {};
        return Array.from({ length: count }, () => ({ prefix }));
      });
      const { groups, rollouts, places } = layOutRows(rows, ({ prefix }) => prefix);
      expect(places).toHaveLength(groups * rollouts);
      expect(new Set(places.filter((row) => row !== undefined))).toEqual(new Set(rows));
      expect(places.filter((row) => row !== undefined)).toHaveLength(rows.length);
      for (let group = 0; group < groups; group++) {
        const own = places.slice(group * rollouts, (group + 1) * rollouts);
        expect(new Set(own.flatMap((row) => row?.prefix ?? [])).size).toBeLessThanOrEqual(1);
      }
    }),
    runs,
  );
});

test("rollouts of one prompt stand in one group; one long group makes no room for all", () => {
  const rowsOf = (...counts: readonly number[]) =>
    counts.flatMap((count, prompt) => Array.from({ length: count }, () => prompts[prompt]));
  const prompts = Array.from({ length: 16 }, () => ({}));
  const layout = (...counts: readonly number[]) => layOutRows(rowsOf(...counts), (prompt) => prompt);
  expect(layout(...Array.from({ length: 16 }, () => 8))).toMatchObject({ groups: 16, rollouts: 8 });
  const uneven = layout(8, ...Array.from({ length: 15 }, () => 1));
  expect(uneven.groups * uneven.rollouts).toBeLessThanOrEqual(32);
});

test("keys and values go where they belong and come back", () => {
  const sizes = { layers: 2, keyValueHeads: 2, headSize: 3 };
  const fresh = { data: Float32Array.from({ length: 4 * 5 * 2 * 6 }, (_, at) => at), rows: 5, fresh: 2 };
  const cache = createKeyValues(sizes, 3, 4);
  storeFresh(sizes, fresh, { row: 3, count: 2 }, { cache, slot: 1, at: 1 });
  const alone = createKeyValues(sizes, 1, 3);
  copySlot(sizes, 3, { cache, slot: 1 }, { cache: alone, slot: 0 });
  for (const [part, data] of alone.parts.entries()) {
    const first = (part * 5 + 3) * 2 * 6;
    const token = (head: number, at: number) => [0, 1, 2].map((index) => first + at * 6 + head * 3 + index);
    expect(Array.from(data)).toEqual([
      0,
      0,
      0,
      ...token(0, 0),
      ...token(0, 1),
      0,
      0,
      0,
      ...token(1, 0),
      ...token(1, 1),
    ]);
  }
  expect(cache.parts[0]?.subarray(0, 24).every((value) => value === 0)).toBe(true);
});
