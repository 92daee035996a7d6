import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  areaOf,
  type Box,
  boundsOf,
  centreOf,
  clampTo,
  coverage,
  expand,
  fromXywh,
  intersectionOf,
  iou,
  isEmpty,
  isInside,
  overlapArea,
  toXywh,
  translate,
  unionOf,
} from "./box.ts";

const runs = { seed: 1, numRuns: 300 };
const number = fc.integer({ min: -100, max: 100 });
const side = fc.integer({ min: 1, max: 80 });
const boxes = fc.tuple(number, number, side, side).map(fromXywh);

/** Area counted in unit squares. */
function countSquares(a: Box, b: Box, inBoth: boolean): number {
  const holds = ([x1, y1, x2, y2]: Box, x: number, y: number) => x >= x1 && x < x2 && y >= y1 && y < y2;
  let count = 0;
  for (let x = -100; x < 180; x++) {
    for (let y = -100; y < 180; y++) {
      const [inA, inB] = [holds(a, x, y), holds(b, x, y)];
      if (inBoth ? inA && inB : inA || inB) count++;
    }
  }
  return count;
}

describe("box", () => {
  it("turns COCO's xywh into a box and back", () => {
    expect(fromXywh([10, 20, 30, 5])).toEqual([10, 20, 40, 25]);
    fc.assert(
      fc.property(boxes, (box) => {
        expect(fromXywh(toXywh(box))).toEqual(box);
      }),
      runs,
    );
  });

  it("knows centre, area and emptiness", () => {
    expect(centreOf([0, 0, 3, 5])).toEqual([1.5, 2.5]);
    expect(areaOf([1, 1, 4, 3])).toBe(6);
    expect(areaOf([4, 3, 1, 1])).toBe(0);
    expect(isEmpty([1, 1, 1, 3])).toBe(true);
    expect(isEmpty([0, 0, Number.NaN, 1])).toBe(true);
    expect(isEmpty([0, 0, 0.1, 0.1])).toBe(false);
  });

  it("measures overlap as unit squares do", () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        const common = countSquares(a, b, true);
        expect(overlapArea(a, b)).toBe(common);
        expect(iou(a, b)).toBe(common / countSquares(a, b, false));
        expect(coverage(a, b)).toBe(common / areaOf(a));
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it("has an IoU of 1 only for equal boxes, the same both ways", () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        expect(iou(a, b)).toBe(iou(b, a));
        expect(iou(a, a)).toBe(1);
        if (a.join() !== b.join()) expect(iou(a, b)).toBeLessThan(1);
      }),
      runs,
    );
    expect(iou([0, 0, 0, 0], [0, 0, 0, 0])).toBe(0);
  });

  it("finds nothing common in boxes that only touch", () => {
    expect(intersectionOf([0, 0, 2, 2], [2, 0, 4, 2])).toBeUndefined();
    expect(intersectionOf([0, 0, 2, 2], [1, 1, 4, 4])).toEqual([1, 1, 2, 2]);
  });

  it("unites boxes into the smallest around them", () => {
    expect(unionOf([])).toBeUndefined();
    expect(boundsOf([])).toBeUndefined();
    expect(
      boundsOf([
        [3, 1],
        [2, 7],
      ]),
    ).toEqual([2, 1, 3, 7]);
    fc.assert(
      fc.property(fc.array(boxes, { minLength: 1, maxLength: 5 }), (some) => {
        const all = unionOf(some);
        for (const box of some) expect(all && coverage(box, all)).toBe(1);
      }),
      runs,
    );
  });

  it("clamps to a picture", () => {
    const picture = { width: 50, height: 40 };
    expect(clampTo([-5, -5, 60, 20], picture)).toEqual([0, 0, 50, 20]);
    expect(clampTo([50, 0, 60, 20], picture)).toBeUndefined();
    fc.assert(
      fc.property(boxes, (box) => {
        const clamped = clampTo(box, picture);
        if (clamped !== undefined) expect(isInside(clamped, picture)).toBe(true);
        expect(isInside(box, picture)).toBe(clamped?.join() === box.join());
      }),
      runs,
    );
  });

  it("grows and moves", () => {
    expect(expand([2, 2, 4, 4], 1)).toEqual([1, 1, 5, 5]);
    expect(isEmpty(expand([2, 2, 4, 4], -1))).toBe(true);
    expect(translate([2, 2, 4, 4], 1, -2)).toEqual([3, 0, 5, 2]);
  });
});
