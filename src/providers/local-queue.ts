/** The asking side of a local model: requests are handed to its thread together, and each is answered when it ends. */
import { abortError } from "./failures.ts";
import type { Done, Wanted } from "./local-contract.ts";
import { ProviderError } from "./provider.ts";

export type Answer = Exclude<Done, { readonly failure: unknown }>;

export interface LocalQueue {
  /** `ProviderError` where the model cannot take the request, or the signal gives it up. */
  ask(wanted: Omit<Wanted, "id">, signal: AbortSignal | undefined): Promise<Answer>;
}

/** What the thread does; see `localContract.advance`. */
type Advance = (
  input: { readonly wanted: readonly Wanted[]; readonly forget: number[] },
  signal: AbortSignal,
) => Promise<readonly Done[]>;

interface Pending {
  resolve(answer: Answer): void;
  reject(cause: unknown): void;
}

export function createLocalQueue(advance: Advance): LocalQueue {
  const pending = new Map<number, Pending>();
  let wanted: Wanted[] = [];
  let forget: number[] = [];
  let next = 0;
  let spell: AbortController | undefined;

  const settle = (done: Done): void => {
    const request = pending.get(done.id);
    pending.delete(done.id);
    if ("failure" in done) request?.reject(new ProviderError(done.failure));
    else request?.resolve(done);
  };
  const rejectAll = (cause: unknown): void => {
    for (const { reject } of pending.values()) reject(cause);
    pending.clear();
  };
  const computeSpell = async (): Promise<void> => {
    const input = { wanted, forget };
    [wanted, forget] = [[], []];
    spell = new AbortController();
    const { signal } = spell;
    try {
      for (const done of await advance(input, signal)) settle(done);
    } catch (cause) {
      // An abort means that all of these were given up; those who came since begin anew.
      if (!signal.aborted) rejectAll(cause);
    }
    spell = undefined;
  };
  let running = false;
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    // Requests that arrive in the same turn of the loop begin together.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (pending.size > 0) await computeSpell();
    [wanted, forget] = [[], []];
    running = false;
  };
  const giveUp = (id: number): void => {
    pending.delete(id);
    const unsent = wanted.some((each) => each.id === id);
    if (unsent) wanted = wanted.filter((each) => each.id !== id);
    else forget.push(id);
    if (pending.size === 0) spell?.abort();
  };
  return {
    ask: async (request, signal) => {
      if (signal?.aborted === true) throw abortError(signal);
      const id = next++;
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      pending.set(id, { resolve, reject });
      wanted.push({ ...request, id });
      const abort = (): void => {
        giveUp(id);
        if (signal !== undefined) reject(abortError(signal));
      };
      signal?.addEventListener("abort", abort, { once: true });
      void run();
      return promise.finally(() => signal?.removeEventListener("abort", abort));
    },
  };
}
