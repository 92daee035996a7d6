import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ASKING_FILE, readModelAsking, writeModelAsking } from "./model-asking.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "benday-asking-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a folder that does not say, or is none, says nothing", async () => {
  expect(await readModelAsking(folder)).toBeUndefined();
  expect(await readModelAsking(join(folder, "none"))).toBeUndefined();
});

test("what is written is read", async () => {
  const asking = { dialect: "tagged-restating", maxPixels: 40768, maxTurns: 3, maxTokens: 48 };
  await writeModelAsking(folder, asking);
  expect(await readModelAsking(folder)).toEqual({ kind: "model-asking", version: 1, ...asking });
});

test("a damaged file is named", async () => {
  await writeFile(join(folder, ASKING_FILE), '{"kind":"model-asking","version":2}');
  await expect(readModelAsking(folder)).rejects.toThrow(ASKING_FILE);
  await writeFile(join(folder, ASKING_FILE), "{");
  await expect(readModelAsking(folder)).rejects.toThrow(ASKING_FILE);
});
