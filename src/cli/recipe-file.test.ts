import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { paperResults } from "../report/runs/paper-results.ts";
import { readRecipe, whatIsMissing } from "./recipe-file.ts";
import { trainSettings } from "./train-settings.ts";

const TABLE3 = path.join(import.meta.dirname, "../../recipes/table3.json");

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "benday-recipe-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function recipeOf(changes: object): Promise<string> {
  const file = path.join(root, "recipe.json");
  const models = [{ row: "Random", model: "scripted:random" }];
  const recipe = { kind: "recipe", version: 1, title: "Test", flags: ["--mode", "blind"], models };
  await writeFile(file, JSON.stringify({ ...recipe, ...changes }));
  return file;
}

async function modelsOf(file: string) {
  const recipe = await readRecipe(file);
  if (recipe.kind !== "recipe") throw new Error("expected a recipe of models");
  return recipe;
}

it("table3 has the paper's models in the paper's order, after chance", async () => {
  const { models } = await modelsOf(TABLE3);
  const paper = paperResults().page.map(({ model }) => model);
  expect(models.map(({ row }) => row)).toEqual(["random", ...paper]);
  for (const { model, keys, server } of models.slice(1)) {
    expect(model).toMatch(/^(openai|google|openai-compatible):[\w./-]+$/);
    expect([keys, server].filter((need) => need !== undefined)).toHaveLength(1);
  }
});

it.each(["demo", "laptop", "strategies", "nobox"])(
  "%s is an experiment whose trainings can be run",
  async (name) => {
    const recipe = await readRecipe(name);
    if (recipe.kind !== "experiment") throw new Error("expected an experiment");
    const { asking, tasks } = recipe;
    for (const { settings, seeds } of recipe.trainings)
      for (const seed of seeds) {
        const flags = { ...settings, ...asking, model: "model", bench: "bench", seed, tasks };
        const config = await trainSettings({ out: path.join(root, "none"), flags });
        expect(config.steps).toBeGreaterThan(0);
      }
  },
);

it("takes a recipe without keys", async () => {
  expect((await modelsOf(await recipeOf({}))).models).toHaveLength(1);
});

it.each([
  ["no models", { models: [] }, /models/],
  ["an unknown field", { colour: "red" }, /colour/],
  ["a variable that is a key", { models: [{ row: "a", model: "openai:a", keys: ["sk-123"] }] }, /keys/],
  ["a model among the flags", { flags: ["--model", "openai:a"] }, /flags: expected .*"--model"/],
  ["a base URL among the flags", { flags: ["--base-url=http://x"] }, /flags: expected/],
])("refuses %s", async (_name, changes, message) => {
  await expect(readRecipe(await recipeOf(changes))).rejects.toThrow(message);
});

it("says that a file is missing", async () => {
  await expect(readRecipe(path.join(root, "none.json"))).rejects.toThrow(/none\.json: expected a recipe/);
});

it("one of the keys is enough, an empty one is none", () => {
  const model = { row: "a", model: "google:a", keys: ["A_KEY", "B_KEY"] };
  expect(whatIsMissing(model, { B_KEY: "b" })).toBeUndefined();
  expect(whatIsMissing(model, { A_KEY: " " })).toBe("no key in A_KEY or B_KEY");
  expect(whatIsMissing({ row: "a", model: "openai-compatible:a", server: "URL" }, {})).toBe(
    "no server in URL",
  );
});

it("a folder does not stand for the recipe of its name: that is where one is written to", async () => {
  const before = process.cwd();
  await mkdir(path.join(root, "table3"));
  process.chdir(root);
  try {
    expect((await readRecipe("table3")).kind).toBe("recipe");
  } finally {
    process.chdir(before);
  }
});

it("is found by its bare name where it comes with benday", async () => {
  expect(await readRecipe("table3")).toEqual(await readRecipe(TABLE3));
  await expect(readRecipe("table9")).rejects.toThrow("table9: expected a recipe as a JSON file, found none");
});
