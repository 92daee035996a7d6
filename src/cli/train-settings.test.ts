import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeModelAsking } from "../providers/index.ts";
import { main } from "./main.ts";
import { trainSettings } from "./train-settings.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-train-settings-"));
});
afterAll(() => rm(root, { recursive: true }));

const settings = (flags: Readonly<Record<string, unknown>>, recipe?: string) =>
  trainSettings({ out: path.join(root, "run"), recipe, flags });
const rarl = { method: "rarl", model: "tiny", bench: "benchmark" };

test("what is left out is as in the paper", async () => {
  const { steps, rate, strategy, kl, prompts, copies, aggregation } = {
    strategy: undefined,
    kl: undefined,
    prompts: undefined,
    copies: undefined,
    aggregation: undefined,
    ...(await settings(rarl)),
  };
  expect({ steps, rate, strategy: strategy?.id, kl, prompts, copies, aggregation }).toEqual({
    steps: 200,
    rate: 1e-6,
    strategy: "paper",
    kl: 0.04,
    prompts: 16,
    copies: 8,
    aggregation: "token-mean",
  });
  expect(await settings({ ...rarl, method: "grpo" })).toMatchObject({ strategy: { id: "no-tool" } });
  expect(await settings({ method: "sft", model: "tiny" })).toMatchObject({ rate: 1e-5, schedule: "cosine" });
});

test("region-aware RL without the tool is refused at its flag, GRPO takes any strategy", async () => {
  const strategy = "random-accuracy";
  await expect(settings({ ...rarl, strategy })).rejects.toThrow(
    '--strategy: expected a strategy that offers the zoom tool; method grpo takes any, found "random-accuracy"',
  );
  expect(await settings({ ...rarl, method: "grpo", strategy })).toMatchObject({ strategy: { id: strategy } });
});

test("a model goes on being asked as it learnt, unless told otherwise", async () => {
  const model = path.join(root, "learnt");
  await mkdir(model);
  const learnt = { dialect: "tagged-restating", maxPixels: 40768, maxTurns: 3, maxTokens: 64 };
  await writeModelAsking(model, learnt);
  expect(await settings({ ...rarl, model })).toMatchObject(learnt);
  expect(await settings({ ...rarl, model, maxTokens: 9 })).toMatchObject({ ...learnt, maxTokens: 9 });
});

test("flags come before a recipe, which may hold a strategy of its own", async () => {
  const file = path.join(root, "recipe.json");
  const own = {
    id: "own",
    summary: "",
    tool: "offered",
    phases: [{ name: "all", from: 0, pays: [{ term: "tool-used", weight: 2 }] }],
  };
  await writeFile(file, JSON.stringify({ ...rarl, steps: 9, kl: 0.5, strategy: own }));
  expect(await settings({ kl: 0.1 }, file)).toMatchObject({ steps: 9, kl: 0.1, strategy: { id: "own" } });
});

test("a fault in a recipe is named with its file", async () => {
  const file = path.join(root, "faulty.json");
  await writeFile(file, JSON.stringify({ ...rarl, steps: "many" }));
  await expect(settings({}, file)).rejects.toThrow(/faulty\.json: steps: expected number, found "many"/);
  await writeFile(file, "[]");
  await expect(settings({}, file)).rejects.toThrow(/expected a JSON object of settings/);
  await expect(settings({}, path.join(root, "none.json"))).rejects.toThrow(/found no such file/);
});

test.each([
  ["", /--method: expected one of sft, grpo, rarl, or a run to go on with in --out, found neither/],
  ["--method teach", /--method: expected one of sft, grpo, rarl, found "teach"/],
  ["--method rarl --bench b", /--model: expected/],
  ["--method rarl --model m", /--bench: expected/],
  [
    "--method rarl --model m --bench b --strategy best",
    /--strategy: expected one of paper, hardened.*found "best"/,
  ],
  ["--method rarl --model m --bench b --copies 1", /--copies: expected .*found 1/],
  ["--method rarl --model m --bench b --rate fast", /--rate: expected a number, found "fast"/],
  ["--method sft --model m --kl 0.1", /--kl: expected a setting of this method/],
  ["--method rarl --model none --bench none", /none: expected a benchmark folder/],
])("train %s ends with code 2 and one clear line", async (words, message) => {
  let error = "";
  const line = ["train", "--out", path.join(root, "run"), ...words.split(" ").filter((word) => word !== "")];
  const code = await main(line, { out: { write: () => true }, error: { write: (text) => (error += text) } });
  expect({ code, lines: error.trim().split("\n").length }).toEqual({ code: 2, lines: 1 });
  expect(error).toMatch(message);
});
