import { expect, test } from "vitest";
import { createSizeMemory } from "../../nn/size-memory.ts";
import type { Batch } from "../family.ts";
import { batchFeeds } from "./batch.ts";
import { shapeFor } from "./batch-shape.ts";
import { goldenConfig } from "./fixtures/goldens.ts";
import { tokensOf } from "./positions.ts";
import { patchFeatures } from "./vision.ts";

const config = goldenConfig("tied");
const { mergeSize } = config.vision;
const features = patchFeatures(config.vision);

/** Sequences of so many words and pictures of so many patches a side. */
function batchOf(
  sequences: readonly { words: number; sides: readonly (readonly [number, number])[] }[],
): Batch {
  return {
    sequences: sequences.map(({ words, sides }) => {
      const grids = sides.map(([height, width]) => ({ time: 1, height, width }));
      const pictures = grids.flatMap((grid) => [
        config.tokens.visionStart,
        ...Array.from({ length: tokensOf(grid, mergeSize) }, () => config.tokens.image),
      ]);
      return {
        tokens: [...pictures, ...Array.from({ length: words }, (_, at) => at)],
        images: grids.map((grid) => ({
          grid,
          pixels: new Float32Array(grid.height * grid.width * features),
        })),
      };
    }),
    predicted: sequences.map(({ words }, sequence) => ({ sequence, token: words - 1 })),
  };
}

test("pictures of one size that windows divide keep exact segments; their number is rounded", () => {
  const sides = Array.from({ length: 9 }, () => [8, 16] as const);
  const { vision } = shapeFor(config, batchOf([{ words: 20, sides }]));
  expect(vision).toEqual({
    patches: 10 * 128,
    windows: { count: 20, length: 64, exact: true },
    frames: { count: 10, length: 128, exact: true },
  });
});

test("pictures of any sizes get masked segments with room for every patch", () => {
  const shape = shapeFor(
    config,
    batchOf([
      {
        words: 20,
        sides: [
          [6, 10],
          [2, 2],
          [20, 4],
        ],
      },
    ]),
  );
  expect(shape).toEqual({
    branches: { count: 1, length: 64 },
    prefixes: undefined,
    words: 32,
    vision: {
      patches: 192,
      windows: { count: 6, length: 64, exact: false },
      frames: { count: 3, length: 128, exact: false },
    },
    predicted: 16,
  });
});

test("no pictures, no tower; a packed sequence is its prefix and its branches", () => {
  const { vision, prefixes, branches } = shapeFor(config, batchOf([{ words: 130, sides: [] }]));
  expect({ vision, prefixes, branches }).toEqual({
    vision: undefined,
    prefixes: undefined,
    branches: { count: 1, length: 160 },
  });
  const packed = { tokens: [1, 2, 3], images: [], branches: [0, 1, 2] };
  const whole = { tokens: [1, 2, 3], images: [] };
  expect(shapeFor(config, { sequences: [packed, whole], predicted: [] })).toMatchObject({
    prefixes: { count: 1, length: 16 },
    branches: { count: 3, length: 16 },
    predicted: 16,
  });
});

test.each([1, 4, Number.POSITIVE_INFINITY])("with %d buckets every batch fits its shape", (buckets) => {
  for (let size = 1; size < 40; size += 3) {
    const sides = Array.from(
      { length: 1 + (size % 4) },
      (_, at) => [2 + 2 * (size % (at + 2)), 2 + 2 * at] as const,
    );
    const batch = batchOf([
      { words: size, sides },
      { words: 3 * size, sides: [] },
      { words: 1, sides: sides.slice(1) },
    ]);
    const shape = shapeFor(config, batch, { buckets });
    expect(() => batchFeeds(config, batch, shape)).not.toThrow();
    const { patches = 0, windows, frames } = shape.vision ?? {};
    for (const segments of [windows, frames])
      expect((segments?.count ?? 0) * (segments?.length ?? 0)).toBeGreaterThanOrEqual(patches);
  }
});

test("what is remembered has room of a tenth, not more", () => {
  const sizes = createSizeMemory();
  const sides = Array.from({ length: 21 }, () => [14, 18] as const);
  const batch = batchOf([{ words: 200, sides }]);
  const { branches, vision } = shapeFor(config, batch, { sizes });
  const [tokens, patches] = [batch.sequences[0]?.tokens.length ?? 0, 21 * 14 * 18];
  for (const [got, needed] of [
    [branches.length, tokens],
    [vision?.patches ?? 0, patches],
  ] as const) {
    expect(got).toBeGreaterThanOrEqual(needed);
    expect(got).toBeLessThan(1.1 * needed);
  }
  expect(() => batchFeeds(config, batch, shapeFor(config, batch, { sizes }))).not.toThrow();
});
