/** An episode run again from its record: the model's turns are taken from it, everything else is made anew. */
import { recordedReply } from "../providers/index.ts";
import type { Episode, PageCaptions, Question } from "../records/index.ts";
import { openEpisode } from "./begin.ts";
import { fitSize } from "./picture.ts";
import type { Pictures } from "./pictures.ts";
import { recordOf } from "./record.ts";
import { prepare } from "./request.ts";
import type { EpisodePlan, EpisodeState } from "./state.ts";
import { fail, step } from "./step.ts";

/**
 * The record that the same replies give today. It equals `episode`, hashes of the pictures included, unless the
 * benchmark, the harness or the picture library changed. `RangeError` for a record without settings.
 */
export async function replayEpisode(
  episode: Episode,
  question: Question,
  pictures: Pictures,
  captions?: PageCaptions,
): Promise<Episode> {
  let state = openEpisode(question, planOf(episode, question), captions);
  for (const turn of episode.turns.filter(({ role }) => role === "assistant")) {
    const ready = await prepare(state, pictures);
    state = step(ready.state, recordedReply(turn, episode.model));
  }
  return recordOf(await failedAsBefore(state, episode, pictures), episode);
}

async function failedAsBefore(
  state: EpisodeState,
  { outcome }: Episode,
  pictures: Pictures,
): Promise<EpisodeState> {
  if (outcome.kind !== "error" || state.outcome !== undefined) return state;
  const ready = await prepare(state, pictures);
  return { ...fail(ready.state, { kind: "server", message: "" }), outcome };
}

function planOf(episode: Episode, question: Question): EpisodePlan {
  const { id, sample, mode, counterfactual, provider, model, dialect, frame, settings, harness } = episode;
  if (settings === undefined)
    throw new RangeError(`replay ${id}: expected a record with settings, got one without`);
  const seen = fitSize(question.page, settings);
  return { id, sample, mode, counterfactual, provider, model, dialect, frame, seen, settings, harness };
}
