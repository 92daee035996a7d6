/** Runs that end early for a reason: Ctrl-C, failures, budgets; and how they go on. */

import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readEpisodes } from "../../src/episodes/run/index.ts";
import type { Episode } from "../../src/records/index.ts";
import { chatCompletions } from "../servers/chat-completions.ts";
import { type ModelServer, type ModelServerOptions, startModelServer } from "../servers/model-server.ts";
import { Rejection } from "../servers/protocol.ts";
import {
  benday,
  bendayJson,
  deterministicModel,
  drawnWorkplace,
  followBenday,
  type Workplace,
} from "./eval-runs.ts";

let place: Workplace;
beforeAll(async () => {
  place = await drawnWorkplace(4);
}, 300_000);
afterAll(() => place.remove());

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  const server = await startModelServer({
    protocol: chatCompletions,
    answer: deterministicModel,
    ...options,
  });
  servers.push(server);
  return server;
}

/** Seven tasks, four questions each. */
const EPISODES = 28;
const wordsFor = (server: ModelServer, name: string, ...more: readonly string[]) => [
  "eval",
  place.benchmark,
  ...["--model", `openai-compatible:m@${server.baseUrl}`, "--out", place.at(name)],
  ...["--mode", "blind", "--split", "all", "--limit", "4", "--no-cache", ...more],
];
const episodesOf = (name: string): Promise<Episode[]> => Array.fromAsync(readEpisodes(place.at(name)));
const requestsOf = ({ seen }: ModelServer): number =>
  [...seen.values()].reduce((sum, { requests }) => sum + requests, 0);

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

describe("Ctrl-C", () => {
  test("once: finishes what is under way, says how to go on, and nothing is asked twice", async () => {
    const server = await serve({ latencyMs: 300 });
    const words = wordsFor(server, "once", "--concurrency", "4");
    const { child, said, end } = followBenday(words, {});
    await until(() => requestsOf(server) >= 4);
    child.kill("SIGINT");
    expect(await end).toBe(0);
    expect(said.error).toContain("finishing what is under way; Ctrl-C again gives it up");
    const finished = await episodesOf("once");
    // What was asked was answered, paid for, and is kept.
    expect(finished).toHaveLength(requestsOf(server));
    expect(finished.length).toBeLessThan(EPISODES);
    expect(said.out).toContain(
      `stopped; ${EPISODES - finished.length} episodes are left: the same command goes on with them`,
    );
    const again = followBenday(words, {});
    expect(await again.end).toBe(0);
    expect(again.said.out).toContain("complete: ");
    expect(await episodesOf("once")).toHaveLength(EPISODES);
    expect(requestsOf(server)).toBe(EPISODES);
  });

  test("twice: ends at once, keeps what was finished, and gives the folder back", async () => {
    let patience = 0;
    const server = await serve({
      answer: async (conversation, key) => {
        // The first eight are answered, the others hang.
        if (patience++ >= 8) await new Promise(() => {});
        return deterministicModel(conversation, key);
      },
    });
    const words = wordsFor(server, "twice", "--concurrency", "4");
    const { child, said, end } = followBenday(words, {});
    await until(() => requestsOf(server) === 12);
    child.kill("SIGINT");
    await until(() => said.error.includes("Ctrl-C again"));
    child.kill("SIGINT");
    expect(await end).toBe(0);
    expect(await episodesOf("twice")).toHaveLength(8);
    expect(said.out).toContain(`stopped; ${EPISODES - 8} episodes are left`);
    patience = Number.NEGATIVE_INFINITY;
    const again = followBenday(words, {});
    expect(await again.end).toBe(0);
    const episodes = await episodesOf("twice");
    expect(new Set(episodes.map(({ id }) => id)).size).toBe(EPISODES);
    expect(episodes.every(({ outcome }) => outcome.kind === "answered")).toBe(true);
    // The four that hung were asked again, the eight finished ones were not.
    expect(requestsOf(server)).toBe(EPISODES + 4);
  });
});

test("--retry-failed repeats exactly what failed", async () => {
  let healed = false;
  let asked = 0;
  const refused = new Set<string>();
  const server = await serve({
    identify: ({ turns }) => turns.map(({ text }) => text).join("\n"),
    answer: (conversation, key) => {
      if (!healed && asked++ % 5 === 0) {
        refused.add(key);
        throw new Rejection("This model does not answer that.");
      }
      return deterministicModel(conversation, key);
    },
  });
  const words = wordsFor(server, "failed", "--concurrency", "2");
  const first = followBenday(words, {});
  expect(await first.end).toBe(0);
  const failed = (await episodesOf("failed")).filter(({ outcome }) => outcome.kind === "error");
  expect(failed).toHaveLength(6);
  expect(first.said.out).toContain("complete but for 6 failed episodes: --retry-failed tries them again");
  healed = true;
  const before = new Map([...server.seen].map(([key, { requests }]) => [key, requests]));
  // Without the flag a failed episode stands.
  expect(await bendayJson(...words)).toMatchObject({ ran: 0, progress: { errors: 6 } });
  expect(await bendayJson(...words, "--retry-failed")).toMatchObject({ ran: 6, progress: { errors: 0 } });
  const repeated = [...server.seen].filter(([key, { requests }]) => requests > (before.get(key) ?? 0));
  expect(new Set(repeated.map(([key]) => key))).toEqual(refused);
  const latest = new Map((await episodesOf("failed")).map((episode) => [episode.id, episode.outcome.kind]));
  expect([...latest.values()]).toEqual(Array.from({ length: EPISODES }, () => "answered"));
  // Nothing is left to try again.
  expect(await bendayJson(...words, "--retry-failed")).toMatchObject({ ran: 0 });
});

describe("a budget", () => {
  /** Replies of 100 characters and more, so that their tokens are what is paid for. */
  const talkative: Partial<ModelServerOptions> = {
    answer: (conversation, key) => {
      const { text, calls } = deterministicModel(conversation, key);
      return { text: `${"I think. ".repeat(12)}${text}`, ...(calls === undefined ? {} : { calls }) };
    },
  };

  test("in money stops the run cleanly, and more of it goes on", async () => {
    const server = await serve(talkative);
    const prices = place.at("prices.json");
    await writeFile(prices, JSON.stringify({ currency: "USD", models: { m: { input: 100, output: 1000 } } }));
    const words = wordsFor(server, "money", "--prices", prices, "--concurrency", "2", "--max-tokens", "64");
    const poor = followBenday([...words, "--budget-usd", "0.4"], {});
    expect(await poor.end).toBe(0);
    const spent = await episodesOf("money");
    expect(poor.said.out).toContain(
      `the budget is spent; ${EPISODES - spent.length} episodes are left: the same command goes on with them and a larger budget`,
    );
    expect(spent.length).toBeGreaterThan(2);
    expect(spent.length).toBeLessThan(EPISODES - 2);
    expect(spent.every(({ outcome }) => outcome.kind === "answered")).toBe(true);
    expect(requestsOf(server)).toBe(spent.length);
    const cost = spent.reduce(
      (sum, { usage }) => sum + ((usage.inputTokens ?? 0) * 100 + (usage.outputTokens ?? 0) * 1000) / 1e6,
      0,
    );
    expect(cost).toBeGreaterThan(0.3);
    expect(cost).toBeLessThan(0.5);
    // What was spent counts: the same budget buys nothing more.
    expect(await bendayJson(...words, "--budget-usd", "0.4")).toMatchObject({ ran: expect.any(Number) });
    const settled = (await episodesOf("money")).length;
    expect(settled - spent.length).toBeLessThanOrEqual(1);
    expect(await bendayJson(...words, "--budget-usd", "40")).toMatchObject({
      end: "complete",
      ran: EPISODES - settled,
    });
    expect(requestsOf(server)).toBe(EPISODES);
  });

  test("in tokens does the same", async () => {
    const server = await serve(talkative);
    const words = wordsFor(server, "tokens", "--concurrency", "2", "--max-tokens", "64");
    expect(await bendayJson(...words, "--budget-tokens", "1500")).toMatchObject({ end: "budget" });
    const spent = await episodesOf("tokens");
    expect(spent.length).toBeGreaterThan(2);
    expect(spent.length).toBeLessThan(EPISODES - 2);
    expect(await bendayJson(...words)).toMatchObject({ end: "complete", ran: EPISODES - spent.length });
    expect(requestsOf(server)).toBe(EPISODES);
  });

  test("in money needs a price of the model", async () => {
    const server = await serve();
    const words = wordsFor(server, "unpriced", "--budget-usd", "1");
    const without = await benday(...words);
    expect([without.code, without.error]).toEqual([2, expect.stringContaining("expected --prices FILE")]);
    const prices = place.at("other-prices.json");
    await writeFile(prices, JSON.stringify({ currency: "USD", models: { other: { input: 1, output: 1 } } }));
    const { code, error } = await benday(...words, "--prices", prices);
    expect([code, error]).toEqual([2, expect.stringContaining("expected a price of openai-compatible:m")]);
    expect(requestsOf(server)).toBe(0);
  });
});
