/** Many episodes turn by turn together, for a model that answers a batch of requests at once. */
import type { ProviderError, Reply, Request } from "../providers/index.ts";
import type { Pictures } from "./pictures.ts";
import { prepare } from "./request.ts";
import type { EpisodeState } from "./state.ts";
import { fail, step } from "./step.ts";

/** Answers a batch: one reply or failure for each request, in order. */
export type CompleteAll = (requests: readonly Request[]) => Promise<readonly (Reply | ProviderError)[]>;

/**
 * Every live state after its reply, in the order given; ended ones stay as they are and take no reply. `RangeError`
 * unless there are as many replies as live states.
 */
export function stepAll(
  states: readonly EpisodeState[],
  replies: readonly (Reply | ProviderError)[],
): readonly EpisodeState[] {
  const live = states.filter(isLive).length;
  if (live !== replies.length)
    throw new RangeError(`stepAll: expected ${live} replies, got ${replies.length}`);
  const next = replies[Symbol.iterator]();
  return states.map((state) => {
    if (!isLive(state)) return state;
    const reply = next.next().value;
    if (reply === undefined) throw new RangeError("stepAll: expected a reply or a failure, got nothing");
    return reply instanceof Error ? fail(state, reply) : step(state, reply);
  });
}

/** Run states to their ends, all live ones in one batch a turn. */
export async function runLockStep(
  complete: CompleteAll,
  states: readonly EpisodeState[],
  pictures: Pictures,
): Promise<readonly EpisodeState[]> {
  let current = states;
  while (current.some(isLive)) {
    const requests: Request[] = [];
    const prepared: EpisodeState[] = [];
    for (const state of current) {
      if (!isLive(state)) {
        prepared.push(state);
        continue;
      }
      const ready = await prepare(state, pictures);
      prepared.push(ready.state);
      requests.push(ready.request);
    }
    current = stepAll(prepared, await complete(requests));
  }
  return current;
}

const isLive = ({ outcome }: EpisodeState): boolean => outcome === undefined;
