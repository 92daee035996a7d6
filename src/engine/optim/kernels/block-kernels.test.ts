import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adamBlock,
  addScaled,
  BLOCK_LENGTH,
  blockUpdates,
  moveBlock,
  sumOfSquares,
} from "./block-kernels.ts";
import { encodeLoops } from "./vector-code.ts";

declare const WebAssembly: { readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean };

/** Ordinary numbers, from very small to large. */
const floats = (length: number) =>
  fc.array(
    fc.float({ noNaN: true, noDefaultInfinity: true, min: Math.fround(-1e6), max: Math.fround(1e6) }),
    { minLength: length, maxLength: length },
  );
/** Blocks that fill no vector, one, and many; and an offset that nothing divides. */
const cases = fc
  .record({ length: fc.constantFrom(1, 3, 4, 5, 17, 64), offset: fc.constantFrom(0, 1, 7) })
  .chain(({ length, offset }) =>
    fc.tuple(fc.constant({ length, offset }), floats(length), floats(length + offset + 2)),
  );
/** Numbers about as small as float32 has keep few digits. */
const SUBNORMAL = 1e-38;
const near = (got: ArrayLike<number>, expected: readonly number[], scale = 1): void => {
  for (const [at, value] of expected.entries())
    expect(Math.abs((got[at] ?? Number.NaN) - value), `${at}`).toBeLessThanOrEqual(
      2e-6 * Math.max(scale, Math.abs(value)) + SUBNORMAL,
    );
};

describe("a block", () => {
  test("of parameters moves by update and pull, its neighbours do not", () => {
    fc.assert(
      fc.property(cases, ([stretch, updates, start]) => {
        const { offset, length } = stretch;
        const parameters = Float32Array.from(start);
        blockUpdates.set(updates);
        moveBlock(parameters, stretch, -0.5, -0.25);
        const largest = Math.max(...updates.map(Math.abs), ...start.map(Math.abs));
        near(
          parameters,
          start.map((p, at) =>
            at < offset || at >= offset + length ? p : p - 0.5 * (updates[at - offset] ?? 0) - 0.25 * p,
          ),
          largest,
        );
        expect([...parameters.slice(0, offset)]).toEqual(start.slice(0, offset));
        expect([...parameters.slice(offset + length)]).toEqual(start.slice(offset + length));
      }),
      { seed: 1 },
    );
  });

  test("takes a step of Adam in place", () => {
    fc.assert(
      fc.property(cases, floats(80), ([stretch, updates, start], squares) => {
        const { offset, length } = stretch;
        const mean = Float32Array.from(start);
        const square = Float32Array.from(squares.slice(0, mean.length), Math.abs);
        const before = { mean: [...mean], square: [...square] };
        blockUpdates.set(updates);
        adamBlock({ mean, square }, stretch, 0.5, { betas: [0.9, 0.99], correction: 1.5, eps: 0.1 });
        const g = (at: number) => 0.5 * (updates[at - offset] ?? 0);
        const own = <T>(at: number, changed: T, kept: T): T =>
          at < offset || at >= offset + length ? kept : changed;
        const m = before.mean.map((value, at) => own(at, 0.9 * value + 0.1 * g(at), value));
        const v = before.square.map((value, at) => own(at, 0.99 * value + 0.01 * g(at) ** 2, value));
        near(mean, m, Math.max(...m.map(Math.abs)));
        near(square, v, Math.max(...v));
        const steps = m
          .slice(offset, offset + length)
          .map((value, at) => value / (1.5 * Math.sqrt(v[offset + at] ?? 0) + 0.1));
        near(blockUpdates, steps, Math.max(...steps.map(Math.abs)));
      }),
      { seed: 2 },
    );
  });
});

describe("whole arrays", () => {
  const long = Float32Array.from({ length: 2 * BLOCK_LENGTH + 3 }, (_, at) => Math.sin(at * 1.7));

  test("are summed over all blocks, whatever was computed before", () => {
    const expected = long.reduce((sum, value) => sum + value ** 2, 0);
    blockUpdates.fill(1e9);
    expect(Math.abs(sumOfSquares(long) / expected - 1)).toBeLessThan(1e-12);
    expect(sumOfSquares(new Float32Array())).toBe(0);
    expect(sumOfSquares(Float32Array.of(1e30))).toBeCloseTo(1e60, -54);
    expect(sumOfSquares(Float32Array.of(0, Number.NaN))).toBeNaN();
  });

  test("are added with a weight", () => {
    const sums = long.map((value) => 2 * value);
    addScaled(sums, long, 3);
    near(
      sums,
      Array.from(long, (value) => 5 * value),
    );
  });
});

test("a module of loops is one that WebAssembly's validator takes", () => {
  const module = encodeLoops(
    { twice: { parameters: [], kept: [], steps: [{ write: "y", value: { read: "x" } }] } },
    ["x", "y"],
    128,
  );
  expect([...module.slice(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  expect(WebAssembly.validate(module)).toBe(true);
  expect(WebAssembly.validate(module.slice(0, -1))).toBe(false);
});
