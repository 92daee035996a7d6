import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../../errors.ts";
import { decodeImage, type Raster } from "../../../pixels/index.ts";
import {
  DEFAULT_IMAGE_PROCESSOR,
  processedSize,
  processImage,
  readImageProcessor,
  repeatFrames,
  writeImageProcessor,
} from "./image-processor.ts";

const goldens = fileURLToPath(new URL("../../../../test/golden/engine/qwen2_5_vl/", import.meta.url));
const readJson = (name: string) => JSON.parse(readFileSync(goldens + name, "utf8"));
const preprocessor = readJson("tied/preprocessor_config.json");
const processor = readImageProcessor(preprocessor, "preprocessor_config.json");

interface GoldenImage {
  readonly name: string;
  readonly file: string;
  readonly pixel_values_sha256_f32le: string;
  readonly smart_resize: { height: number; width: number };
  readonly image_grid_thw: number[];
}
const images: GoldenImage[] = readJson("cases/preprocess.json").images;

describe("against transformers, bit for bit", () => {
  test.each(images)("$name", async ({ file, smart_resize, image_grid_thw, pixel_values_sha256_f32le }) => {
    const raster = await decodeImage({ file: goldens + file }, { transparency: "drop" });
    const { size, grid, pixels } = processImage(raster, processor);
    expect(size).toEqual(smart_resize);
    expect([grid.time, grid.height, grid.width]).toEqual(image_grid_thw);
    const repeated = repeatFrames(pixels, processor);
    expect(repeated).toHaveLength(grid.height * grid.width * 1176);
    const bytes = new Uint8Array(repeated.buffer);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(pixel_values_sha256_f32le);
  });

  test("RGB, RGBA and grey were among them", () => expect(images).toHaveLength(6));
});

const plain = (width: number, height: number, value = 128): Raster => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(value),
});

test("a picture of 1 px becomes 4 x 4 patches of one colour", () => {
  const { size, pixels } = processImage({ width: 1, height: 1, data: Uint8Array.of(255, 0, 128) }, processor);
  expect(size).toEqual({ width: 56, height: 56 });
  expect(new Set(pixels)).toHaveLength(3);
  const expected = [255, 0, 128].map((sample, channel) =>
    Math.fround(
      (Math.fround(sample / 255) - Math.fround(processor.mean[channel] ?? 0)) /
        Math.fround(processor.deviation[channel] ?? 1),
    ),
  );
  for (const [channel, value] of expected.entries()) expect(pixels[channel * 196]).toBeCloseTo(value, 6);
});

test.each([
  [1, 200, { width: 28, height: 812 }],
  [30_000, 150, { width: 3164, height: 28 }],
  [30_000, 30_000, { width: 224, height: 224 }],
  [30_000, 20_000, { width: 252, height: 168 }],
])("a picture of %d x %d px gets the size of transformers", (width, height, size) => {
  expect(processedSize({ width, height }, processor)).toEqual(size);
});

test.each([
  [1, 201],
  [30_000, 149],
  [30_000, 1],
])("a picture of %d x %d px is refused before any pixel is touched", (width, height) => {
  const raster = { width, height, data: new Uint8Array() };
  expect(() => processImage(raster, processor, "strip.png")).toThrow(InputError);
  expect(() => processImage(raster, processor, "strip.png")).toThrow(
    /strip\.png: expected a long side of at most 200 times the short one, found \d+ x \d+ px \(crop or pad/,
  );
});

test("sizes: multiples of 28 px within the limits, whatever the picture", () => {
  const side = fc.integer({ min: 1, max: 400 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      fc.pre(Math.max(width, height) <= 200 * Math.min(width, height));
      const { size, grid, pixels } = processImage(plain(width, height), {
        ...processor,
        maxPixels: 28 * 28 * 12,
      });
      expect([size.width, size.height]).toEqual([grid.width * 14, grid.height * 14]);
      expect(pixels).toHaveLength(grid.width * grid.height * 588);
      expect(new Set(pixels).size).toBe(3);
    }),
    { numRuns: 60, seed: 1 },
  );
});

describe("preprocessor_config.json", () => {
  test("both layouts of the limits, and the defaults of transformers", () => {
    expect(processor).toMatchObject({ minPixels: 3136, maxPixels: 50_176, filter: "bicubic" });
    expect(readImageProcessor({ size: { shortest_edge: 784, longest_edge: 7840 } }, "x")).toEqual({
      ...DEFAULT_IMAGE_PROCESSOR,
      minPixels: 784,
      maxPixels: 7840,
    });
    expect(readImageProcessor({ resample: 1 }, "x").filter).toBe("lanczos");
  });

  test("what is written is read as the same", () => {
    for (const each of [processor, { ...DEFAULT_IMAGE_PROCESSOR, filter: "box" as const }])
      expect(readImageProcessor(writeImageProcessor(each), "x")).toEqual(each);
  });

  test.each([
    [{ patch_size: 0 }, /patch_size/],
    [{ max_pixels: 2 ** 53 }, /max_pixels/],
    [{ min_pixels: 100, max_pixels: 99 }, /max_pixels: expected at least min_pixels \(100\), found 99/],
    [{ image_std: [1, 0, 1] }, /image_std: expected numbers above 0/],
    [{ image_mean: [1] }, /image_mean/],
    [{ do_resize: false }, /do_resize: expected true/],
    [{ resample: 0 }, /resample/],
    ["text", /x: expected object/],
  ])("%j is an InputError", (json, message) => {
    expect(() => readImageProcessor(json, "x")).toThrow(message);
    expect(() => readImageProcessor(json, "x")).toThrow(InputError);
  });
});
