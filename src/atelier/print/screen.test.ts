import { describe, expect, it } from "vitest";
import { createScreen, type Screen, screenRow } from "./screen.ts";

const SIDE = 128;

/** A square of one tone, screened. */
function screened(screen: Screen, tone: number, contrast = 256): readonly Uint8Array[] {
  return Array.from({ length: SIDE }, (_, y) => {
    const row = new Uint8Array(SIDE).fill(tone);
    screenRow(screen, row, y, contrast);
    return row;
  });
}

const mean = (rows: readonly Uint8Array[]): number =>
  rows.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0) / SIDE ** 2;

/** Strength of a wave in a picture. */
function strengthOf(rows: readonly Uint8Array[], pitch: number, degrees: number): number {
  const turn = (degrees * Math.PI) / 180;
  const [right, down] = [Math.cos(turn), Math.sin(turn)].map((part) => (2 * Math.PI * part) / pitch);
  let [real, imaginary] = [0, 0];
  rows.forEach((row, y) => {
    for (let x = 0; x < SIDE; x++) {
      const phase = x * (right ?? 0) + y * (down ?? 0);
      real += (row[x] ?? 0) * Math.cos(phase);
      imaginary += (row[x] ?? 0) * Math.sin(phase);
    }
  });
  return Math.hypot(real, imaginary);
}

describe("screens", () => {
  it.each([
    ["dots", 5, 45],
    ["dots", 5, 15],
    ["dots", 7, 15],
    ["lines", 6.5, 45],
  ] as const)("prints %s of the pitch %d px at %d degrees", (kind, pitch, angle) => {
    const rows = screened(createScreen(kind, pitch, angle), 90);
    const waves = [4, 4.5, 5, 5.5, 6, 6.5, 7].flatMap((size) =>
      [0, 15, 30, 45, 60, 75].map((degrees) => ({
        size,
        degrees,
        strength: strengthOf(rows, size, degrees),
      })),
    );
    const strongest = waves.toSorted((a, b) => b.strength - a.strength)[0];
    expect(strongest).toMatchObject({ size: pitch, degrees: angle });
  });

  it.each(["dots", "lines"] as const)("covers with %s as much as the tone says", (kind) => {
    for (const tone of [0, 26, 77, 128, 200, 255]) {
      for (const contrast of [0, 128, 256]) {
        expect(Math.abs(mean(screened(createScreen(kind, 5, 45), tone, contrast)) - tone)).toBeLessThan(12);
      }
    }
  });

  it("leaves flat tints without contrast and nearly black and white with all of it", () => {
    const screen = createScreen("dots", 8, 45);
    expect(new Set(screened(screen, 100, 0).flatMap((row) => [...row]))).toEqual(new Set([100]));
    const values = screened(screen, 100).flatMap((row) => [...row]);
    expect(values.filter((value) => value < 30 || value > 225).length / values.length).toBeGreaterThan(0.6);
  });
});
