import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaOf, type Box, boundsOf, coverage, fromXywh, intersectionOf, type Point } from "./box.ts";
import { clipPolygon, containsPoint, type Polygon, polygonArea, polygonOf } from "./polygon.ts";

const runs = { seed: 2, numRuns: 300 };
const corner = fc.integer({ min: -50, max: 50 });
const side = fc.integer({ min: 1, max: 60 });
const boxes = fc.tuple(corner, corner, side, side).map(fromXywh);
/** Around the origin at rising angles: never crosses itself, often concave. */
const stars = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 3, maxLength: 9 }).map(
  (radii): Polygon =>
    radii.map((radius, index): Point => {
      const angle = (index / radii.length) * 2 * Math.PI;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    }),
);

const clippedArea = (polygon: Polygon, box: Box) => polygonArea(clipPolygon(polygon, box) ?? []);

describe("polygon", () => {
  it("measures area in either direction of turn", () => {
    const triangle: Polygon = [
      [0, 0],
      [4, 0],
      [0, 3],
    ];
    expect(polygonArea(triangle)).toBe(6);
    expect(polygonArea([...triangle].reverse())).toBe(6);
    expect(polygonArea([])).toBe(0);
  });

  it("holds points by the even-odd rule, also in a notch", () => {
    const arrow: Polygon = [
      [0, 0],
      [10, 0],
      [5, 5],
      [10, 10],
      [0, 10],
    ];
    expect(containsPoint(arrow, [2, 5])).toBe(true);
    expect(containsPoint(arrow, [8, 5])).toBe(false);
    expect(containsPoint(arrow, [8, 1])).toBe(true);
    expect(containsPoint(arrow, [-1, 5])).toBe(false);
  });

  it("gives a point on a common side to one of two neighbours", () => {
    const [left, right] = [polygonOf([0, 0, 5, 5]), polygonOf([5, 0, 9, 5])];
    expect([left, right].filter((polygon) => containsPoint(polygon, [5, 2]))).toHaveLength(1);
  });

  it("clips a box to a box like their intersection", () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        const common = intersectionOf(a, b);
        const clipped = clipPolygon(polygonOf(a), b);
        expect(clipped && boundsOf(clipped)).toEqual(common);
        expect(polygonArea(clipped ?? [])).toBe(common === undefined ? 0 : areaOf(common));
      }),
      runs,
    );
  });

  it("keeps all area when a box is cut in two, and stays inside the box", () => {
    fc.assert(
      fc.property(stars, fc.integer({ min: -40, max: 40 }), (star, at) => {
        const left = clippedArea(star, [-100, -100, at, 100]);
        const right = clippedArea(star, [at, -100, 100, 100]);
        expect(left + right).toBeCloseTo(polygonArea(star), 6);
        const bounds = boundsOf(clipPolygon(star, [-10, -10, 10, 10]) ?? []);
        expect(bounds && coverage(bounds, [-10, -10, 10, 10])).toBeCloseTo(1, 9);
      }),
      runs,
    );
  });

  it("leaves nothing of a polygon outside, on the edge, or of an empty box", () => {
    const square = polygonOf([0, 0, 4, 4]);
    expect(clipPolygon(square, [5, 5, 9, 9])).toBeUndefined();
    expect(clipPolygon(square, [4, 0, 9, 4])).toBeUndefined();
    expect(clipPolygon(square, [2, 2, 2, 3])).toBeUndefined();
  });
});
