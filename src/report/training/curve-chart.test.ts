import { expect, test } from "vitest";
import { curveChart } from "./curve-chart.ts";
import type { CurvePoint } from "./curves.ts";

const linesIn = (line: readonly CurvePoint[]): readonly number[][] => {
  const runs = [{ name: "run", series: 0, steps: line.length }];
  const { html: chart } = curveChart({ title: "IoU", lines: [line] }, runs);
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
