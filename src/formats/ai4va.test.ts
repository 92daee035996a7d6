import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Page, PageSchema } from "../records/index.ts";
import { ai4va } from "./ai4va.ts";
import { FIXTURES } from "./fixture-options.ts";
import { importPages, labelReport, readPages, type SourcePage } from "./index.ts";

const FIXTURE = join(FIXTURES, "ai4va", "annotations.json");
const IMAGES = join(FIXTURES, "ai4va", "images");
const PEPPER = fileURLToPath(new URL("../../../shared/pepper-carrot", import.meta.url));

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "benday-ai4va-"));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

type Input = Parameters<typeof ai4va.options.parse>[0];
const read = (options: Input): AsyncIterable<SourcePage> => ai4va.read(ai4va.options.parse(options));
const readPage = async (options: Input, index = 0) => {
  const source = (await Array.fromAsync(read(options)))[index];
  if (source === undefined) throw new Error(`no page ${index}`);
  return source;
};

interface Coco {
  info?: unknown;
  licenses?: unknown;
  images: Record<string, unknown>[];
  categories: { id: number; name: string }[];
  annotations: Record<string, unknown>[];
}

/** One page of 40 x 60 px with these annotations, ids from 1; categories are named after their use. */
async function cocoFile(
  annotations: readonly Record<string, unknown>[],
  image: object = {},
): Promise<string> {
  const names = [...new Set(annotations.map(({ category }) => String(category)))];
  const coco: Coco = {
    images: [{ id: 1, file_name: "Vaillant_0456_1954_02_07-01.png", width: 40, height: 60, ...image }],
    categories: names.map((name, index) => ({ id: index + 1, name })),
    annotations: annotations.map(({ category, ...rest }, index) => ({
      id: index + 1,
      image_id: 1,
      category_id: names.indexOf(String(category)) + 1,
      bbox: [1, 2, 10, 20],
      segmentation: [],
      ...rest,
    })),
  };
  const file = join(await mkdtemp(join(temporary, "coco-")), "annotations.json");
  await writeFile(file, JSON.stringify(coco));
  return file;
}

const readOne = async (annotations: readonly Record<string, unknown>[], options: object = {}) =>
  readPage({ annotations: await cocoFile(annotations), images: IMAGES, ...options });

describe("the fixture", () => {
  test("issue and page come from Vaillant file names, the licence from the file", async () => {
    const { page } = await readPage({ annotations: FIXTURE });
    expect(page).toMatchObject({
      id: "Vaillant_0456_1954_02_07-01",
      story: "Vaillant_0456",
      licence: { name: "CC-BY-SA-4.0", attribution: "The drawing room" },
    });
  });

  test("links, labels and depth are read; what is missing stays missing", async () => {
    const { page } = await readPage({ annotations: FIXTURE });
    expect(page.characters[0]).toMatchObject({ id: "104", panel: "101", interdepth: 0, intradepth: 1 });
    expect(page.characters[1]).toEqual({
      id: "105",
      box: [16, 8, 25.5, 26.25],
      panel: "101",
      name: "Muzo",
      action: "sitting",
      interdepth: 1,
      intradepth: 0,
    });
    expect(page.characters[2]).toEqual({ id: "106", box: [3, 40, 12, 57], panel: "102", name: "Placid" });
    expect(page.balloons[0]).toMatchObject({
      speaker: "104",
      speakerName: "Placid",
      kind: "speech",
      order: 1,
    });
    expect(page.texts[0]).toMatchObject({ balloon: "108", text: "Quelle pluie !", kind: "dialogue" });
    expect(page.faces[0]).toMatchObject({ character: "104" });
  });

  test("outlines: none for [], none for a mask, the largest ring where it is nearly all", async () => {
    const { page } = await readPage({ annotations: FIXTURE });
    expect(page.panels.map(({ polygon }) => polygon?.length)).toEqual([undefined, undefined, 4]);
    expect(page.characters[1]?.polygon).toBeUndefined();
    const second = await readPage({ annotations: FIXTURE }, 1);
    expect(second.page.characters[0]?.polygon).toHaveLength(4);
    expect(second.page.balloons[0]?.polygon).toBeUndefined();
    expect(second.warnings.map(({ what }) => what)).toEqual([
      "outline in several parts or of no area: only its box is read",
      'balloon kind "radio" is not known: left unknown',
    ]);
    expect(second.page.balloons[0]?.kind).toBeUndefined();
  });

  test("the import cuts boxes to the page, drops those outside and links to them, and counts both", async () => {
    const out = join(temporary, "fixture-pages");
    const report = await importPages(read({ annotations: FIXTURE }), out);
    const [, second] = await Array.fromAsync(readPages(out));
    expect(second?.panels[1]?.box).toEqual([22, 32, 40, 58]);
    expect(second?.characters.map(({ id }) => id)).toEqual(["203"]);
    expect(second?.balloons[0]).toMatchObject({ speakerName: "Muzo" });
    expect(second?.balloons[0]?.speaker).toBeUndefined();
    expect(report.warnings.map(({ what, count }) => [what, count])).toEqual([
      ['category "umbrella" has no role: left out', 1],
      ['category "background" has no role: left out', 1],
      ["run-length mask: only its box is read", 1],
      ["outline in several parts or of no area: only its box is read", 1],
      ['balloon kind "radio" is not known: left unknown', 1],
      ["box reaches beyond the picture: cut off", 1],
      ["box outside the picture or without area: left out", 1],
    ]);
    expect(report.labels).toMatchObject({
      panels: 5,
      panelOrder: 3,
      characters: 4,
      interdepth: 3,
      intradepth: 2,
    });
  });
});

describe("roles", () => {
  test("a user's file names roles, * the rest; objects are called what their category is", async () => {
    const roles = join(temporary, "roles.json");
    await writeFile(roles, JSON.stringify({ background: "ignore", "*": "object", Faces: "ignore" }));
    const { page, warnings } = await readPage({ annotations: FIXTURE, roles });
    expect(page.objects).toEqual([
      { id: "110", box: [12, 4, 18, 14], panel: "101", holder: "104", interdepth: 0, label: "umbrella" },
    ]);
    expect(page.faces).toEqual([]);
    expect(warnings.map(({ what }) => what)).toEqual(["run-length mask: only its box is read"]);
  });

  test("a role that does not exist is refused with its place", async () => {
    const roles = join(temporary, "bad-roles.json");
    await writeFile(roles, JSON.stringify({ hand: "limb" }));
    await expect(readPage({ annotations: FIXTURE, roles })).rejects.toMatchObject({
      fault: { file: roles, at: "hand" },
    });
  });
});

describe("depth", () => {
  test.each([
    ["a fraction", 0.5],
    ["a negative value", -1],
    ["a text", "1"],
  ])("%s is refused at its place", async (_, Interdepth) => {
    const failure = readOne([{ category: "character", attributes: { Interdepth } }]);
    await expect(failure).rejects.toThrow(/annotations\[0\]\.attributes\.Interdepth/);
  });

  test("nearer-is-larger is turned round in each plane of each panel", async () => {
    const figure = (panel_id: number, Interdepth: number, Intradepth?: number) => ({
      category: "character",
      attributes: { panel_id, Interdepth, Intradepth },
    });
    const figures = [
      figure(1, 0, 0),
      figure(1, 0, 3),
      figure(1, 1, 2),
      figure(2, 0, 5),
      figure(2, 0),
      figure(2, 0, 1),
    ];
    const annotations = [{ category: "panel" }, { category: "panel" }, ...figures];
    const depths = async (intradepth: string) =>
      (await readOne(annotations, { intradepth })).page.characters.map((figure) => figure.intradepth);
    expect(await depths("nearer-is-smaller")).toEqual([0, 3, 2, 5, undefined, 1]);
    expect(await depths("nearer-is-larger")).toEqual([3, 0, 0, 0, undefined, 4]);
  });
});

describe("faults name file and place", () => {
  const panel = { category: "panel" };
  test.each([
    ["a link to nothing", [{ category: "character", attributes: { panel_id: 99 } }], "panel_id"],
    ["a link to another kind", [{ category: "character", attributes: { panel_id: 1 } }], "panel_id"],
    [
      "a repeated id",
      [
        { ...panel, id: 5 },
        { ...panel, id: 5 },
      ],
      "annotations[1].id",
    ],
    ["a negative size", [{ ...panel, bbox: [0, 0, -1, 5] }], "annotations[0].bbox[2]"],
    ["a box that overflows", [{ ...panel, bbox: [1e308, 0, 1e308, 5] }], "annotations[0].box[2]"],
    ["an unknown image", [{ ...panel, image_id: 3 }], "annotations[0].image_id"],
    ["an unknown category", [{ ...panel, category_id: 3 }], "annotations[0].category_id"],
    ["an odd ring", [{ ...panel, segmentation: [[1, 2, 3]] }], "annotations[0].segmentation[0]"],
    ["an order of 0", [{ ...panel, attributes: { reading_order: 0 } }], "reading_order"],
  ])("%s", async (_, annotations, at) => {
    const file = await cocoFile(annotations);
    const failure = readPage({ annotations: file, images: IMAGES });
    await expect(failure).rejects.toMatchObject({ name: "InputError", fault: { file } });
    await expect(failure).rejects.toThrow(at);
  });

  test.each([["../canary.png"], ["/etc/passwd"], ["no-such.png"], ["."]])("picture %j", async (file_name) => {
    const file = await cocoFile([], { file_name });
    const failure = readPage({ annotations: file, images: IMAGES });
    await expect(failure).rejects.toMatchObject({ fault: { file, at: "images[0].file_name" } });
  });

  test("a picture of another size", async () => {
    const file = await cocoFile([], { width: 41 });
    const out = join(temporary, "wrong-size");
    await expect(importPages(read({ annotations: file, images: IMAGES }), out)).rejects.toThrow(
      /images\[0\]: expected a picture of 41 x 60 px.*found 40 x 60 px in .*Vaillant_0456/,
    );
    expect(existsSync(out)).toBe(false);
  });
});

describe("names that say more", () => {
  test.each([
    ["album_01_fr.png", "fr", "S: album_01"],
    ["album_01-FR.png", "fr", "S: album_01"],
    ["album_01.png", "fr", "S: album_01"],
    ["album_offre.png", "fr", "S: album_offre"],
    ["album_01.png", undefined, undefined],
  ])("%s in %s is a copy of %s", async (file_name, lang, work) => {
    const folder = join(await mkdtemp(join(temporary, "names-")), "images");
    await mkdir(folder);
    await writeFile(join(folder, file_name), "");
    const annotations = await cocoFile([], { file_name, lang, series: "S", episode: 4 });
    const { page } = await readPage({ annotations, images: folder });
    expect(page.work).toBe(work);
    expect(page.story).toBe("S, episode 4");
  });
});

describe("writing", () => {
  const boxes = fc
    .tuple(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }))
    .chain(([x, y]) => {
      const side = (from: number) => fc.double({ min: from + 0.001, max: 40, noNaN: true });
      return fc.tuple(fc.constant(x + 0), fc.constant(y + 0), side(x), side(y));
    });
  const label = fc.stringMatching(/^[A-Za-z\u00e9&"\\][A-Za-z \n"]{0,8}[a-z!]$/);
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const depth = maybe(fc.nat(5));
  const region = {
    box: boxes,
    polygon: maybe(fc.array(fc.tuple(fc.nat(40), fc.nat(60)), { minLength: 3, maxLength: 5 })),
  };

  /** Regions get ids by their place; links point to the first region of a kind, where there is one. */
  const pages = fc
    .record({
      panels: fc.array(
        fc.record({
          ...region,
          order: maybe(fc.integer({ min: 1, max: 9 })),
          borderless: maybe(fc.boolean()),
          caption: maybe(label),
          setting: maybe(label),
          time: maybe(label),
        }),
        { maxLength: 3 },
      ),
      characters: fc.array(
        fc.record({
          ...region,
          name: maybe(label),
          looks: maybe(label),
          action: maybe(label),
          actionAlso: maybe(fc.array(label, { maxLength: 2 })),
          emotion: maybe(label),
          visible: maybe(fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share + 0)),
          interdepth: depth,
          intradepth: depth,
        }),
        { maxLength: 3 },
      ),
      objects: fc.array(fc.record({ ...region, label: maybe(label), interdepth: depth }), { maxLength: 2 }),
      texts: fc.array(
        fc.record({ ...region, text: maybe(label), kind: maybe(fc.constant("sign" as const)) }),
        {
          maxLength: 2,
        },
      ),
      licence: fc.record({ name: label, attribution: maybe(label) }),
      about: fc.record({
        dataset: label,
        series: maybe(label),
        story: maybe(label),
        work: maybe(label),
        language: maybe(fc.constant("fr")),
        sourceFile: maybe(label),
        direction: fc.constantFrom("ltr" as const, "rtl" as const),
      }),
    })
    .map(({ panels, characters, objects, texts, licence, about }): object => {
      const panel = panels.length > 0 ? "panel-0" : undefined;
      const holder = characters.length > 0 ? "character-0" : undefined;
      const withIds = <T extends object>(kind: string, items: readonly T[], links: object) =>
        items.map((item, index) => ({ id: `${kind}-${index}`, ...item, ...links }));
      return {
        kind: "page",
        version: 1,
        ...about,
        licence,
        panels: withIds("panel", panels, {}),
        characters: withIds("character", characters, { panel }),
        faces: withIds(
          "face",
          characters.slice(0, 1).map(({ box }) => ({ box })),
          { character: holder },
        ),
        balloons: withIds(
          "balloon",
          texts.map(({ box, text }) => ({ box, text })),
          { panel, speaker: holder },
        ),
        texts: withIds("text", texts, { panel, balloon: texts.length > 0 ? "balloon-0" : undefined }),
        objects: withIds("object", objects, { holder }),
      };
    });

  test("any page comes back identical", async () => {
    const image = { file: `images/${"0a".repeat(32)}.png`, width: 40, height: 60, phash: "0".repeat(64) };
    const folder = await mkdtemp(join(temporary, "any-"));
    await mkdir(join(folder, "images"));
    await writeFile(join(folder, image.file), "");
    await fc.assert(
      fc.asyncProperty(fc.array(pages, { minLength: 1, maxLength: 3 }), async (drafts) => {
        const written = drafts.map(
          (draft, index): Page => PageSchema.parse({ ...draft, id: `page-${index}`, image }),
        );
        await ai4va.write?.(
          (async function* () {
            yield* written;
          })(),
          folder,
        );
        const sources = await Array.fromAsync(read({ annotations: join(folder, "annotations.json") }));
        const back = sources.map(({ page }) => PageSchema.parse({ ...page, image }));
        expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(written)));
      }),
      { seed: 20541, numRuns: 60 },
    );
  });

  test("import, write, import: the same lines and the same picture bytes", async () => {
    const [first, second] = [join(temporary, "first"), join(temporary, "second")];
    await importPages(read({ annotations: FIXTURE }), first);
    await ai4va.write?.(readPages(first), first);
    await importPages(read({ annotations: join(first, "annotations.json") }), second);
    expect(await readFile(join(second, "pages.jsonl"), "utf8")).toBe(
      await readFile(join(first, "pages.jsonl"), "utf8"),
    );
  });
});

describe.skipIf(!existsSync(PEPPER))(
  "annotated Pepper&Carrot pages (skipped where the folder is absent)",
  () => {
    const english = join(PEPPER, "annotations.json");
    const french = join(PEPPER, "fr", "annotations.json");
    const load = async (annotations: string) =>
      (await Array.fromAsync(read({ annotations }))).map(({ page }) => page);

    test("19 pages, 90 panels, 151 characters, 100 balloons, 143 texts, and no warning", async () => {
      const sources = await Array.fromAsync(read({ annotations: english }));
      const [first] = sources;
      const image = { file: `images/${"0".repeat(64)}.png`, width: 992, height: 1401, phash: "0".repeat(64) };
      const pages = sources.map(({ page }) => PageSchema.parse({ ...page, image }));
      expect(pages).toHaveLength(19);
      expect(sources.flatMap(({ warnings }) => warnings)).toEqual([]);
      expect(first?.page.story).toBe("Pepper&Carrot, episode 3");
      expect(await labelReport(pages)).toMatchObject({
        panels: 90,
        panelOrder: 90,
        characters: 151,
        names: 151,
        actions: 151,
        emotions: 105,
        interdepth: 151,
        intradepth: 112,
        balloons: 100,
        speakers: 82,
        texts: 143,
      });
    });

    test("the French copies are the same works as English pages, with ids of their own", async () => {
      const [en, fr] = [await load(english), await load(french)];
      const works = new Set(en.map(({ work }) => work));
      expect(fr).toHaveLength(9);
      expect(fr.every(({ work }) => works.has(work))).toBe(true);
      expect(new Set([...en, ...fr].map(({ id }) => id)).size).toBe(28);
    });

    test("three pages survive import, write and import unchanged", async () => {
      const [first, second] = [join(temporary, "pepper-1"), join(temporary, "pepper-2")];
      async function* three() {
        let count = 0;
        for await (const page of read({ annotations: french })) if (count++ < 3) yield page;
      }
      await importPages(three(), first);
      await ai4va.write?.(readPages(first), first);
      await importPages(read({ annotations: join(first, "annotations.json") }), second);
      const lines = await readFile(join(first, "pages.jsonl"), "utf8");
      expect(lines.trim().split("\n")).toHaveLength(3);
      expect(await readFile(join(second, "pages.jsonl"), "utf8")).toBe(lines);
    });
  },
);
