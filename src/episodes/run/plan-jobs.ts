/** Which episodes a run asks for, and which of them are still to do. */
import { hash32 } from "../../random.ts";
import { type Asked, type Condition, type Episode, episodeId, type Question } from "../../records/index.ts";

/** One episode to run. */
export interface Job {
  /** {@link episodeId} */
  readonly id: string;
  readonly question: Question;
  readonly condition: Condition;
  /** From 0. */
  readonly sample: number;
}

/**
 * All episodes that are asked for: all questions once before any comes again, so that a run that is stopped early has
 * seen as many questions as possible. `limit` takes so many questions of each task, spread over
 * the pages; a larger limit takes the same ones and more.
 */
export function planJobs(questions: Iterable<Question>, asked: Asked): Job[] {
  const chosen = chooseQuestions(questions, asked);
  const samples = Array.from({ length: asked.samples }, (_, sample) => sample);
  return samples.flatMap((sample) =>
    asked.conditions.flatMap((condition) =>
      chosen.map((question) => ({
        id: episodeId({ ...condition, question: question.id, sample }),
        question,
        condition,
        sample,
      })),
    ),
  );
}

function chooseQuestions(questions: Iterable<Question>, { tasks, split, limit }: Asked): Question[] {
  const wanted = [...questions].filter(
    (question) =>
      (tasks.length === 0 || tasks.includes(question.task)) &&
      (split === undefined || question.split === split),
  );
  if (limit === undefined) return wanted;
  const groups = [...Map.groupBy(wanted, ({ task }) => task).values()];
  const chosen = new Set(groups.flatMap((group) => group.toSorted(byHash).slice(0, limit)));
  return wanted.filter((question) => chosen.has(question));
}

/** An order that mixes pages and forms and stays when questions are added. */
function byHash(a: Question, b: Question): number {
  const [first, second] = [hash32(a.id), hash32(b.id)];
  if (first === second) return a.id < b.id ? -1 : 1;
  return first < second ? -1 : 1;
}

/** Jobs without an episode yet; with `retryFailed` also those whose episode is an error. */
export function openJobs(
  jobs: readonly Job[],
  earlier: ReadonlyMap<string, Episode>,
  retryFailed: boolean,
): Job[] {
  return jobs.filter(({ id }) => {
    const episode = earlier.get(id);
    return episode === undefined || (retryFailed && episode.outcome.kind === "error");
  });
}
