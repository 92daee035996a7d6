import { describe, expect, it } from "vitest";
import type { Raster } from "../../pixels/index.ts";
import { createPlates, type Plates } from "../ink/rasterise.ts";
import { printRun } from "../page.ts";
import { finishSheet } from "./finish.ts";
import { PAPER } from "./paper.ts";
import { cleanPicture, colourShift, type PrintRun, pressPage } from "./press.ts";
import { DEFAULT_PRINT, PRINT_EFFECTS, printOptions } from "./print-options.ts";
import { BLACK_INK, PRINT_STYLES } from "./separation.ts";

const [WIDTH, HEIGHT] = [240, 200];

/** A red, a green and a shaded blue block on bare paper, each with a line of ink beside it. */
function testPlates(): Plates {
  const plates = createPlates({ width: WIDTH, height: HEIGHT });
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const at = y * WIDTH + x;
      const block = y > 40 && y < 160 && x % 60 > 15 ? Math.floor(x / 60) : undefined;
      plates.colour.set(BLOCKS[block ?? -1] ?? PAPER, at * 3);
      if (block === 2) plates.cool[at] = 112;
      if (block === 3) plates.warm[at] = 128;
      if (y > 40 && y < 160 && x % 60 > 10 && x % 60 < 14) plates.ink[at] = 255;
    }
  }
  return plates;
}

const BLOCKS = [
  [217, 64, 47],
  [95, 154, 85],
  [63, 116, 168],
  [255, 255, 255],
] as const;

const plates = testPlates();

const only = (effect: (typeof PRINT_EFFECTS)[number], strength: number): PrintRun => ({
  style: "colour",
  options: { ...printOptions(0), [effect]: strength },
  unit: 1.4,
  seed: "test",
});

const everything = (style: PrintRun["style"], print: number): PrintRun => ({
  style,
  options: printOptions(print),
  unit: 1.4,
  seed: "test",
});

const finished = (run: PrintRun): Raster => finishSheet(plates, new Uint16Array(WIDTH * HEIGHT), run).picture;

function difference(a: Raster, b: Raster): number {
  return a.data.reduce((sum, value, i) => sum + Math.abs(value - (b.data[i] ?? 0)), 0) / a.data.length;
}

const clean = cleanPicture(plates);
const pixel = ({ data }: Raster, x: number, y: number) => [
  ...data.subarray((y * WIDTH + x) * 3).subarray(0, 3),
];

describe("the press", () => {
  it("prints the plates as they are at strength 0", () => {
    expect(pixel(clean, 30, 100)).toEqual(BLOCKS[0]);
    expect(pixel(clean, 90, 100)).toEqual(BLOCKS[1]);
    expect(pixel(clean, 5, 5)).toEqual(PAPER);
    expect(pixel(clean, 12, 100)).toEqual(BLACK_INK);
    expect(Buffer.compare(finished(everything("colour", 0)).data, clean.data)).toBe(0);
  });

  it.each(PRINT_STYLES)("prints the same bytes for the same seed in %s, others for another", (style) => {
    const run = everything(style, 0.6);
    const first = finished(run);
    expect(Buffer.compare(first.data, finished(run).data)).toBe(0);
    expect(Buffer.compare(first.data, finished({ ...run, seed: "other" }).data)).not.toBe(0);
  });

  it.each(PRINT_EFFECTS)("shows more %s with more strength", (effect) => {
    const changes = [0, 0.3, 0.6, 1].map((strength) => difference(finished(only(effect, strength)), clean));
    expect(changes[0]).toBe(0);
    expect(changes[1]).toBeGreaterThan(0);
    expect(changes).toEqual(changes.toSorted((a, b) => a - b));
    expect(changes[3]).toBeGreaterThan(changes[1] ?? Number.NaN);
  });

  it("moves colour but not ink out of register", () => {
    const run = only("misregistration", 1);
    const [right, down] = colourShift(run);
    expect(Math.hypot(right, down)).toBeGreaterThan(1.5);
    expect(Math.hypot(right, down)).toBeLessThan(4.5);
    const printed = pressPage(plates, run);
    for (let y = 20; y < HEIGHT - 20; y += 3) {
      for (let x = 20; x < WIDTH - 20; x++) {
        const inked = plates.ink[y * WIDTH + x] === 255;
        if (inked) expect(pixel(printed, x, y)).toEqual(BLACK_INK);
        else if (plates.ink[(y - down) * WIDTH + x - right] === 0)
          expect(pixel(printed, x, y)).toEqual(pixel(clean, x - right, y - down));
      }
    }
  });

  it("prints two colours in red, black and nothing else, and line art in black", () => {
    const hues = (style: PrintRun["style"]) => {
      const { data } = finished(everything(style, 0));
      let [cold, coloured, warm] = [0, 0, 0];
      for (let i = 0; i < data.length; i += 3) {
        const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
        cold = Math.max(cold, green - red, blue - red);
        coloured = Math.max(coloured, Math.abs(green - blue));
        warm = Math.max(warm, red - green);
      }
      return { cold, coloured, warm };
    };
    // Bare paper is no greyer than this.
    const paper = { coloured: PAPER[1] - PAPER[2], warm: PAPER[0] - PAPER[1] };
    const colour = hues("colour");
    expect(Math.min(colour.cold, colour.coloured)).toBeGreaterThan(50);
    const two = hues("two-colour");
    expect(two.cold).toBeLessThan(8);
    expect(two.coloured).toBeLessThanOrEqual(paper.coloured);
    expect(two.warm).toBeGreaterThan(100);
    const line = hues("line");
    expect(line.cold).toBeLessThan(8);
    expect(line.coloured).toBeLessThanOrEqual(paper.coloured);
    expect(line.warm).toBeLessThanOrEqual(paper.warm);
  });

  it("draws one mixed page in six in two colours, and others as ordered", () => {
    const styles = Array.from(
      { length: 600 },
      (_, index) => printRun({ seed: "mix", index, style: "mixed" }, 1).style,
    );
    expect(new Set(styles)).toEqual(new Set(["colour", "two-colour"]));
    expect(styles.filter((style) => style === "two-colour").length / 600).toBeCloseTo(1 / 6, 1);
    expect(printRun({ seed: "mix", index: 0 }, 1)).toMatchObject({
      style: "colour",
      options: printOptions(DEFAULT_PRINT),
    });
  });

  it("refuses strengths outside 0-1", () => {
    expect(() => printOptions(1.2)).toThrow("expected print from 0 to 1, got 1.2");
    expect(() => printOptions(0.5, { dots: -1 })).toThrow("expected dots from 0 to 1, got -1");
    expect(printOptions(0.5, { dots: 0.5 })).toMatchObject({ dots: 0.25, grain: 0.5 });
  });
});
