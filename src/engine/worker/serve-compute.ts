/** The thread's side: answers calls one at a time, in the order in which they came. */
import { type MessagePort, parentPort, type Transferable } from "node:worker_threads";
import type { z } from "zod";
import { failedReply } from "../../pool.ts";
import { type Contract, type Method, type Reply, RequestSchema, received, schemaOf } from "./contract.ts";

export interface CallContext<M extends Method> {
  /** Aborts when the caller gives up; look at it between runs, for a run itself cannot be interrupted. */
  readonly signal: AbortSignal;
  /** Tells the caller how far the work is. */
  report(progress: z.input<M["progress"]>): void;
  /** Buffers of the output to move instead of copying; the handler can no longer use them. */
  transfer(...buffers: readonly Transferable[]): void;
}

type Handler<M extends Method> = (
  input: z.output<M["input"]>,
  context: CallContext<M>,
) => z.input<M["output"]> | Promise<z.input<M["output"]>>;

/** One function for each method. */
export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> };

/** Serve the methods of a contract from a worker's script; throws where it does not run in a worker. */
export function serveCompute<C extends Contract>(contract: C, handlers: Handlers<C>): void {
  const port = parentPort;
  if (port === null) {
    throw new Error("serveCompute: expected to run in a worker thread, found the main thread");
  }
  const methods = new Map<string, BoundMethod>();
  for (const name in contract) methods.set(name, bind(name, contract[name], handlers[name]));
  const aborts = new Map<number, AbortController>();
  let last: Promise<void> = Promise.resolve();
  port.on("message", (message: unknown) => {
    const request = RequestSchema.parse(message);
    if ("abort" in request) {
      aborts.get(request.abort)?.abort();
      return;
    }
    if ("close" in request) {
      for (const abort of aborts.values()) abort.abort();
      // Here no handler is at work. In the middle of a native run, an end of the thread would abort the whole process.
      last = last.then(() => process.exit(0));
      return;
    }
    const { id, method, input } = request;
    const abort = new AbortController();
    aborts.set(id, abort);
    last = last.then(async () => {
      await answer(port, id, abort.signal, (context) => {
        const run = methods.get(method);
        if (run === undefined) throw new RangeError(`expected one of ${[...methods.keys()]}, got ${method}`);
        return run(input, context);
      });
      aborts.delete(id);
    });
  });
}

type BoundMethod = (input: unknown, context: CallContext<Method>) => unknown;

function bind<M extends Method>(name: string, method: M, handler: Handler<M>): BoundMethod {
  const schema = schemaOf(method, "input");
  return (input, context) => handler(received(schema, input, `${name}: input`), context);
}

async function answer(
  port: MessagePort,
  id: number,
  signal: AbortSignal,
  run: (context: CallContext<Method>) => unknown,
): Promise<void> {
  const moved: Transferable[] = [];
  try {
    signal.throwIfAborted();
    const output = await run({
      signal,
      report: (progress) => port.postMessage({ id, progress } satisfies Reply),
      transfer: (...buffers) => void moved.push(...buffers),
    });
    port.postMessage({ id, output } satisfies Reply, moved);
  } catch (cause) {
    port.postMessage({ id, ...failedReply(cause) } satisfies Reply);
  }
}
