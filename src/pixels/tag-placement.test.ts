import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, fromXywh, heightOf, isInside, overlapArea, widthOf } from "../geometry/index.ts";
import { placeTag } from "./tag-placement.ts";

const picture = { width: 200, height: 150 };
const tag = { width: 20, height: 12 };

describe("placeTag", () => {
  it("prefers the place above the left corner", () => {
    expect(placeTag(tag, [50, 50, 100, 100], [], picture)).toEqual([50, 38, 70, 50]);
  });

  it("goes on along the side, then to other sides", () => {
    const frame: Box = [50, 50, 100, 100];
    expect(placeTag(tag, frame, [[40, 30, 75, 50]], picture)).toEqual([80, 38, 100, 50]);
    expect(placeTag(tag, frame, [[40, 30, 120, 50]], picture)).toEqual([50, 100, 70, 112]);
    expect(placeTag(tag, [50, 5, 100, 100], [], picture)).toEqual([50, 100, 70, 112]);
    expect(placeTag(tag, [50, 0, 100, 150], [], picture)).toEqual([30, 0, 50, 12]);
  });

  it("goes into a corner where the frame leaves no room", () => {
    expect(placeTag(tag, [0, 0, 200, 150], [], picture)).toEqual([0, 0, 20, 12]);
    expect(placeTag(tag, [0, 0, 200, 150], [[0, 0, 30, 30]], picture)).toEqual([180, 0, 200, 12]);
  });

  it("stays in the picture with its size, off the frame where there is room", () => {
    const coordinate = fc.integer({ min: 0, max: 140 });
    const boxes = fc
      .tuple(coordinate, coordinate, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 10 }))
      .map(fromXywh);
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 4 }), (frame, taken) => {
        const place = placeTag(tag, frame, taken, picture);
        expect(isInside(place, picture)).toBe(true);
        expect([widthOf(place), heightOf(place)]).toEqual([20, 12]);
        expect(overlapArea(place, frame)).toBe(0);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
