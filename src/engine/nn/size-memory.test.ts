import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../../random.ts";
import { createSizeMemory, type SizeRequest, type Sizes } from "./size-memory.ts";

const work = ({ rows = 0, columns = 0 }: Sizes): number => rows * columns;
const roomy = (sizes: Sizes): Sizes =>
  Object.fromEntries(Object.entries(sizes).map(([name, size]) => [name, Math.ceil(1.1 * size)]));
const request = (rows: number, columns: number, kind = "plain"): SizeRequest => ({
  ...{ kind, work, roomy },
  need: { rows, columns },
});

test("sizes hold the batch and waste little", () => {
  const sizes = fc.record({
    rows: fc.integer({ min: 1, max: 500 }),
    columns: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 60 }), (needs) => {
      const memory = createSizeMemory();
      for (const need of needs) {
        const got = memory.fit(request(need.rows, need.columns));
        expect(got["rows"]).toBeGreaterThanOrEqual(need.rows);
        expect(got["columns"]).toBeGreaterThanOrEqual(need.columns);
        expect(work(got)).toBeLessThanOrEqual(Math.max(1.3 * work(need), work(roomy(need))));
      }
    }),
  );
});

test("batches of like sizes settle on few programs", () => {
  const memory = createSizeMemory();
  const random = seeded("like sizes");
  const taken = Array.from({ length: 200 }, () =>
    JSON.stringify(memory.fit(request(90 + random.int(20), 45 + random.int(10)))),
  );
  expect(new Set(taken).size).toBeLessThan(8);
  expect(new Set(taken.slice(100)).size).toBeLessThan(4);
});

test("the smallest that holds a batch is taken, of its own kind alone", () => {
  const memory = createSizeMemory();
  const small = memory.fit(request(10, 10));
  const large = memory.fit(request(20, 20));
  expect(memory.fit(request(11, 11))).toBe(small);
  expect(memory.fit(request(21, 20))).toBe(large);
  expect(memory.fit(request(10, 10, "other"))).not.toBe(small);
  expect(memory.known()).toHaveLength(3);
});

test("new sizes take the place of like ones that they can stand in for", () => {
  const memory = createSizeMemory();
  memory.fit(request(104, 100));
  expect(memory.fit(request(100, 112))).toEqual({ rows: 115, columns: 124 });
  expect(memory.known()).toEqual([{ kind: "plain", sizes: { rows: 115, columns: 124 } }]);
});

test("what is restored goes on alike", () => {
  const [one, other] = [createSizeMemory(), createSizeMemory()];
  const random = seeded("restored");
  const needs = Array.from({ length: 400 }, () => request(1 + random.int(400), 1 + random.int(40)));
  for (const need of needs.slice(0, 200)) one.fit(need);
  other.restore(JSON.parse(JSON.stringify(one.known())));
  for (const need of needs.slice(200)) expect(other.fit(need)).toEqual(one.fit(need));
  expect(one.known().length).toBeLessThanOrEqual(6);
});
