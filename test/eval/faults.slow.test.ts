/** 2,000 questions against a server of which every fifth reply goes wrong. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEpisodes } from "../../src/episodes/run/index.ts";
import { chatCompletions } from "../servers/chat-completions.ts";
import { type ModelServer, startModelServer } from "../servers/model-server.ts";
import { bendayJson, deterministicModel, drawnWorkplace, type Workplace } from "./eval-runs.ts";

const QUESTIONS = 2000;

let place: Workplace;
let server: ModelServer;
beforeAll(async () => {
  place = await drawnWorkplace(12);
  server = await startModelServer({
    protocol: chatCompletions,
    answer: deterministicModel,
    latencyMs: 40,
    faults: { seed: 1, rate: 0.2, burst: { every: 600, length: 10 } },
  });
}, 300_000);
afterAll(async () => {
  await server.close();
  await place.remove();
});

test("each is answered once, none is lost", async () => {
  const out = place.at("run");
  const model = `openai-compatible:m@${server.baseUrl}`;
  const flags = ["--mode", "blind", "--split", "all", "--limit", "1000", "--concurrency", "64", "--no-cache"];
  await bendayJson("eval", place.benchmark, "--model", model, ...flags, "--out", out);
  const episodes = await Array.fromAsync(readEpisodes(out));
  expect(episodes.length).toBeGreaterThanOrEqual(QUESTIONS);
  expect(new Set(episodes.map(({ id }) => id)).size).toBe(episodes.length);
  expect(episodes.filter(({ outcome }) => outcome.kind !== "answered")).toEqual([]);
  const seen = [...server.seen.values()];
  expect(seen.flatMap(({ faults }) => faults).length).toBeGreaterThan(QUESTIONS / 10);
  const replies = seen.flatMap(({ replies: counts }) => counts);
  expect(replies.reduce((sum, count) => sum + count, 0)).toBe(episodes.length);
  expect(server.rejections).toEqual([]);
  // Half of the lanes wait for their next try; the bursts push the limit down while it is small.
  expect(server.peak()).toBeGreaterThan(12);
});
