import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../errors.ts";
import type { Clock } from "./clock.ts";
import {
  type Failure,
  type Provider,
  ProviderError,
  type Reply,
  type Request,
  type Usage,
} from "./provider.ts";
import { retryAfterMs } from "./retry-after.ts";
import { withBudget } from "./with-budget.ts";
import { type LimitedProvider, withConcurrency } from "./with-concurrency.ts";
import { withRetries } from "./with-retries.ts";
import { withTimeout } from "./with-timeout.ts";

const request: Request = {
  messages: [{ role: "user", parts: [{ type: "text", text: "Who?" }] }],
  tools: [],
  sampling: { maxTokens: 100 },
};

const replyWith = (usage: Usage = {}): Reply => ({
  text: "A",
  calls: [],
  finish: "stop",
  usage,
  latencyMs: 1,
  model: "m",
});

function providerOf(complete: Provider["complete"]): Provider {
  const traits = { frame: "thousandths", nativeTools: true, logProbs: false, family: "m" } as const;
  return { id: "test", model: "m", traits, complete };
}

/** Fails as told, one failure a request, and then replies. */
function failing(failures: readonly Failure[]): Provider & { readonly asked: () => number } {
  let asked = 0;
  const provider = providerOf(async () => {
    const failure = failures[asked++];
    if (failure !== undefined) throw new ProviderError(failure);
    return replyWith();
  });
  return { ...provider, asked: () => asked };
}

/** Replies one by one when told. */
function manual() {
  const waiting: { settle(result: Reply | ProviderError): void }[] = [];
  const provider = providerOf(
    () =>
      new Promise((resolve, reject) => {
        waiting.push({
          settle: (result) => (result instanceof ProviderError ? reject(result) : resolve(result)),
        });
      }),
  );
  const settle = async (result: Reply | ProviderError = replyWith()) => {
    waiting.shift()?.settle(result);
    await settled();
  };
  return { provider, settle, underWay: () => waiting.length };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Sleeps take no time and are noted; the others end with their signal. */
function instantClock(): Clock & { readonly slept: number[] } {
  const slept: number[] = [];
  const sleep: Clock["sleep"] = async (ms, signal) => {
    signal?.throwIfAborted();
    slept.push(ms);
  };
  return { now: () => 0, sleep, slept };
}

const failure = (kind: Failure["kind"], more: Partial<Failure> = {}): Failure => ({
  kind,
  message: kind,
  ...more,
});
const refusal = () => new ProviderError(failure("rate-limit"));
const outcome = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

describe("withRetries", () => {
  test("repeats what may go better, waiting up to twice as long each time", async () => {
    const clock = instantClock();
    const provider = failing(
      (["network", "timeout", "server", "garbled", "rate-limit"] as const).map((kind) => failure(kind)),
    );
    await expect(
      withRetries(provider, { clock, baseMs: 100, capMs: 500 }).complete(request),
    ).resolves.toEqual(replyWith());
    expect(provider.asked()).toBe(6);
    expect(clock.slept).toHaveLength(5);
    for (const [index, ms] of clock.slept.entries()) {
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThanOrEqual(Math.min(500, 100 * 2 ** index));
    }
  });

  test("waits the same for the same seed and otherwise for another", async () => {
    const waits = async (seed: number) => {
      const clock = instantClock();
      await withRetries(failing(Array.from({ length: 5 }, () => failure("server"))), {
        clock,
        seed,
      }).complete(request);
      return clock.slept;
    };
    expect(await waits(1)).toEqual(await waits(1));
    expect(await waits(1)).not.toEqual(await waits(2));
  });

  test("spreads its waits over the whole range (full jitter)", async () => {
    const clock = instantClock();
    const provider = providerOf(async () => {
      throw new ProviderError(failure("server"));
    });
    const retrying = withRetries(provider, { clock, attempts: 2, baseMs: 1000 });
    await Promise.all(Array.from({ length: 400 }, () => outcome(retrying.complete(request))));
    expect(clock.slept).toHaveLength(400);
    const mean = clock.slept.reduce((sum, ms) => sum + ms, 0) / 400;
    expect(mean).toBeGreaterThan(450); // 500, standard error 14
    expect(mean).toBeLessThan(550);
  });

  test("never asks sooner than the server wants, and not at all where that is too long", async () => {
    const clock = instantClock();
    const patient = failing([failure("rate-limit", { retryAfterMs: 30_000 })]);
    await withRetries(patient, { clock, baseMs: 100 }).complete(request);
    expect(clock.slept[0]).toBeGreaterThanOrEqual(30_000);
    expect(clock.slept[0]).toBeLessThanOrEqual(30_100);
    const long = failing([failure("rate-limit", { retryAfterMs: 3_600_000 })]);
    expect(await outcome(withRetries(long, { clock }).complete(request))).toMatchObject({
      kind: "rate-limit",
    });
    expect(long.asked()).toBe(1);
  });

  test.each(["auth", "invalid-request", "too-large", "aborted", "budget"] as const)(
    "does not repeat %s",
    async (kind) => {
      const provider = failing([failure(kind)]);
      const error = await outcome(withRetries(provider, { clock: instantClock() }).complete(request));
      expect(error).toMatchObject({ kind });
      expect(provider.asked()).toBe(1);
    },
  );

  test("is refused as one too many more often than it may fail, but not for ever", async () => {
    const busy = failing([...Array.from({ length: 12 }, () => failure("rate-limit")), failure("server")]);
    await withRetries(busy, { clock: instantClock(), attempts: 2 }).complete(request);
    expect(busy.asked()).toBe(14);
    const always = failing(Array.from({ length: 9 }, () => failure("rate-limit")));
    const retrying = withRetries(always, { clock: instantClock(), refusals: 3 });
    expect(await outcome(retrying.complete(request))).toMatchObject({ kind: "rate-limit" });
    expect(always.asked()).toBe(4);
  });

  test("gives up after its last try, and at once on a mistake in the program", async () => {
    const provider = failing(Array.from({ length: 9 }, () => failure("server")));
    const error = await outcome(
      withRetries(provider, { clock: instantClock(), attempts: 3 }).complete(request),
    );
    expect(error).toMatchObject({ kind: "server" });
    expect(provider.asked()).toBe(3);
    const broken = providerOf(async () => {
      throw new RangeError("mistake");
    });
    expect(await outcome(withRetries(broken, { clock: instantClock() }).complete(request))).toBeInstanceOf(
      RangeError,
    );
  });

  test("ends its wait when it is given up", async () => {
    const abort = new AbortController();
    const clock: Clock = {
      now: () => 0,
      sleep: async () => {
        abort.abort();
        throw abort.signal.reason;
      },
    };
    const retrying = withRetries(failing([failure("server")]), { clock });
    expect(await outcome(retrying.complete(request, { signal: abort.signal }))).toMatchObject({
      kind: "aborted",
    });
  });
});

describe("retryAfterMs", () => {
  const now = Date.parse("2026-03-01T12:00:00Z");

  test.each([
    [{ "retry-after": "30" }, 30_000],
    [{ "retry-after": " 1.5 " }, 1500],
    [{ "retry-after": "Sun, 01 Mar 2026 12:01:00 GMT" }, 60_000],
    [{ "retry-after": "Sun, 01 Mar 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": "5", "retry-after-ms": "250" }, 250],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "-5" }, undefined],
    [{ "retry-after": "" }, undefined],
    [{}, undefined],
  ])("reads %j as %s", (headers, ms) => {
    expect(retryAfterMs(headers, now)).toBe(ms);
  });

  test("never throws and never gives a negative or endless wait", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const ms = retryAfterMs({ "retry-after": text }, now);
        return ms === undefined || ms >= 0;
      }),
      { seed: 5 },
    );
  });
});

describe("withTimeout", () => {
  test("gives a late request up and says so", async () => {
    const provider = providerOf(
      (_, { signal } = {}) =>
        new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
    );
    const error = await outcome(withTimeout(provider, 50, instantClock()).complete(request));
    expect(error).toMatchObject({ kind: "timeout", message: "no reply within 50 ms" });
  });

  test("leaves a request in time alone, and no alarm behind", async () => {
    let ended = false;
    const clock: Clock = {
      now: () => 0,
      sleep: (_, signal) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener("abort", () => {
            ended = true;
            reject(signal.reason);
          }),
        ),
    };
    await expect(withTimeout(failing([]), 50, clock).complete(request)).resolves.toEqual(replyWith());
    expect(ended).toBe(true);
    expect(() => withTimeout(failing([]), 0)).toThrow(RangeError);
  });
});

describe("withConcurrency", () => {
  test("never has more under way than its limit", async () => {
    const { provider, settle, underWay } = manual();
    const limited = withConcurrency(provider, { start: 2, max: 2 });
    const replies = Array.from({ length: 5 }, () => limited.complete(request));
    await settled();
    expect(underWay()).toBe(2);
    for (let index = 0; index < 5; index++) {
      await settle();
      expect(underWay()).toBeLessThanOrEqual(2);
    }
    expect(await Promise.all(replies)).toHaveLength(5);
    expect(limited.underWay()).toBe(0);
  });

  /** So many requests at once, of which the first are refused and the others are answered. */
  async function window({ provider, settle }: ReturnType<typeof manual>, size: number, refused: number) {
    const limited = withConcurrency(provider, { start: size, max: size });
    const replies = Array.from({ length: size }, () => outcome(limited.complete(request)));
    await settled();
    for (let index = 0; index < size; index++) await settle(index < refused ? refusal() : undefined);
    await Promise.all(replies);
    return limited.limit();
  }

  test.each([
    ["bears", 7, 20],
    ["does not bear", 8, 14],
  ])("%s %d refusals of 20", async (_, refused, limit) => {
    expect(await window(manual(), 20, refused)).toBe(limit);
  });

  test("falls once for all that were refused together, down to its least", async () => {
    expect(await window(manual(), 20, 20)).toBe(14);
    const { provider, settle } = manual();
    const limited = withConcurrency(provider, { start: 8, min: 3 });
    const limits: number[] = [];
    for (let round = 0; round < 4; round++) {
      const count = limited.limit();
      const replies = Array.from({ length: count }, () => outcome(limited.complete(request)));
      await settled();
      for (let index = 0; index < count; index++) await settle(refusal());
      await Promise.all(replies);
      limits.push(limited.limit());
    }
    expect(limits).toEqual([5, 3, 3, 3]);
  });

  test("grows by one with each success until it falls, then with as many as its limit, and slowly near where it fell", async () => {
    const limitsOf = async (provider: LimitedProvider, count: number) => {
      const limits: number[] = [];
      for (let index = 0; index < count; index++) {
        await outcome(provider.complete(request));
        limits.push(provider.limit());
      }
      return limits;
    };
    const early = withConcurrency(failing([]), { start: 4, max: 6 });
    expect(await limitsOf(early, 4)).toEqual([5, 6, 6, 6]);
    const refusals = Array.from({ length: 4 }, () => failure("rate-limit"));
    const late = withConcurrency(failing(refusals), { start: 10, max: 64 });
    const limits = await limitsOf(late, 80);
    const successesAt = (limit: number) => limits.filter((found) => found === limit).length;
    expect(limits.slice(0, 4)).toEqual([10, 10, 10, 7]);
    expect(successesAt(8)).toBeGreaterThanOrEqual(8);
    expect(successesAt(8)).toBeLessThanOrEqual(10);
    expect(successesAt(9)).toBeGreaterThanOrEqual(36);
  });

  test("does not shrink for other failures, and frees the place", async () => {
    const limited = withConcurrency(failing([failure("server"), failure("garbled")]), { start: 1, max: 1 });
    await outcome(limited.complete(request));
    await outcome(limited.complete(request));
    await expect(limited.complete(request)).resolves.toEqual(replyWith());
    expect(limited.limit()).toBe(1);
  });

  test("lets one who waits give up", async () => {
    const { provider, settle, underWay } = manual();
    const limited = withConcurrency(provider, { start: 1, max: 1 });
    const first = limited.complete(request);
    const abort = new AbortController();
    const second = outcome(limited.complete(request, { signal: abort.signal }));
    abort.abort();
    expect(await second).toMatchObject({ kind: "aborted" });
    await settle();
    await first;
    expect(underWay()).toBe(0);
    const aborted = limited.complete(request, { signal: abort.signal });
    expect(await outcome(aborted)).toMatchObject({ kind: "aborted" });
  });

  test.each([{ min: 0 }, { min: 5, max: 4 }, { max: 1.5 }])("refuses %j", (options) => {
    expect(() => withConcurrency(failing([]), options)).toThrow(RangeError);
  });
});

describe("withBudget", () => {
  const prices = { currency: "EUR", models: { "test:m": { input: 2, cached: 0.5, output: 10 } } };
  const usage = { inputTokens: 1000, cachedTokens: 400, outputTokens: 100 };

  test("counts tokens and money", async () => {
    const metered = withBudget(
      providerOf(async () => replyWith(usage)),
      { prices },
    );
    await metered.complete(request);
    await metered.complete(request);
    const { cost, ...counts } = metered.totals();
    expect(counts).toEqual({
      replies: 2,
      failures: 0,
      inputTokens: 2000,
      cachedTokens: 800,
      outputTokens: 200,
    });
    expect(cost).toBeCloseTo((2 * (600 * 2 + 400 * 0.5 + 100 * 10)) / 1e6, 12);
  });

  test.each([
    ["tokens", { maxTokens: 5000 }],
    ["money", { maxCost: 0.01 }],
  ])("stops when its %s are spent, at most one request late", async (_, limit) => {
    let asked = 0;
    const provider = providerOf(async () => {
      asked++;
      return replyWith(usage);
    });
    const metered = withBudget(provider, { prices, ...limit });
    const long: Request = { ...request, sampling: { maxTokens: 1500 } };
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome(metered.complete(long))));
    const stopped = outcomes.filter((result) => result instanceof ProviderError && result.kind === "budget");
    expect(stopped).toHaveLength(50 - asked);
    expect(asked).toBe(5); // 1100 tokens and 0.0024 each
  });

  test("learns from the first requests where its estimates are too low", async () => {
    let asked = 0;
    const provider = providerOf(async () => {
      asked++;
      return replyWith(usage);
    });
    const metered = withBudget(provider, { maxTokens: 11_000 });
    for (let index = 0; index < 5; index++) await metered.complete(request);
    await Promise.all(Array.from({ length: 50 }, () => outcome(metered.complete(request))));
    expect(asked).toBe(10);
  });

  test("goes on from what was spent before", async () => {
    const metered = withBudget(failing([]), { maxTokens: 100, spent: { inputTokens: 90, outputTokens: 10 } });
    expect(await outcome(metered.complete(request))).toMatchObject({ kind: "budget" });
  });

  test("counts failures, and estimates where the server does not count", async () => {
    const metered = withBudget(failing([failure("server")]));
    await outcome(metered.complete(request));
    await metered.complete(request);
    expect(metered.totals()).toMatchObject({ replies: 1, failures: 1, inputTokens: 1, outputTokens: 100 });
  });

  test("wants a price where money is limited", () => {
    expect(() => withBudget(failing([]), { maxCost: 1 })).toThrow(InputError);
    expect(() => withBudget(failing([]), { maxCost: 1, prices: { currency: "EUR", models: {} } })).toThrow(
      /test:m/,
    );
  });
});
