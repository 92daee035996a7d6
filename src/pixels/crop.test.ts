import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heightOf, widthOf } from "../geometry/index.ts";
import { crop, cropAndScale, pixelBox } from "./crop.ts";
import type { Raster } from "./raster.ts";
import { resample } from "./resample.ts";

/** Every pixel tells where it stands. */
const map: Raster = {
  width: 30,
  height: 20,
  data: Uint8Array.from({ length: 30 * 20 * 3 }, (_, index) => {
    const pixel = Math.floor(index / 3);
    return [pixel % 30, Math.floor(pixel / 30), 7][index % 3] ?? 0;
  }),
};

describe("crop", () => {
  it("rounds outward and clamps", () => {
    expect(pixelBox([1.2, 2.9, 5.1, 6], map)).toEqual([1, 2, 6, 6]);
    expect(pixelBox([-3, -3, 100, 4.5], map)).toEqual([0, 0, 30, 5]);
    expect(pixelBox([30, 0, 40, 5], map)).toBeUndefined();
    expect(pixelBox([Number.NaN, 0, 40, 5], map)).toBeUndefined();
  });

  it("cuts the pixels that the box touches", () => {
    const coordinate = fc.double({ min: -10, max: 40, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate, coordinate), (box) => {
        const whole = pixelBox(box, map);
        if (whole === undefined) {
          expect(() => crop(map, box)).toThrow(RangeError);
          return;
        }
        const cut = crop(map, box);
        expect([cut.width, cut.height]).toEqual([widthOf(whole), heightOf(whole)]);
        expect(cut.data.length).toBe(cut.width * cut.height * 3);
        expect([...cut.data.subarray(0, 3)]).toEqual([whole[0], whole[1], 7]);
        expect([...cut.data.subarray(-3)]).toEqual([whole[2] - 1, whole[3] - 1, 7]);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it("leaves the picture as it was and shares no memory with it", () => {
    const cut = crop(map, [0, 0, 30, 20]);
    expect(cut).toEqual(map);
    cut.data.fill(0);
    expect(map.data[3]).toBe(1);
  });

  it("scales to exactly the size asked for", () => {
    const scaled = cropAndScale(map, [3, 3, 9, 8], { width: 50, height: 11 });
    expect(scaled).toEqual(resample(crop(map, [3, 3, 9, 8]), { width: 50, height: 11 }, "bicubic"));
    expect([scaled.width, scaled.height]).toEqual([50, 11]);
  });
});
