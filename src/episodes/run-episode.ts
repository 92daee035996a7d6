/** One episode from the first request to its record. */
import type { Provider } from "../providers/index.ts";
import type { Episode, Question } from "../records/index.ts";
import { beginEpisode } from "./begin.ts";
import { openLocated } from "./located.ts";
import { type PlayOptions, playOut } from "./play-out.ts";
import { recordOf } from "./record.ts";

export interface RunEpisodeOptions extends PlayOptions {
  /** The clock, for the record. Default: the machine's. */
  readonly now?: (() => Date) | undefined;
}

/**
 * Ask until the model answers or its turns are used up. A failure of the provider ends the episode with outcome
 * `error`; a page file that cannot be read is an `InputError`, and options that contradict each other a `RangeError`.
 */
export async function runEpisode(
  provider: Provider,
  question: Question,
  options: RunEpisodeOptions,
): Promise<Episode> {
  const now = options.now ?? (() => new Date());
  const started = now().toISOString();
  const opened =
    options.mode === "located"
      ? await openLocated(provider, question, options)
      : beginEpisode(provider, question, options);
  const ended = await playOut(provider, opened, options);
  return recordOf(ended, { started, ended: now().toISOString() });
}
