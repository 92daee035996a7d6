import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, fromXywh, isInside } from "./box.ts";
import { type Frame, frameExtent, fromPage, toIntegers, toPage } from "./frames.ts";

const runs = { seed: 4, numRuns: 300 };
const page = { width: 992, height: 1401 };
const frames = [
  { kind: "page" },
  { kind: "model", size: { width: 840, height: 1176 } },
  { kind: "thousandths" },
  { kind: "percent" },
] as const satisfies readonly Frame[];
const coordinate = fc.double({ min: -500, max: 3000, noNaN: true });
const boxes = fc.tuple(coordinate, coordinate, coordinate, coordinate);
const closeTo = (box: Box) => box.map((value) => expect.closeTo(value, 6));

describe.each(frames)("frame $kind", (frame) => {
  it("comes back the same both ways", () => {
    fc.assert(
      fc.property(boxes, (box) => {
        expect(fromPage(toPage(box, frame, page), frame, page)).toEqual(closeTo(box));
        expect(toPage(fromPage(box, frame, page), frame, page)).toEqual(closeTo(box));
      }),
      runs,
    );
  });

  it("takes the whole page for its whole extent", () => {
    const { width, height } = frameExtent(frame, page);
    expect(toPage([0, 0, width, height], frame, page)).toEqual([0, 0, 992, 1401]);
    expect(fromPage([0, 0, 992, 1401], frame, page)).toEqual([0, 0, width, height]);
  });

  it("writes integers inside its extent, with area, at most one half off", () => {
    const extent = frameExtent(frame, page);
    const size = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, size, size).map(fromXywh), (box) => {
        const own = fromPage(box, frame, page);
        const written = toIntegers(own, extent);
        expect(written.every(Number.isInteger)).toBe(true);
        expect(isInside(written, extent)).toBe(true);
        const [x1, , x2] = own;
        if (x1 >= 0 && x2 <= extent.width && x2 - x1 > 1) {
          expect(Math.abs(written[0] - x1)).toBeLessThanOrEqual(0.5);
          expect(Math.abs(written[2] - x2)).toBeLessThanOrEqual(0.5);
        }
      }),
      runs,
    );
  });
});

describe("frames", () => {
  it("converts the examples of the models", () => {
    const box: Box = [100, 200, 300, 700];
    const size = { width: 1000, height: 2000 };
    expect(fromPage(box, { kind: "thousandths" }, size)).toEqual([100, 100, 300, 350]);
    expect(fromPage(box, { kind: "percent" }, size)).toEqual([10, 10, 30, 35]);
    expect(fromPage(box, { kind: "model", size: { width: 500, height: 500 } }, size)).toEqual([
      50, 50, 150, 175,
    ]);
    expect(toPage([50, 50, 150, 175], { kind: "model", size: { width: 500, height: 500 } }, size)).toEqual(
      box,
    );
  });

  it("keeps a unit of width where rounding would leave none", () => {
    const extent = { width: 100, height: 100 };
    expect(toIntegers([10.1, 10.1, 10.3, 10.4], extent)).toEqual([10, 10, 11, 11]);
    expect(toIntegers([99.8, 99.9, 100, 100], extent)).toEqual([99, 99, 100, 100]);
    expect(toIntegers([-5, 20, 200, 30.5], extent)).toEqual([0, 20, 100, 31]);
  });
});
