/** All scores of a run, made anew from its episodes. */
import { InputError } from "../../errors.ts";
import { mapConcurrent } from "../../pool.ts";
import type { Episode, Question, Score } from "../../records/index.ts";
import {
  isForJudges,
  type JudgedAnswers,
  type JudgePanel,
  type Judging,
  keptPanel,
  openPanel,
} from "./judge-answers.ts";
import { EPISODES_FILE, readEpisodes, replaceScores } from "./run-folder.ts";
import { lockRun } from "./run-lock.ts";
import { gradeByRule, scoreEpisode } from "./score-episode.ts";
import { writeJudges } from "./verdict-file.ts";

export interface ScoredRun {
  /** In order of the episodes' ids. */
  readonly scores: readonly Score[];
  /** Absent where no judge was asked for. */
  readonly judged?: JudgedAnswers;
}

/**
 * Score every episode and write `scores.jsonl`, in order of the episodes' ids, so that the same episodes give the same
 * bytes however they were interrupted.
 *
 * @param judging judges for open answers that the text rule does not mark right; `kept`: as the run was scored last, no
 *   model is called; `none`: the rules decide
 * @throws InputError for an episode about a question that the benchmark lacks
 * @throws ProviderError where a judge refuses the key
 */
export async function scoreRun(
  folder: string,
  questions: ReadonlyMap<string, Question>,
  judging: Judging | "kept" | "none" = "none",
): Promise<ScoredRun> {
  if (judging === "none") {
    await writeJudges(folder, []);
    return { scores: await scoreWith(folder, questions, undefined, 1) };
  }
  if (judging === "kept") return { scores: await scoreWith(folder, questions, await keptPanel(folder), 1) };
  const unlock = await lockRun(folder);
  try {
    const panel = await openPanel(folder, judging);
    try {
      const scores = await scoreWith(folder, questions, panel, judging.concurrency);
      await writeJudges(
        folder,
        judging.judges.map(({ id }) => id),
      );
      return { scores, judged: panel.judged() };
    } finally {
      await panel.close();
    }
  } finally {
    await unlock();
  }
}

async function scoreWith(
  folder: string,
  questions: ReadonlyMap<string, Question>,
  panel: JudgePanel | undefined,
  concurrency: number,
): Promise<readonly Score[]> {
  const episodes = new Map<string, Episode>();
  for await (const episode of readEpisodes(folder)) episodes.set(episode.id, episode);
  const sorted = [...episodes.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const score = async (episode: Episode): Promise<Score> => {
    const question = questionOf(folder, episode, questions);
    const open = panel !== undefined && isForJudges(question, episode, gradeByRule(question, episode));
    return scoreEpisode(
      question,
      episode,
      open ? await panel.decide(question, episode.answer ?? "") : undefined,
    );
  };
  const scores = await Array.fromAsync(mapConcurrent(sorted, concurrency, score));
  await replaceScores(folder, scores);
  return scores;
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
