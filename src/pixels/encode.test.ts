import { describe, expect, it } from "vitest";
import { decodeImage, inspectImage } from "./decode.ts";
import { encodeJpeg, encodePng, encodeWebp } from "./encode.ts";
import type { Raster } from "./raster.ts";

const gradient: Raster = {
  width: 64,
  height: 48,
  data: Uint8Array.from({ length: 64 * 48 * 3 }, (_, index) => ((index / 3) % 64) * 3 + (index % 3) * 20),
};

function largestDifference(a: Raster, b: Raster): number {
  return a.data.reduce((most, value, index) => Math.max(most, Math.abs(value - (b.data[index] ?? 0))), 0);
}

describe("encoding", () => {
  it.each([0, 6, 9])(
    "PNG keeps every pixel at compression level %d, the same bytes each time",
    async (level) => {
      const bytes = await encodePng(gradient, { compressionLevel: level });
      expect(await decodeImage({ bytes })).toEqual(gradient);
      expect(await encodePng(gradient, { compressionLevel: level })).toEqual(bytes);
    },
  );

  it("PNG is smaller with more effort", async () => {
    const [none, most] = [await encodePng(gradient, { compressionLevel: 0 }), await encodePng(gradient)];
    expect(most.length).toBeLessThan(none.length / 2);
  });

  it.each([
    ["jpeg", encodeJpeg],
    ["webp", encodeWebp],
  ] as const)("%s comes close and gets smaller with less quality", async (format, encode) => {
    const bytes = await encode(gradient);
    expect((await inspectImage({ bytes })).format).toBe(format);
    expect(largestDifference(await decodeImage({ bytes }), gradient)).toBeLessThan(24);
    expect((await encode(gradient, { quality: 10 })).length).toBeLessThan(bytes.length);
  });
});
