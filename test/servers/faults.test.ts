/** A run against a server that fails in every way ends complete, each question answered once. */
import { afterEach, describe, expect, test } from "vitest";
import { mapConcurrent } from "../../src/pool.ts";
import {
  type Clock,
  openProvider,
  type Provider,
  type Request,
  withBudget,
  withConcurrency,
  withRetries,
  withTimeout,
} from "../../src/providers/index.ts";
import { chatCompletions } from "./chat-completions.ts";
import { FAULTS, type FaultPlan } from "./faults.ts";
import { type ModelServer, type ModelServerOptions, startModelServer } from "./model-server.ts";

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(
  options: Partial<ModelServerOptions>,
): Promise<{ server: ModelServer; provider: Provider }> {
  const server = await startModelServer({
    protocol: chatCompletions,
    answer: ({ turns }) => ({ text: `about ${turns.at(-1)?.text}` }),
    identify: ({ turns }) => turns.at(-1)?.text ?? "",
    ...options,
  });
  servers.push(server);
  const provider = await openProvider(`openai-compatible:m@${server.baseUrl}`, { environment: {} });
  return { server, provider };
}

const ask = (text: string): Request => ({
  messages: [{ role: "user", parts: [{ type: "text", text }] }],
  tools: [],
  sampling: { temperature: 0, maxTokens: 64 },
});

/** No test waits for a backoff. */
const instant: Clock = { now: () => 0, sleep: async () => {} };
const names = (count: number) => Array.from({ length: count }, (_, index) => `question ${index}`);

async function run(provider: Provider, count: number, concurrency: number): Promise<string[]> {
  const replies: string[] = [];
  for await (const { text } of mapConcurrent(names(count), concurrency, (name) =>
    provider.complete(ask(name)),
  ))
    replies.push(text);
  return replies;
}

describe("a run over faults", () => {
  const burst = { every: 50, length: 5 };
  const faults: FaultPlan = { seed: 3, rate: 0.2, delayMs: 1, burst };

  test("ends complete, each question answered once", async () => {
    const { server, provider } = await serve({ faults });
    const careful = withRetries(withConcurrency(provider, { start: 32, max: 32 }), {
      clock: instant,
      attempts: 12,
    });
    expect(await run(careful, 400, 32)).toEqual(names(400).map((name) => `about ${name}`));
    const seen = [...server.seen.values()];
    expect(seen).toHaveLength(400);
    expect(seen.every(({ replies }) => replies.length === 1 && replies[0] === 1)).toBe(true);
    expect(new Set(seen.flatMap((question) => question.faults))).toEqual(new Set(FAULTS));
    expect(server.peak()).toBeLessThanOrEqual(32);
    expect(server.rejections).toEqual([]);
  });

  test("loses questions without retries, so the faults are real", async () => {
    const { provider } = await serve({ faults });
    const failures: unknown[] = [];
    for await (const failure of mapConcurrent(names(100), 16, (name) =>
      provider.complete(ask(name)).then(
        () => undefined,
        (error: unknown) => error,
      ),
    ))
      if (failure !== undefined) failures.push(failure);
    expect(failures.length).toBeGreaterThan(10);
    expect(failures.length).toBeLessThan(50);
    const kinds = new Set(
      failures.map((failure) => (failure instanceof Error && "kind" in failure ? failure.kind : failure)),
    );
    expect([...kinds].sort()).toEqual(["garbled", "network", "rate-limit", "server"]);
  });

  test("draws the same faults for the same seed", async () => {
    const plan: FaultPlan = { seed: 8, rate: 0.5, delayMs: 1 };
    const seen = async (seed: number) => {
      const { server, provider } = await serve({ faults: { ...plan, seed } });
      await run(withRetries(provider, { clock: instant, attempts: 20 }), 30, 4);
      return [...server.seen]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { faults: drawn }]) => [name, drawn]);
    };
    expect(await seen(8)).toEqual(await seen(8));
    expect(await seen(8)).not.toEqual(await seen(9));
  });

  test("waits as long as Retry-After says, in seconds and as a date", async () => {
    for (const kind of ["rate-limit-seconds", "rate-limit-date"] as const) {
      const { provider } = await serve({
        faults: { seed: 1, rate: 1, kinds: [kind], retryAfterSeconds: 40 },
      });
      const waits: number[] = [];
      const clock: Clock = {
        now: () => 0,
        sleep: async (ms) => {
          waits.push(ms);
        },
      };
      const failure = await withRetries(provider, { clock, refusals: 1, baseMs: 10 })
        .complete(ask("q"))
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ kind: "rate-limit", status: 429 });
      expect(waits).toHaveLength(1);
      // A date holds whole seconds and is measured by the clock on the wall.
      expect(waits[0]).toBeGreaterThan(30_000);
      expect(waits[0]).toBeLessThanOrEqual(40_010);
    }
  });

  /** Asks so many questions, 64 at once: the limit after each reply, and what it led to. */
  async function observe(options: Partial<ModelServerOptions>, questions: number) {
    const { server, provider } = await serve(options);
    const limited = withConcurrency(provider, { max: 64 });
    const patient = withRetries(limited, { clock: instant, baseMs: 1, refusals: 1000 });
    const limits: number[] = [];
    const watched: Provider = {
      ...patient,
      complete: async (request, rest) => {
        const reply = await patient.complete(request, rest);
        limits.push(limited.limit());
        return reply;
      },
    };
    await run(watched, questions, 64);
    const requests = [...server.seen.values()].reduce((sum, seen) => sum + seen.requests, 0);
    const settled = limits.slice(limits.length / 4);
    return { limits: settled, limit: mean(settled), refused: 1 - questions / requests, peak: server.peak() };
  }

  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  test("keeps many under way where a fifth is refused whatever their number", async () => {
    const found = await observe(
      { latencyMs: 4, faults: { seed: 5, rate: 0.2, kinds: ["rate-limit"] } },
      2000,
    );
    expect(found.refused).toBeGreaterThan(0.15);
    // Where each refusal halves the limit it stays near 4; on a quiet machine it is 64 nearly all the time.
    expect(Math.min(...found.limits)).toBeGreaterThan(10);
    expect(found.limit).toBeGreaterThan(20);
    expect(found.peak).toBeGreaterThan(20);
  });

  test("finds the number that a server bears, and seldom asks for more", async () => {
    const found = await observe({ latencyMs: 10, capacity: 8 }, 1000);
    expect(found.limit).toBeGreaterThan(5);
    expect(found.limit).toBeLessThan(13);
    expect(Math.max(...found.limits)).toBeLessThanOrEqual(16);
    expect(found.refused).toBeLessThan(0.3);
  });

  test("gives up a server that does not answer in time", async () => {
    const { provider } = await serve({ latencyMs: 60_000 });
    const failure = await withTimeout(provider, 30)
      .complete(ask("q"))
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: "timeout" });
  });

  test("stops cleanly when its budget is spent", async () => {
    const { server, provider } = await serve({});
    const metered = withBudget(provider, { maxTokens: 700 });
    const outcomes: string[] = [];
    for await (const kind of mapConcurrent(names(100), 8, (name) =>
      metered.complete(ask(name)).then(
        () => "reply",
        (error: unknown) => (error instanceof Error && "kind" in error ? String(error.kind) : "bug"),
      ),
    ))
      outcomes.push(kind);
    expect(new Set(outcomes)).toEqual(new Set(["reply", "budget"]));
    const { replies, inputTokens, outputTokens } = metered.totals();
    expect(server.seen.size).toBe(replies);
    expect(inputTokens + outputTokens).toBeGreaterThanOrEqual(700);
    expect(inputTokens + outputTokens).toBeLessThan(720);
  });
});
