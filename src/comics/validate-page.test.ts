import { describe, expect, test } from "vitest";
import type { Page } from "../records/index.ts";
import { PAGE, pageWith } from "./fixtures/page.ts";
import { checkPage, pageFaults, parsePage } from "./validate-page.ts";

type Item = Page["panels" | "characters" | "balloons" | "texts" | "faces" | "objects"][number];

/** The items with the one of that id changed. */
const changed = <T extends Item>(items: readonly T[], id: string, changes: Partial<T>): T[] =>
  items.map((item) => (item.id === id ? { ...item, ...changes } : item));

const { panels, characters, balloons, texts, faces, objects } = PAGE;
const orders = (...values: (number | undefined)[]) =>
  panels.map((panel, index) => ({ ...panel, order: values[index] }));

test("a sound page has no faults", () => {
  expect(pageFaults(PAGE)).toEqual([]);
  expect(pageFaults(pageWith({ panels: orders(3, 1, 2) }))).toEqual([]);
  expect(() => checkPage(PAGE, { file: "pages.jsonl" })).not.toThrow();
});

const broken: Readonly<Record<string, readonly [Partial<Page>, string, string, string]>> = {
  "an id of another kind": [
    { texts: changed(texts, "t2", { id: "p1" }) },
    "texts[1].id",
    "an id that is unique on its page",
    '"p1" as in panels[1].id',
  ],
  "a link to nothing": [
    { characters: changed(characters, "c2", { panel: "p9" }) },
    "characters[1].panel",
    "the id of a panel",
    '"p9"',
  ],
  "a speaker that is no character": [
    { balloons: changed(balloons, "b1", { speaker: "p1" }) },
    "balloons[1].speaker",
    "the id of a character",
    '"p1", a panel',
  ],
  "a text in a balloon that is a face": [
    { texts: changed(texts, "t1", { balloon: "f1" }) },
    "texts[0].balloon",
    "the id of a balloon",
    '"f1", a face',
  ],
  "a face of nobody": [
    { faces: changed(faces, "f1", { character: "c9" }) },
    "faces[0].character",
    "the id of a character",
    '"c9"',
  ],
  "a holder that is a thing": [
    { objects: changed(objects, "o1", { holder: "o1" }) },
    "objects[0].holder",
    "the id of a character",
    '"o1", an object',
  ],
  "a box beyond the picture": [
    { panels: changed(panels, "p2", { box: [510, 20, 1001, 690] }) },
    "panels[2].box",
    "a place inside the picture of 1000 x 1400 px",
    "[510,20,1001,690]",
  ],
  "a corner beyond the picture": [
    {
      panels: changed(panels, "p1", {
        polygon: [
          [20, 20],
          [490, -1],
          [490, 690],
        ],
      }),
    },
    "panels[1].polygon[1]",
    "a place inside the picture of 1000 x 1400 px",
    "[490,-1]",
  ],
  "an order twice": [
    { panels: orders(1, 2, 2) },
    "panels[2].order",
    "orders 1 to 3, each once, or none at all",
    "2",
  ],
  "an order beyond the number of panels": [
    { panels: orders(1, 2, 4) },
    "panels[2].order",
    "orders 1 to 3, each once, or none at all",
    "4",
  ],
  "an order that one panel lacks": [
    { panels: orders(1, undefined, 2) },
    "panels[1].order",
    "orders 1 to 3, each once, or none at all",
    "nothing",
  ],
  "an order twice in a panel": [
    { balloons: changed(balloons, "b1", { order: 2 }) },
    "balloons[1].order",
    "an order that is unique in its panel",
    "2 as in balloons[0]",
  ],
  "a character outside its panel": [
    { characters: changed(characters, "c3", { panel: "p1" }) },
    "characters[2].box",
    "a box that overlaps its panel [20,20,490,690]",
    "[600,300,800,680]",
  ],
};

test.each(Object.entries(broken))("%s", (_name, [changes, path, expected, found]) => {
  expect(pageFaults(pageWith(changes))).toEqual([{ path, expected, found }]);
});

test("equal orders of balloons in different panels, or in none, are no fault", () => {
  expect(pageFaults(pageWith({ balloons: changed(balloons, "b1", { order: 2, panel: "p1" }) }))).toEqual([]);
  const loose = balloons.map(({ panel: _panel, ...balloon }) => ({ ...balloon, order: 1 }));
  expect(pageFaults(pageWith({ balloons: loose }))).toEqual([]);
});

test("all faults are told", () => {
  const page = pageWith({
    characters: changed(characters, "c2", { panel: "p9", box: [-5, 0, 10, 10] }),
    texts: changed(texts, "t1", { balloon: "b9" }),
  });
  expect(pageFaults(page).map(({ path }) => path)).toEqual([
    "characters[1].box",
    "characters[1].panel",
    "texts[0].balloon",
  ]);
});

describe("messages", () => {
  const page = pageWith({ characters: changed(characters, "c2", { panel: "p9" }) });

  test("name file, page and path", () => {
    expect(() => checkPage(page, { file: "book.xml", at: "page 4" })).toThrow(
      'book.xml: page 4: demo-01: characters[1].panel: expected the id of a panel, found "p9"',
    );
    expect(() => checkPage(page, { file: "pages.jsonl", at: "demo-01" })).toThrow(
      'pages.jsonl: demo-01: characters[1].panel: expected the id of a panel, found "p9"',
    );
    expect(() => checkPage(page, { file: "pages.jsonl" })).toThrow(
      "pages.jsonl: demo-01: characters[1].panel",
    );
  });

  test("a value of unknown origin is checked against the schema first", () => {
    expect(parsePage(structuredClone(PAGE), "pages.jsonl")).toEqual(PAGE);
    expect(() => parsePage({ ...PAGE, direction: "down" }, "pages.jsonl", "line 3")).toThrow(
      "pages.jsonl: line 3.direction: expected",
    );
    expect(() => parsePage(page, "pages.jsonl", "line 3")).toThrow(
      'pages.jsonl: line 3: demo-01: characters[1].panel: expected the id of a panel, found "p9"',
    );
  });
});
