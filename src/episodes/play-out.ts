import { type Provider, ProviderError } from "../providers/index.ts";
import type { EpisodeOptions } from "./begin.ts";
import type { Pictures } from "./pictures.ts";
import { prepare } from "./request.ts";
import type { EpisodeState } from "./state.ts";
import { fail, step } from "./step.ts";

export interface PlayOptions extends EpisodeOptions {
  readonly pictures: Pictures;
  /** Gives the episode up: it ends as an error of kind `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/** The episode at its end: the model is asked until it answers or its turns are used up. */
export async function playOut(
  provider: Provider,
  opened: EpisodeState,
  options: PlayOptions,
): Promise<EpisodeState> {
  let state = opened;
  while (state.outcome === undefined) state = await advance(provider, state, options);
  return state;
}

async function advance(
  provider: Provider,
  live: EpisodeState,
  { pictures, signal }: PlayOptions,
): Promise<EpisodeState> {
  const { state, request } = await prepare(live, pictures);
  try {
    return step(state, await provider.complete(request, { signal }));
  } catch (error) {
    if (error instanceof ProviderError) return fail(state, error);
    throw error;
  }
}
