/** Conversations with pictures as sequences of tokens, for a prompt or for training. */
import { InputError } from "../../errors.ts";
import type { Raster } from "../../pixels/index.ts";
import type { SizedPicture } from "../families/family.ts";
import type { Chat } from "../weights/chat-template.ts";
import { expandPictures, type MaskedTokens, maskConversation } from "../weights/loss-mask.ts";
import type { Model } from "./model.ts";
import type { TrainBatch } from "./trainer.ts";

/** The place of the fault where a conversation exceeds the model's context. */
export const TOO_LONG = "length";

type Reader = Pick<Model, "architecture" | "tokenizer" | "template">;

/** A conversation as the model reads it. */
export interface Conversation {
  readonly tokens: readonly number[];
  /** As long as `tokens`: true where the assistant wrote the token, the end of its turn included. */
  readonly own: readonly boolean[];
  readonly images: readonly SizedPicture[];
}

/**
 * A prompt: the conversation so far and the opening of the assistant's turn; nothing of it is the assistant's own.
 *
 * @param pictures those of the `image` parts, in order
 */
export function readPrompt(reader: Reader, chat: Chat, pictures: readonly Raster[] = []): Conversation {
  const ids = reader.tokenizer.encode(reader.template.render(chat, { addGenerationPrompt: true }));
  return withPictures(reader, { ids, own: ids.map(() => false) }, pictures);
}

/** A whole conversation, to be learnt from: what the assistant said is its own. */
export function readConversation(reader: Reader, chat: Chat, pictures: readonly Raster[] = []): Conversation {
  return withPictures(reader, maskConversation(chat, reader.template, reader.tokenizer), pictures);
}

function withPictures(
  { architecture: { pictures: reader, maxPositions } }: Reader,
  tokens: MaskedTokens,
  rasters: readonly Raster[],
): Conversation {
  const places = tokens.ids.filter((id) => id === reader.place).length;
  if (places !== rasters.length)
    throw new InputError({
      file: "conversation",
      expected: `places for ${rasters.length} pictures`,
      found: `${places}`,
      hint: "one image part for each picture, and no picture tokens in the text",
    });
  const images = rasters.map((raster, index) => reader.read(raster, `picture ${index + 1}`));
  const { ids, own } = expandPictures(tokens, reader.place, images.map(reader.tokens));
  if (ids.length > maxPositions)
    throw new InputError({
      file: "conversation",
      at: TOO_LONG,
      expected: `at most ${maxPositions} tokens`,
      found: `${ids.length}`,
      hint: "shorten the text or take smaller pictures",
    });
  return { tokens: ids, own, images };
}

/** A batch that learns what is the assistant's own: each token with weight 1. */
export function ownTargets(conversations: readonly Conversation[]): TrainBatch {
  const predicted = conversations.flatMap(({ own }, sequence) =>
    own.flatMap((mine, at) => (mine && at > 0 ? [{ sequence, token: at - 1 }] : [])),
  );
  const labels = predicted.map(({ sequence, token }) => conversations[sequence]?.tokens[token + 1] ?? 0);
  const weights = new Float32Array(labels.length).fill(1);
  return { sequences: conversations, predicted, labels, values: { weights }, weight: labels.length };
}
