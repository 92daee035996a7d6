/** What the same replies are worth under the parsing rules of other harnesses: how much of a score is the harness. */
import { publishedReaders } from "../../dialects/index.ts";
import type { Episode, Question, Score } from "../../records/index.ts";
import type { System } from "./report-input.ts";

export interface HarnessReading {
  /** `benday`, or the id of a published reader. */
  readonly reader: string;
  /** Right answers, of {@link HarnessRow.n}. */
  readonly k: number;
  /** Replies that the rule leaves to chance, to a judge, or for wrong; they count as wrong here. */
  readonly unread: number;
}

export interface HarnessRow {
  readonly system: string;
  /** Episodes of questions with choices that brought a reply. */
  readonly n: number;
  readonly readings: readonly HarnessReading[];
}

interface Reply {
  readonly score: Score;
  readonly text: string;
  readonly question: Question;
}

/** Every system's multiple-choice replies, read by every rule; the last reply of an episode, tags and all. */
export function harnessCard(
  systems: readonly System[],
  questions: ReadonlyMap<string, Question>,
): HarnessRow[] {
  return systems.flatMap((system) => {
    const replies = repliesOf(system, questions);
    return replies.length === 0
      ? []
      : [{ system: system.name, n: replies.length, readings: readingsOf(replies) }];
  });
}

function repliesOf({ scores, source }: System, questions: ReadonlyMap<string, Question>): Reply[] {
  return scores.flatMap((score) => {
    const question = questions.get(score.question);
    const episode = source.episodes.get(score.episode);
    if (question === undefined || episode === undefined) return [];
    if (score.gold.type !== "choice" || score.outcome === "error") return [];
    return [{ score, question, text: lastReply(episode) }];
  });
}

/** Without the tags of the answer, which the other harnesses do not ask for. */
function lastReply({ turns }: Episode): string {
  const text = turns.findLast(({ role }) => role === "assistant")?.text ?? "";
  return text.replaceAll(/<\/?answer>/g, "");
}

function readingsOf(replies: readonly Reply[]): HarnessReading[] {
  const outcomes = replies.map(({ score }) => score.outcome);
  const own = {
    reader: "benday",
    k: outcomes.filter((outcome) => outcome === "correct").length,
    unread: outcomes.filter((outcome) => outcome === "invalid").length,
  };
  const others = publishedReaders.map(({ id, read }) => {
    const places = replies.map(({ text, question }) => read(text, question.choices));
    return {
      reader: id,
      k: replies.filter(
        ({ score: { gold } }, index) => gold.type === "choice" && gold.index === places[index],
      ).length,
      unread: places.filter((place) => place === undefined).length,
    };
  });
  return [own, ...others];
}
