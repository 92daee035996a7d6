/**
 * How many requests are under way at once, found by asking as TCP does (RFC 5681, section 3.1), with two differences.
 * A server that refuses a share of the requests whatever their number (a busy neighbour, a balancer with one full
 * machine) is not relieved by fewer of them, so that the limit falls only where more than {@link TOLERATED} of a
 * window's requests are refused; and it falls to {@link DECREASE} of itself, not to a half. A window is as many
 * outcomes as the limit; requests from before the last decrease say nothing of the limit after it. Until the first
 * decrease each success raises the limit by one (slow start), from then on it takes as many successes as the limit,
 * and near where it last fell four times as many (as the plateau of RFC 9438), so that a server's true limit is
 * seldom overstepped.
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
        gate.accepted(epoch);
        return reply;
      } catch (error) {
        if (error instanceof ProviderError && error.kind === "rate-limit") gate.refused(epoch);
        throw error;
      } finally {
        gate.leave();
      }
    },
  };
}

/** Share of refusals in a window that is borne. */
const TOLERATED = 0.35;
/** What is left of the limit after a decrease. */
const DECREASE = 0.7;
/** How much slower the limit grows near where it last fell. */
const CAUTION = 4;

class Gate {
  limit: number;
  active = 0;
  readonly #min: number;
  readonly #max: number;
  readonly #waiting = new Set<() => void>();
  /** Counts the decreases. */
  #epoch = 0;
  /** Where the limit last fell from. */
  #ceiling = Number.POSITIVE_INFINITY;
  #window = { accepted: 0, refused: 0 };

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

  accepted(epoch: number): void {
    this.limit = Math.min(this.#max, this.limit + this.#growth());
    this.#count(epoch, "accepted");
  }

  refused(epoch: number): void {
    this.#count(epoch, "refused");
  }

  /** What one success adds to the limit. */
  #growth(): number {
    if (this.#epoch === 0) return 1;
    const near = Math.abs(this.#ceiling - this.limit) <= Math.max(1, this.#ceiling / 20);
    return 1 / (near ? CAUTION * this.limit : this.limit);
  }

  #count(epoch: number, outcome: "accepted" | "refused"): void {
    if (epoch !== this.#epoch) return;
    const window = this.#window;
    window[outcome]++;
    if (window.refused > Math.max(1, TOLERATED * this.limit)) this.#decrease();
    else if (window.accepted + window.refused >= this.limit) this.#window = { accepted: 0, refused: 0 };
  }

  #decrease(): void {
    this.#epoch++;
    this.#ceiling = this.limit;
    this.limit = Math.max(this.#min, DECREASE * this.limit);
    this.#window = { accepted: 0, refused: 0 };
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
