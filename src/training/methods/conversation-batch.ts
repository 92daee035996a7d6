/** Conversations as what a model computes with. */
import {
  type Conversation,
  type Model,
  type PictureReader,
  readConversation,
  type TrainBatch,
} from "../../engine/index.ts";
import type { Raster } from "../../pixels/index.ts";
import type { Message, Part } from "../../providers/index.ts";
import { chatOf } from "../../providers/local-chat.ts";
import { type PackLimits, packRollouts, type RolloutPack } from "../rollout/pack.ts";
import { type AlikeGroup, alikeGroups, type NamedConversation } from "./alike.ts";
import { type ConversationRecord, nameOf, type PictureReference } from "./conversation-file.ts";

type Reader = Pick<Model, "architecture" | "tokenizer" | "template">;

export interface WeighedConversation extends NamedConversation {
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
  return {
    ...conversation,
    pictureNames: references.map(nameOf),
    weights: weightsOf(record, conversation, (tokens) => reader.tokenizer.decode(tokens)),
  };
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
function weightsOf(
  { messages }: ConversationRecord,
  { tokens, own }: Pick<Conversation, "tokens" | "own">,
  decode: (tokens: readonly number[]) => string,
): readonly number[] {
  const said = messages.filter((message) => message.role === "assistant");
  let message = -1;
  let began = 0;
  return own.flatMap((mine, at) => {
    if (!mine) return [];
    if (own[at - 1] !== true) [message, began] = [message + 1, at];
    const { weight = 0, opening } = said[message] ?? {};
    const opens = opening !== undefined && decode(tokens.slice(began, at)).length < opening.characters;
    return at === 0 ? [] : [opens ? opening.weight : weight];
  });
}

/** Micro-batches; those that teach nothing are left out. What conversations begin with in common is computed once. */
export function weighedBatches(
  conversations: readonly WeighedConversation[],
  reader: Pick<PictureReader, "tokens">,
  limits: Omit<PackLimits, "branches">,
): readonly TrainBatch[] {
  const groups = alikeGroups(conversations, reader);
  const packs = packRollouts(
    groups.map(({ traces }) => traces),
    { ...limits, branches: groups.some(({ traces }) => traces.length > 1) },
  );
  return packs.map((pack) => batchOf(pack, groups, conversations)).filter(({ weight = 0 }) => weight > 0);
}

function batchOf(
  { batch, order }: RolloutPack,
  groups: readonly AlikeGroup[],
  conversations: readonly WeighedConversation[],
): TrainBatch {
  const weights = Float32Array.from(order, ({ group, copy, own }) => {
    const place = groups[group]?.places[copy] ?? -1;
    return conversations[place]?.weights[own] ?? 0;
  });
  return { ...batch, values: { weights }, weight: weights.reduce((sum, value) => sum + value, 0) };
}
