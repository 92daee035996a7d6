import { expect, test } from "vitest";
import type { Box } from "../geometry/index.ts";
import { orderBalloons } from "./balloon-order.ts";
import { panelsOf } from "./fixtures/layouts.ts";

const orderOf = (boxes: Readonly<Record<string, Box>>, direction: "ltr" | "rtl" = "ltr") =>
  orderBalloons(panelsOf(boxes), direction).map(({ id }) => id);

test("balloons at one height follow the reading direction", () => {
  const boxes = { right: [300, 12, 400, 80], left: [10, 20, 120, 90] } as const;
  expect(orderOf(boxes)).toEqual(["left", "right"]);
  expect(orderOf(boxes, "rtl")).toEqual(["right", "left"]);
});

test("a balloon that begins clearly higher comes first, whichever side it is on", () => {
  const boxes = { left: [10, 60, 120, 130], right: [300, 10, 400, 80] } as const;
  expect(orderOf(boxes)).toEqual(["right", "left"]);
  expect(orderOf(boxes, "rtl")).toEqual(["right", "left"]);
});

test("a chain of joined balloons is read downwards though they overlap", () => {
  expect(orderOf({ c: [30, 100, 150, 180], a: [10, 10, 120, 80], b: [20, 40, 140, 120] })).toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("a tall balloon beside two short ones", () => {
  expect(
    orderOf({ lower: [200, 110, 300, 200], tall: [10, 10, 120, 200], upper: [200, 10, 300, 90] }),
  ).toEqual(["tall", "upper", "lower"]);
});

test("tails do not count, and nothing of a balloon is lost", () => {
  const [a] = panelsOf({ a: [10, 10, 120, 80] });
  expect(orderBalloons(a === undefined ? [] : [{ ...a, text: "Oh!" }], "ltr")).toEqual([
    { id: "a", box: [10, 10, 120, 80], text: "Oh!" },
  ]);
  expect(orderBalloons([], "ltr")).toEqual([]);
});
