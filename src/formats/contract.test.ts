/** What every format promises, checked over the registry: a new format only needs a fixture. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { PageSchema } from "../records/index.ts";
import { FIXTURES, fixtureOptions } from "./fixture-options.ts";
import { type FormatId, findFormat, formats, importPages, readPages } from "./index.ts";

const SourceSchema = PageSchema.omit({ image: true });
const ids = formats.map(({ id }) => id);

function read(id: FormatId, options: Readonly<Record<string, unknown>> = fixtureOptions(id).options) {
  const format = findFormat(id);
  return format.read(format.options.parse(options));
}

let temporary: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), "benday-contract-"));
});
afterAll(() => rm(temporary, { recursive: true, force: true }));

describe.each(ids)("%s", (id) => {
  test("the fixture reads to at least three sound pages", async () => {
    const sources = await Array.fromAsync(read(id));
    expect(sources.length).toBeGreaterThanOrEqual(3);
    for (const { page, place } of sources) {
      expect(SourceSchema.safeParse(page).error).toBeUndefined();
      expect(place.file).not.toBe("");
      expect(place.at).not.toBe("");
    }
  });

  test("two readings are equal, ids included", async () => {
    const [first, second] = [await Array.fromAsync(read(id)), await Array.fromAsync(read(id))];
    expect(second).toEqual(first);
    expect(new Set(first.map(({ page }) => page.id)).size).toBe(first.length);
  });

  test("ids do not depend on where the source lies", async () => {
    const folder = join(temporary, id);
    await cp(join(FIXTURES, id), folder, { recursive: true });
    const here = await Array.fromAsync(read(id));
    const there = await Array.fromAsync(read(id, fixtureOptions(id, folder).options));
    expect(there.map(({ page }) => page)).toEqual(here.map(({ page }) => page));
  });

  test("the licence is carried, and the user's word wins", async () => {
    for await (const { page } of read(id)) expect(page.licence.name).not.toBe("unknown");
    const own = { licence: "CC BY-ND 4.0", attribution: "Somebody" };
    for await (const { page } of read(id, { ...fixtureOptions(id).options, ...own })) {
      expect(page.licence).toEqual({ name: "CC-BY-ND-4.0", attribution: "Somebody" });
    }
  });

  test("a missing source is an InputError that names it", async () => {
    const { entry, options } = fixtureOptions(id);
    const missing = join(temporary, "no-such-place");
    const failure = Array.fromAsync(read(id, { ...options, [entry]: missing }));
    await expect(failure).rejects.toBeInstanceOf(InputError);
    await expect(failure).rejects.toMatchObject({ fault: { file: missing } });
  });

  test("the import is a page folder that reads back", async () => {
    const out = join(temporary, `${id}-pages`);
    const sources = await Array.fromAsync(read(id));
    const report = await importPages(read(id), out);
    const pages = await Array.fromAsync(readPages(out));
    expect(report.pages).toBe(sources.length);
    expect(pages.map((page) => page.id)).toEqual(sources.map(({ page }) => page.id));
  });

  test("every option has a description for the command line", () => {
    const { properties = {} } = z.toJSONSchema(findFormat(id).options, { io: "input" });
    for (const [name, option] of Object.entries(properties))
      expect(option, name).toHaveProperty("description");
    expect(Object.keys(properties)).toContain("licence");
  });
});

test("an unknown format is an InputError that lists the known ones", () => {
  expect(() => findFormat("cbz")).toThrow(/ai4va, comix, manga109, iiif, images/);
});
