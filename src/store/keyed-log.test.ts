import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openKeyedLog } from "./keyed-log.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-log-"));
});
afterEach(() => rm(root, { recursive: true }));

const keyOf = (name: string | number) => createHash("sha256").update(`${name}`).digest("hex");
const open = (maxBytes = 2 ** 20) => openKeyedLog({ folder: root, maxBytes });
const filesIn = () => readdir(root);

/** What an own opening of the folder reads under each name. */
async function readAll(names: readonly (string | number)[]): Promise<unknown[]> {
  const log = await open();
  const values = await Promise.all(names.map((name) => log.read(keyOf(name))));
  await log.close();
  return values;
}

/** The bytes of a closed file with these values; the folder is empty again. */
async function writtenBytes(values: readonly unknown[]): Promise<{ file: string; bytes: Buffer }> {
  const log = await open();
  for (const [at, value] of values.entries()) await log.append(keyOf(at), value);
  await log.close();
  const file = join(root, (await filesIn())[0] ?? "");
  const bytes = await readFile(file);
  await rm(file);
  return { file, bytes };
}

test("values are there at once and after opening again, the last one of a key", async () => {
  const log = await open();
  expect(await log.read(keyOf("a"))).toBeUndefined();
  await log.append(keyOf("a"), { text: "first\nline \u2028 é" });
  expect(await log.read(keyOf("a"))).toEqual({ text: "first\nline \u2028 é" });
  await log.append(keyOf("a"), [2]);
  await log.append(keyOf("b"), null);
  await log.close();
  expect(await readAll(["a", "b", "c"])).toEqual([[2], null, undefined]);
});

test("what is appended at one moment is all kept", async () => {
  const log = await open();
  const names = Array.from({ length: 300 }, (_, at) => at);
  await Promise.all(names.map((name) => log.append(keyOf(name), { name })));
  const values = names.map((name) => ({ name }));
  expect(await Promise.all(names.map((name) => log.read(keyOf(name))))).toEqual(values);
  await log.close();
  expect(await readAll(names)).toEqual(values);
});

test("one opening after another goes on with one file; openings at one time have one each", async () => {
  for (let turn = 0; turn < 3; turn++) {
    const log = await open();
    await log.append(keyOf(turn), turn);
    await log.close();
  }
  expect(await filesIn()).toHaveLength(1);
  const [first, second] = [await open(), await open()];
  await Promise.all([first.append(keyOf("one"), 1), second.append(keyOf("two"), 2)]);
  await Promise.all([first.close(), second.close()]);
  expect(await filesIn()).toHaveLength(2);
  expect(await readAll([0, 1, 2, "one", "two"])).toEqual([0, 1, 2, 1, 2]);
});

describe("damage", () => {
  const values = [{ text: "one" }, { text: "zwölf" }];

  test("a file that ends at any byte keeps its whole lines, and goes on behind them", async () => {
    const { file, bytes } = await writtenBytes(values);
    for (let cut = 0; cut <= bytes.byteLength; cut++) {
      await writeFile(file, bytes.subarray(0, cut));
      const end = bytes.lastIndexOf("\n", cut - 1) + 1;
      const whole = cut === 0 ? Buffer.alloc(0) : bytes.subarray(0, end);
      const count = whole.filter((byte) => byte === 0x0a).length;
      const log = await open();
      const read = await Promise.all([0, 1].map((at) => log.read(keyOf(at))));
      expect(read, `cut at ${cut}`).toEqual(values.map((value, at) => (at < count ? value : undefined)));
      await log.append(keyOf("next"), cut);
      await log.close();
      const [name = "", ...others] = await filesIn();
      expect(others).toEqual([]);
      const after = await readFile(join(root, name), "latin1");
      expect(after.slice(0, whole.byteLength)).toBe(whole.toString("latin1"));
      expect(after.slice(whole.byteLength)).toMatch(new RegExp(`^{"key":"${keyOf("next")}",.*:${cut}}\n$`));
      await rm(join(root, name));
    }
  });

  test("a wrong byte anywhere never gives a wrong value", async () => {
    const three = [...values, { text: "three" }];
    const { file, bytes } = await writtenBytes(three);
    for (let at = 0; at < bytes.byteLength; at++) {
      const wrong = Buffer.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ 0x01;
      await writeFile(file, wrong);
      const damaged = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length;
      // Without its end a line runs on into the next one.
      const lost = bytes[at] === 0x0a ? [damaged, damaged + 1] : [damaged];
      const expected = three.map((value, line) => (lost.includes(line) ? undefined : value));
      expect(await readAll([0, 1, 2]), `byte ${at}`).toEqual(expected);
      for (const name of await filesIn()) await rm(join(root, name));
    }
  });

  test("a file that changes under an open log gives nothing wrong", async () => {
    const log = await open();
    await log.append(keyOf(1), 1);
    for (const file of await filesIn()) await writeFile(join(root, file), "x".repeat(200));
    expect(await log.read(keyOf(1))).toBeUndefined();
    await log.close();
  });
});

test("beyond its bound whole files go, those first that were written longest ago", async () => {
  const names = Array.from({ length: 20 }, (_, at) => at);
  const seen = new Set<string>();
  for (const name of names) {
    // Each value fills a file: a sixteenth of the bound.
    const log = await open(16_000);
    await log.append(keyOf(name), "x".repeat(1000));
    await log.close();
    for (const file of (await filesIn()).filter((found) => !seen.has(found))) {
      seen.add(file);
      await utimes(join(root, file), name, name);
    }
  }
  const kept = names.filter((name) => name >= 6);
  expect(await filesIn()).toHaveLength(kept.length);
  expect(await readAll(kept)).not.toContain(undefined);
});

test("a key is a hash", async () => {
  const log = await open();
  expect(() => log.append('a","value":1', 1)).toThrow(RangeError);
  await log.close();
});
