import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../random.ts";
import { fillBox } from "./paint.ts";
import { hammingDistance, NEAR_DUPLICATE_BITS, perceptualHash } from "./perceptual-hash.ts";
import type { Raster } from "./raster.ts";
import { resample } from "./resample.ts";

const WIDTH = 500;
const HEIGHT = 700;

/** A white page with 2 x 3 panels, each a heap of coloured boxes. */
function drawPage(seed: string): Raster {
  const page: Raster = { width: WIDTH, height: HEIGHT, data: new Uint8Array(WIDTH * HEIGHT * 3).fill(255) };
  for (let panel = 0; panel < 6; panel++) {
    const random = seeded(`${seed}/${panel}`);
    const [left, top] = [20 + (panel % 2) * 240, 20 + Math.floor(panel / 2) * 225];
    for (let shape = 0; shape < 12; shape++) {
      const [x, y] = [left + random.int(140), top + random.int(130)];
      const colour = [random.int(256), random.int(256), random.int(256)] as const;
      fillBox(page, [x, y, x + 20 + random.int(60), y + 20 + random.int(60)], colour);
    }
  }
  return page;
}

const brighter = (page: Raster): Raster => ({
  ...page,
  data: page.data.map((v) => Math.min(255, v * 1.1 + 8)),
});
const pages = ["a", "b", "c", "d", "e", "f"].map(drawPage);
const distance = (a: Raster, b: Raster) => hammingDistance(perceptualHash(a), perceptualHash(b));

describe("perceptualHash", () => {
  it("is 64 hex digits with half of the bits set, always the same", () => {
    const hash = perceptualHash(drawPage("a"));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(perceptualHash(drawPage("a"))).toBe(hash);
    expect(hammingDistance(hash, "0".repeat(64))).toBe(128);
  });

  it("stays near for half the size and for more light", () => {
    for (const page of pages) {
      expect(distance(page, resample(page, { width: 250, height: 350 }, "lanczos"))).toBeLessThanOrEqual(8);
      expect(distance(page, brighter(page))).toBeLessThanOrEqual(NEAR_DUPLICATE_BITS);
    }
  });

  it("tells pages apart that share their layout and white gutters", () => {
    const distances = pages.flatMap((a, i) => pages.slice(0, i).map((b) => distance(a, b)));
    expect(Math.min(...distances)).toBeGreaterThan(2 * NEAR_DUPLICATE_BITS);
  });

  it("takes all blank pages for one", () => {
    const blank = (value: number): Raster => ({
      width: 90,
      height: 70,
      data: new Uint8Array(90 * 70 * 3).fill(value),
    });
    expect(perceptualHash(blank(255))).toBe("0".repeat(64));
    expect(perceptualHash(blank(251))).toBe("0".repeat(64));
  });
});

describe("hammingDistance", () => {
  it("counts differing bits", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 64, maxLength: 64 });
    const text = (values: readonly number[]) => values.map((value) => value.toString(16)).join("");
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const bits = a.map(
          (value, index) => (value ^ (b[index] ?? 0)).toString(2).replaceAll("0", "").length,
        );
        expect(hammingDistance(text(a), text(b))).toBe(bits.reduce((sum, count) => sum + count, 0));
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it("refuses what is no hash", () => {
    expect(() => hammingDistance("0".repeat(63), "0".repeat(64))).toThrow(RangeError);
    expect(() => hammingDistance("0".repeat(64), "g".repeat(64))).toThrow(RangeError);
  });
});
