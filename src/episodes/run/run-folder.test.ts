import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import type { Asked, RunSettings } from "../../records/index.ts";
import { sampleEpisode } from "./fixtures/sample-episodes.ts";
import { openRun, readEpisodes, readRun } from "./run-folder.ts";
import { LOCK_FILE } from "./run-lock.ts";

const settings: RunSettings = {
  benchmark: "0".repeat(64),
  model: "scripted:random",
  dialect: "plain",
  sampling: { temperature: 0, maxTokens: 100 },
  maxTurns: 5,
  seed: "1",
  harness: "0.1.0",
};
const asked: Asked = { conditions: [{ mode: "page" }], tasks: [], samples: 1 };

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "benday-run-"));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (change: Partial<RunSettings> = {}) =>
  openRun({ folder, benchmarkFolder: "benchmark", asked, settings: { ...settings, ...change } });
const file = (name: string) => join(folder, name);
const ids = async () => (await Array.fromAsync(readEpisodes(folder))).map(({ id }) => id);

describe("openRun", () => {
  test("begins and goes on; what was appended is there", async () => {
    const first = await open();
    expect(first.earlier.size).toBe(0);
    await Promise.all(["a", "b", "c"].map((id) => first.append(sampleEpisode(id))));
    await first.close();
    const second = await open();
    expect([...second.earlier.keys()]).toEqual(["a/page/0", "b/page/0", "c/page/0"]);
    await second.close();
    expect((await readdir(folder)).sort()).toEqual(["episodes.jsonl", "run.json"]);
  });

  test("an appended episode is on disk before its append resolves", async () => {
    const run = await open();
    await run.append(sampleEpisode("a"));
    expect(await ids()).toEqual(["a/page/0"]);
    await run.close();
  });

  test("cut at any byte of the last line, all whole lines stay and the run goes on", async () => {
    const run = await open();
    await run.append(sampleEpisode("a"));
    const whole = await readFile(file("episodes.jsonl"));
    await run.append(sampleEpisode("b"));
    await run.close();
    const both = await readFile(file("episodes.jsonl"));
    for (let end = whole.length; end < both.length - 1; end += 31) {
      await writeFile(file("episodes.jsonl"), both.subarray(0, end));
      const resumed = await open();
      expect([...resumed.earlier.keys()]).toEqual(["a/page/0"]);
      expect(resumed.torn).toBe(end - whole.length);
      await resumed.append(sampleEpisode("b"));
      await resumed.close();
      expect(await readFile(file("episodes.jsonl"))).toEqual(both);
    }
  });

  test("of two lines with one id the last holds", async () => {
    const run = await open();
    await run.append(sampleEpisode("a", { outcome: { kind: "error", error: "server", message: "500" } }));
    await run.append(sampleEpisode("a"));
    await run.close();
    const again = await open();
    expect(again.earlier.get("a/page/0")?.outcome.kind).toBe("answered");
    await again.close();
  });

  test.each<[string, Partial<RunSettings>]>([
    ['model "openai:x" instead of "scripted:random"', { model: "openai:x" }],
    ['harness "0.2.0" instead of "0.1.0"', { harness: "0.2.0" }],
    [
      'sampling {"maxTokens":100,"temperature":1} instead of',
      { sampling: { temperature: 1, maxTokens: 100 } },
    ],
  ])("refuses other settings: %s", async (difference, change) => {
    await (await open()).close();
    await expect(open(change)).rejects.toThrow(InputError);
    await expect(open(change)).rejects.toThrow(difference);
  });

  test.each<Partial<RunSettings>>([{ maxPixels: 1000 }, { encoding: "png" }])(
    "refuses to go on without %j, which the run began with",
    async (began) => {
      await (await open(began)).close();
      const [[key, value] = []] = Object.entries(began);
      await expect(open()).rejects.toThrow(`${key} nothing instead of ${JSON.stringify(value)}`);
    },
  );

  test("notices that the model's server moved, keeps where it was, and goes on", async () => {
    const moves: string[] = [];
    const onMoved = (before: string, now: string) => moves.push(`${before} -> ${now}`);
    for (const server of ["http://a:1", "http://a:1", "http://b:2", undefined]) {
      await (await openRun({ folder, benchmarkFolder: "b", asked, settings, server, onMoved })).close();
    }
    expect(moves).toEqual(["http://a:1 -> http://b:2", "http://a:1 -> its maker's own server"]);
    expect((await readRun(folder)).server).toBe("http://a:1");
  });

  test("refuses a folder of something else", async () => {
    await appendFile(file("thesis.txt"), "");
    await expect(open()).rejects.toThrow("other files (thesis.txt)");
  });
});

describe("the lock", () => {
  test("keeps a second opening out until the first is closed", async () => {
    const run = await open();
    await expect(open()).rejects.toThrow(`process ${process.pid} at work`);
    await run.close();
    await (await open()).close();
  });

  const lockOf = (holder: object) => writeFile(file(LOCK_FILE), JSON.stringify(holder));

  test.each([
    ["of a process that is gone", { pid: 2 ** 30, host: hostname(), began: "1" }],
    ["of an earlier process with this one's id", { pid: process.pid, host: hostname(), began: "1" }],
    ["that nobody can read", {}],
  ])("takes over a lock %s", async (_, holder) => {
    await lockOf(holder);
    await (await open()).close();
    expect(await readdir(folder)).not.toContain(LOCK_FILE);
  });

  test("does not take over a lock of another machine", async () => {
    await lockOf({ pid: 1, host: "elsewhere", began: "1" });
    await expect(open()).rejects.toThrow("process 1 at work");
  });

  test("of many who want a dead lock one gets it", async () => {
    await lockOf({ pid: 2 ** 30, host: hostname(), began: "1" });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => open()));
    const opened = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(opened).toHaveLength(1);
    await Promise.all(opened.map((run) => run.close()));
  });
});
