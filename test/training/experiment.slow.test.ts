/** An experiment from its file to its report, with a model that knows nothing yet. */
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { benday } from "./train-kills.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-experiment-"));
  await benday("tiny", "--out", path.join(root, "tiny"), "--pages", "2");
  await writeFile(path.join(root, "recipe.json"), JSON.stringify(recipe()));
}, 120_000);
afterAll(() => rm(root, { recursive: true, force: true }));

const recipe = (changes: object = {}) => ({
  ...{ kind: "experiment", version: 1, title: "A <small> experiment", pages: { train: 2, test: 2 } },
  ...{ model: path.join(root, "tiny"), tasks: ["action-recognition"], limit: 2, base: ["page", "zoom"] },
  asking: { dialect: "tagged", maxPixels: 40_768, zoomMaxPixels: 28_224, maxTurns: 2, maxTokens: 6 },
  trainings: [
    {
      row: "rarl",
      seeds: ["1", "2"],
      settings: { method: "rarl", steps: 2, prompts: 2, copies: 2, rate: 1e-4, everySample: 1 },
      counterfactuals: ["blank"],
    },
  ],
  ...changes,
});

const runRecipe = (file = "recipe.json", ...words: readonly string[]) =>
  benday("recipe", path.join(root, file), "--out", path.join(root, "out"), "--json", ...words);

test("parts are run by their names, without a report", async () => {
  const { stdout } = await runRecipe("recipe.json", "--only", "rarl-2");
  expect(JSON.parse(stdout)).toMatchObject({ file: null, end: { kind: "complete" } });
  expect(await readdir(path.join(root, "out", "measured"))).toEqual(["rarl-2"]);
  expect(existsSync(path.join(root, "out", "base"))).toBe(false);
  await expect(runRecipe("recipe.json", "--only", "rarl-3")).rejects.toThrow(
    /--only: expected parts among base, rarl-1, rarl-2, found rarl-3/,
  );
}, 120_000);

test("it draws, measures, trains with every seed, measures again, and reports; done once, it is done", async () => {
  await runRecipe();
  const out = (...names: readonly string[]) => path.join(root, "out", ...names);
  expect(await readdir(out("training"))).toEqual(["rarl-1", "rarl-2"]);
  expect(await readdir(out("measured"))).toEqual(["rarl-1", "rarl-2"]);
  const report = await readFile(out("report.html"), "utf8");
  expect(report).toContain("A &lt;small&gt; experiment");
  for (const condition of ["page", "zoom", "zoom-blank"]) expect(report).toContain(condition);
  expect(report.match(/<polyline/g)?.length).toBeGreaterThan(5);
  const weights = out("training", "rarl-1", "model", "model.safetensors");
  const { mtimeMs } = await stat(weights);
  await rm(out("report.html"));
  await runRecipe();
  expect((await stat(weights)).mtimeMs).toBe(mtimeMs);
  expect(existsSync(out("report.html"))).toBe(true);
}, 300_000);

test("what is measured may grow, and only what is new is done", async () => {
  const [training] = recipe().trainings;
  const grown = { ...training, counterfactuals: ["blank", "elsewhere"] };
  await writeFile(path.join(root, "grown.json"), JSON.stringify(recipe({ trainings: [grown] })));
  const weights = path.join(root, "out", "training", "rarl-1", "model", "model.safetensors");
  const { mtimeMs } = await stat(weights);
  await runRecipe("grown.json", "--only", "rarl");
  const scoresOf = (name: string) =>
    readFile(path.join(root, "out", "measured", name, "scores.jsonl"), "utf8");
  for (const seed of [1, 2]) expect(await scoresOf(`rarl-${seed}`)).toContain("elsewhere");
  expect((await stat(weights)).mtimeMs).toBe(mtimeMs);
}, 120_000);

test("a row does not go, or come to mean another training", async () => {
  const [training] = recipe().trainings;
  const faster = { ...training, settings: { ...training?.settings, rate: 2e-4 } };
  await writeFile(path.join(root, "faster.json"), JSON.stringify(recipe({ trainings: [faster] })));
  await expect(runRecipe("faster.json")).rejects.toThrow(/rarl\.rate 0\.0002 instead of 0\.0001/);
  const other = { ...training, row: "other" };
  await writeFile(path.join(root, "gone.json"), JSON.stringify(recipe({ trainings: [other] })));
  await expect(runRecipe("gone.json")).rejects.toThrow(/rarl\.method .* instead of "rarl"/);
});

test("another experiment is not mixed with it", async () => {
  await writeFile(path.join(root, "other.json"), JSON.stringify(recipe({ limit: 1 })));
  await expect(runRecipe("other.json")).rejects.toThrow(/limit 1 instead of 2/);
});

test("the demo without training draws, builds and shows", async () => {
  const out = path.join(root, "demo");
  const { stdout } = await benday("demo", "--no-train", "--no-open", "--pages", "3", "--out", out);
  expect(stdout).toContain("show.html");
  expect(await readFile(path.join(out, "show.html"), "utf8")).toContain("benday demo");
});

test("what only models take is refused", async () => {
  const words = ["recipe", path.join(root, "recipe.json"), "--out", path.join(root, "x"), "--limit", "3"];
  await expect(benday(...words)).rejects.toThrow(/expected an experiment's name and --out alone/);
});
