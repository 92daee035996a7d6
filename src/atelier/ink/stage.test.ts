import { describe, expect, it } from "vitest";
import { cleanPicture } from "../print/press.ts";
import { ellipse, rectangle } from "./curve.ts";
import { rasterise, visibleRegions } from "./rasterise.ts";
import type { Stage } from "./stage.ts";
import { createStage, loop, NOBODY, paint, stroke, toSvg } from "./stage.ts";

const SIZE = { width: 120, height: 90 };

const proofOf = (stage: Stage) => cleanPicture(rasterise(stage).plates);

const greyAt = ({ data, width }: { data: Uint8Array; width: number }, x: number, y: number): number =>
  data[(y * width + x) * 3] ?? Number.NaN;

function scene(seed: string, ...painters: ((stage: Stage) => void)[]): Stage {
  const stage = createStage(SIZE, seed);
  for (const painter of painters) painter(stage);
  return stage;
}

const disc = (owner: string, x: number) => (stage: Stage) =>
  paint(stage, ellipse([x, 45], 25), { fill: "#cc8844", ink: 2, owner });

describe("stage", () => {
  it("draws the same bytes for the same seed and others for another", () => {
    const svg = (seed: string) => toSvg(scene(seed, disc("a", 50)), "colour");
    expect(svg("one")).toBe(svg("one"));
    expect(svg("one")).not.toBe(svg("two"));
  });

  it("puts heavier ink below right than above left", () => {
    const art = proofOf(
      scene("s", (stage) => paint(stage, ellipse([60, 45], 30), { fill: "#ffffff", ink: 6 })),
    );
    const darkness = (x: number, dx: number, y: number, dy: number): number => {
      let sum = 0;
      for (let i = -9; i <= 9; i++) sum += 255 - greyAt(art, Math.round(x + i * dx), Math.round(y + i * dy));
      return sum;
    };
    expect(darkness(78, 0.5, 69, 0.86)).toBeGreaterThan(1.5 * darkness(42, 0.5, 21, 0.86));
  });

  it("leaves the outline out where it is not inked", () => {
    const art = proofOf(
      scene("s", (stage) =>
        paint(stage, rectangle(20, 20, 80, 50), { fill: "#ffffff", ink: 4, inked: ([x]) => x > 60 }),
      ),
    );
    const column = (x: number) =>
      Math.min(...Array.from({ length: 11 }, (_, i) => greyAt(art, x + i - 5, 45)));
    expect(column(100)).toBeLessThan(80);
    expect(column(20)).toBeGreaterThan(230);
  });

  it("tapers strokes and hollows loops", () => {
    const art = proofOf(
      scene(
        "s",
        (stage) =>
          stroke(
            stage,
            [
              [10, 20],
              [60, 20],
              [110, 20],
            ],
            { width: 6 },
          ),
        (stage) => loop(stage, ellipse([60, 60], 20), { width: 4 }),
      ),
    );
    const ink = (x: number) =>
      Array.from({ length: 16 }, (_, i) => 255 - greyAt(art, x, 12 + i)).reduce((a, b) => a + b);
    expect(ink(60)).toBeGreaterThan(2 * ink(12));
    expect(greyAt(art, 60, 60)).toBe(255);
  });

  it("gives each pixel to whoever was painted last", () => {
    const alone = (painter: (stage: Stage) => void) => rasterise(scene("s", painter)).owners.ids;
    const [a, b] = [alone(disc("a", 45)), alone(disc("b", 70))];
    const both = rasterise(scene("s", disc("a", 45), disc("b", 70))).owners;
    const expected = a.map((id, i) => (b[i] === 0 ? id : 2));
    expect(both.ids).toEqual(expected);
    const seen = visibleRegions(both);
    expect(seen.get("b")?.pixels).toBe(b.filter((id) => id > 0).length);
    expect(seen.get("a")?.pixels).toBe(a.filter((id, i) => id > 0 && b[i] === 0).length);
  });

  it("reports tight boxes and forgets those who are hidden", () => {
    const hidden = rasterise(
      scene("s", disc("small", 60), (stage) =>
        paint(stage, rectangle(0, 0, 120, 90), { fill: "#fff", owner: "wall" }),
      ),
    );
    expect([...visibleRegions(hidden.owners).keys()]).toEqual(["wall"]);
    const { owners } = rasterise(scene("s", disc("a", 60)));
    const [x1, y1, x2, y2] = visibleRegions(owners).get("a")?.box ?? [0, 0, 0, 0];
    const columns = Array.from({ length: SIZE.width }, (_, x) => x).filter((x) =>
      Array.from({ length: SIZE.height }, (_, y) => owners.ids[y * SIZE.width + x]).some((id) => id === 1),
    );
    expect([x1, x2]).toEqual([Math.min(...columns), Math.max(...columns) + 1]);
    expect(y2 - y1).toBeGreaterThan(48);
  });

  it("lets furniture hide without owning, and marks lie on what is below", () => {
    const { owners } = rasterise(
      scene(
        "s",
        disc("a", 60),
        (stage) => paint(stage, rectangle(0, 0, 60, 90), { fill: "#888888", owner: NOBODY }),
        (stage) => paint(stage, rectangle(65, 40, 8, 8), { fill: "#000000" }),
      ),
    );
    const at = (x: number, y: number) => owners.ids[y * owners.width + x];
    expect(at(50, 45)).toBe(0);
    expect(at(69, 44)).toBe(1);
  });

  it("shades and hatches what belongs to someone, below right only", () => {
    const big = (owner: string | undefined) => (stage: Stage) =>
      paint(stage, ellipse([60, 45], 40), { fill: "#cc8844", ink: 2, owner });
    const { plates } = rasterise(scene("s", big("a")));
    const around = (plate: Uint8Array, x: number, y: number): number => {
      let sum = 0;
      for (let dy = -6; dy <= 6; dy++)
        for (let dx = -6; dx <= 6; dx++) sum += plate[(y + dy) * SIZE.width + x + dx] ?? 0;
      return sum / 169;
    };
    expect(around(plates.cool, 76, 72)).toBeGreaterThan(60);
    expect(around(plates.cool, 44, 18)).toBe(0);
    expect(around(plates.ink, 76, 70)).toBeGreaterThan(around(plates.ink, 44, 20) + 8);
    expect(rasterise(scene("s", big(NOBODY))).plates.cool.every((tone) => tone === 0)).toBe(true);
  });

  it("knocks tone out under what is painted over it, and prints shadow and blush as tones", () => {
    const { plates } = rasterise(
      scene(
        "s",
        (stage) => paint(stage, ellipse([60, 60], 30), { fill: "#00000026" }),
        (stage) => paint(stage, ellipse([20, 20], 8), { fill: "#e2785f", owner: "a" }),
        (stage) => paint(stage, rectangle(60, 30, 50, 60), { fill: "#888888", owner: NOBODY }),
      ),
    );
    const at = (x: number, y: number) => y * SIZE.width + x;
    expect(plates.cool[at(45, 60)]).toBe(0x26 * 3);
    expect(plates.cool[at(75, 60)]).toBe(0);
    expect(plates.warm[at(20, 20)]).toBe(128);
  });

  it("draws the same hand on a larger page", () => {
    const shape = (unit: number) => {
      const stage = createStage({ width: 120 * unit, height: 90 * unit }, "s", unit);
      paint(stage, ellipse([60 * unit, 45 * unit], 30 * unit), { fill: "#cc8844", ink: 2 * Math.sqrt(unit) });
      return rasterise(stage).plates.ink.reduce((sum, ink) => sum + ink, 0) / unit ** 2;
    };
    expect(shape(3) / shape(1)).toBeGreaterThan(0.9);
    expect(shape(3) / shape(1)).toBeLessThan(1.1);
  });
});
