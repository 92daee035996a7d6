/** Conversations as what a model computes with. */
import {
  type Conversation,
  type Model,
  ownTargets,
  readConversation,
  type TrainBatch,
} from "../../engine/index.ts";
import type { Raster } from "../../pixels/index.ts";
import type { Message, Part } from "../../providers/index.ts";
import { chatOf } from "../../providers/local-chat.ts";
import type { ConversationRecord, PictureReference } from "./conversation-file.ts";

type Reader = Pick<Model, "architecture" | "tokenizer" | "template">;

export interface WeighedConversation extends Conversation {
  /** Of each of its own tokens, in order. */
  readonly weights: readonly number[];
}

/** @param clean takes out of a text what only the template may write */
export async function readWeighed(
  reader: Reader,
  record: ConversationRecord,
  open: (reference: PictureReference) => Promise<Raster>,
  clean: (text: string) => string,
): Promise<WeighedConversation> {
  const references: PictureReference[] = [];
  const messages = record.messages.map((message): Message => {
    if (message.role === "system") return { role: "system", text: message.content };
    if (message.role === "assistant") return { role: "assistant", text: message.content, calls: [] };
    const { content } = message;
    if (typeof content === "string") return { role: "user", parts: [{ type: "text", text: content }] };
    const parts = content.map((part): Part => {
      if (part.type === "text") return part;
      references.push(part);
      return PLACE;
    });
    return { role: "user", parts };
  });
  const { chat } = chatOf({ messages, tools: [] }, clean);
  const conversation = readConversation(reader, chat, await Promise.all(references.map(open)));
  return { ...conversation, weights: weightsOf(record, conversation.own) };
}

/** Stands for a picture whose pixels are handed over apart. */
const PLACE: Part = {
  type: "image",
  hash: "",
  width: 1,
  height: 1,
  mediaType: "image/png",
  bytes: new Uint8Array(),
  shows: { content: "page", box: [0, 0, 1, 1] },
};

/** Each run of own tokens is one message of the assistant: the template opens every one anew. */
function weightsOf({ messages }: ConversationRecord, own: readonly boolean[]): readonly number[] {
  const ofMessages = messages.flatMap((message) => (message.role === "assistant" ? [message.weight] : []));
  let message = -1;
  return own.flatMap((mine, at) => {
    if (mine && own[at - 1] !== true) message++;
    return mine && at > 0 ? [ofMessages[message] ?? 0] : [];
  });
}

/** Micro-batches of at most so many tokens, padding included; those that teach nothing are left out. */
export function weighedBatches(
  conversations: readonly WeighedConversation[],
  microTokens: number,
): readonly TrainBatch[] {
  const groups: WeighedConversation[][] = [];
  let longest = 0;
  // Those of like length together, so that little is padding.
  for (const conversation of conversations.toSorted((a, b) => b.tokens.length - a.tokens.length)) {
    const group = groups.at(-1);
    if (group !== undefined && (group.length + 1) * longest <= microTokens) group.push(conversation);
    else {
      groups.push([conversation]);
      longest = conversation.tokens.length;
    }
  }
  return groups.map(batchOf).filter(({ weight = 0 }) => weight > 0);
}

function batchOf(conversations: readonly WeighedConversation[]): TrainBatch {
  const weights = Float32Array.from(conversations.flatMap((conversation) => conversation.weights));
  const weight = weights.reduce((sum, value) => sum + value, 0);
  return { ...ownTargets(conversations), values: { weights }, weight };
}
