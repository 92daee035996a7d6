/** One episode from the first request to its record. */
import { type Provider, ProviderError } from "../providers/index.ts";
import type { Episode, Question } from "../records/index.ts";
import { beginEpisode, type EpisodeOptions } from "./begin.ts";
import type { Pictures } from "./pictures.ts";
import { recordOf } from "./record.ts";
import { prepare } from "./request.ts";
import type { EpisodeState } from "./state.ts";
import { fail, step } from "./step.ts";

export interface RunEpisodeOptions extends EpisodeOptions {
  readonly pictures: Pictures;
  /** Gives the episode up: it ends as an error of kind `aborted`. */
  readonly signal?: AbortSignal | undefined;
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
  let state = beginEpisode(provider, question, options);
  while (state.outcome === undefined) state = await advance(provider, state, options);
  return recordOf(state, { started, ended: now().toISOString() });
}

async function advance(
  provider: Provider,
  live: EpisodeState,
  { pictures, signal }: RunEpisodeOptions,
): Promise<EpisodeState> {
  const { state, request } = await prepare(live, pictures);
  try {
    return step(state, await provider.complete(request, { signal }));
  } catch (error) {
    if (error instanceof ProviderError) return fail(state, error);
    throw error;
  }
}
