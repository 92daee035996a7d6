import { mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Provider, ProviderError, type Request } from "../../providers/index.ts";
import { cacheKey, type ReplyCache, replyCache } from "./reply-cache.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "benday-cache-"));
});
const opened: ReplyCache[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((cache) => cache.close()));
  await rm(folder, { recursive: true });
});

const picture = { type: "image", hash: "abc", width: 10, height: 10, mediaType: "image/png" } as const;
const request: Request = {
  messages: [
    {
      role: "user",
      parts: [
        { ...picture, bytes: new Uint8Array([1]) },
        { type: "text", text: "?" },
      ],
    },
  ],
  tools: [],
  sampling: { temperature: 0, maxTokens: 10 },
};

/** A provider that counts how often it was really asked, and fails the first `failures` times. */
function countingProvider(failures = 0) {
  const calls = { count: 0 };
  const provider: Provider = {
    id: "openai",
    model: "m",
    traits: { frame: "page", nativeTools: false, logProbs: false, family: "none" },
    complete: async () => {
      calls.count += 1;
      if (calls.count <= failures) throw new ProviderError({ kind: "server", message: "500" });
      return { text: `${calls.count}`, calls: [], finish: "stop", usage: {}, latencyMs: 5, model: "m" };
    },
  };
  return { provider, calls };
}
function caching(maxBytes?: number): ReplyCache {
  const cache = replyCache({ folder, scope: "0.1.0", maxBytes });
  opened.push(cache);
  return cache;
}

test("the same request is asked once, over caches too", async () => {
  const { provider, calls } = countingProvider();
  const [first, second] = [caching(), caching()];
  const reply = await first.wrap(provider, 0).complete(request);
  expect(await second.wrap(provider, 0).complete(request)).toEqual(reply);
  expect(calls.count).toBe(1);
  expect([first.hits(), second.hits()]).toEqual([0, 1]);
});

test("failures are not kept", async () => {
  const { provider, calls } = countingProvider(1);
  const wrapped = caching().wrap(provider, 0);
  await expect(wrapped.complete(request)).rejects.toThrow(ProviderError);
  await wrapped.complete(request);
  await wrapped.complete(request);
  expect(calls.count).toBe(2);
});

test("a reply with a call comes back with all that belongs to the call", async () => {
  const { provider, calls } = countingProvider();
  const call = {
    id: "1",
    name: "zoom",
    input: { box: [1, 2] },
    state: { google: { thoughtSignature: "s" } },
  };
  const complete: Provider["complete"] = async (...asked) => ({
    ...(await provider.complete(...asked)),
    reasoning: "r",
    calls: [call],
  });
  const wrapped = caching().wrap({ ...provider, complete }, 0);
  const reply = await wrapped.complete(request);
  expect(reply.calls).toEqual([call]);
  expect(await wrapped.complete(request)).toEqual(reply);
  expect(calls.count).toBe(1);
});

test("a damaged reply is asked for again", async () => {
  const { provider, calls } = countingProvider();
  await caching().wrap(provider, 0).complete(request);
  const [name = ""] = await readdir(folder);
  await truncate(join(folder, name), 120);
  await caching().wrap(provider, 0).complete(request);
  expect(calls.count).toBe(2);
});

test("keeps within its bound, the newest replies", async () => {
  const { provider, calls } = countingProvider();
  const cache = caching(3000);
  const ask = async (from: ReplyCache, sample: number) => from.wrap(provider, sample).complete(request);
  for (let sample = 0; sample < 40; sample++) await ask(cache, sample);
  await cache.close();
  const later = caching();
  await ask(later, 39);
  expect(calls.count).toBe(40);
  await ask(later, 0);
  expect(calls.count).toBe(41);
});

test("the key covers all that may change a reply, and no picture bytes", () => {
  const { provider } = countingProvider();
  const key = (change: Partial<Request> = {}, sample = 0, model = "m", scope = "0.1.0") =>
    cacheKey({ ...provider, model }, { ...request, ...change }, sample, scope);
  const user = (hash: string, bytes: number) =>
    ({
      messages: [{ role: "user", parts: [{ ...picture, hash, bytes: new Uint8Array([bytes]) }] }],
    }) as const;
  const keys = [
    key(),
    key({}, 1),
    key({}, 0, "n"),
    key({}, 0, "m", "0.2.0"),
    key({ sampling: { temperature: 1, maxTokens: 10 } }),
    key({ tools: [{ name: "zoom", description: "", parameters: {} }] }),
    key({ responseSchema: { name: "v", schema: {} } }),
    key(user("other", 1)),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(key(user("abc", 1))).toBe(key(user("abc", 2)));
});
