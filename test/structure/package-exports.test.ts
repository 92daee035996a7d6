import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { IMPORT_TABLE, LOOSE_FILES } from "./import-table.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const manifest = z
  .object({ exports: z.record(z.string(), z.unknown()), files: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(`${root}package.json`, "utf8")));
const entries = readdirSync(`${root}src`, { withFileTypes: true });
/** Empty folders do not count: version control does not know them. */
const folders = entries
  .filter((entry) => entry.isDirectory() && readdirSync(`${root}src/${entry.name}`).length > 0)
  .map(({ name }) => name)
  .sort();

describe("src/", () => {
  test("holds the folders of the import table and the loose files, nothing else", () => {
    expect(folders.filter((folder) => !(folder in IMPORT_TABLE))).toEqual([]);
    const loose = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"));
    expect(loose.map(({ name }) => name).filter((name) => !LOOSE_FILES.includes(name))).toEqual([]);
  });

  test.each(folders.filter((folder) => folder !== "cli"))("%s/ has an outside face, index.ts", (folder) => {
    expect(existsSync(`${root}src/${folder}/index.ts`)).toBe(true);
  });
});

describe("package.json", () => {
  const faces = folders.filter((folder) => folder !== "cli" && existsSync(`${root}src/${folder}/index.ts`));

  test("exports each folder once, and nothing else but itself", () => {
    const subpaths = Object.keys(manifest.exports).filter((subpath) => subpath !== "./package.json");
    expect(subpaths.sort()).toEqual(faces.map((folder) => `./${folder}`));
  });

  test.each(faces)("exports %s as source to this project and as built files to others", (folder) => {
    const conditions = manifest.exports[`./${folder}`];
    expect(conditions).toEqual({
      "benday:source": `./src/${folder}/index.ts`,
      types: `./dist/${folder}/index.d.ts`,
      default: `./dist/${folder}/index.js`,
    });
    expect(Object.keys(conditions ?? {})).toEqual(["benday:source", "types", "default"]);
  });

  test("keeps the sources out of the tarball", () => {
    expect(manifest.files).toEqual(expect.arrayContaining(["bin", "dist"]));
    expect(manifest.files).not.toContain("src");
  });
});
