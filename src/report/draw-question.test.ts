import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decodeImage, MARK_COLOURS, type Raster } from "../pixels/index.ts";
import { renderQuestion } from "./draw-question.ts";
import { drawSamplePictures, samplePicture, sampleQuestions } from "./fixtures/sample-questions.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "draw-question-"));
  await drawSamplePictures(folder, 1, 3);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const question = [...sampleQuestions(1, 2)].find(({ task }) => task === "action-recognition");

const pixelAt = ({ data, width }: Raster, x: number, y: number): number[] => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

function countOf(raster: Raster, colour: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < raster.data.length; i += 3) {
    if (colour.every((value, channel) => raster.data[i + channel] === value)) count++;
  }
  return count;
}

test("draws the mark in its colour and the target in dashes, and leaves the rest alone", async () => {
  if (question === undefined) throw new Error("no sample question");
  const file = join(folder, samplePicture(0));
  const page = await decodeImage({ file });
  const drawn = await renderQuestion(question, file);
  expect([drawn.width, drawn.height]).toEqual([page.width, page.height]);
  const [x1, y1, x2, y2] = question.targets.zoom[0] ?? [0, 0, 0, 0];
  const top = Array.from({ length: x2 - x1 }, (_, index) => pixelAt(drawn, x1 + index, y1).join());
  expect(new Set(top)).toEqual(new Set(["255,224,74", "20,20,20"]));
  expect(pixelAt(drawn, x2 - 1, y2 - 1).join()).toMatch(/^(?:255,224,74|20,20,20)$/);
  expect(countOf(drawn, MARK_COLOURS.red)).toBeGreaterThan(100);
  expect(pixelAt(drawn, 5, 5)).toEqual(pixelAt(page, 5, 5));
  const middle = [Math.round((x1 + x2) / 2), y1 + 20] as const;
  expect(pixelAt(drawn, ...middle)).toEqual(pixelAt(page, ...middle));
});

test("scales the page first, so that lines keep their width", async () => {
  if (question === undefined) throw new Error("no sample question");
  const drawn = await renderQuestion(question, join(folder, samplePicture(0)), {
    width: 300,
    targets: false,
  });
  expect([drawn.width, drawn.height]).toEqual([300, 420]);
  expect(countOf(drawn, MARK_COLOURS.red)).toBeGreaterThan(100);
  expect(countOf(drawn, [255, 224, 74])).toBe(0);
});
