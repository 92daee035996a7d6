/**
 * The parts of a rollout that the policy did not write: the prompt, and what the chat template puts behind a reply. What
 * the policy wrote is never tokenised again.
 */
import type { Model, SizedPicture } from "../../engine/index.ts";
import { describe, InputError } from "../../errors.ts";
import type { Message, Request } from "../../providers/index.ts";
import { chatOf, type PicturedChat } from "../../providers/local-chat.ts";
import type { Sight } from "./sight.ts";

export type Reader = Pick<Model, "architecture" | "tokenizer" | "template">;

export interface Passage {
  readonly tokens: readonly number[];
  readonly images: readonly SizedPicture[];
  readonly imageHashes: readonly string[];
  /** The whole conversation so far as the template renders it, {@link REPLY} in the place of every reply. */
  readonly rendered: string;
}

/**
 * Stands for the replies: what follows a reply does not hang on it, and one that a template would trim or cut (blanks, an
 * open tag) must not end a run.
 */
const REPLY = "reply";

/** The prompt of an episode, the opening of the first reply included. `InputError` where the context cannot hold it. */
export function readOpening(
  reader: Reader,
  request: Pick<Request, "messages">,
  sight: Sight,
  clean: (text: string) => string,
): Passage {
  const { chat, images } = conversationOf(request, clean);
  const rendered = reader.template.render(chat, { addGenerationPrompt: true });
  const passage = { ...passageOf(reader, rendered, images, sight), rendered };
  const { maxPositions } = reader.architecture;
  if (passage.tokens.length < maxPositions) return passage;
  throw new InputError({
    file: "prompt",
    expected: `fewer than ${maxPositions} tokens, the model's context`,
    found: `${passage.tokens.length}`,
    hint: "take smaller pictures",
  });
}

/**
 * What stands between the last reply and the next one, from the end of the reply's turn on.
 *
 * @param before what the model has read and written so far
 */
export function readResponse(
  reader: Reader,
  before: { readonly rendered: string; readonly images: readonly SizedPicture[] },
  request: Pick<Request, "messages">,
  sight: Sight,
  clean: (text: string) => string,
): Passage {
  const { chat, images } = conversationOf(request, clean);
  const rendered = reader.template.render(chat, { addGenerationPrompt: true });
  const tail = tailOf(rendered, before.rendered + REPLY);
  return { ...passageOf(reader, tail, images.slice(before.images.length), sight), rendered };
}

/** Whether turns stay as they were when later ones follow, seen on a reply. @throws InputError where they do not */
export function checkTemplate({ template }: Pick<Reader, "template">, reply: string): void {
  const asked = [{ role: "user", content: "?" }];
  const before = template.render({ messages: asked }, { addGenerationPrompt: true });
  const messages = [...asked, { role: "assistant", content: reply }, { role: "user", content: "?" }];
  tailOf(template.render({ messages }, { addGenerationPrompt: true }), before + reply);
}

function tailOf(rendered: string, before: string): string {
  if (rendered.startsWith(before)) return rendered.slice(before.length);
  let same = 0;
  while (same < before.length && before[same] === rendered[same]) same++;
  throw new InputError({
    file: "chat template",
    expected: "turns that stay as they were when later ones follow",
    found: `${describe(rendered.slice(same, same + 30))} in place of ${describe(before.slice(same, same + 30))}`,
    hint: "this template cannot be trained with several turns",
  });
}

function conversationOf(
  { messages }: Pick<Request, "messages">,
  clean: (text: string) => string,
): PicturedChat {
  const spoken = (message: Message): Message =>
    message.role === "assistant" ? { role: "assistant", text: REPLY, calls: [] } : message;
  return chatOf({ messages: messages.map(spoken), tools: [] }, clean);
}

function passageOf(
  { architecture: { pictures: reader }, tokenizer }: Reader,
  text: string,
  parts: readonly { readonly hash: string }[],
  sight: Sight,
): Omit<Passage, "rendered"> {
  const ids = tokenizer.encode(text);
  const places = ids.filter((id) => id === reader.place).length;
  if (places !== parts.length)
    throw new InputError({
      file: "chat template",
      expected: `places for ${parts.length} pictures`,
      found: `${places}`,
    });
  const imageHashes = parts.map(({ hash }) => hash);
  const images = imageHashes.map(sight.pictureOf);
  let next = 0;
  const tokens = ids.flatMap((id) => {
    const picture = id === reader.place ? images[next++] : undefined;
    return picture === undefined ? [id] : reader.tokens(picture);
  });
  return { tokens, images, imageHashes };
}
