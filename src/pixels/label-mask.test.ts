import { describe, expect, it } from "vitest";
import { labelMask } from "./label-mask.ts";

function maskOf(label: string, size: number) {
  const mask = labelMask(label, size);
  if (mask === undefined) throw new Error(`no ink for ${label}`);
  return mask;
}
const inkOf = (label: string, size: number) =>
  maskOf(label, size).coverage.reduce((sum, value) => sum + value, 0);

describe("labelMask", () => {
  it("draws letters and digits, each its own", () => {
    const labels = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789?&<"];
    const drawn = labels.map((label) => maskOf(label, 40).coverage.join());
    expect(new Set(drawn).size).toBe(labels.length);
  });

  it("cuts to the ink: all four edges are touched", () => {
    const { width, height, coverage } = maskOf("B", 50);
    const touched = (indices: readonly number[]) => indices.some((index) => (coverage[index] ?? 0) > 0);
    const [columns, rows] = [
      Array.from({ length: width }, (_, x) => x),
      Array.from({ length: height }, (_, y) => y),
    ];
    expect(touched(columns)).toBe(true);
    expect(touched(columns.map((x) => (height - 1) * width + x))).toBe(true);
    expect(touched(rows.map((y) => y * width))).toBe(true);
    expect(touched(rows.map((y) => y * width + width - 1))).toBe(true);
    expect(height).toBeGreaterThan(30);
    expect(height).toBeLessThan(50);
  });

  it("grows with the font size and with the text", () => {
    expect(inkOf("A", 60) / inkOf("A", 30)).toBeCloseTo(4, 0);
    expect(maskOf("12", 30).width).toBeGreaterThan(maskOf("1", 30).width * 1.4);
  });

  it("draws one and the same box for all that the font lacks", () => {
    expect(maskOf("漢", 20)).toEqual(maskOf("字", 20));
  });

  it.each(["", " ", "\u0000", "\ud800", "\u200b"])("draws nothing for %j", (label) => {
    expect(labelMask(label, 20)).toBeUndefined();
  });
});
