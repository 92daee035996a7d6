import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Box } from "../geometry/index.ts";
import { seeded } from "../random.ts";
import { PHRASE_KINDS } from "../records/index.ts";
import { guillotinePage, heapOfPanels, mirrorPanels, PAGE_SIZE, panelsOf } from "./fixtures/layouts.ts";
import { parseReference } from "./panel-reference.ts";
import { type PositionPhrase, positionPhrases } from "./position-phrases.ts";
import { orderPanels, type ReadingOrder } from "./reading-order.ts";
import type { Region } from "./region.ts";
import { resolvePhrase } from "./resolve-phrase.ts";

/** Rows of panels named by letters, all of one size: `["ab", "cde"]`. */
function gridOf(rows: readonly string[]): Region[] {
  const boxes = rows.flatMap((row, y) =>
    [...row].map((id, x): [string, Box] => [id, [x * 100, y * 100, x * 100 + 90, y * 100 + 90]]),
  );
  return panelsOf(Object.fromEntries(boxes));
}

const readLtr = (panels: readonly Region[], size = PAGE_SIZE) =>
  orderPanels(panels, { direction: "ltr", size });
const readRtl = (panels: readonly Region[]) =>
  orderPanels(mirrorPanels(panels, PAGE_SIZE.width), { direction: "rtl", size: PAGE_SIZE });

const textsOf = (reading: ReadingOrder, id: string) =>
  (positionPhrases(reading).get(id) ?? []).map(({ kind, text }) => `${kind}: ${text}`);

const TALL = panelsOf({
  a: [0, 0, 1000, 290],
  tall: [0, 300, 490, 1000],
  upper: [500, 300, 1000, 640],
  lower: [500, 650, 1000, 1000],
  z: [0, 1010, 1000, 1400],
});

describe("left to right", () => {
  test("ordinal, last, grid and index", () => {
    const reading = readLtr(gridOf(["abc", "def"]));
    expect(textsOf(reading, "b")).toEqual([
      "ordinal: the second panel in the first row",
      "grid: the top middle panel",
      "index: the 2nd panel (reading left to right, top to bottom)",
    ]);
    expect(textsOf(reading, "f")).toEqual([
      "last: the last panel on the page",
      "ordinal: the third panel in the second row",
      "last: the last panel in the second row",
      "grid: the bottom right panel",
      "index: the 6th panel (reading left to right, top to bottom)",
    ]);
  });

  test("ordinals are words up to the tenth, figures beyond", () => {
    const rows = readLtr(gridOf([..."abcdefghijkl"].map((id) => `${id}${id.toUpperCase()}`)));
    expect(textsOf(rows, "J")).toContain("ordinal: the second panel in the tenth row");
    expect(textsOf(rows, "K")).toContain("ordinal: the second panel in the 11th row");
    expect(textsOf(rows, "K")).toContain("index: the 22nd panel (reading left to right, top to bottom)");
  });

  test("the only panel of a row, and no grid words where a row is one panel", () => {
    const reading = readLtr(gridOf(["a", "bc"]));
    expect(textsOf(reading, "a")).toEqual([
      "only: the only panel in the first row",
      "index: the 1st panel (reading left to right, top to bottom)",
    ]);
  });

  test("the only panel on the page", () => {
    expect(textsOf(readLtr(gridOf(["a"])), "a")).toEqual([
      "only: the only panel on the page",
      "index: the 1st panel (reading left to right, top to bottom)",
    ]);
  });

  test("a strip has one row", () => {
    expect(textsOf(readLtr(gridOf(["abc"])), "c")).toEqual([
      "last: the last panel on the page",
      "ordinal: the third panel in the only row",
      "last: the last panel in the only row",
      "index: the 3rd panel (reading left to right, top to bottom)",
    ]);
  });

  test("nested: panels of a column in a row", () => {
    const reading = readLtr(TALL);
    expect(textsOf(reading, "upper")[0]).toBe(
      "nested: the upper panel of the second column in the second row",
    );
    expect(textsOf(reading, "lower")[0]).toBe(
      "nested: the lower panel of the second column in the second row",
    );
    expect(textsOf(reading, "tall")[0]).toBe("only: the only panel of the first column in the second row");
  });

  test("below a stack rows have no certain number, but the last row is the last", () => {
    expect(textsOf(readLtr(TALL), "z")).toEqual([
      "last: the last panel on the page",
      "only: the only panel in the last row",
      "index: the 5th panel (reading left to right, top to bottom)",
    ]);
    expect(resolvePhrase("the only panel in the third row", readLtr(TALL))).toEqual(["z"]);
    expect(resolvePhrase("the only panel in the fourth row", readLtr(TALL))).toEqual(["z"]);
  });

  test("below a stack an ordinal would be ambiguous in a row that is not the last", () => {
    const page = [
      ...TALL.filter(({ id }) => id !== "z"),
      ...panelsOf({ c: [0, 1010, 490, 1200], d: [500, 1010, 1000, 1200], e: [0, 1210, 1000, 1400] }),
    ];
    const reading = readLtr(page);
    expect(resolvePhrase("the first panel in the third row", reading)).toEqual([
      "tall",
      "upper",
      "lower",
      "c",
    ]);
    expect(textsOf(reading, "c")).toEqual(["index: the 5th panel (reading left to right, top to bottom)"]);
    expect(textsOf(reading, "e")).toContain("only: the only panel in the last row");
  });

  test("a page of columns needs no row; four in a stack are counted", () => {
    const page = panelsOf({
      tall: [0, 0, 490, 1000],
      a: [500, 0, 1000, 240],
      b: [500, 250, 1000, 490],
      c: [500, 500, 1000, 740],
      d: [500, 750, 1000, 1000],
    });
    expect(textsOf(readLtr(page), "c")[0]).toBe("nested: the third panel from the top of the second column");
    const three = page.filter(({ id }) => id !== "d");
    expect(textsOf(readLtr(three), "b")[0]).toBe("nested: the middle panel of the second column");
  });

  test("behind an inset a row cannot be counted", () => {
    const page = [...gridOf(["abc"]), ...panelsOf({ inset: [150, 50, 185, 85] })];
    const reading = readLtr(page);
    expect(reading.order).toEqual(["a", "b", "inset", "c"]);
    expect(resolvePhrase("the third panel in the only row", reading)).toEqual(["inset", "c"]);
    expect(textsOf(reading, "inset")).toEqual([
      "index: the 3rd panel (reading left to right, top to bottom)",
    ]);
    expect(textsOf(reading, "b")[0]).toBe("ordinal: the second panel in the only row");
  });

  test("the pages of a spread are told apart", () => {
    const [a, b, c, d] = [60, 1060].flatMap((x) => [60, 710].map((y): Box => [x, y, x + 880, y + 630]));
    const page = panelsOf({
      a: a ?? [0, 0, 0, 0],
      b: b ?? [0, 0, 0, 0],
      c: c ?? [0, 0, 0, 0],
      d: d ?? [0, 0, 0, 0],
    });
    const reading = readLtr(page, { width: 2000, height: 1400 });
    expect(reading.order).toEqual(["a", "b", "c", "d"]);
    expect(textsOf(reading, "b")).toEqual([
      "last: the last panel on the left page",
      "only: the only panel in the second row of the left page",
      "index: the 2nd panel (reading left to right, top to bottom)",
    ]);
    expect(textsOf(reading, "c")[0]).toBe("only: the only panel in the first row of the right page");
  });

  test("where the annotated order leaves the rows, only what both agree on is said", () => {
    const computed = readLtr(gridOf(["ab", "cd"]));
    const annotated = { ...computed, order: ["b", "a", "c", "d"] };
    expect(textsOf(annotated, "a")).toEqual([
      "grid: the top left panel",
      "index: the 2nd panel (reading left to right, top to bottom)",
    ]);
    expect(textsOf(annotated, "c")[0]).toBe("ordinal: the first panel in the second row");
  });
});

describe("right to left", () => {
  test("counts say from which side, grid words say what is seen", () => {
    expect(textsOf(readRtl(gridOf(["abc", "def"])), "d")).toEqual([
      "ordinal: the first panel from the right in the second row",
      "grid: the bottom right panel",
      "index: the 4th panel (reading right to left, top to bottom)",
    ]);
    expect(textsOf(readRtl(gridOf(["abc", "def"])), "c")).toContain(
      "last: the last panel in the first row (reading right to left)",
    );
  });

  test("columns too", () => {
    expect(textsOf(readRtl(TALL), "upper")[0]).toBe(
      "nested: the upper panel of the second column from the right in the second row",
    );
  });
});

describe("the resolver", () => {
  const reading = readLtr(gridOf(["abc", "def"]));

  test.each([
    ["the first panel in the second row", ["d"]],
    ["the bottom middle panel", ["e"]],
    ["the 6th panel (reading left to right, top to bottom)", ["f"]],
    ["the fourth panel in the first row", []],
    ["the first panel in the third row", []],
    ["the only panel in the first row", []],
    ["the centre panel", []],
    ["the middle left panel", []],
    ["the upper panel of the first column", []],
    ["the 7th panel (reading left to right, top to bottom)", []],
    ["the 6th panel (reading right to left, top to bottom)", []],
    ["the 2th panel (reading left to right, top to bottom)", []],
    ["the first panel from the right in the first row", []],
    ["the last panel on the left page", []],
    ["some panel", []],
  ])("%s", (text, ids) => {
    expect(resolvePhrase(text, reading)).toEqual(ids);
  });

  test("three by three has a centre", () => {
    expect(resolvePhrase("the centre panel", readLtr(gridOf(["abc", "def", "ghi"])))).toEqual(["e"]);
  });
});

describe("properties", () => {
  const pages: readonly ((seed: number) => readonly Region[])[] = [
    (seed) => guillotinePage(seed).panels,
    heapOfPanels,
  ];
  /** A layout read in either direction, sometimes with an annotated order that is not the computed one. */
  const readings = fc
    .tuple(
      fc.nat(1_000_000),
      fc.constantFrom(...pages),
      fc.constantFrom(900, 2400),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([seed, page, width, isRtl, isAnnotated]): ReadingOrder => {
      const size = { width, height: 1400 };
      const reading = orderPanels(page(seed), { direction: isRtl ? "rtl" : "ltr", size });
      return isAnnotated ? { ...reading, order: seeded(seed).shuffle(reading.order) } : reading;
    });
  const runs = { seed: 20261, numRuns: 400 };

  test("each phrase names exactly its panel, no two panels share one, and every panel has its index", () => {
    fc.assert(
      fc.property(readings, (reading) => {
        const phrases = positionPhrases(reading);
        expect([...phrases.keys()]).toEqual(reading.order);
        const texts = [...phrases.values()].flat().map(({ text }) => text);
        expect(new Set(texts).size).toBe(texts.length);
        for (const [id, own] of phrases) {
          expect(own.filter(({ kind }) => kind === "index")).toHaveLength(1);
          for (const phrase of own) expect(resolvePhrase(phrase, reading)).toEqual([id]);
        }
      }),
      runs,
    );
  });

  test("every phrase can be read back", () => {
    fc.assert(
      fc.property(readings, (reading) => {
        const texts = [...positionPhrases(reading).values()].flat().map(({ text }: PositionPhrase) => text);
        for (const text of texts) expect(parseReference(text, reading.direction)).toBeDefined();
      }),
      runs,
    );
  });

  test("all kinds of phrases come up", () => {
    const kinds = fc
      .sample(readings, runs)
      .flatMap((reading) => [...positionPhrases(reading).values()].flat().map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(PHRASE_KINDS));
  });
});
