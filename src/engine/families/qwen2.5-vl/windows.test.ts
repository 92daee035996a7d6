import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frameBoundaries, type PatchGrid, patchCoordinates, windowsOf } from "./windows.ts";

interface GoldenWindows {
  readonly grid_thw: [number, number, number][];
  readonly window_index: number[];
  readonly cu_window_seqlens: number[];
  readonly cu_seqlens: number[];
  readonly position_ids_hw: [number, number][];
}

const file = fileURLToPath(
  new URL("../../../../test/golden/engine/qwen2_5_vl/cases/windows.json", import.meta.url),
);
const cases: readonly GoldenWindows[] = JSON.parse(readFileSync(file, "utf8")).cases;
const SHAPE = { windowSize: 112, patchSize: 14, mergeSize: 2 };

describe("against transformers", () => {
  test.each(cases.map((each) => [JSON.stringify(each.grid_thw), each] as const))("%s", (_, golden) => {
    const grids = golden.grid_thw.map(([time, height, width]) => ({ time, height, width }));
    const { order, boundaries } = windowsOf(grids, SHAPE);
    expect([...order]).toEqual(golden.window_index);
    expect(boundaries).toEqual(golden.cu_window_seqlens);
    expect(frameBoundaries(grids)).toEqual(golden.cu_seqlens);
    expect([...patchCoordinates(grids, 2)]).toEqual(golden.position_ids_hw.flat());
  });

  test("14 cases were compared", () => expect(cases).toHaveLength(14));
});

test("every token stands in one window of one frame, and no window is larger than allowed", () => {
  const side = fc.integer({ min: 1, max: 12 }).map((blocks) => blocks * 2);
  const grid: fc.Arbitrary<PatchGrid> = fc.record({
    time: fc.integer({ min: 1, max: 2 }),
    height: side,
    width: side,
  });
  fc.assert(
    fc.property(fc.array(grid, { minLength: 1, maxLength: 4 }), (grids) => {
      const { order, boundaries } = windowsOf(grids, SHAPE);
      const tokens = grids.reduce((sum, { time, height, width }) => sum + (time * height * width) / 4, 0);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: tokens }, (_, index) => index));
      expect(boundaries.at(-1)).toBe(tokens * 4);
      for (let at = 1; at < boundaries.length; at++) {
        const length = (boundaries[at] ?? 0) - (boundaries[at - 1] ?? 0);
        expect(length).toBeGreaterThan(0);
        expect(length).toBeLessThanOrEqual(64);
      }
      const frames = frameBoundaries(grids);
      expect(frames.every((end) => boundaries.includes(end))).toBe(true);
    }),
    { numRuns: 100, seed: 6 },
  );
});
