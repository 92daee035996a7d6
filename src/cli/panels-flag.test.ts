import { expect, it } from "vitest";
import { panelsFlag } from "./panels-flag.ts";

it("takes a range or one number", () => {
  expect(panelsFlag.parse("6-9")).toEqual({ least: 6, most: 9 });
  expect(panelsFlag.parse("8")).toEqual({ least: 8, most: 8 });
});

it.each(["3-9", "9-6", "4-21", "many", "4-"])("refuses %s", (text) => {
  expect(() => panelsFlag.parse(text)).toThrow("a range of panels such as 6-9, within 4-20");
});
