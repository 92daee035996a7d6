import { expect, test } from "vitest";
import { curveChart } from "./curve-chart.ts";
import type { CurvePoint } from "./curves.ts";

const linesIn = (...lines: readonly (readonly CurvePoint[])[]): readonly number[][] => {
  const runs = lines.map((line, place) => ({
    ...{ name: `run-${place}`, row: "run", series: 0, steps: line.length },
  }));
  const { html: chart } = curveChart({ title: "IoU", lines }, runs);
  return [...chart.matchAll(/<polyline[^>]* points="([^"]*)"/g)].map(([, points = ""]) =>
    points.split(" ").map((point) => Number(point.split(",")[1])),
  );
};
const zigzag = (length: number) => Array.from({ length }, (_, at): CurvePoint => [at + 1, at % 2]);

test("a few steps are drawn as they are", () => {
  expect(linesIn(zigzag(20))).toHaveLength(1);
});

test("many steps are drawn faintly, and their course over them", () => {
  const [steps = [], course = [], ...more] = linesIn(zigzag(101));
  expect(more).toEqual([]);
  expect([steps.length, course.length]).toEqual([101, 101]);
  const swing = (heights: readonly number[]) => Math.max(...heights) - Math.min(...heights);
  expect(swing(course)).toBeLessThan(swing(steps) / 4);
});

test("runs of a row are drawn thin, and their mean at each step over them", () => {
  const [low = [], high = [], mean = [], ...more] = linesIn(
    [
      [1, 0],
      [2, 0],
      [3, 0],
    ],
    [
      [1, 1],
      [2, 0.5],
    ],
  );
  expect(more).toEqual([]);
  expect([low.length, high.length, mean.length]).toEqual([3, 2, 3]);
  const [bottom = 0, top = 0] = [low[0], high[0]];
  expect(mean).toEqual([(bottom + top) / 2, bottom + (top - bottom) / 4, bottom]);
});
