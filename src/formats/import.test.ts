import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodePng } from "../pixels/index.ts";
import { fitPage } from "./fit-page.ts";
import { FIXTURES } from "./fixture-options.ts";
import { images } from "./images.ts";
import { importPages, type SourcePage } from "./index.ts";
import { licenceOf } from "./licence.ts";
import { NO_LABELS } from "./no-labels.ts";
import { readPages } from "./page-folder.ts";
import { slug } from "./page-id.ts";

let temporary: string;
let scan: Uint8Array;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "benday-import-"));
  scan = await encodePng({ width: 20, height: 30, data: new Uint8Array(20 * 30 * 3).fill(200) });
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

const draft = (id: string): SourcePage["page"] => ({
  kind: "page",
  version: 1,
  id,
  dataset: "tests",
  licence: { name: "CC0-1.0" },
  direction: "ltr",
  ...NO_LABELS,
});

const source = (id: string, bytes: Uint8Array = scan): SourcePage => ({
  page: draft(id),
  picture: { bytes, name: `${id}.png` },
  place: { file: "tests.json", at: id },
  warnings: [],
});

async function* sourcesOf(...sources: SourcePage[]) {
  yield* sources;
}

describe("importPages", () => {
  test("pictures keep their bytes under their hash, TIFF becomes PNG", async () => {
    const out = join(temporary, "scans");
    const folder = join(FIXTURES, "images", "scans");
    await importPages(images.read(images.options.parse({ folder })), out);
    const pages = await Array.fromAsync(readPages(out));
    const original = await readFile(join(folder, "2.jpg"));
    expect(pages.map((page) => page.image.file.split(".").at(-1))).toEqual(["png", "jpg", "webp", "png"]);
    expect(pages[1]?.image.file).toBe(`images/${createHash("sha256").update(original).digest("hex")}.jpg`);
    expect(await readFile(join(out, pages[1]?.image.file ?? ""))).toEqual(original);
  });

  test("calls back after each page, with the count", async () => {
    const seen: [number, string][] = [];
    const onPage = (count: number, page: { id: string }) => seen.push([count, page.id]);
    await importPages(sourcesOf(source("a"), source("b")), join(temporary, "told"), { onPage });
    expect(seen).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
  });

  test("two pages of one id are refused, and nothing is left", async () => {
    const out = join(temporary, "twice");
    const failure = importPages(sourcesOf(source("a"), source("a")), out);
    await expect(failure).rejects.toThrow("tests.json: a: expected page ids that differ, found a");
    expect(existsSync(out)).toBe(false);
    expect((await readdir(temporary)).filter((name) => name.includes("twice"))).toEqual([]);
  });

  test("a failure half-way leaves an earlier import as it was", async () => {
    const out = join(temporary, "kept");
    await importPages(sourcesOf(source("old")), out);
    async function* broken() {
      yield source("new");
      throw new Error("cable pulled");
    }
    await expect(importPages(broken(), out, { replace: true })).rejects.toThrow("cable pulled");
    expect((await Array.fromAsync(readPages(out))).map(({ id }) => id)).toEqual(["old"]);
    await importPages(sourcesOf(source("new")), out, { replace: true });
    expect((await Array.fromAsync(readPages(out))).map(({ id }) => id)).toEqual(["new"]);
  });

  test("limits hold before decoding; damaged pictures are refused", async () => {
    const out = join(temporary, "limits");
    const tooLarge = importPages(sourcesOf(source("a")), out, { limits: { maxPixels: 599 } });
    await expect(tooLarge).rejects.toMatchObject({ name: "InputError" });
    const cut = importPages(sourcesOf(source("a", scan.subarray(0, 60))), out);
    await expect(cut).rejects.toMatchObject({ name: "InputError" });
  });

  test("no pages at all are an InputError", async () => {
    await expect(importPages(sourcesOf(), join(temporary, "none"))).rejects.toMatchObject({
      name: "InputError",
    });
  });
});

describe("readPages", () => {
  test("a bad record is named by file and line", async () => {
    const out = join(temporary, "bad-line");
    await importPages(sourcesOf(source("a"), source("b")), out);
    const file = join(out, "pages.jsonl");
    await writeFile(file, (await readFile(file, "utf8")).replace('"id":"b"', '"id":"b b"'));
    await expect(Array.fromAsync(readPages(out))).rejects.toThrow(`${file}:2: id: expected an id`);
  });
});

describe("images", () => {
  const read = (folder: string) => Array.fromAsync(images.read(images.options.parse({ folder })));

  test("natural order, folders as stories, unknown licence where nobody says", async () => {
    const pages = (await read(join(FIXTURES, "images", "scans"))).map(({ page }) => page);
    expect(pages.map(({ id, story, licence }) => [id, story, licence.name])).toEqual([
      ["scans-1", undefined, "unknown"],
      ["scans-2", undefined, "unknown"],
      ["scans-10", undefined, "unknown"],
      ["scans-book-two-1", "book two", "unknown"],
    ]);
  });

  test("links out of the folder, and folders without pictures, are refused", async () => {
    const folder = join(temporary, "links");
    await mkdir(folder);
    await expect(read(folder)).rejects.toThrow(/expected pictures/);
    await symlink(join(FIXTURES, "images", "scans", "1.png"), join(folder, "1.png"));
    await expect(read(folder)).rejects.toMatchObject({
      name: "InputError",
      fault: { file: folder, at: "1.png" },
    });
  });
});

test("orders close up behind a dropped panel, but a gap of the source stays", () => {
  const panel = (id: string, x: number, order: number) => ({ id, box: [x, 0, x + 5, 5] as const, order });
  const panels = [panel("a", 0, 1), panel("b", 50, 2), panel("c", 5, 3), panel("d", 10, 5)];
  const { page } = fitPage({ ...draft("p"), panels }, { width: 20, height: 20 });
  expect(page.panels.map(({ id, order }) => [id, order])).toEqual([
    ["a", 1],
    ["c", 2],
    ["d", 4],
  ]);
});

test("fitPage cuts outlines with their boxes and forgets links to what is gone", () => {
  const page: SourcePage["page"] = {
    ...draft("p"),
    panels: [
      { id: "in", box: [0, 0, 10, 10] },
      { id: "out", box: [30, 0, 40, 10] },
    ],
    characters: [
      {
        id: "c",
        box: [-5, 2, 5, 8],
        polygon: [
          [-5, 2],
          [5, 2],
          [5, 8],
        ],
        panel: "in",
      },
      { id: "d", box: [5, 5, 9, 9], panel: "out" },
    ],
  };
  const { page: fitted, warnings } = fitPage(page, { width: 20, height: 20 });
  expect(fitted.panels.map(({ id }) => id)).toEqual(["in"]);
  expect(fitted.characters[0]).toMatchObject({ box: [0, 2, 5, 8], panel: "in" });
  expect(fitted.characters[0]?.polygon?.every(([x]) => x >= 0)).toBe(true);
  expect(fitted.characters[1]?.panel).toBeUndefined();
  expect(warnings).toHaveLength(3);
});

test.each([
  [{ name: "CC BY 4.0" }, "CC-BY-4.0"],
  [{ name: "cc_by-nc-nd 3.0" }, "CC-BY-NC-ND-3.0"],
  [{ name: "CC0" }, "CC0-1.0"],
  [{ url: "https://creativecommons.org/licenses/by-sa/2.5/deed.en" }, "CC-BY-SA-2.5"],
  [{ url: "http://rightsstatements.org/vocab/InC/1.0/" }, "rightsstatements.org InC"],
  [{ name: "Ask the library" }, "Ask the library"],
  [{ url: "https://library.example/terms" }, "https://library.example/terms"],
  [{ name: " ", url: "" }, "unknown"],
])("licence %j is %s", (parts, name) => {
  expect(licenceOf(parts).name).toBe(name);
});

test("slugs are safe, readable and differ where names differ", () => {
  expect(slug("train/Page 1")).toBe("train-Page-1");
  expect(slug("ドラ猫 1")).toBe("ドラ猫-1");
  expect(slug("../..")).not.toMatch(/^\.|\//);
  expect(slug("???")).not.toBe(slug("!!!"));
  expect(slug("x".repeat(300))).not.toBe(slug(`${"x".repeat(300)}y`));
  expect(slug("x".repeat(300)).length).toBeLessThanOrEqual(200);
});
