import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { siblingModule } from "../../pool.ts";
import { type ComputeThread, openComputeThread, type ThreadOptions } from "./compute-thread.ts";
import { contract } from "./fixtures/contract.ts";
import { serveCompute } from "./serve-compute.ts";

const opened: ComputeThread<typeof contract>[] = [];

function open(options?: ThreadOptions): ComputeThread<typeof contract> {
  const script = siblingModule(import.meta, "./fixtures/compute-worker");
  const thread = openComputeThread(script, contract, options);
  opened.push(thread);
  return thread;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((thread) => thread.close()));
});

describe("a compute thread", () => {
  test("answers calls in their order, typed arrays among them", async () => {
    const thread = open();
    const squares = await Promise.all([1, 2, 3].map((value) => thread.call("square", value)));
    expect(squares).toEqual([1, 4, 9]);
    const values = Float32Array.of(1, 2);
    expect(await thread.call("double", values)).toEqual(Float32Array.of(2, 4));
    expect(values).toHaveLength(2);
    await thread.call("double", values, { transfer: [values.buffer] });
    expect(values).toHaveLength(0);
    expect(await thread.call("leftOfDouble", null)).toBe(0);
  });

  test("leaves the caller's loop alive while it computes without a pause", async () => {
    const thread = open();
    const counter = new SharedArrayBuffer(4);
    const ticks = new Int32Array(counter);
    let busy = true;
    const tick = () => {
      Atomics.add(ticks, 0, 1);
      if (busy) setImmediate(tick);
    };
    // The thread gives up its loop only after 1000 ticks of ours: were we blocked, this would never end.
    const spun = thread.call("spinUntil", { counter, reached: 1000 });
    setImmediate(tick);
    expect(await spun).toBeGreaterThanOrEqual(1000);
    busy = false;
  });

  test("reports progress in order, before its answer", async () => {
    const seen: unknown[] = [];
    const answer = await open().call("count", 3, { onProgress: ({ done }) => seen.push(done) });
    expect([...seen, answer]).toEqual([1, 2, 3, "counted"]);
  });

  test("gives up at an abort, tells the thread, and answers the next call", async () => {
    const thread = open();
    const abort = new AbortController();
    const mark = new SharedArrayBuffer(4);
    const call = thread.call(
      "untilAborted",
      { mark },
      { signal: abort.signal, onProgress: () => abort.abort("enough") },
    );
    await expect(call).rejects.toBe("enough");
    expect(await thread.call("square", 3)).toBe(9);
    expect(new Int32Array(mark)[0]).toBe(1);
    const late = thread.call("square", 3, { signal: AbortSignal.abort("before") });
    await expect(late).rejects.toBe("before");
  });

  test("never begins a call that was aborted in the queue", async () => {
    const thread = open();
    const [first, second] = [new AbortController(), new AbortController()];
    const mark = new SharedArrayBuffer(4);
    const waiting = Promise.withResolvers<void>();
    const running = thread.call(
      "untilAborted",
      { mark: new SharedArrayBuffer(4) },
      { signal: first.signal, onProgress: () => waiting.resolve() },
    );
    const queued = thread.call("untilAborted", { mark }, { signal: second.signal });
    await waiting.promise;
    second.abort(new Error("second"));
    await expect(queued).rejects.toThrow("second");
    first.abort(new Error("first"));
    await expect(running).rejects.toThrow("first");
    expect(await thread.call("square", 2)).toBe(4);
    expect(new Int32Array(mark)[0]).toBe(0);
  });

  test("carries errors over: an InputError as one, others with their message and stack", async () => {
    const thread = open();
    await expect(thread.call("fail", "input")).rejects.toThrow(InputError);
    await expect(thread.call("fail", "input")).rejects.toThrow(
      "model: config.json: expected a model, found none",
    );
    const bug = thread.call("fail", "bug");
    await expect(bug).rejects.toThrow("matmul: expected [2, 3], got [3, 2]");
    await expect(bug).rejects.toHaveProperty("stack", expect.stringContaining("compute-worker"));
    expect(await thread.call("square", 2)).toBe(4);
  });

  test.each([
    ["crash", /^fail: compute thread file:.*compute-worker\.ts died: out of memory$/],
    ["exit", /^fail: compute thread file:.*compute-worker\.ts ended with code 3$/],
  ] as const)("a %s rejects what is under way and what comes, and says why", async (how, message) => {
    const thread = open();
    const calls = [thread.call("fail", how), thread.call("square", 1)];
    const [failed, waiting] = await Promise.allSettled(calls);
    expect(failed).toMatchObject({ status: "rejected", reason: { message: expect.stringMatching(message) } });
    expect(waiting).toMatchObject({
      status: "rejected",
      reason: { message: expect.stringMatching(/^square: /) },
    });
    await expect(thread.call("square", 1)).rejects.toThrow("compute thread");
  });

  test("refuses values that the contract does not have, on either side", async () => {
    const thread = open();
    const number: number = JSON.parse('"7"');
    await expect(thread.call("square", number)).rejects.toThrow(
      "square: input: Invalid input: expected number",
    );
    await expect(thread.call("fail", "wrong")).rejects.toThrow(
      "fail: output: Invalid input: expected string",
    );
  });

  test("a progress listener that throws ends its call", async () => {
    const thread = open();
    const call = thread.call("count", 2, {
      onProgress: () => {
        throw new Error("disk full");
      },
    });
    await expect(call).rejects.toThrow("disk full");
    expect(await thread.call("square", 2)).toBe(4);
  });

  test("closes with its calls rejected, once the handler at work has stopped", async () => {
    const thread = open();
    const mark = new SharedArrayBuffer(4);
    const began = Promise.withResolvers<void>();
    const call = thread.call("untilAborted", { mark }, { onProgress: () => began.resolve() });
    await began.promise;
    const closed = thread.close();
    await expect(call).rejects.toThrow("was closed");
    await closed;
    expect(new Int32Array(mark)[0]).toBe(1);
    await thread.close();
  });

  test("is closed by force where a handler ignores its signal", async () => {
    const thread = open({ graceMs: 20 });
    const began = Promise.withResolvers<void>();
    const call = thread.call("ignoreSignal", null, { onProgress: () => began.resolve() });
    call.catch(() => {});
    await began.promise;
    await thread.close();
    await expect(call).rejects.toThrow("was closed");
  });

  test("keeps a program alive while it is asked, and no longer", async () => {
    const program = fileURLToPath(new URL("./fixtures/idle-program.ts", import.meta.url));
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program], { timeout: 30_000 });
    expect({ stdout, stderr }).toEqual({ stdout: "49\n", stderr: "" });
  });

  test("serves only in a worker thread", () => {
    expect(() => serveCompute({}, {})).toThrow("expected to run in a worker thread");
  });
});
