import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hash32, resumed, seeded } from "./random.ts";

const take = (seed: string | number, count: number) => {
  const random = seeded(seed);
  return Array.from({ length: count }, () => random.next());
};

describe("seeded", () => {
  it("is the same for the same seed and different for others", () => {
    expect(take("a", 5)).toEqual(take("a", 5));
    expect(take("a", 5)).not.toEqual(take("b", 5));
    expect(take("1", 5)).not.toEqual(take(1, 5));
  });

  it("pins the first numbers, so that old benchmarks can be built again", () => {
    expect(take("benday", 3).map((value) => value.toFixed(8))).toMatchInlineSnapshot(`
      [
        "0.72037192",
        "0.21761100",
        "0.44451766",
      ]
    `);
  });

  it("spreads evenly", () => {
    const random = seeded("even");
    const counts = Array(10).fill(0);
    for (let i = 0; i < 10_000; i++) counts[random.int(10)]++;
    for (const count of counts) expect(count).toBeGreaterThan(850);
  });

  it("forks streams that do not depend on how far the parent has run", () => {
    const parent = seeded("p");
    const before = parent.fork("x").next();
    parent.next();
    expect(parent.fork("x").next()).toBe(before);
    expect(parent.fork("y").next()).not.toBe(before);
  });

  it("goes on from a saved state, through JSON too, with the same forks", () => {
    const random = seeded("run");
    random.next();
    const copy = resumed(JSON.parse(JSON.stringify(random.state())));
    expect([copy.next(), copy.int(100), copy.fork("x").next()]).toEqual([
      random.next(),
      random.int(100),
      random.fork("x").next(),
    ]);
  });

  it("shuffles into a permutation", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const sort = (list: readonly number[]) => list.toSorted((a, b) => a - b);
        expect(sort(seeded(seed).shuffle(items))).toEqual(sort(items));
      }),
      { seed: 1 },
    );
  });

  it("refuses to pick from nothing", () => {
    expect(() => seeded(1).pick([])).toThrow(/non-empty/);
  });
});

describe("hash32", () => {
  it("gives 8 hex digits that differ", () => {
    expect(hash32("a")).toMatch(/^[0-9a-f]{8}$/);
    expect(hash32("a")).not.toBe(hash32("b"));
  });
});
