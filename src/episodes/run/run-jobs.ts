/** Many episodes at once, each recorded as it ends; stopping and failing without loss. */
import type { Episode } from "../../records/index.ts";
import type { Job } from "./plan-jobs.ts";

export interface RunJobsOptions {
  readonly jobs: Iterable<Job>;
  /** Episodes under way at once. */
  readonly concurrency: number;
  /** Run one episode; a provider's failure is an episode of outcome `error`. */
  readonly perform: (job: Job) => Promise<Episode>;
  /** Keep an episode; awaited before the next job of the same lane begins. */
  readonly record: (episode: Episode) => Promise<void>;
  /** Aborted: no new episode begins, those under way are finished. */
  readonly stop?: AbortSignal | undefined;
}

export type RunEnd =
  | { readonly kind: "complete" }
  /** Asked to stop. */
  | { readonly kind: "stopped" }
  /** The budget is spent. */
  | { readonly kind: "budget" }
  /** The provider refuses the key: every further request would fail alike. */
  | { readonly kind: "auth"; readonly message: string };

/** Failures that say nothing of the question: such an episode is not kept, so that it is open when the run goes on. */
const UNRECORDED: ReadonlySet<string> = new Set(["aborted", "budget", "auth"]);

/** Run jobs until they are done or something ends the run; what was finished is recorded in every case. */
export async function runJobs(options: RunJobsOptions): Promise<RunEnd> {
  const { concurrency, perform, record, stop } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new RangeError(`runJobs: expected a concurrency of at least 1, got ${concurrency}`);
  }
  const queue = options.jobs[Symbol.iterator]();
  let end: RunEnd | undefined;
  let crashed = false;
  const lane = async (): Promise<void> => {
    while (end === undefined && !crashed) {
      if (stop?.aborted === true) {
        end = { kind: "stopped" };
        return;
      }
      const next = queue.next();
      if (next.done === true) return;
      const episode = await perform(next.value);
      const early = earlyEnd(episode);
      end ??= early;
      if (early === undefined) await record(episode);
    }
  };
  const lanes = Array.from({ length: concurrency }, async () => {
    try {
      await lane();
    } catch (error) {
      crashed = true;
      throw error;
    }
  });
  const failure = (await Promise.allSettled(lanes)).find((result) => result.status === "rejected");
  if (failure !== undefined) throw failure.reason;
  return end ?? { kind: "complete" };
}

/** How the run ends because of this episode; undefined where it goes on. */
function earlyEnd({ outcome }: Episode): RunEnd | undefined {
  if (outcome.kind !== "error" || !UNRECORDED.has(outcome.error)) return undefined;
  if (outcome.error === "auth") return { kind: "auth", message: outcome.message };
  return { kind: outcome.error === "budget" ? "budget" : "stopped" };
}
