import { describe, expect, it } from "vitest";
import { type Box, overlapArea } from "../geometry/index.ts";
import { seeded } from "../random.ts";
import { type DrawnMark, drawMarks, MARK_COLOURS, type MarkColour } from "./marks.ts";
import type { Raster } from "./raster.ts";

const SIZE = { width: 400, height: 300 };
const COLOURS = ["red", "blue", "green", "orange", "purple", "cyan"] as const satisfies readonly MarkColour[];

function paint(value: () => number): Raster {
  return { ...SIZE, data: Uint8Array.from({ length: SIZE.width * SIZE.height * 3 }, value) };
}
const random = seeded("marks");
const GROUNDS = {
  white: paint(() => 255),
  black: paint(() => 0),
  noise: paint(() => random.int(256)),
  ...Object.fromEntries(
    COLOURS.map((name) => {
      let index = 0;
      return [`all ${name}`, paint(() => MARK_COLOURS[name][index++ % 3] ?? 0)];
    }),
  ),
};

function pixelAt({ width, data }: Raster, x: number, y: number): readonly number[] {
  return [...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}
/** Largest difference of a channel, 0-255. */
const contrast = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? 0))));

/** Number of pixels that differ inside a box. */
function changes(before: Raster, after: Raster, within: Box): number {
  let count = 0;
  for (let y = within[1]; y < within[3]; y++) {
    for (let x = within[0]; x < within[2]; x++) {
      if (contrast(pixelAt(before, x, y), pixelAt(after, x, y)) > 0) count++;
    }
  }
  return count;
}

const WHOLE: Box = [0, 0, 400, 300];
const outline = (box: Box, label?: string, colour: MarkColour = "red"): DrawnMark => ({
  box,
  style: "outline",
  label,
  colour,
});

describe.each(Object.entries(GROUNDS))("an outline on %s", (name, ground) => {
  const box: Box = [100, 80, 300, 220];
  // The line is 2 px wide here, its casing 1 px on each side.
  const across = [-4, -3, -2, -1];

  it.each(COLOURS)("stands out all along each side: %s", (colour) => {
    const drawn = drawMarks(ground, [outline(box, undefined, colour)], 1);
    const strongest = (place: (step: number) => readonly [number, number]) =>
      Math.max(
        ...across.map((step) => contrast(pixelAt(drawn, ...place(step)), pixelAt(ground, ...place(step)))),
      );
    const along = Array.from({ length: 140 }, (_, index) => 80 + index);
    const seen = along.flatMap((at) => [
      strongest((step) => [100 + step, at]),
      strongest((step) => [299 - step, at]),
      strongest((step) => [at + 40, 80 + step]),
      strongest((step) => [at + 40, 219 - step]),
    ]);
    const weak = seen.filter((value) => value < 100).length;
    // A speck of noise may by chance look like the line.
    expect(weak / seen.length).toBeLessThanOrEqual(name === "noise" ? 0.01 : 0);
  });

  it("changes nothing inside the box, and nothing farther than its line without a label", () => {
    const drawn = drawMarks(ground, [outline(box)], 1);
    expect(changes(ground, drawn, box)).toBe(0);
    expect(changes(ground, drawn, WHOLE)).toBeLessThanOrEqual(208 * 148 - 200 * 140);
    expect(changes(ground, drawMarks(ground, [outline(box, "A")], 1), box)).toBe(0);
  });
});

describe("drawMarks", () => {
  const white = GROUNDS.white;

  it("leaves the given picture alone, and copies it where there is nothing to draw", () => {
    const before = white.data.slice();
    const drawn = drawMarks(white, [outline([10, 10, 90, 90], "A")], 1);
    expect(white.data).toEqual(before);
    expect(drawn.data).not.toEqual(before);
    expect(drawMarks(white, [], 1)).toEqual(white);
    expect(drawMarks(white, [], 1).data).not.toBe(white.data);
    expect(drawMarks(white, [outline([900, 900, 950, 950], "A")], 1)).toEqual(white);
  });

  it("takes boxes in page pixels, with one scale or two", () => {
    const expected = drawMarks(white, [outline([100, 50, 200, 150], "B")], 1);
    expect(drawMarks(white, [outline([200, 100, 400, 300], "B")], 0.5)).toEqual(expected);
    expect(drawMarks(white, [outline([50, 100, 100, 300], "B")], { x: 2, y: 0.5 })).toEqual(expected);
  });

  it("draws the same pixels each time", () => {
    const marks = [outline([20, 40, 120, 140], "7", "cyan"), outline([150, 40, 250, 140], "Q", "purple")];
    expect(drawMarks(white, marks, 1)).toEqual(drawMarks(white, marks, 1));
  });

  it("keeps a line around the whole page inside the picture", () => {
    const drawn = drawMarks(white, [outline(WHOLE)], 1);
    for (const [x, y] of [
      [1, 150],
      [398, 150],
      [200, 1],
      [200, 298],
    ] as const)
      expect(pixelAt(drawn, x, y)).toEqual(MARK_COLOURS.red);
    expect(changes(white, drawn, [4, 4, 396, 296])).toBe(0);
  });

  it("gives wider lines to larger pictures", () => {
    const large: Raster = { width: 2000, height: 1500, data: new Uint8Array(2000 * 1500 * 3).fill(255) };
    const drawn = drawMarks(large, [outline([500, 500, 900, 900])], 1);
    const row = Array.from({ length: 40 }, (_, step) => pixelAt(drawn, 470 + step, 700));
    expect(row.filter((pixel) => contrast(pixel, MARK_COLOURS.red) === 0)).toHaveLength(5);
  });

  it("hides a cover's box in grey, with its label in the middle", () => {
    const noise = GROUNDS.noise;
    const box: Box = [100, 80, 300, 220];
    const plain = drawMarks(noise, [{ box, style: "cover", colour: "blue" }], 1);
    const labelled = drawMarks(noise, [{ box, style: "cover", colour: "blue", label: "?" }], 1);
    expect(pixelAt(plain, 200, 150)).toEqual([128, 128, 128]);
    expect(changes(noise, plain, WHOLE)).toBeGreaterThan(0.99 * 200 * 140);
    expect(changes(noise, plain, WHOLE)).toBe(changes(noise, plain, box));
    expect(changes(plain, labelled, WHOLE)).toBe(changes(plain, labelled, [150, 100, 250, 200]));
    expect(changes(plain, labelled, WHOLE)).toBeGreaterThan(300);
  });

  it("draws outlines over covers, in whatever order they come", () => {
    const marks = [
      outline([110, 90, 150, 130], "A"),
      { box: [100, 80, 300, 220], style: "cover", colour: "blue" },
    ] as const;
    expect(drawMarks(white, marks, 1)).toEqual(drawMarks(white, [...marks].reverse(), 1));
  });

  it("puts a label above the left corner, off other marks where it can", () => {
    const [a, b]: readonly [Box, Box] = [
      [50, 100, 150, 200],
      [50, 40, 150, 94],
    ];
    const alone = drawMarks(white, [outline(a, "A")], 1);
    expect(changes(white, alone, [40, 70, 80, 96])).toBeGreaterThan(50);
    const bothPlain = drawMarks(white, [outline(a), outline(b)], 1);
    const both = drawMarks(white, [outline(a, "A"), outline(b)], 1);
    expect(changes(bothPlain, both, b)).toBe(0);
    expect(changes(bothPlain, both, WHOLE)).toBeGreaterThan(50);
    expect(overlapArea(a, b)).toBe(0);
  });

  it("draws no tag for a blank label", () => {
    const box: Box = [100, 80, 300, 220];
    expect(drawMarks(white, [outline(box, " ")], 1)).toEqual(drawMarks(white, [outline(box)], 1));
  });
});
