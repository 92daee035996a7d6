/**
 * How many requests are under way at once, found by asking as TCP does (RFC 5681, section 3.1): until the first
 * refusal for the rate each success raises the limit by one (slow start); a refusal halves it, once for all requests
 * that were under way together; from then on it takes as many successes as the limit to raise it by one.
 */
import { abortError } from "./failures.ts";
import { type CompleteOptions, type Provider, ProviderError } from "./provider.ts";

export interface ConcurrencyOptions {
  /** Where it begins. Default: 16, or `max` where that is less. */
  readonly start?: number | undefined;
  /** Default: 1. */
  readonly min?: number | undefined;
  /** Default: 64. */
  readonly max?: number | undefined;
}

export interface LimitedProvider extends Provider {
  /** Requests that may be under way now. */
  readonly limit: () => number;
  /** Requests that are under way. */
  readonly underWay: () => number;
}

export function withConcurrency(provider: Provider, options: ConcurrencyOptions = {}): LimitedProvider {
  const gate = new Gate(options);
  return {
    ...provider,
    limit: () => Math.floor(gate.limit),
    underWay: () => gate.active,
    complete: async (request, { signal }: CompleteOptions = {}) => {
      const epoch = await gate.enter(signal);
      try {
        const reply = await provider.complete(request, { signal });
        gate.grow();
        return reply;
      } catch (error) {
        if (error instanceof ProviderError && error.kind === "rate-limit") gate.halve(epoch);
        throw error;
      } finally {
        gate.leave();
      }
    },
  };
}

class Gate {
  limit: number;
  active = 0;
  readonly #min: number;
  readonly #max: number;
  readonly #waiting = new Set<() => void>();
  /** Counts the decreases; a refusal of a request from before the last one says nothing new. */
  #epoch = 0;

  constructor({ min = 1, max = 64, start = Math.min(16, max) }: ConcurrencyOptions) {
    if (!(Number.isInteger(min) && Number.isInteger(max) && min >= 1 && min <= max))
      throw new RangeError(`withConcurrency: expected whole numbers 1 <= min <= max, got ${min} and ${max}`);
    this.#min = min;
    this.#max = max;
    this.limit = Math.min(max, Math.max(min, start));
  }

  async enter(signal: AbortSignal | undefined): Promise<number> {
    if (signal?.aborted === true) throw abortError(signal);
    if (this.active < Math.floor(this.limit)) this.active++;
    else await this.#wait(signal);
    return this.#epoch;
  }

  /** The place is taken in the name of the one who waited, so that none can slip in between. */
  #wait(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const proceed = () => {
        signal?.removeEventListener("abort", abort);
        resolve();
      };
      const abort = () => {
        this.#waiting.delete(proceed);
        if (signal !== undefined) reject(abortError(signal));
      };
      this.#waiting.add(proceed);
      signal?.addEventListener("abort", abort, { once: true });
    });
  }

  leave(): void {
    this.active--;
    this.#admit();
  }

  grow(): void {
    this.limit = Math.min(this.#max, this.limit + (this.#epoch === 0 ? 1 : 1 / this.limit));
  }

  halve(epoch: number): void {
    if (epoch !== this.#epoch) return;
    this.#epoch++;
    this.limit = Math.max(this.#min, Math.floor(this.limit) / 2);
  }

  #admit(): void {
    for (const proceed of this.#waiting) {
      if (this.active >= Math.floor(this.limit)) return;
      this.#waiting.delete(proceed);
      this.active++;
      proceed();
    }
  }
}
