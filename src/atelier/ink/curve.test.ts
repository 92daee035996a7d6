import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../../geometry/index.ts";
import {
  arc,
  bend,
  blob,
  contains,
  curve,
  cut,
  ellipse,
  girth,
  hull,
  rectangle,
  tube,
  wrap,
} from "./curve.ts";
import { distance, dot, minus } from "./plane.ts";

const point = fc.tuple(
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
);

describe("curves", () => {
  it("keeps every point of an ellipse at its distance", () => {
    for (const at of ellipse([3, 4], 20)) expect(distance(at, [3, 4])).toBeCloseTo(20);
  });

  it("starts and ends an arc where asked", () => {
    const quarter = arc([0, 0], [10, 5], [0, Math.PI / 2]);
    expect(quarter[0]).toEqual([10, 0]);
    expect(quarter.at(-1)?.[1]).toBeCloseTo(5);
  });

  it("passes through the points that it is given", () => {
    const through: Point[] = [
      [0, 0],
      [10, 5],
      [20, 0],
    ];
    expect(curve(through, 4)).toEqual(expect.arrayContaining(through));
    expect(blob(through, 4)).toEqual(expect.arrayContaining(through));
  });

  it("wraps points in a convex hull that holds them all", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 30 }), (points) => {
        const outline = hull(points);
        const corners = outline.length;
        for (let i = 0; i < corners; i++) {
          const [a, b] = [outline[i] as Point, outline[(i + 1) % corners] as Point];
          const normal: Point = [a[1] - b[1], b[0] - a[0]];
          for (const inside of points) expect(dot(minus(inside, a), normal)).toBeGreaterThan(-1e-6);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it("cuts a shape at a line", () => {
    const half = cut(rectangle(0, 0, 10, 10), [0, 4], [0, -1]);
    expect(half).toHaveLength(4);
    expect(Math.max(...half.map(([, y]) => y))).toBe(4);
    expect(cut(rectangle(0, 0, 10, 10), [0, -1], [0, -1])).toHaveLength(0);
  });

  it("tells inside from outside", () => {
    const shape = wrap([
      { centre: [0, 0], rx: 5, ry: 5 },
      { centre: [20, 0], rx: 5, ry: 5 },
    ]);
    expect(contains(shape, [10, 4])).toBe(true);
    expect(contains(shape, [10, 6])).toBe(false);
  });

  it("draws a limb as thick as its girth", () => {
    const limb = tube(
      bend(
        [
          [0, 0],
          [20, 0],
          [40, 0],
        ],
        0.5,
      ),
      girth(6, 4, 2),
    );
    expect(limb.left[0]?.[1]).toBeCloseTo(6);
    expect(limb.right.at(-1)?.[1]).toBeCloseTo(-2);
    expect(contains(limb.outline, [41.5, 0])).toBe(true);
    expect(contains(limb.outline, [43, 0])).toBe(false);
  });
});
