/** What a benchmark alone teaches: its answers from the page (the paper's SFT-S), or its regions as zooms, with or without the answer. */
import { type Dialect, findDialect } from "../../dialects/index.ts";
import { beginEpisode, callsTogether, type EpisodeOptions, givenReply, step } from "../../episodes/index.ts";
import { asWritten } from "../../geometry/index.ts";
import { goldAnswer } from "../../grading/index.ts";
import type { Provider } from "../../providers/index.ts";
import type { Question } from "../../records/index.ts";
import type { ConversationRecord } from "./conversation-file.ts";
import { asFarAsLearnt, conversationOf } from "./episode-conversation.ts";

export type SolutionOptions = Pick<EpisodeOptions, "maxPixels" | "zoomMaxPixels" | "maxTurns" | "harness"> & {
  readonly dialect: string;
};
type Reader = Pick<Provider, "id" | "model" | "traits">;

/**
 * SFT-S: every question as an episode asks it in mode `page`, answered with its gold in the dialect's form.
 *
 * @param reader what the model's pictures are like
 */
export function solutionsOf(
  questions: readonly Question[],
  reader: Reader,
  options: SolutionOptions,
): readonly ConversationRecord[] {
  const dialect = dialectOf(options.dialect);
  return questions.map((question) => {
    const written = dialect.write({ do: "answer", text: goldAnswer(question) });
    const asked = beginEpisode(reader, question, { ...options, mode: "page" });
    return conversationOf(step(asked, givenReply(written)), [1]);
  });
}

/**
 * Every question that has targets as an episode in mode `zoom`, with calls for exactly these, as far as the last of them. A question
 * whose calls cannot all be run, with a turn left for the answer, is left out.
 */
export const zoomSolutionsOf = (questions: readonly Question[], reader: Reader, options: SolutionOptions) =>
  zoomEpisodes(questions, reader, options, 0);

/** The same, and then the gold answer. */
export const zoomAnswerSolutionsOf = (
  questions: readonly Question[],
  reader: Reader,
  options: SolutionOptions,
) => zoomEpisodes(questions, reader, options, 1);

/** @param answerWeight of the answer's tokens; 0 ends conversations before it */
function zoomEpisodes(
  questions: readonly Question[],
  reader: Reader,
  options: SolutionOptions,
  answerWeight: 0 | 1,
): readonly ConversationRecord[] {
  const dialect = dialectOf(options.dialect);
  return questions.flatMap((question): ConversationRecord[] => {
    const asked = beginEpisode(reader, question, { ...options, mode: "zoom" });
    const { frame, settings } = asked.plan;
    const boxes = question.targets.zoom.map((target) => asWritten(target, frame, question.page));
    const calls = callsTogether(boxes, settings.policy);
    if (calls.length === 0 || calls.length >= settings.maxTurns) return [];
    const zooms = calls.map((together) =>
      dialect.write({ do: "zoom", calls: together.map((box) => ({ box })) }),
    );
    const replies = [...zooms, dialect.write({ do: "answer", text: goldAnswer(question) })];
    const ended = replies.reduce((state, written) => step(state, givenReply(written)), asked);
    const failed = ended.turns.some(
      (turn) => turn.role === "assistant" && turn.calls.some(({ error }) => error),
    );
    if (failed) return [];
    return [asFarAsLearnt(conversationOf(ended, [...zooms.map(() => 1), answerWeight]))];
  });
}

function dialectOf(id: string): Dialect {
  const dialect = findDialect(id);
  if (dialect === undefined) throw new RangeError(`solutions: expected a known dialect, got ${id}`);
  return dialect;
}
