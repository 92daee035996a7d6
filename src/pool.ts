/**
 * Work on many inputs at once, results in input order. At most a few inputs are under way, and no further one is
 * taken while the consumer is slow, so memory stays flat however long the input is.
 */
import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { parentPort, type Transferable, Worker } from "node:worker_threads";
import { type Fault, InputError } from "./errors.ts";

export interface WorkerOptions<I> {
  /** Number of worker threads. Default: what the machine runs in parallel. */
  readonly workers?: number | undefined;
  /** Ends the work: all workers stop and the iteration throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Buffers to move instead of copying; the sender can no longer use them. */
  readonly transfer?: ((input: I) => readonly Transferable[]) | undefined;
}

/**
 * The module beside the caller that a worker is to run, whether the caller runs as TypeScript or as built JavaScript:
 * `siblingModule(import.meta, "./draw-worker")` is `draw-worker.ts` or `draw-worker.js`, by the caller's own ending.
 */
export function siblingModule(caller: Pick<ImportMeta, "url">, path: `./${string}`): URL {
  const extension = extname(new URL(caller.url).pathname);
  return new URL(`${path}${extension}`, caller.url);
}

/**
 * Apply an async function to every input, at most `limit` at a time, results in input order. The first failure in
 * input order is thrown; then no further input is taken.
 */
export async function* mapConcurrent<I, O>(
  inputs: Iterable<I> | AsyncIterable<I>,
  limit: number,
  apply: (input: I, index: number) => O | Promise<O>,
): AsyncGenerator<O, void, undefined> {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new RangeError(`mapConcurrent: expected a limit of at least 1, got ${limit}`);
  }
  const running: Promise<O>[] = [];
  let index = 0;
  for await (const input of inputs) {
    const result = (async () => apply(input, index++))();
    result.catch(() => {}); // Thrown below when its turn comes, or dropped after an earlier failure.
    running.push(result);
    const first = running.length === limit ? running.shift() : undefined;
    if (first !== undefined) yield first;
  }
  yield* running;
}

/**
 * Run every input through a worker script (one that calls {@link serveWorker}), results in input order. Errors of a
 * worker are thrown here with their message, an `InputError` as an `InputError`. However the iteration ends, the
 * workers end with it.
 *
 * @param script module that calls `serveWorker`, see {@link siblingModule}
 */
export async function* mapInWorkers<I, O>(
  script: URL,
  inputs: Iterable<I> | AsyncIterable<I>,
  options: WorkerOptions<I> = {},
): AsyncGenerator<O, void, undefined> {
  const { workers = availableParallelism(), signal, transfer } = options;
  signal?.throwIfAborted();
  const crew = new Crew<I, O>(script, workers);
  const abort = () => crew.fail(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  try {
    // Twice the workers, so that none waits while a slow input holds up the order.
    yield* mapConcurrent(inputs, workers * 2, (input) => crew.work(input, transfer?.(input) ?? []));
  } finally {
    signal?.removeEventListener("abort", abort);
    await crew.dismiss();
  }
}

/**
 * The worker's side: answer every input that {@link mapInWorkers} sends, one at a time.
 *
 * @param transfer buffers of the output to move instead of copying
 */
export function serveWorker<I, O>(
  handle: (input: I) => O | Promise<O>,
  transfer: (output: O) => readonly Transferable[] = () => [],
): void {
  const port = parentPort;
  if (port === null)
    throw new Error("serveWorker: expected to run in a worker thread, found the main thread");
  port.on("message", async (input: I) => {
    try {
      const output = await handle(input);
      port.postMessage({ output } satisfies Reply<O>, [...transfer(output)]);
    } catch (cause) {
      port.postMessage(failedReply(cause));
    }
  });
}

/** What a worker sends back: errors as data, because a structured clone forgets the class of an `InputError`. */
type Reply<O> = { readonly output: O } | FailedReply;
export type FailedReply = { readonly fault: Fault } | { readonly error: Error };

/** An error on its way to another thread. */
export function failedReply(cause: unknown): FailedReply {
  if (cause instanceof InputError) return { fault: cause.fault };
  const error = new Error(cause instanceof Error ? cause.message : String(cause));
  if (cause instanceof Error && cause.stack !== undefined) error.stack = cause.stack;
  return { error };
}

/** The error that a thread sent, as it was thrown there. */
export function failureOf(reply: FailedReply): Error {
  return "fault" in reply ? new InputError(reply.fault) : reply.error;
}

interface Task<I, O> {
  readonly input: I;
  readonly transfer: readonly Transferable[];
  resolve(output: O): void;
  reject(cause: unknown): void;
}

/** A few threads of one script, started when first needed, each with at most one task at a time. */
class Crew<I, O> {
  readonly #script: URL;
  readonly #size: number;
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Task<I, O>>();
  #queue: Task<I, O>[] = [];
  #failure: { readonly cause: unknown } | undefined;

  constructor(script: URL, size: number) {
    this.#script = script;
    this.#size = size;
  }

  work(input: I, transfer: readonly Transferable[]): Promise<O> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ input, transfer, resolve, reject });
      this.#assign();
    });
  }

  /** Reject everything that is under way, and all that comes. */
  fail(cause: unknown): void {
    this.#failure ??= { cause };
    for (const task of this.#busy.values()) task.reject(cause);
    this.#assign();
  }

  async dismiss(): Promise<void> {
    this.fail(new Error("mapInWorkers: the work has ended"));
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()));
  }

  #assign(): void {
    if (this.#failure !== undefined) {
      for (const task of this.#queue) task.reject(this.#failure.cause);
      this.#queue = [];
    }
    while (this.#queue.length > 0 && this.#busy.size < this.#size) {
      const task = this.#queue.shift();
      if (task !== undefined) this.#send(this.#idle.pop() ?? this.#hire(), task);
    }
  }

  #send(worker: Worker, task: Task<I, O>): void {
    try {
      worker.postMessage(task.input, [...task.transfer]);
      this.#busy.set(worker, task);
    } catch (cause) {
      this.#idle.push(worker);
      task.reject(cause);
    }
  }

  #hire(): Worker {
    const worker = new Worker(this.#script);
    worker.on("message", (reply: Reply<O>) => this.#receive(worker, reply));
    worker.on("messageerror", (cause) => this.fail(cause));
    worker.on("error", (cause) => this.fail(cause));
    worker.on("exit", (code) =>
      this.fail(new Error(`${this.#script.href}: the worker ended with code ${code}`)),
    );
    return worker;
  }

  #receive(worker: Worker, reply: Reply<O>): void {
    const task = this.#busy.get(worker);
    this.#busy.delete(worker);
    this.#idle.push(worker);
    if ("output" in reply) task?.resolve(reply.output);
    else task?.reject(failureOf(reply));
    this.#assign();
  }
}
