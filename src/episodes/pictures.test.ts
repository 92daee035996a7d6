import { beforeAll, describe, expect, it } from "vitest";
import type { Box } from "../geometry/index.ts";
import { crop, decodeImage, type Raster, resample } from "../pixels/index.ts";
import type { Mark, Question } from "../records/index.ts";
import { type SampleBenchmark, sampleBenchmark } from "./fixtures/sample-benchmark.ts";
import type { PictureSpec } from "./picture.ts";
import { openPictures } from "./pictures.ts";

let benchmark: SampleBenchmark;
let question: Question;
beforeAll(async () => {
  benchmark = await sampleBenchmark();
  const [first] = benchmark.questions;
  if (first === undefined) throw new Error("expected a question");
  question = first;
});

const REGION: Box = [100, 200, 260, 320];
const spec = (changes: Partial<PictureSpec> = {}): PictureSpec => ({
  content: "zoom",
  box: REGION,
  width: 160,
  height: 120,
  ...changes,
});
const cover: Mark = { box: [120, 220, 180, 260], style: "cover", colour: "red" };
const outline: Mark = { box: [120, 220, 180, 260], style: "outline", colour: "red" };

async function painted(picture: PictureSpec, marks: readonly Mark[] = []): Promise<Raster> {
  const { bytes } = await openPictures(benchmark.folder).paint({ ...question, marks }, picture, "png");
  return decodeImage({ bytes });
}
const pixelAt = ({ width, data }: Raster, x: number, y: number) => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe("paint", () => {
  it("cuts from the original page, px for px", async () => {
    expect(await painted(spec())).toEqual(crop(benchmark.page, REGION));
  });
  it("resizes as Pillow does", async () => {
    const size = { width: 80, height: 60 };
    expect(await painted(spec(size))).toEqual(resample(crop(benchmark.page, REGION), size, "bicubic"));
  });
  it("draws marks at their place in the region, after resizing", async () => {
    const drawn = await painted(spec({ width: 320, height: 240 }), [outline]);
    const plain = await painted(spec({ width: 320, height: 240 }));
    // Inside the outline nothing changes; just outside its left edge at x = (120 - 100) * 2 there is the line.
    expect(pixelAt(drawn, 100, 80)).toEqual(pixelAt(plain, 100, 80));
    expect(pixelAt(drawn, 38, 80)).toEqual([225, 20, 30]);
  });
  it("gives as a raster what a PNG of it decodes to", async () => {
    const picture = spec({ width: 320, height: 240 });
    const raster = await openPictures(benchmark.folder).raster({ ...question, marks: [outline] }, picture);
    expect(raster).toEqual(await painted(picture, [outline]));
  });
  it("covers in a zoom what the page covers", async () => {
    const drawn = await painted(spec(), [cover]);
    const inside = [pixelAt(drawn, 30, 30), pixelAt(drawn, 60, 50)];
    expect(new Set(inside.map(String)).size).toBe(1);
    const part = await painted(spec({ content: "part" }), [cover]);
    expect(part).toEqual(crop(benchmark.page, REGION));
  });
  it("paints a blank grey", async () => {
    const { data } = await painted(spec({ content: "blank" }), [outline]);
    expect(new Set(data)).toEqual(new Set([128]));
  });
  it("encodes one picture once for many episodes", async () => {
    const pictures = openPictures(benchmark.folder);
    const all = await Promise.all(
      Array.from({ length: 256 }, () => pictures.paint(question, spec(), "jpeg")),
    );
    expect(new Set(all.map(({ bytes }) => bytes)).size).toBe(1);
  });
  it("gives the same bytes again after they were dropped", async () => {
    const pictures = openPictures(benchmark.folder, { maxBytes: 1 });
    const first = await pictures.paint(question, spec(), "jpeg");
    const again = await pictures.paint(question, spec(), "jpeg");
    expect(again).toEqual(first);
    expect(again.bytes).not.toBe(first.bytes);
  });
  it("refuses a page of another size, and a path that leaves the folder", async () => {
    const pictures = openPictures(benchmark.folder);
    const other = { ...question, page: { ...question.page, width: 10 } };
    await expect(pictures.paint(other, spec(), "png")).rejects.toThrow("expected a page of 10 x");
    const outside = { ...question, page: { ...question.page, image: "../../etc/passwd" } };
    await expect(pictures.paint(outside, spec(), "png")).rejects.toThrow("a path inside");
  });
});
