/** The two XML formats of whole books: what their fixtures say, and where their faults are found. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withSpeakers } from "./book-xml.ts";
import { FIXTURES, fixtureOptions } from "./fixture-options.ts";
import { findFormat, type SourcePage } from "./index.ts";

type BookFormat = "comix" | "manga109";

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "benday-books-"));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

/** The fixture's pages, with one text of one file replaced. */
async function readChanged(
  id: BookFormat,
  change?: { file: string; from: string; to: string },
  options: object = {},
): Promise<SourcePage[]> {
  const folder = await mkdtemp(join(temporary, id));
  await cp(join(FIXTURES, id), folder, { recursive: true });
  if (change !== undefined) {
    const path = join(folder, change.file);
    const text = await readFile(path, "utf8");
    if (!text.includes(change.from)) throw new Error(`nothing to change: ${change.from}`);
    await writeFile(path, text.replace(change.from, change.to));
  }
  const format = findFormat(id);
  return Array.fromAsync(
    format.read(format.options.parse({ ...fixtureOptions(id, folder).options, ...options })),
  );
}

describe("manga109", () => {
  test("frames, bodies, faces and texts, read right to left", async () => {
    const [empty, page] = (await readChanged("manga109")).map((source) => source.page);
    expect(empty).toMatchObject({ id: "HanaTaro_000", panels: [], direction: "rtl", language: "ja" });
    expect(page?.panels[0]).toEqual({ id: "00000010", box: [42, 2, 78, 26] });
    expect(page?.characters.map(({ name }) => name)).toEqual(["花太郎", "ゆき", undefined]);
    expect(page?.faces.map(({ character }) => character)).toEqual(["00000013", undefined]);
    expect(page?.texts.map(({ text }) => text)).toEqual(["雨だ", "うん & うん", "その頃"]);
  });

  test("Manga109Dialog puts speakers on balloons of the lettering's box; a speaker elsewhere is a warning", async () => {
    const source = (await readChanged("manga109"))[1];
    expect(source?.page.balloons).toEqual([
      { id: "20000001", box: [72, 4, 77, 12], text: "雨だ", speaker: "00000013", speakerName: "花太郎" },
      { id: "20000002", box: [58, 4, 62, 9], text: "うん & うん", speaker: "00000014", speakerName: "ゆき" },
    ]);
    expect(source?.page.texts.map(({ balloon }) => balloon)).toEqual(["20000001", "20000002", undefined]);
    expect(source?.warnings).toHaveLength(1);
  });

  test("without the sub-annotations there are no balloons and no sound effects", async () => {
    const pages = await readChanged("manga109", undefined, { dialog: undefined, onomatopoeia: undefined });
    expect(pages.flatMap(({ page }) => page.balloons)).toEqual([]);
    expect(pages.flatMap(({ page }) => page.texts)).toHaveLength(3);
  });

  test("COO gives outlined sound effects", async () => {
    const page = (await readChanged("manga109"))[2]?.page;
    expect(page?.texts.map(({ kind, text, polygon }) => [kind, text, polygon?.length])).toEqual([
      ["sfx", "ザー", 4],
      ["sfx", "ドン", 5],
    ]);
    expect(page?.texts[0]?.box).toEqual([9, 6, 22, 15]);
  });

  const book = "annotations/HanaTaro.xml";
  test.each([
    ["an inverted box", book, 'xmax="78" ymax="26"', 'xmax="40" ymax="26"', "line 11, <frame>"],
    ["a missing coordinate", book, ' ymax="26"', "", "line 11, <frame>.ymax"],
    ["a coordinate in words", book, 'ymax="26"', 'ymax="26px"', "line 11, <frame>.ymax"],
    [
      "an unlisted identity",
      book,
      'character="00000002"/>\n      <body',
      'character="99"/>\n      <body',
      "line 15",
    ],
    ["an unknown entity", book, "雨だ", "&rain;", "line 19, column"],
    ["a cut file", book, "</pages>\n</book>", "", "line 27"],
    ["another root", book, '<book title="HanaTaro">', '<manga title="HanaTaro">', ""],
    ["a title that leaves the folder", book, 'title="HanaTaro"', 'title="../images/HanaTaro"', ""],
    ["a link from no text", "dialog/HanaTaro.xml", 'text_id="00000018"', 'text_id="77"', "line 6"],
    ["two points", "onomatopoeia/HanaTaro.xml", 'x2="22"', 'x9="22"', "line 7, <onomatopoeia>"],
    ["Shift JIS", book, 'encoding="UTF-8"', 'encoding="Shift_JIS"', "line 1"],
  ])("%s is an InputError at its place", async (_, file, from, to, at) => {
    const failure = readChanged("manga109", { file, from, to });
    await expect(failure).rejects.toMatchObject({ name: "InputError", fault: { file: expect.any(String) } });
    await expect(failure).rejects.toThrow(at);
  });
});

describe("comix", () => {
  test("outlines that are not upright rectangles stay polygons", async () => {
    const page = (await readChanged("comix"))[0]?.page;
    expect(page?.panels.map(({ box, polygon }) => [box, polygon?.length])).toEqual([
      [[2, 2, 38, 28], undefined],
      [[2, 30, 18, 58], 4],
      [[22, 32, 38, 58], undefined],
    ]);
  });

  test("link_sbsc ties balloons to speakers; without a balloon the lettering stands for one", async () => {
    const source = (await readChanged("comix"))[0];
    expect(source?.page.balloons).toMatchObject([
      { id: "o0", box: [26, 3, 36, 11], speaker: "b1", speakerName: "Dr. Umbra & Sons" },
      { id: "l1", box: [4, 34, 12, 37], speaker: "b0", speakerName: "Comet" },
    ]);
    expect(source?.page.texts.map(({ id, balloon, kind }) => [id, balloon, kind])).toEqual([
      ["t0", "o0", undefined],
      ["t1", "l1", undefined],
      ["n0", undefined, "sfx"],
    ]);
    expect(source?.warnings.map(({ what }) => what)).toEqual([
      "link_sbsc without a text or a character: ignored",
    ]);
  });

  test("nobody is called Other; stories come from story_id; no order is invented", async () => {
    const pages = (await readChanged("comix")).map((source) => source.page);
    expect(pages[0]?.characters.map(({ name }) => name)).toEqual(["Comet", "Dr. Umbra & Sons", undefined]);
    expect(pages.map(({ story }) => story)).toEqual([
      "Red_Comet: The Moon Thieves",
      "Red_Comet: The Moon Thieves",
      "Red_Comet",
    ]);
    expect(pages.flatMap(({ panels }) => panels).every(({ order }) => order === undefined)).toBe(true);
  });

  test("pictures may be numbered from 001", async () => {
    const change = { file: "annotations/Red_Comet.xml", from: '<page id="2"', to: '<page id="3"' };
    await expect(readChanged("comix", change, { imageOffset: 1 })).rejects.toThrow(/004\.jpg/);
    const shifted = {
      file: "annotations/Red_Comet.xml",
      from: '<page id="2" width="40"',
      to: '<page id="0" width="40"',
    };
    const pages = await readChanged("comix", shifted, { imageOffset: 1 });
    expect(pages.map(({ page }) => page.sourceFile)).toEqual([
      "Red_Comet/001.jpg",
      "Red_Comet/002.jpg",
      "Red_Comet/001.jpg",
    ]);
  });

  test.each([
    ["points that are no points", 'points="2,2 38,2', 'points="2;2 38,2', "line 17, <panel>.points[0]"],
    ["an unknown balloon", 'balloon_id="o0"', 'balloon_id="o9"', "a balloon of this page"],
    [
      "an unknown speaker",
      'character_id="b1" text_id',
      'character_id="b9" text_id',
      "a character of this page",
    ],
    [
      "an unlisted identity",
      'character_id="c1" />\n        <character',
      'character_id="c7" />\n        <character',
      "c7",
    ],
    ["an unlisted story", 'story_id="s0"', 'story_id="s9"', "a listed story"],
    ["no size", ' width="40"', "", "line 16, <page>.width"],
  ])("%s is an InputError at its place", async (_, from, to, at) => {
    const failure = readChanged("comix", { file: "annotations/Red_Comet.xml", from, to });
    await expect(failure).rejects.toMatchObject({ name: "InputError", fault: { file: expect.any(String) } });
    await expect(failure).rejects.toThrow(at);
  });
});

test("two speakers of one balloon leave the speaker unknown", () => {
  const text = (id: string) => ({ id, box: [0, 0, 1, 1] as const, balloon: "o" });
  const page = {
    balloons: [{ id: "o", box: [0, 0, 2, 2] as const }],
    texts: [text("t"), text("u")],
    characters: [],
  };
  const links = [
    { id: "l", text: "t", speaker: "a" },
    { id: "m", text: "u", speaker: "b" },
  ];
  expect(withSpeakers(page, links).balloons).toEqual([{ id: "o", box: [0, 0, 2, 2] }]);
  expect(withSpeakers(page, links.slice(0, 1)).balloons[0]).toMatchObject({ speaker: "a" });
});
