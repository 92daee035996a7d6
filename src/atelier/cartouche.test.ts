import { describe, expect, it } from "vitest";
import { type Box, isInside, overlapArea } from "../geometry/index.ts";
import { seeded } from "../random.ts";
import { type Cartouche, drawCartouche, letterCartouche, planCartouche, titleBoxes } from "./cartouche.ts";

const BOX: Box = [28, 28, 672, 87];

const planned = (language: "en" | "fr", seed: number): Cartouche =>
  planCartouche(
    BOX,
    { title: "The umbrella of the stationmaster", hero: "lady", language },
    seeded(`title ${seed}`),
  );

describe("planCartouche", () => {
  it("keeps title and series apart, inside, and off the face", () => {
    for (let seed = 0; seed < 20; seed++) {
      const cartouche = planned("en", seed);
      const { title, series } = titleBoxes(cartouche);
      expect(overlapArea(title, series)).toBe(0);
      const face: Box =
        cartouche.side === "left"
          ? [BOX[0], BOX[1], BOX[0] + 80, BOX[3]]
          : [BOX[2] - 80, BOX[1], BOX[2], BOX[3]];
      for (const box of [title, series]) {
        expect(isInside([box[0] - BOX[0], box[1] - BOX[1], box[2] - BOX[0], box[3] - BOX[1]], SIZE)).toBe(
          true,
        );
        expect(overlapArea(box, face)).toBe(0);
      }
    }
  });

  it("names the series after the hero, in the language of the page", () => {
    const series = new Set(Array.from({ length: 20 }, (_, seed) => planned("fr", seed).seriesText));
    expect([...series].every((text) => text.includes("Odile"))).toBe(true);
    expect(series).toContain("Les aventures d’Odile");
    expect(letterCartouche(planned("fr", 0), seeded("letters"))).toHaveLength(2);
  });
});

const SIZE = { width: BOX[2] - BOX[0], height: BOX[3] - BOX[1] };

describe("drawCartouche", () => {
  it("shows the hero on the planned side, the same for the same seed", () => {
    const cartouche = planned("en", 3);
    const { ink, width } = drawCartouche(cartouche, "seed", 0.7);
    const half = [0, 0];
    ink.forEach((value, i) => {
      half[i % width < width / 2 ? 0 : 1] = (half[i % width < width / 2 ? 0 : 1] ?? 0) + value;
    });
    const [left = 0, right = 0] = half;
    expect(cartouche.side === "left" ? left : right).toBeGreaterThan(1000);
    expect(cartouche.side === "left" ? right : left).toBe(0);
    expect(drawCartouche(cartouche, "seed", 0.7).ink).toEqual(ink);
  });
});
