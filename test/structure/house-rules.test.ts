import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { cycles, tableFaults } from "./house-rules.ts";
import { IMPORT_TABLE, LOOSE_FILES } from "./import-table.ts";
import { type Reference, readSources, readVirtualSources, referencesIn } from "./sources.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
const house = { table: IMPORT_TABLE, looseFiles: LOOSE_FILES };
const references: readonly Reference[] = readSources(root, (sources) => sources.flatMap(referencesIn));

function planted(files: Readonly<Record<string, string>>): Reference[] {
  return readVirtualSources(files, (sources) => sources.flatMap(referencesIn));
}

describe("the project", () => {
  test("has sources that import each other", () => {
    expect(references.length).toBeGreaterThan(20);
  });

  test("keeps the import table", () => {
    expect(tableFaults(references, house)).toEqual([]);
  });

  test("has no import cycles", () => {
    expect(cycles(references)).toEqual([]);
  });
});

describe("the table", () => {
  test("names only folders that it has, and no cycle: each imports only folders above it", () => {
    const folders = Object.keys(IMPORT_TABLE);
    for (const [index, folder] of folders.entries()) {
      expect(folders.slice(0, index), folder).toEqual(
        expect.arrayContaining([...(IMPORT_TABLE[folder] ?? [])]),
      );
    }
  });

  test.each([
    ["a static import", 'import { a } from "../tasks/a.ts";'],
    ["a bare import", 'import "../tasks/a.ts";'],
    ["a type-only import", 'import type { A } from "../tasks/a.ts";'],
    ["a re-export", 'export * from "../tasks/a.ts";'],
    ["a type-only re-export", 'export type { A } from "../tasks/a.ts";'],
    ["an import type", 'export type A = import("../tasks/a.ts").A;'],
    ["a dynamic import", 'export const a = () => import("../tasks/a.ts");'],
    ["a URL", 'export const url = new URL("../tasks/a.ts", import.meta.url);'],
    ["a worker's script", 'export const url = siblingModule(import.meta, "../tasks/a");'],
  ])("catches %s against it", (_, line) => {
    const found = planted({ "tasks/a.ts": "export const a = 1;", "geometry/b.ts": `\n${line}` });
    expect(tableFaults(found, house)).toEqual([
      "src/geometry/b.ts:2: geometry/ may not import tasks/ (../tasks/a.ts)",
    ]);
  });

  test.each([
    ["geometry/b.ts", "../utils.ts", "utils.ts is not one of the loose files"],
    ["geometry/b.ts", "../../test/a.ts", "../../test/a.ts leads out of src/"],
    ["geometry/b.ts", "benday/tasks", "benday/tasks is this package: import it by a relative path"],
    ["utils/b.ts", "../geometry/box.ts", "utils/ is not in the import table"],
    ["json.ts", "./geometry/box.ts", "a loose file may import only loose files, not geometry/box.ts"],
  ])("catches in %s the import of %s", (from, specifier, fault) => {
    const found = planted({ [from]: `import "${specifier}";` });
    expect(tableFaults(found, house)).toEqual([`src/${from}:1: ${fault}`]);
  });

  test("lets pass what it allows", () => {
    const found = planted({
      "json.ts": 'import "./errors.ts";',
      "tasks/deep/a.ts":
        'import "../b.ts"; import "../../geometry/index.ts"; import "../../pool.ts"; import "zod"; import "node:fs";',
      "atelier/fonts.ts": 'export const font = new URL("../../assets/fonts/a.ttf", import.meta.url);',
    });
    expect(found).toHaveLength(7);
    expect(tableFaults(found, house)).toEqual([]);
  });
});

describe("cycles", () => {
  test("are found once each, through types and dynamic imports too", () => {
    const found = planted({
      "tasks/a.ts": 'import "./b.ts";',
      "tasks/b.ts": 'import type { C } from "./c.ts"; import "./d.ts"',
      "tasks/c.ts": 'const a = () => import("./a.ts");',
      "tasks/d.ts": 'export * from "./d.ts";',
    });
    expect(cycles(found)).toEqual([
      "tasks/a.ts -> tasks/b.ts -> tasks/c.ts -> tasks/a.ts",
      "tasks/d.ts -> tasks/d.ts",
    ]);
  });

  test("do not run through a worker's script, and two ways to one file are none", () => {
    const found = planted({
      "tasks/a.ts": 'import "./b.ts"; import "./c.ts"; siblingModule(import.meta, "./d");',
      "tasks/b.ts": 'import "./c.ts";',
      "tasks/c.ts": "export {};",
      "tasks/d.ts": 'import "./a.ts";',
    });
    expect(found).toHaveLength(5);
    expect(cycles(found)).toEqual([]);
  });
});
