/** Conversations as the episode loop has them: what is asked and shown is the loop's, only the replies are given. */
import type { Action } from "../../dialects/index.ts";
import { beginEpisode, type EpisodePlan, type EpisodeState, givenReply, step } from "../../episodes/index.ts";
import { dialectNamed } from "../../episodes/state.ts";
import { goldAnswer } from "../../grading/index.ts";
import type { Random } from "../../random.ts";
import type { EpisodeMode, Question } from "../../records/index.ts";
import type { ConversationRecord } from "../methods/conversation-file.ts";
import { conversationOf } from "../methods/episode-conversation.ts";
import type { LessonContext } from "./lesson.ts";
import { thoughtAbout } from "./thoughts.ts";

/** A reply, and what its tokens count in the loss. */
export interface TaughtReply {
  readonly action: Action;
  readonly weight: number;
  readonly thinking?: string;
  /** What its first word counts instead, which decides what kind of reply it becomes. */
  readonly openingWeight?: number;
}

/** The right answer. */
export const answeringGold = (question: Question, weight = 1): TaughtReply => ({
  action: { do: "answer", text: goldAnswer(question) },
  weight,
});

/** The right answer after what is seen, where that is known. */
export const thinkingGold = (
  question: Question,
  { page }: Pick<LessonContext, "page">,
  weight = 1,
): TaughtReply => ({ ...answeringGold(question, weight), thinking: thoughtAbout(question, page) });

type Setting = Pick<LessonContext, "reader" | "asking" | "tint">;

/** How an episode about the question goes: frame and sizes. */
export const planFor = (question: Question, mode: EpisodeMode, setting: Setting): EpisodePlan =>
  begin(question, mode, setting).plan;

/**
 * The episode in which these replies are given.
 *
 * @param name tells conversations about one question apart
 * @throws RangeError where the replies do not fit the episode: it ends before the last, or not with it
 */
export function converse(
  name: string,
  question: Question,
  mode: EpisodeMode,
  replies: readonly TaughtReply[],
  setting: Setting,
): ConversationRecord {
  const dialect = dialectNamed(setting.asking.dialect);
  const state = replies.reduce(
    (before, { action, thinking }) => step(before, givenReply(dialect.write(action, thinking))),
    begin(question, mode, setting),
  );
  if (state.outcome?.kind !== "answered")
    throw new RangeError(`converse ${state.plan.id}: expected replies that end with an answer`);
  const weights = replies.map(({ weight }) => weight);
  const { tint } = setting;
  const id = `${state.plan.id}/${name}`;
  return withOpenings(conversationOf(state, weights, { id, ...(tint > 0 ? { tint } : {}) }), replies);
}

function withOpenings(record: ConversationRecord, replies: readonly TaughtReply[]): ConversationRecord {
  let reply = 0;
  const messages = record.messages.map((message) => {
    if (message.role !== "assistant") return message;
    const { openingWeight: weight } = replies[reply++] ?? {};
    if (weight === undefined) return message;
    const [first = ""] = message.content.match(/^<?\w+/) ?? [];
    return { ...message, opening: { characters: Math.max(1, first.length), weight } };
  });
  return { ...record, messages };
}

const begin = (question: Question, mode: EpisodeMode, { reader, asking }: Setting): EpisodeState =>
  beginEpisode(reader, question, { ...asking, mode });

/** The question with its choices in another order; others as they are. */
export function reshuffled(question: Question, random: Random): Question {
  const { gold, choices } = question;
  if (gold.type !== "choice") return question;
  const order = random.shuffle([...choices.keys()]);
  return {
    ...question,
    choices: order.map((place) => choices[place] ?? ""),
    gold: { type: "choice", index: order.indexOf(gold.index) },
  };
}
