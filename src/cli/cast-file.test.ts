import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readCast } from "./cast-file.ts";

async function castFile(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "benday-cast-")), "cast.json");
  await writeFile(file, text);
  return file;
}

it("reads a list of identities", async () => {
  const file = await castFile('["bear", "fox", "girl", "cook"]');
  expect(await readCast(file)).toEqual(["bear", "fox", "girl", "cook"]);
});

it.each([
  ["not JSON", "bear", /cast\.json.*expected valid JSON/],
  ["something else", '{"bear": 1}', /cast\.json.*expected a list of identities/],
  [
    "a stranger",
    '["bear", "fox", "girl", "king"]',
    /cast\.json.*\[3\].*expected one of bear, .*found "king"/,
  ],
  ["a twin", '["bear", "bear", "fox", "girl"]', /expected identities that are named once each/],
  ["too few", '["bear"]', /expected at least 4 identities/],
])("says what is wrong with %s", async (_, text, message) => {
  await expect(readCast(await castFile(text))).rejects.toThrow(message);
});

it("names a file that is not there", async () => {
  await expect(readCast("/nowhere/cast.json")).rejects.toThrow(/\/nowhere\/cast\.json/);
});
