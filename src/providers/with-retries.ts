/**
 * Tries again what may go better: exponential backoff with full jitter
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), and never sooner than the server asks.
 */
import { type Random, seeded } from "../random.ts";
import { type Clock, machineClock } from "./clock.ts";
import { abortError } from "./failures.ts";
import { type CompleteOptions, type FailureKind, type Provider, ProviderError } from "./provider.ts";

export interface RetryOptions {
  /** Requests in all, the first included, but for those refused as too many. Default: 8. */
  readonly attempts?: number | undefined;
  /** Times that a request may be refused as one too many (429): that says nothing about the request. Default: 40. */
  readonly refusals?: number | undefined;
  /** Longest wait before the first repetition, ms; doubled for each further one. Default: 1000. */
  readonly baseMs?: number | undefined;
  /** Longest wait before any, ms. Default: 60 s. */
  readonly capMs?: number | undefined;
  /** A server that asks for more than this is not waited for, ms. Default: 10 minutes. */
  readonly longestRetryAfterMs?: number | undefined;
  /** Of the jitter. Default: "retries". */
  readonly seed?: string | number | undefined;
  readonly clock?: Clock | undefined;
  /** Told before each wait. */
  readonly onRetry?: ((failure: ProviderError, waitMs: number, attempt: number) => void) | undefined;
}

const WORTH_ANOTHER_TRY: ReadonlySet<FailureKind> = new Set([
  "rate-limit",
  "timeout",
  "network",
  "server",
  "garbled",
]);

export function withRetries(provider: Provider, options: RetryOptions = {}): Provider {
  const { attempts = 8, refusals = 40, clock = machineClock, seed = "retries" } = options;
  const random = seeded(seed);
  return {
    ...provider,
    complete: async (request, { signal }: CompleteOptions = {}) => {
      const left = { attempts: attempts - 1, refusals };
      for (let attempt = 1; ; attempt++) {
        try {
          return await provider.complete(request, { signal });
        } catch (error) {
          const failed = worthAnotherTry(error, left, options);
          const wait = waitAfter(failed, attempt, options, random);
          options.onRetry?.(failed, wait, attempt);
          await sleepUnlessAborted(wait, clock, signal);
        }
      }
    },
  };
}

/** The failure, where it may go better and something is left for it, which it uses up; thrown again otherwise. */
function worthAnotherTry(
  error: unknown,
  left: { attempts: number; refusals: number },
  { longestRetryAfterMs = 600_000 }: RetryOptions,
): ProviderError {
  if (!(error instanceof ProviderError) || !WORTH_ANOTHER_TRY.has(error.kind)) throw error;
  const used = error.kind === "rate-limit" ? "refusals" : "attempts";
  left[used] -= 1;
  if (left[used] < 0 || (error.retryAfterMs ?? 0) > longestRetryAfterMs) throw error;
  return error;
}

/** ms to wait before the next try; the jitter comes on top of what the server asks, so that not all come back at once. */
function waitAfter(
  { retryAfterMs = 0 }: ProviderError,
  attempt: number,
  { baseMs = 1000, capMs = 60_000 }: RetryOptions,
  random: Random,
): number {
  return retryAfterMs + random.range(0, Math.min(capMs, baseMs * 2 ** (attempt - 1)));
}

async function sleepUnlessAborted(ms: number, clock: Clock, signal: AbortSignal | undefined): Promise<void> {
  try {
    await clock.sleep(ms, signal);
  } catch (cause) {
    throw signal?.aborted === true ? abortError(signal) : cause;
  }
}
