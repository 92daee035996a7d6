/** Episodes as conversations to learn from: what was asked, shown and said, and what each reply counts. */
import type { EpisodeState, PictureSpec, Turn } from "../../episodes/index.ts";
import type { Question } from "../../records/index.ts";
import type { ConversationRecord, PictureReference } from "./conversation-file.ts";

type Message = ConversationRecord["messages"][number];

export interface ConversationNotes {
  /** The episode's id unless given. */
  readonly id?: string | undefined;
  /** How strongly marked boxes are filled on pictures of the whole page, 0-1. */
  readonly tint?: number | undefined;
}

/**
 * An episode that has ended, its calls written in the text.
 *
 * @param weights of the replies, in order
 * @throws RangeError where the episode is under way, the weights are not one a reply, or it holds what conversations
 * cannot: native calls, blank crops
 */
export function conversationOf(
  state: EpisodeState,
  weights: readonly number[],
  { id, tint }: ConversationNotes = {},
): ConversationRecord {
  const { plan, turns, outcome, question } = state;
  const replies = turns.filter(({ role }) => role === "assistant").length;
  if (outcome === undefined || replies !== weights.length)
    throw new RangeError(
      `conversationOf ${plan.id}: expected an ended episode of ${weights.length} replies, got ${outcome === undefined ? "a live one" : replies}`,
    );
  let reply = 0;
  const messages = turns.map((turn): Message => {
    if (turn.role === "assistant")
      return { role: "assistant", content: turn.reply.text, weight: weights[reply++] ?? 0 };
    return askedMessage(turn, question, tint);
  });
  return { kind: "conversation", version: 1, id: id ?? plan.id, messages };
}

/** What stands behind the last message that is learnt costs time and teaches nothing. */
export function asFarAsLearnt(record: ConversationRecord): ConversationRecord {
  const last = record.messages.findLastIndex((message) => message.role === "assistant" && message.weight > 0);
  return { ...record, messages: record.messages.slice(0, last + 1) };
}

function askedMessage(
  turn: Exclude<Turn, { role: "assistant" }>,
  question: Question,
  tint: number | undefined,
): Message {
  if (turn.role === "tool")
    throw new RangeError("conversationOf: expected calls in the text, got a native tool's response");
  if (turn.role === "system") return { role: "system", content: turn.text };
  const content = turn.parts.map((part) =>
    typeof part === "string"
      ? { type: "text" as const, text: part }
      : referenceTo(part, question, part.content === "page" ? tint : undefined),
  );
  return { role: "user", content };
}

function referenceTo(
  { content, box, width, height }: PictureSpec,
  { page, marks }: Question,
  tint: number | undefined,
): PictureReference {
  if (content === "blank")
    throw new RangeError("conversationOf: expected pictures of the page, got a blank one");
  const shown = content === "part" ? [] : marks;
  return {
    ...{ type: "image", page: page.id, box, width, height, marks: shown },
    ...(tint === undefined ? {} : { tint }),
  };
}
