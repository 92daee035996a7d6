import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InputError } from "../errors.ts";
import { canonicalJson } from "../json.ts";
import type { Episode } from "../records/index.ts";
import { costOf, openProvider, priceOf, providerKinds, type Request, readPrices } from "./index.ts";
import { redactor } from "./keys.ts";

const KEY = "sk-test-0123456789abcdef";
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "benday-providers-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("openProvider", () => {
  test.each([
    ["openai:gpt-5", { id: "openai", model: "gpt-5" }, { family: "gpt", frame: "thousandths" }],
    [
      "anthropic:claude-opus-4-5",
      { id: "anthropic" },
      { family: "claude", frame: "model", maxPixels: 1_150_000 },
    ],
    ["google:gemini-3-pro-preview", { id: "google" }, { family: "gemini", frame: "thousandths" }],
    [
      "openai-compatible:Qwen/Qwen2.5-VL-7B-Instruct@http://localhost:8000/v1",
      { id: "openai-compatible", model: "Qwen/Qwen2.5-VL-7B-Instruct" },
      { family: "qwen", frame: "model", factor: 28, maxPixels: 12_845_056 },
    ],
    [
      "openai-compatible:qwen3-vl:8b@http://localhost:11434/v1/",
      { model: "qwen3-vl:8b" },
      { family: "qwen", frame: "thousandths", factor: 32 },
    ],
    ["openai-compatible:me@home/x@https://host/v1", { model: "me@home/x" }, { family: "me@home/x" }],
  ])("opens %s", async (specification, provider, traits) => {
    const environment = { OPENAI_API_KEY: KEY, ANTHROPIC_API_KEY: KEY, GEMINI_API_KEY: KEY };
    const opened = await openProvider(specification, { environment });
    expect(opened).toMatchObject(provider);
    expect(opened.traits).toMatchObject({ nativeTools: true, logProbs: false, ...traits });
  });

  test("takes what the user knows better", async () => {
    const options = {
      environment: {},
      baseUrl: "http://localhost:8000/v1",
      traits: { nativeTools: false, family: "own" },
    };
    const { traits } = await openProvider("openai-compatible:qwen2.5vl", options);
    expect(traits).toMatchObject({ nativeTools: false, family: "own" });
  });

  test.each([
    ["gpt-5", /openai-compatible:MODEL@URL/],
    ["openai:", /scripted:random/],
    ["nobody:model", /found "nobody:model"/],
    ["openai:gpt-5", /OPENAI_API_KEY/],
    ["google:gemini-3-pro", /GOOGLE_GENERATIVE_AI_API_KEY or GEMINI_API_KEY/],
    ["openai-compatible:qwen", /MODEL@URL/],
    ["openai-compatible:qwen@http://", /base URL/],
    ["recorded:/nowhere/at/all", /episodes.jsonl/],
  ])("refuses %s in words", async (specification, message) => {
    const refused = openProvider(specification, { environment: {} });
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(message);
  });

  test("names each kind once", () => {
    const ids = providerKinds.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("keys", () => {
  test("are not shown when they are wrong", async () => {
    const failures = await Promise.all([
      openProvider("openai:m", { environment: { OPENAI_API_KEY: `${KEY}\nX-Other: 1` } }).catch(String),
      openProvider("openai:m", {
        environment: { OPENAI_API_KEY: KEY },
        baseUrl: `https://user:${KEY}@host/v1`,
      }).catch(String),
      openProvider("openai:m", {
        environment: { OPENAI_API_KEY: KEY },
        baseUrl: `https://host/v1?key=${KEY}`,
      }).catch(String),
      openProvider("openai:m", { environment: {}, keyVariable: "MY_KEY" }).catch(String),
    ]);
    expect(failures.map(String)).toEqual([
      expect.stringContaining("OPENAI_API_KEY"),
      expect.stringContaining("without user, password and query"),
      expect.stringContaining("without user, password and query"),
      expect.stringContaining("MY_KEY"),
    ]);
    expect(failures.join("\n")).not.toContain("0123456789");
  });

  test("are cut out of any text, in each way of writing them", () => {
    const key = `ab"c/d+e\\fgh`;
    const clean = redactor(key);
    const texts = [key, JSON.stringify({ key }), `https://h/?k=${encodeURIComponent(key)}`, "nothing in it"];
    expect(texts.map(clean)).toEqual(["[key]", '{"key":"[key]"}', "https://h/?k=[key]", "nothing in it"]);
    expect(redactor("EMPTY")("EMPTY page")).toBe("EMPTY page");
    expect(redactor(undefined)("text")).toBe("text");
  });
});

describe("prices", () => {
  const list = {
    currency: "EUR",
    models: { m: { input: 1, output: 4 }, "openai:m": { input: 2, cached: 1, output: 8 } },
  };

  test("are read and found by provider and name", async () => {
    const file = join(folder, "prices.json");
    await writeFile(file, JSON.stringify(list));
    const prices = await readPrices(file);
    expect(priceOf(prices, { id: "openai", model: "m" })).toEqual(list.models["openai:m"]);
    expect(priceOf(prices, { id: "google", model: "m" })).toEqual(list.models.m);
    expect(priceOf(prices, { id: "google", model: "constructor" })).toBeUndefined();
  });

  test("of cached tokens are as of others where none is given", () => {
    const usage = { inputTokens: 1_000_000, cachedTokens: 250_000, outputTokens: 500_000 };
    expect(costOf(usage, list.models.m)).toBeCloseTo(3);
    expect(costOf(usage, list.models["openai:m"])).toBeCloseTo(5.75);
    expect(costOf({}, list.models.m)).toBe(0);
  });

  test.each([
    ["no file", undefined, /prices-0.json/],
    ["no JSON", "{", /valid JSON/],
    ["a negative price", '{"models":{"m":{"input":-1,"output":1}}}', /models.m.input/],
    ["an unknown field", '{"models":{"m":{"input":1,"output":1,"per":"token"}}}', /models.m/],
  ])("with %s are refused with the place", async (name, text, message) => {
    const file = join(folder, `prices-${["no file", "no JSON"].indexOf(name)}.json`);
    if (text !== undefined) await writeFile(file, text);
    await expect(readPrices(file)).rejects.toThrow(message);
    await expect(readPrices(file)).rejects.toThrow(InputError);
  });
});

describe("recorded", () => {
  const time = "2026-03-01T12:00:00.000Z";
  const nothing = { calls: [], images: [] };
  const call = {
    raw: '{"bbox_2d":[1,2,3,4]}',
    name: "image_zoom_in_tool",
    id: "c1",
    box: [1, 2, 3, 4] as const,
  };
  const episode: Episode = {
    kind: "episode",
    version: 1,
    id: "q/zoom/0",
    question: "q",
    sample: 0,
    mode: "zoom",
    provider: "openai",
    model: "qwen2.5-vl",
    dialect: "native",
    frame: { kind: "thousandths" },
    page: { id: "p", width: 10, height: 10 },
    turns: [
      { role: "user", text: "Who?", ...nothing },
      {
        role: "assistant",
        text: "",
        ...nothing,
        calls: [call],
        finish: "tool-calls",
        latencyMs: 12,
        tokens: { inputTokens: 5 },
      },
      { role: "tool", text: "ok", ...nothing },
      { role: "assistant", text: "B", reasoning: "because", ...nothing, finish: "stop" },
    ],
    outcome: { kind: "answered" },
    answer: "B",
    usage: {},
    started: time,
    ended: time,
    harness: "0.1.0",
  };
  const failed: Episode = {
    ...episode,
    id: "r/zoom/0",
    turns: [],
    outcome: { kind: "error", error: "server", message: "it broke" },
  };

  const ask = (episodeId: string, replies: number): Request => ({
    messages: Array.from({ length: replies }, () => ({ role: "assistant" as const, text: "", calls: [] })),
    tools: [],
    sampling: { maxTokens: 9 },
    subject: { questionId: "q", episodeId },
  });

  test("replays an episode turn for turn, its failures too", async () => {
    const old = { ...episode, turns: [] };
    await writeFile(
      join(folder, "episodes.jsonl"),
      [old, episode, failed].map((line) => `${canonicalJson(line)}\n`).join(""),
    );
    const provider = await openProvider(`recorded:${folder}`);
    expect(provider).toMatchObject({ model: "qwen2.5-vl", traits: { frame: "thousandths", factor: 28 } });
    const { raw, name } = call;
    expect(await provider.complete(ask("q/zoom/0", 0))).toEqual({
      text: "",
      calls: [{ id: "c1", name, input: JSON.parse(raw) }],
      finish: "tool-calls",
      usage: { inputTokens: 5 },
      latencyMs: 12,
      model: "qwen2.5-vl",
    });
    expect(await provider.complete(ask("q/zoom/0", 1))).toMatchObject({
      text: "B",
      reasoning: "because",
      calls: [],
    });
    await expect(provider.complete(ask("q/zoom/0", 2))).rejects.toMatchObject({ kind: "invalid-request" });
    await expect(provider.complete(ask("r/zoom/0", 0))).rejects.toMatchObject({
      kind: "server",
      message: "it broke",
    });
    await expect(provider.complete(ask("s/zoom/0", 0))).rejects.toMatchObject({ kind: "invalid-request" });
  });
});
