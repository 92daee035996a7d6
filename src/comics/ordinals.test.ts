import fc from "fast-check";
import { expect, test } from "vitest";
import { ordinalFigure, ordinalWord, parseOrdinal } from "./ordinals.ts";

test.each([
  [1, "1st", "first"],
  [2, "2nd", "second"],
  [3, "3rd", "third"],
  [10, "10th", "tenth"],
  [11, "11th", "11th"],
  [12, "12th", "12th"],
  [13, "13th", "13th"],
  [21, "21st", "21st"],
  [112, "112th", "112th"],
])("%i", (count, figure, word) => {
  expect(ordinalFigure(count)).toBe(figure);
  expect(ordinalWord(count)).toBe(word);
});

test("words and figures can be read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (count) => {
      expect(parseOrdinal(ordinalFigure(count))).toBe(count);
      expect(parseOrdinal(ordinalWord(count))).toBe(count);
    }),
    { seed: 1 },
  );
});

test.each(["", "0th", "2th", "12nd", "-1st", "two", "1", "1.5th", "first "])("%j is no ordinal", (text) => {
  expect(parseOrdinal(text)).toBeUndefined();
});
