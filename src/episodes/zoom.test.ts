import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Box,
  coverage,
  type Frame,
  frameExtent,
  fromPage,
  heightOf,
  isInside,
  overlapArea,
  type Size,
  smartResize,
  toIntegers,
  widthOf,
} from "../geometry/index.ts";
import { seeded } from "../random.ts";
import { fitSize } from "./picture.ts";
import { askedRegion, counterfactualRegion, MIN_ZOOM_SIDE, shownRegion } from "./zoom.ts";

const run = { seed: 3, numRuns: 300 };
const pages = fc.record({
  width: fc.integer({ min: 28, max: 3000 }),
  height: fc.integer({ min: 28, max: 3000 }),
});
const units = fc.tuple(
  fc.double({ min: 0, max: 0.99, noNaN: true }),
  fc.double({ min: 0.01, max: 1, noNaN: true }),
);
/** A box on a page, and the page. */
const boxesOnPages = fc
  .tuple(pages, units, units)
  .map(([page, [x, w], [y, h]]): [Box, Size] => [
    [x * page.width, y * page.height, Math.min(1, x + w) * page.width, Math.min(1, y + h) * page.height],
    page,
  ]);
const framesOf = (page: Size): readonly Frame[] => [
  { kind: "page" },
  { kind: "model", size: fitSize(page, { factor: 28, minPixels: 3136, maxPixels: 1_003_520 }) },
  { kind: "thousandths" },
  { kind: "percent" },
];

describe("askedRegion", () => {
  it("takes a box back from every frame, to within the unit that the model writes", () => {
    fc.assert(
      fc.property(boxesOnPages, ([box, page]) => {
        for (const frame of framesOf(page)) {
          const extent = frameExtent(frame, page);
          const said = toIntegers(fromPage(box, frame, page), extent);
          const region = askedRegion(said, frame, page);
          if ("kind" in region) {
            expect(region.kind).toBe("aspect");
            continue;
          }
          for (const [index, edge] of region.entries()) {
            const unit = index % 2 === 0 ? page.width / extent.width : page.height / extent.height;
            expect(Math.abs(edge - (box[index] ?? 0))).toBeLessThanOrEqual(unit + 1e-6);
          }
          const exact = askedRegion(fromPage(box, frame, page), frame, page);
          if (!("kind" in exact)) for (const i of [0, 1, 2, 3]) expect(exact[i]).toBeCloseTo(box[i] ?? 0, 6);
        }
      }),
      run,
    );
  });

  it("clamps a box that leaves the page, and refuses one that lies outside or is too long", () => {
    const page = { width: 1000, height: 2000 };
    expect(askedRegion([-50, 100, 300, 5000], { kind: "page" }, page)).toEqual([0, 100, 300, 2000]);
    expect(askedRegion([900, 900, 1200, 1200], { kind: "thousandths" }, page)).toEqual([
      900, 1800, 1000, 2000,
    ]);
    expect(askedRegion([1000, 0, 1100, 50], { kind: "page" }, page)).toMatchObject({ kind: "outside" });
    expect(askedRegion([0, 0, 5, 501], { kind: "page" }, page)).toMatchObject({ kind: "aspect" });
    expect(askedRegion([0, 0, 5, 500], { kind: "page" }, page)).toEqual([0, 0, 5, 500]);
  });
});

describe("shownRegion", () => {
  it("holds the box, lies on the page in whole px, and is at least 28 px wide and high", () => {
    fc.assert(
      fc.property(boxesOnPages, ([box, page]) => {
        const region = shownRegion(box, page);
        expect(region.every(Number.isInteger)).toBe(true);
        expect(isInside(region, page)).toBe(true);
        expect(Math.min(widthOf(region), heightOf(region))).toBeGreaterThanOrEqual(MIN_ZOOM_SIDE);
        expect(coverage(box, region)).toBeGreaterThan(1 - 1e-9);
      }),
      run,
    );
  });

  it("grows around the centre and shifts inside", () => {
    const page = { width: 100, height: 20 };
    expect(shownRegion([50, 5, 54, 9], page)).toEqual([38, 0, 66, 20]);
    expect(shownRegion([0, 0, 4, 20], page)).toEqual([0, 0, 28, 20]);
    expect(shownRegion([96, 0, 100, 20], page)).toEqual([72, 0, 100, 20]);
  });
});

describe("fitSize", () => {
  it("gives a size that the model's own resizing leaves alone, within the limits, not above the page", () => {
    const limits = { factor: 28, minPixels: 3136, maxPixels: 1_003_520 };
    fc.assert(
      fc.property(pages, (page) => {
        const size = fitSize(page, limits);
        expect(smartResize(size, limits)).toEqual(size);
        expect(size.width * size.height).toBeLessThanOrEqual(limits.maxPixels);
        const small = page.width * page.height < 4 * limits.minPixels;
        if (!small) expect([size.width <= page.width, size.height <= page.height]).toEqual([true, true]);
      }),
      run,
    );
  });
  it("leaves a page alone that no limit concerns", () => {
    expect(fitSize({ width: 1111, height: 777 }, {})).toEqual({ width: 1111, height: 777 });
  });
  it("shrinks to the budget", () => {
    const { width, height } = fitSize({ width: 2200, height: 3000 }, { maxPixels: 1_000_000 });
    expect(width * height).toBeLessThanOrEqual(1_000_000);
    expect(width * height).toBeGreaterThan(990_000);
    expect(width / height).toBeCloseTo(2200 / 3000, 2);
  });
});

describe("counterfactualRegion", () => {
  const page = { width: 1000, height: 2000 };
  const targets = { panels: [], entities: [], zoom: [[0, 0, 400, 400] as Box, [500, 500, 900, 900] as Box] };
  const history = { page, targets, shown: [] };
  const asked: Box = [520, 520, 620, 640];

  it("random: the same size, anywhere on the page, the same for the same seed", () => {
    const places = new Set<string>();
    for (let seed = 0; seed < 20; seed++) {
      const region = counterfactualRegion(asked, "random", history, seeded(seed));
      expect(counterfactualRegion(asked, "random", history, seeded(seed))).toEqual(region);
      expect([widthOf(region), heightOf(region)]).toEqual([100, 120]);
      expect(isInside(region, page)).toBe(true);
      places.add(region.join());
    }
    expect(places.size).toBeGreaterThan(15);
  });
  it("elsewhere: the same size, sharing nothing with any target, the same for the same seed", () => {
    const entity: Box = [100, 1200, 700, 1500];
    const panel: Box = [0, 1000, 1000, 1600];
    const around = { ...history, targets: { ...targets, panels: [panel], entities: [entity] } };
    const places = new Set<string>();
    for (let seed = 0; seed < 50; seed++) {
      const region = counterfactualRegion(asked, "elsewhere", around, seeded(seed));
      expect(counterfactualRegion(asked, "elsewhere", around, seeded(seed))).toEqual(region);
      expect([widthOf(region), heightOf(region)]).toEqual([100, 120]);
      expect(isInside(region, page)).toBe(true);
      for (const target of [...targets.zoom, panel, entity]) expect(overlapArea(region, target)).toBe(0);
      places.add(region.join());
    }
    expect(places.size).toBeGreaterThan(40);
  });
  it("elsewhere: as little of the targets as there is room for", () => {
    const wide: Box = [0, 0, 1000, 1500];
    const upper = { ...history, targets: { panels: [], entities: [], zoom: [wide] } };
    for (let seed = 0; seed < 20; seed++) {
      const region = counterfactualRegion([0, 0, 1000, 1000], "elsewhere", upper, seeded(seed));
      expect(overlapArea(region, wide)).toBeLessThan(1000 * 520);
    }
    expect(counterfactualRegion([0, 0, 1000, 2000], "elsewhere", upper, seeded(1))).toEqual([
      0, 0, 1000, 2000,
    ]);
  });
  it("whole: the page", () => {
    expect(counterfactualRegion(asked, "whole", history, seeded(1))).toEqual([0, 0, 1000, 2000]);
  });
  it("oracle: the nearest target that was not shown yet, then the nearest of all", () => {
    const first = counterfactualRegion(asked, "oracle", history, seeded(1));
    expect(first).toEqual(targets.zoom[1]);
    const second = counterfactualRegion(asked, "oracle", { ...history, shown: [first] }, seeded(1));
    expect(second).toEqual(targets.zoom[0]);
    expect(counterfactualRegion(asked, "oracle", { ...history, shown: [first, second] }, seeded(1))).toEqual(
      first,
    );
  });
  it("oracle: what was asked for, where there is no target", () => {
    const none = { panels: [], entities: [], zoom: [] };
    expect(counterfactualRegion(asked, "oracle", { ...history, targets: none }, seeded(1))).toEqual(asked);
  });
  it("blank and none: what was asked for", () => {
    expect(counterfactualRegion(asked, "blank", history, seeded(1))).toEqual(asked);
    expect(counterfactualRegion(asked, undefined, history, seeded(1))).toEqual(asked);
  });
});
