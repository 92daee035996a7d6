import { describe, expect, it } from "vitest";
import { orderPanels } from "../../comics/index.ts";
import { heightOf, isInside, overlapArea, widthOf } from "../../geometry/index.ts";
import { seeded } from "../../random.ts";
import { layOutPage } from "./page-layout.ts";
import { roomOf } from "./room.ts";

const SIZE = { width: 1000, height: 1414 };
const layouts = Array.from({ length: 400 }, (_, index) => layOutPage(SIZE, seeded(`layout ${index}`)));

describe("layOutPage", () => {
  it("gives 4 to 20 panels, 13 in the mean", () => {
    const counts = layouts.map(({ panels }) => panels.length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...counts)).toBeLessThanOrEqual(20);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(13, -0.3);
  });

  it("keeps to a range of panels", () => {
    for (let count = 4; count <= 20; count++) {
      const { panels } = layOutPage(SIZE, seeded(`count ${count}`), { least: count, most: count });
      expect(panels).toHaveLength(count);
    }
    expect(() => layOutPage(SIZE, seeded(1), { least: 3, most: 9 })).toThrow("within 4-20, got 3-9");
    expect(() => layOutPage(SIZE, seeded(1), { least: 9, most: 8 })).toThrow("got 9-8");
  });

  it("keeps panels on the page and large enough to letter", () => {
    for (const { panels, unit } of layouts) {
      for (const plan of panels) {
        expect(isInside(plan.box, SIZE)).toBe(true);
        expect(plan.box.every(Number.isInteger)).toBe(true);
        expect(widthOf(plan.box)).toBeGreaterThan(100);
        expect(heightOf(plan.box)).toBeGreaterThan(75);
        expect(roomOf(plan, unit).figures).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it("lets panels overlap only where a gutter leans or one is inset", () => {
    for (const { panels } of layouts) {
      panels.forEach((plan, index) => {
        for (const other of panels.slice(index + 1)) {
          const leans = plan.polygon !== undefined && other.polygon !== undefined;
          if (!leans && other.inset !== true) expect(overlapArea(plan.box, other.box)).toBe(0);
        }
      });
    }
  });

  it("lists panels in the order that their geometry tells a careful reader", () => {
    const wrong = layouts.filter(({ panels }) => {
      const regions = panels.map(({ box, polygon }, index) => ({
        id: String(index),
        box,
        ...(polygon === undefined ? {} : { polygon }),
      }));
      const { order } = orderPanels(regions, { direction: "ltr", size: SIZE });
      return order.some((id, index) => id !== String(index));
    });
    expect(wrong.length).toBeLessThanOrEqual(layouts.length * 0.01);
  });

  it("knows stacked pairs, insets, leaning gutters, round and borderless panels, and titles", () => {
    const panels = layouts.flatMap((layout) => layout.panels);
    const shares = {
      inset: panels.filter(({ inset }) => inset).length,
      leaning: panels.filter(({ polygon }) => polygon?.length === 4).length,
      round: panels.filter(({ polygon }) => (polygon?.length ?? 0) > 4).length,
      borderless: panels.filter(({ borderless }) => borderless).length,
    };
    for (const count of Object.values(shares)) expect(count).toBeGreaterThan(panels.length * 0.01);
    const titled = layouts.filter(({ title }) => title !== undefined).length;
    expect(titled / layouts.length).toBeCloseTo(0.65, 0.7);
  });

  it("scales with the page", () => {
    const small = layOutPage({ width: 1000, height: 1400 }, seeded("scale"));
    const large = layOutPage({ width: 2000, height: 2800 }, seeded("scale"));
    expect(large.panels.length).toBe(small.panels.length);
    large.panels.forEach(({ box }, index) => {
      box.forEach((edge, side) => {
        expect(Math.abs(edge - 2 * (small.panels[index]?.box[side] ?? 0))).toBeLessThanOrEqual(2);
      });
    });
  });
});
