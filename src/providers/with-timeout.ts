/** Gives up a request that takes too long. */

import { type Clock, machineClock } from "./clock.ts";
import { type CompleteOptions, type Provider, ProviderError } from "./provider.ts";

/**
 * Each request of the provider, and so each single try where it stands below `withRetries`, ends after `timeoutMs`
 * with a {@link ProviderError} of kind `timeout`. The provider has to heed its signal.
 */
export function withTimeout(provider: Provider, timeoutMs: number, clock: Clock = machineClock): Provider {
  if (!(timeoutMs > 0)) throw new RangeError(`withTimeout: expected a time above 0 ms, got ${timeoutMs}`);
  return {
    ...provider,
    complete: async (request, { signal }: CompleteOptions = {}) => {
      const late = new AbortController();
      const done = new AbortController();
      const alarm = clock.sleep(timeoutMs, done.signal).then(
        () => late.abort(new ProviderError({ kind: "timeout", message: `no reply within ${timeoutMs} ms` })),
        () => {}, // The reply came first.
      );
      try {
        const signals = signal === undefined ? [late.signal] : [signal, late.signal];
        return await provider.complete(request, { signal: AbortSignal.any(signals) });
      } finally {
        // Without a reason an error with its stack is made for every reply.
        done.abort("replied");
        await alarm;
      }
    },
  };
}
