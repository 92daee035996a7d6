import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { InputError } from "../errors.ts";
import { createJsonl, readJsonl, resumeJsonl } from "./jsonl.ts";

const Schema = z.strictObject({ id: z.number("expected a number"), text: z.string().optional() });

let root: string;
let file: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "benday-jsonl-"));
  file = join(root, "records.jsonl");
});
afterEach(() => rm(root, { recursive: true }));

async function readAll(): Promise<z.infer<typeof Schema>[]> {
  const all: z.infer<typeof Schema>[] = [];
  for await (const record of readJsonl(file, Schema)) all.push(record);
  return all;
}

describe("writing", () => {
  test("one canonical line a record", async () => {
    const writer = await createJsonl(file);
    await writer.append({ text: "b", id: 1 });
    await writer.append({ id: 2 });
    await writer.close();
    expect(await readFile(file, "utf8")).toBe('{"id":1,"text":"b"}\n{"id":2}\n');
  });

  test("keeps the order of calls that nobody waited for, over many writes", async () => {
    const writer = await createJsonl(file);
    const text = "x".repeat(1000);
    const records = Array.from({ length: 500 }, (_, id) => ({ id, text }));
    await Promise.all(records.map((record) => writer.append(record)));
    await writer.close();
    expect(await readAll()).toEqual(records);
  });

  test("what was flushed is in the file", async () => {
    const writer = await createJsonl(file);
    await writer.append({ id: 1 });
    await writer.flush();
    expect(await readAll()).toEqual([{ id: 1 }]);
    await writer.close();
  });

  test("does not overwrite", async () => {
    await writeFile(file, "");
    await expect(createJsonl(file)).rejects.toThrow(InputError);
  });
});

describe("reading", () => {
  test("skips empty lines, takes a last line without its end, CRLF, a byte order mark and U+2028", async () => {
    await writeFile(file, '\uFEFF{"id":1}\r\n\n{"id":2,"text":"a\u2028b"}\n  \n{"id":3}');
    expect(await readAll()).toEqual([{ id: 1 }, { id: 2, text: "a\u2028b" }, { id: 3 }]);
  });

  test("joins lines and characters that the chunks cut", async () => {
    const records = Array.from({ length: 40 }, (_, id) => ({ id, text: "é€𝄞".repeat(2000) }));
    await writeFile(file, records.map((record) => JSON.stringify(record)).join("\n"));
    expect(await readAll()).toEqual(records);
  });

  test.each([
    ["a broken line", '{"id":1}\n{"id":2\n', "records.jsonl:2: expected valid JSON"],
    ["a wrong record", '{"id":1}\n\n{"id":"x"}\n', 'records.jsonl:3: id: expected a number, found "x"'],
    ["bytes that are no text", Buffer.from([0x7b, 0xff, 0x0a]), "records.jsonl:1: expected UTF-8 text"],
  ])("%s is an InputError with its line", async (_, bytes, message) => {
    await writeFile(file, bytes);
    await expect(readAll()).rejects.toThrow(InputError);
    await expect(readAll()).rejects.toThrow(message);
  });

  test("a missing file is an InputError", async () => {
    await expect(readAll()).rejects.toThrow("expected a readable file, found no such file");
  });
});

describe("resuming", () => {
  const whole = '{"id":1}\n{"id":2}\n';

  test.each([
    ["a new file", "", "", 0],
    ["a clean end", whole, whole, 0],
    ["a torn line", `${whole}{"id":3,"te`, whole, 11],
    ["a torn first line", '{"id":', "", 6],
    ["a whole line without its end", `${whole}{"id":3}`, `${whole}{"id":3}\n`, 0],
    ["a torn long line", `${whole}{"text":"${"x".repeat(200_000)}`, whole, 200_009],
  ])("after %s", async (_, before, kept, torn) => {
    if (before !== "") await writeFile(file, before);
    const resumed = await resumeJsonl(file);
    expect(resumed.torn).toBe(torn);
    await resumed.writer.append({ id: 9 });
    await resumed.writer.close();
    expect(await readFile(file, "utf8")).toBe(`${kept}{"id":9}\n`);
  });

  test("at every possible cut, only whole records are kept", async () => {
    const full = '{"id":1}\n{"id":22,"text":"a"}\n';
    for (let cut = 0; cut <= full.length; cut++) {
      await writeFile(file, full.slice(0, cut));
      await (await resumeJsonl(file)).writer.close();
      const records = [{ id: 1 }, { id: 22, text: "a" }];
      expect(await readAll()).toEqual(records.slice(0, cut >= full.length - 1 ? 2 : cut >= 8 ? 1 : 0));
      await appendFile(file, "");
    }
  });
});
