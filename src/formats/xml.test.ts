import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readXml } from "./xml.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "benday-xml-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array, names: readonly string[] = ["page"]) {
  const file = join(folder, "test.xml");
  await writeFile(file, content);
  return Array.fromAsync(readXml(file, names));
}

test("records come with their children, texts and the elements around them", async () => {
  const records = await read(
    '<book title="B">out<pages><page n="1">\n<a>x &amp; <![CDATA[<y>]]>&#233;</a></page><page n="2"/></pages></book>',
  );
  expect(records.map(({ element }) => element.attributes["n"])).toEqual(["1", "2"]);
  expect(records[0]?.element.children).toMatchObject([{ name: "a", text: "x & <y>é", at: "line 2, <a>" }]);
  expect(records[0]?.parents.map(({ name, attributes }) => [name, attributes["title"]])).toEqual([
    ["book", "B"],
    ["pages", undefined],
  ]);
  expect(records[0]?.parents.every(({ children, text }) => children.length === 0 && text === "")).toBe(true);
});

test("a record inside a record is its child; characters cut by a chunk border are whole", async () => {
  const filler = "é".repeat(70_000);
  const records = await read(`<page><page>${filler}</page></page>`);
  expect(records).toHaveLength(1);
  expect(records[0]?.element.children[0]?.text).toBe(filler);
});

test.each([
  ["an empty file", "", "well-formed XML"],
  ["two roots", "<a/><b/>", "well-formed XML"],
  ["an entity of its own", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', "line 1, column"],
  ["an open element", "<a>\n<b>", "line 2"],
  ["a repeated attribute", '<a x="1" x="2"/>', "well-formed XML"],
  ["nesting without end", "<a>".repeat(1000), "at most 32 nested elements"],
  ["Latin-1", Buffer.from("<a>\u00e9</a>", "latin1"), "UTF-8 text"],
  ["UTF-16", Buffer.from("\ufeff<a/>", "utf16le"), "UTF-8 text"],
  ["another encoding by name", '<?xml version="1.0" encoding="EUC-JP"?><a/>', "expected UTF-8"],
])("%s is an InputError", async (_, content, message) => {
  const failure = read(content);
  await expect(failure).rejects.toMatchObject({ name: "InputError" });
  await expect(failure).rejects.toThrow(message);
});
