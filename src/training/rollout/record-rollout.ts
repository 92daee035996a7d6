/** A rollout as the record of an episode, to be kept. */
import { type Pictures, prepare, recordOf, type Times } from "../../episodes/index.ts";
import type { Episode } from "../../records/index.ts";
import type { Rollout } from "./rollout.ts";

/** Its pictures are named by their PNG files, as in an evaluation, so that the record can be replayed. */
export async function recordRollout({ state }: Rollout, pictures: Pictures, times: Times): Promise<Episode> {
  return recordOf((await prepare(state, pictures)).state, times);
}
