/** One call of `eval`: open the run, do what is still to do, record it, say how it ended. */
import type { Provider } from "../../providers/index.ts";
import type { Asked, Episode, Question, RunSettings } from "../../records/index.ts";
import { type Job, openJobs, planJobs } from "./plan-jobs.ts";
import { type RunProgress, trackProgress } from "./progress.ts";
import type { ReplyCache } from "./reply-cache.ts";
import { openRun } from "./run-folder.ts";
import { type RunEnd, runJobs } from "./run-jobs.ts";

export interface EvalOptions {
  /** Run folder; made where there is none. */
  readonly folder: string;
  readonly benchmarkFolder: string;
  /** All questions of the benchmark. */
  readonly questions: readonly Question[];
  readonly settings: RunSettings;
  readonly asked: Asked;
  /** Origin of the model's server; undefined for the maker's own. */
  readonly server?: string | undefined;
  /** Told when the run began with the model elsewhere. */
  readonly onMoved?: ((before: string, now: string) => void) | undefined;
  /** The model, given what earlier calls of this run left in the folder. */
  readonly open: (earlier: Iterable<Episode>) => Provider;
  /** Run one episode; a provider's failure is an episode of outcome `error`. */
  readonly perform: (job: Job, provider: Provider) => Promise<Episode>;
  /** Closed at the end. Absent: every request goes to the model. */
  readonly cache?: ReplyCache | undefined;
  readonly concurrency: number;
  /** Run episodes again that ended in an error. */
  readonly retryFailed: boolean;
  /** Cost of an episode; undefined without prices. */
  readonly costOf?: ((episode: Episode) => number | undefined) | undefined;
  /** Aborted: what is under way is finished, nothing new begins. */
  readonly stop?: AbortSignal | undefined;
  /** Called at the beginning and after every episode. */
  readonly onProgress?: ((progress: RunProgress) => void) | undefined;
}

export interface EvalSummary {
  readonly end: RunEnd;
  readonly progress: RunProgress;
  /** Episodes that ended in this call. */
  readonly ran: number;
  /** Replies from the cache. */
  readonly cached: number;
}

export async function runEval(options: EvalOptions): Promise<EvalSummary> {
  const { questions, asked, cache, costOf, onProgress } = options;
  const jobs = planJobs(questions, asked);
  const run = await openRun(options);
  try {
    const open = openJobs(jobs, run.earlier, options.retryFailed);
    const progress = trackProgress({ jobs, earlier: run.earlier, open, costOf });
    const provider = options.open(run.earlier.values());
    let ran = 0;
    onProgress?.(progress.read());
    const end = await runJobs({
      jobs: open,
      concurrency: options.concurrency,
      stop: options.stop,
      perform: (job) => options.perform(job, cache?.wrap(provider, job.sample) ?? provider),
      record: async (episode) => {
        await run.append(episode);
        ran += 1;
        progress.add(episode);
        onProgress?.(progress.read());
      },
    });
    return { end, progress: progress.read(), ran, cached: cache?.hits() ?? 0 };
  } finally {
    await run.close();
    await cache?.close();
  }
}
