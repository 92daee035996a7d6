import { describe, expect, test } from "vitest";
import type { PoolTask } from "../test/fixtures/pool-worker.ts";
import { InputError } from "./errors.ts";
import { mapConcurrent, mapInWorkers, serveWorker, siblingModule } from "./pool.ts";

const script = new URL("../test/fixtures/pool-worker.ts", import.meta.url);

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function squares(count: number): PoolTask[] {
  return Array.from({ length: count }, (_, value) => ({ do: "square", value }));
}

/** A generator that remembers how far it was read and whether it was closed. */
function watched(count: number) {
  const seen = { taken: 0, closed: false };
  function* numbers() {
    try {
      for (; seen.taken < count; ) yield seen.taken++;
    } finally {
      seen.closed = true;
    }
  }
  return { seen, inputs: numbers() };
}

describe("mapConcurrent", () => {
  test("keeps the order of the inputs, whichever is done first", async () => {
    const releases: (() => void)[] = [];
    const results = collect(
      mapConcurrent([0, 1, 2], 3, async (value) => {
        await new Promise<void>((release) => releases.push(release));
        return value * 10;
      }),
    );
    while (releases.length < 3) await Promise.resolve();
    for (const release of releases.reverse()) release();
    expect(await results).toEqual([0, 10, 20]);
  });

  test("has at most `limit` under way and takes no more than the consumer asks for", async () => {
    const { seen, inputs } = watched(100);
    let running = 0;
    let most = 0;
    const results = mapConcurrent(inputs, 4, async (value) => {
      most = Math.max(most, ++running);
      await new Promise((release) => setImmediate(release));
      running--;
      return value;
    });
    await results.next();
    expect(seen.taken).toBe(4);
    await results.next();
    expect(seen.taken).toBe(5);
    expect(await collect(results)).toHaveLength(98);
    expect(most).toBe(4);
  });

  test("throws the first failure in input order and closes the input", async () => {
    const { seen, inputs } = watched(100);
    const results = mapConcurrent(inputs, 4, (value) => {
      if (value >= 2) throw new Error(`no ${value}`);
      return value;
    });
    await expect(collect(results)).rejects.toThrow("no 2");
    expect(seen).toEqual({ taken: 6, closed: true });
  });

  test("closes the input when the consumer stops", async () => {
    const { seen, inputs } = watched(100);
    for await (const value of mapConcurrent(inputs, 2, (input) => input)) if (value === 3) break;
    expect(seen.closed).toBe(true);
    expect(seen.taken).toBeLessThan(10);
  });

  test("refuses a limit that lets nothing run", async () => {
    await expect(collect(mapConcurrent([1], 0, (value) => value))).rejects.toThrow(RangeError);
  });
});

describe("mapInWorkers", () => {
  test("maps in order over several workers, from any iterable", async () => {
    const expected = squares(40).map((_, value) => value ** 2);
    expect(await collect(mapInWorkers(script, squares(40), { workers: 2 }))).toEqual(expected);
    async function* later() {
      yield* squares(40);
    }
    expect(await collect(mapInWorkers(script, later(), { workers: 1 }))).toEqual(expected);
  });

  test("starts no more workers than inputs, and no work at all for none", async () => {
    const one: PoolTask[] = [{ do: "thread" }];
    expect(new Set(await collect(mapInWorkers(script, one, { workers: 2 }))).size).toBe(1);
    expect(await collect(mapInWorkers(script, []))).toEqual([]);
  });

  test("takes no more inputs than the consumer asks for", async () => {
    const { seen, inputs } = watched(1000);
    async function* tasks() {
      for (const value of inputs) yield { do: "square", value } satisfies PoolTask;
    }
    const results = mapInWorkers(script, tasks(), { workers: 2 });
    await results.next();
    expect(seen.taken).toBe(4);
    await results.return();
    expect(seen.closed).toBe(true);
  });

  test("carries an InputError over as an InputError", async () => {
    const failed = collect(mapInWorkers(script, [{ do: "refuse" }], { workers: 1 }));
    await expect(failed).rejects.toThrow(InputError);
    await expect(failed).rejects.toThrow("page.png: width: expected at most 10 px, found 11");
  });

  test("carries other errors over with their message and the worker's stack", async () => {
    const failed = collect(mapInWorkers(script, [...squares(3), { do: "throw" }], { workers: 1 }));
    await expect(failed).rejects.toThrow("square: expected a number");
    await expect(failed).rejects.toHaveProperty("stack", expect.stringContaining("pool-worker"));
  });

  test("fails when a worker dies, instead of waiting for it", async () => {
    const failed = collect(mapInWorkers(script, [{ do: "exit" }], { workers: 1 }));
    await expect(failed).rejects.toThrow("the worker ended with code 3");
  });

  test("fails when the script does not exist", async () => {
    const missing = new URL("./no-such-worker.ts", import.meta.url);
    await expect(collect(mapInWorkers(missing, [1], { workers: 1 }))).rejects.toThrow("no-such-worker");
  });

  test("fails on an input that cannot be sent", async () => {
    await expect(collect(mapInWorkers(script, [() => {}], { workers: 1 }))).rejects.toThrow("cloned");
  });

  test("ends at an abort, with workers that never answer", async () => {
    const abort = new AbortController();
    const tasks: PoolTask[] = [...squares(1), { do: "hang" }, { do: "hang" }];
    const results = mapInWorkers(script, tasks, { workers: 1, signal: abort.signal });
    expect(await results.next()).toEqual({ done: false, value: 0 });
    const second = results.next();
    abort.abort(new Error("enough"));
    await expect(second).rejects.toThrow("enough");
    await expect(collect(mapInWorkers(script, [1], { signal: abort.signal }))).rejects.toThrow("enough");
  });

  test("moves buffers when told to", async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const results = mapInWorkers<PoolTask, Uint8Array>(script, [{ do: "reverse", bytes }], {
      workers: 1,
      transfer: () => [bytes.buffer],
    });
    expect(await collect(results)).toEqual([Uint8Array.of(3, 2, 1)]);
    expect(bytes.byteLength).toBe(0);
  });
});

test("serveWorker runs in a worker only", () => {
  expect(() => serveWorker(() => 1)).toThrow("worker thread");
});

test("siblingModule has the caller's own extension", () => {
  const url = (caller: string) => siblingModule({ url: caller }, "./draw-worker").href;
  expect(url("file:///app/src/atelier/draw.ts")).toBe("file:///app/src/atelier/draw-worker.ts");
  expect(url("file:///app/dist/atelier/draw.js")).toBe("file:///app/dist/atelier/draw-worker.js");
});
