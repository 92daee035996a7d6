import fc from "fast-check";
import { expect, test } from "vitest";
import { roundUp } from "./rounding.ts";

test("buckets of the documentation", () => {
  const sizes = Array.from({ length: 330 }, (_, size) => roundUp(size + 1, 4, 16));
  expect([...new Set(sizes)]).toEqual([16, 32, 48, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384]);
});

test("a bucket holds its sizes, is one itself, and wastes less than a quarter and a unit", () => {
  const sizes = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(
      sizes,
      fc.integer({ min: 4, max: 16 }),
      fc.integer({ min: 1, max: 64 }),
      (size, buckets, unit) => {
        const rounded = roundUp(size, buckets, unit);
        expect(rounded).toBeGreaterThanOrEqual(size);
        expect(rounded % unit).toBe(0);
        expect(rounded - size).toBeLessThan(Math.max(unit, size / 4));
        expect(roundUp(rounded, buckets, unit)).toBe(rounded);
      },
    ),
    { seed: 1 },
  );
});

test("infinitely many buckets: every multiple of the unit", () => {
  expect(roundUp(1001, Number.POSITIVE_INFINITY)).toBe(1001);
  expect(() => roundUp(1, 0)).toThrow(/expected at least 1 bucket/);
  expect(() => roundUp(1, 4, 1.5)).toThrow(RangeError);
});
