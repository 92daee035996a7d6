/** All scores of a run, made anew from its episodes: no model is called. */
import { InputError } from "../../errors.ts";
import type { Episode, Question, Score } from "../../records/index.ts";
import { EPISODES_FILE, readEpisodes, replaceScores } from "./run-folder.ts";
import { scoreEpisode } from "./score-episode.ts";

/**
 * Score every episode and write `scores.jsonl`, in order of the episodes' ids, so that the same episodes give the same
 * bytes however they were interrupted.
 *
 * @throws InputError for an episode about a question that the benchmark lacks
 */
export async function scoreRun(
  folder: string,
  questions: ReadonlyMap<string, Question>,
): Promise<readonly Score[]> {
  const scores = new Map<string, Score>();
  for await (const episode of readEpisodes(folder)) {
    scores.set(episode.id, scoreEpisode(questionOf(folder, episode, questions), episode));
  }
  const sorted = [...scores.values()].toSorted((a, b) => (a.episode < b.episode ? -1 : 1));
  await replaceScores(folder, sorted);
  return sorted;
}

function questionOf(folder: string, episode: Episode, questions: ReadonlyMap<string, Question>): Question {
  const question = questions.get(episode.question);
  if (question !== undefined) return question;
  throw new InputError({
    file: `${folder}/${EPISODES_FILE}`,
    at: episode.id,
    expected: "a question of the benchmark",
    found: episode.question,
    hint: "give the benchmark that the run was made with: --benchmark FOLDER",
  });
}
