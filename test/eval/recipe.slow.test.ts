import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readEpisodes } from "../../src/episodes/run/index.ts";
import { chatCompletions } from "../servers/chat-completions.ts";
import { type ModelServer, startModelServer } from "../servers/model-server.ts";
import { benday, bendayJson, deterministicModel, drawnWorkplace, type Workplace } from "./eval-runs.ts";

let place: Workplace;
let server: ModelServer;
beforeAll(async () => {
  place = await drawnWorkplace(4);
  server = await startModelServer({ protocol: chatCompletions, answer: deterministicModel });
}, 300_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await place.remove();
});

async function recipeWith(models: readonly object[]): Promise<string> {
  const file = place.at("recipe.json");
  const flags = ["--mode", "blind", "--no-cache"];
  await writeFile(file, JSON.stringify({ kind: "recipe", version: 1, title: "Test", flags, models }));
  return file;
}

test("a recipe measures what it can reach, skips the rest with a reason, and goes on where it was", async () => {
  vi.stubEnv("RECIPE_TEST_URL", server.baseUrl);
  vi.stubEnv("RECIPE_TEST_KEY", "");
  const file = await recipeWith([
    { row: "Random (1)", model: "scripted:random" },
    { row: "Served", model: "openai-compatible:m", server: "RECIPE_TEST_URL" },
    { row: "Hosted", model: "openai:gpt-5", keys: ["RECIPE_TEST_KEY"] },
    { row: "Unknown", model: "scripted:nobody" },
  ]);
  const words = ["recipe", file, place.benchmark, "--out", place.at("runs"), "--limit", "2"];
  const told = await bendayJson(...words);
  expect(told).toMatchObject({
    rows: [
      { row: "Random (1)", status: "measured", run: place.at("runs/Random-1") },
      { row: "Served", status: "measured" },
      { row: "Hosted", status: "skipped", reason: "no key in RECIPE_TEST_KEY" },
      { row: "Unknown", status: "failed", reason: expect.stringContaining("scripted model") },
    ],
  });
  expect(existsSync(place.at("runs/report.html"))).toBe(true);
  const requests = () => [...server.seen.values()].reduce((sum, seen) => sum + seen.requests, 0);
  const before = requests();
  const episodes = await Array.fromAsync(readEpisodes(place.at("runs/Served")));
  expect(before).toBe(episodes.length);
  expect(await bendayJson(...words)).toEqual(told);
  expect(requests()).toBe(before);
}, 120_000);

test("a recipe of which nothing can be reached is bad input", async () => {
  const file = await recipeWith([{ row: "Hosted", model: "openai:gpt-5", keys: ["RECIPE_TEST_NO_KEY"] }]);
  const { code, error } = await benday("recipe", file, place.benchmark, "--out", place.at("none"));
  expect(code).toBe(2);
  expect(error).toMatch(/expected a model that can be reached, found Hosted: no key in RECIPE_TEST_NO_KEY/);
});
