import { expect, test } from "vitest";
import { type Box, iou, isInside } from "../../geometry/index.ts";
import { seeded } from "../../random.ts";
import { jittered, LOOSE, randomBox, TIGHT } from "./jitter.ts";

/** A page as benday-tiny sees it, and panels as drawn pages have them. */
const FRAME = { width: 168, height: 224 };
const PANELS: readonly Box[] = [
  [8, 8, 160, 70],
  [8, 74, 58, 140],
  [62, 74, 110, 140],
  [114, 74, 160, 140],
  [8, 146, 84, 216],
];
const N = 2000;

function meanIou(draw: (box: Box, at: number) => Box): number {
  const random = seeded("targets");
  const ious = Array.from({ length: N }, (_, at) => {
    const panel = random.pick(PANELS);
    const box = draw(panel, at);
    expect(isInside(box, FRAME)).toBe(true);
    expect(box.every(Number.isInteger)).toBe(true);
    return iou(panel, box);
  });
  return ious.reduce((sum, value) => sum + value, 0) / N;
}

test("loosely jittered boxes have a mean IoU of about 0.2", () => {
  const random = seeded(1);
  const mean = meanIou((box) => jittered(box, FRAME, random, LOOSE));
  expect(mean).toBeGreaterThan(0.15);
  expect(mean).toBeLessThan(0.25);
});

test("tightly jittered ones nearly hit", () => {
  const random = seeded(1);
  expect(meanIou((box) => jittered(box, FRAME, random, TIGHT))).toBeGreaterThan(0.8);
});

test("random ones are the same whatever the target", () => {
  const mean = meanIou((_, at) => randomBox(FRAME, seeded(at)));
  expect(mean).toBeLessThan(0.15);
});
