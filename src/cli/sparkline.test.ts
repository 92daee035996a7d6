import fc from "fast-check";
import { expect, test } from "vitest";
import { sparkline } from "./sparkline.ts";

test("a block a value, from the lowest to the highest", () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7], 8)).toBe("▁▂▃▄▅▆▇█");
  expect(sparkline([-5, 100, -5], 24)).toBe("▁█▁");
});

test("more values than cells: the mean of each stretch", () => {
  expect(sparkline([0, 2, 9, 9, 4, 6], 3)).toBe("▁█▅");
  // Stretches of 2 and of 3.
  expect(sparkline([0, 0, 1, 1, 1], 2)).toBe("▁█");
});

test("nothing of nothing, and the middle of what does not move", () => {
  expect([sparkline([], 8), sparkline([1, 2], 0), sparkline([1, 2], -3)]).toEqual(["", "", ""]);
  expect(sparkline([0.3, 0.3, 0.3], 8)).toBe("▅▅▅");
  // The mean of 0.1 taken three times is not 0.1.
  expect(sparkline([0.1, 0.1, 0.1, 0.1, 0.1], 2)).toBe("▅▅");
});

test("what is no number leaves no cell", () => {
  expect(sparkline([0, Number.NaN, 1, Number.POSITIVE_INFINITY], 8)).toBe("▁█");
});

test("never longer than the cells or the values, and a larger value never stands lower", () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 60 });
  fc.assert(
    fc.property(values, fc.nat(30), (course, cells) => {
      const text = sparkline(course, cells);
      expect(text).toMatch(/^[▁-█]*$/);
      expect(text).toHaveLength(Math.min(course.length, cells));
      const ordered = [
        ...sparkline(
          course.toSorted((a, b) => a - b),
          cells,
        ),
      ];
      expect(ordered).toEqual(ordered.toSorted());
    }),
    { seed: 24 },
  );
});
