/**
 * The caller's side of a thread that computes. `run()` of onnxruntime-node blocks the thread that calls it: so that
 * servers, progress and Ctrl-C stay alive, it is called in a thread of its own.
 */
import { type Transferable, Worker } from "node:worker_threads";
import type { z } from "zod";
import { failureOf } from "../../pool.ts";
import { type Contract, type Reply, type Request, received, schemaOf } from "./contract.ts";

export interface CallOptions<P> {
  /** Rejects the call at once with the signal's reason; the thread stops when it next looks at its own signal. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: P) => void) | undefined;
  /** Buffers of the input to move instead of copying; the caller can no longer use them. */
  readonly transfer?: readonly Transferable[] | undefined;
}

export interface ComputeThread<C extends Contract> {
  /**
   * Call a method. Calls are answered one after another. What the thread throws is thrown here with its message, an
   * `InputError` as an `InputError`; when the thread dies, every call is rejected with what it died of.
   */
  call<K extends keyof C & string>(
    method: K,
    input: z.input<C[K]["input"]>,
    options?: CallOptions<z.output<C[K]["progress"]>>,
  ): Promise<z.output<C[K]["output"]>>;
  /**
   * End the thread. Calls under way are rejected at once; resolves when the handler at work has noticed its signal, for
   * a thread that is ended inside a native run takes the whole process with it.
   */
  close(): Promise<void>;
}

export interface ThreadOptions {
  /** How long `close` waits for a handler that ignores its signal before it ends the thread by force, ms. */
  readonly graceMs?: number | undefined;
}

/**
 * Start a thread that runs `script`, a module that calls `serveCompute` with the same contract (find it with
 * `siblingModule`). An idle thread does not keep the program alive, and no thread outlives it.
 */
export function openComputeThread<C extends Contract>(
  script: URL,
  contract: C,
  { graceMs = 10_000 }: ThreadOptions = {},
): ComputeThread<C> {
  const link = new Link(script);
  return {
    close: () => link.close(graceMs),
    async call(method, input, { signal, onProgress, transfer = [] } = {}) {
      signal?.throwIfAborted();
      const definition = methodOf(contract, method);
      const progress = schemaOf(definition, "progress");
      const output = await link.call(method, input, transfer, {
        signal,
        progress: (value) => onProgress?.(received(progress, value, `${method}: progress`)),
      });
      return received(schemaOf(definition, "output"), output, `${method}: output`);
    },
  };
}

function methodOf<C extends Contract, K extends keyof C>(contract: C, method: K): C[K] {
  return contract[method];
}

/** A call under way. */
interface Call {
  readonly method: string;
  progress(value: unknown): void;
  resolve(output: unknown): void;
  reject(cause: unknown): void;
}

/** The worker with the calls that wait for it. */
class Link {
  readonly #script: URL;
  readonly #worker: Worker;
  readonly #ended: Promise<unknown>;
  readonly #calls = new Map<number, Call>();
  #next = 0;
  #failure: Error | undefined;

  constructor(script: URL) {
    this.#script = script;
    this.#worker = new Worker(script);
    this.#worker.unref();
    this.#worker.on("message", (reply: Reply) => this.#receive(reply));
    this.#worker.on("messageerror", (cause) => this.#fail("sent what cannot be read", cause));
    this.#worker.on("error", (cause) => this.#fail(`died: ${messageOf(cause)}`, cause));
    this.#worker.on("exit", (code) => this.#fail(`ended with code ${code}`));
    this.#ended = new Promise((resolve) => this.#worker.on("exit", resolve));
  }

  call(
    method: string,
    input: unknown,
    transfer: readonly Transferable[],
    { signal, progress }: { signal: AbortSignal | undefined; progress: (value: unknown) => void },
  ): Promise<unknown> {
    const id = this.#next++;
    const abort = () => {
      this.#settle(id)?.reject(signal?.reason);
      this.#post({ abort: id });
    };
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) throw this.#failure;
      this.#post({ id, method, input }, transfer);
      this.#calls.set(id, { method, progress, resolve, reject });
      this.#worker.ref();
      signal?.addEventListener("abort", abort, { once: true });
    }).finally(() => signal?.removeEventListener("abort", abort));
  }

  async close(graceMs: number): Promise<void> {
    this.#fail("was closed");
    this.#worker.ref();
    this.#post({ close: true });
    const force = setTimeout(() => this.#worker.terminate(), graceMs);
    await this.#ended;
    clearTimeout(force);
  }

  #post(request: Request, transfer: readonly Transferable[] = []): void {
    this.#worker.postMessage(request, [...transfer]);
  }

  #receive(reply: Reply): void {
    const { id } = reply;
    if ("progress" in reply) this.#report(id, reply.progress);
    else if ("output" in reply) this.#settle(id)?.resolve(reply.output);
    else this.#settle(id)?.reject(failureOf(reply));
  }

  /** A listener that throws ends its call, not the program. */
  #report(id: number, progress: unknown): void {
    try {
      this.#calls.get(id)?.progress(progress);
    } catch (cause) {
      this.#settle(id)?.reject(cause);
      this.#post({ abort: id });
    }
  }

  /** Take a call off the list; undefined for one that was given up. */
  #settle(id: number): Call | undefined {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (this.#calls.size === 0) this.#worker.unref();
    return call;
  }

  #fail(what: string, cause?: unknown): void {
    const thread = `compute thread ${this.#script.href}`;
    this.#failure ??= new Error(`${thread} ${what}`, { cause });
    for (const [id, { method }] of [...this.#calls]) {
      this.#settle(id)?.reject(new Error(`${method}: ${this.#failure.message}`, { cause: this.#failure }));
    }
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
