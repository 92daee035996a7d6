import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSmartResizeGoldens } from "../../scripts/goldens/resize-goldens.ts";
import { roundHalfToEven, type SmartResizeOptions, smartResize } from "./smart-resize.ts";

const fixture = fileURLToPath(new URL("fixtures/smart-resize.json", import.meta.url));
const whole = fileURLToPath(new URL("../../../shared/goldens/resize/smart_resize.json", import.meta.url));

const asText = (height: number | undefined, width: number | undefined) => `${height},${width}`;

/** `height,width` as in the table, `0,0` where the aspect ratio is refused. */
function resized(width: number, height: number, options: SmartResizeOptions): string {
  try {
    const size = smartResize({ width, height }, options);
    return asText(size.height, size.width);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return "0,0";
  }
}

/** The whole table of a file, and the same pairs as they come out here. */
function bothTables(file: string) {
  const { sides, variants } = readSmartResizeGoldens(file);
  const pairs = sides.flatMap((height) => sides.map((width) => ({ height, width })));
  return {
    expected: variants.flatMap(({ hw }) => pairs.map((_, pair) => asText(hw[pair * 2], hw[pair * 2 + 1]))),
    actual: variants.flatMap(({ factor, min_pixels: minPixels, max_pixels: maxPixels }) =>
      pairs.map(({ width, height }) => resized(width, height, { factor, minPixels, maxPixels })),
    ),
  };
}

describe("smartResize", () => {
  it("agrees with transformers on 1,944 pairs of sides", () => {
    const { expected, actual } = bothTables(fixture);
    expect(actual).toEqual(expected);
    expect(expected).toHaveLength(1944);
    expect(expected).toContain("0,0");
  });

  it.skipIf(!existsSync(whole))("agrees on all 17,496 pairs (needs ../shared/goldens)", () => {
    const { expected, actual } = bothTables(whole);
    expect(actual).toEqual(expected);
    expect(expected).toHaveLength(17_496);
  });

  it("rounds like Python: 71 sides from 28 px to 4000 px come out one step lower than by Math.round", () => {
    const sides = Array.from({ length: 4000 - 28 }, (_, index) => index + 28);
    const differ = sides.filter((side) => roundHalfToEven(side / 28) !== Math.round(side / 28));
    expect(differ).toHaveLength(71);
    expect(differ.slice(0, 3)).toEqual([70, 126, 182]);
    expect(smartResize({ width: 70, height: 280 }, { minPixels: 1 })).toEqual({ width: 56, height: 280 });
  });

  it("gives multiples of the factor within the limits", () => {
    const side = fc.integer({ min: 100, max: 6000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = smartResize({ width, height });
        expect(size.width % 28).toBe(0);
        expect(size.height % 28).toBe(0);
        expect(size.width * size.height).toBeGreaterThanOrEqual(3136);
        expect(size.width * size.height).toBeLessThanOrEqual(1_003_520);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("refuses what has no side or is too long", () => {
    expect(() => smartResize({ width: 0, height: 10 })).toThrow(RangeError);
    expect(() => smartResize({ width: 2010, height: 10 })).toThrow("at most 200, got 2010 x 10 px");
    expect(smartResize({ width: 2000, height: 10 }).width).toBeGreaterThan(0);
  });
});
