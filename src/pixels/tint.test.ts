import { expect, test } from "vitest";
import { MARK_COLOURS } from "./marks.ts";
import { tintMarks } from "./tint.ts";

const grey = { width: 8, height: 6, data: new Uint8Array(8 * 6 * 3).fill(100) };
const red = { box: [2, 2, 8, 8], style: "outline", colour: "red" } as const;
const HALF = { x: 0.5, y: 0.5 };
const pixel = (data: Uint8Array, x: number, y: number) => [
  ...data.subarray((y * 8 + x) * 3, (y * 8 + x) * 3 + 3),
];

test("outlined boxes are mixed with their colour, and nothing else is", () => {
  const { data } = tintMarks(grey, [red, { ...red, box: [8, 0, 16, 4], style: "cover" }], 0.5, HALF);
  const mixed = MARK_COLOURS.red.map((value) => Math.round(100 + (value - 100) / 2));
  for (let y = 0; y < 6; y++)
    for (let x = 0; x < 8; x++) {
      const inside = x >= 1 && x < 4 && y >= 1 && y < 4;
      expect(pixel(data, x, y), `${x}, ${y}`).toEqual(inside ? mixed : [100, 100, 100]);
    }
  expect([...new Set(grey.data)]).toEqual([100]);
});

test("strength 0 changes nothing, 1 leaves the colour alone, boxes outside are passed over", () => {
  expect(tintMarks(grey, [red], 0, HALF).data).toEqual(grey.data);
  expect(pixel(tintMarks(grey, [red], 1, HALF).data, 2, 2)).toEqual([...MARK_COLOURS.red]);
  expect(tintMarks(grey, [{ ...red, box: [40, 40, 60, 60] }], 1, HALF).data).toEqual(grey.data);
});

test("other strengths are refused", () => {
  for (const strength of [-0.1, 1.1, Number.NaN])
    expect(() => tintMarks(grey, [red], strength, HALF)).toThrow(/expected a strength/);
});
