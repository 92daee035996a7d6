/** Which tokens of a conversation the assistant itself wrote: those that training may pay for. */
import { describe, InputError } from "../../errors.ts";
import type { Chat, ChatTemplate } from "./chat-template.ts";
import type { Tokenizer } from "./tokenizer.ts";

export interface MaskedTokens {
  readonly ids: readonly number[];
  /** As long as `ids`: true where the assistant wrote the token, the end of its turn included. */
  readonly own: readonly boolean[];
}

/**
 * Render a conversation turn by turn and mark what the assistant wrote. Each of its turns starts after the text that
 * the template renders for generating it, so the ids before it are those of a prompt at sampling time; the turn ends
 * with the last `tokenizer.endOfTurn`, and what the template adds after that (a line break) is not the assistant's.
 *
 * Throws `InputError` where the rendering of the first turns is no prefix of the whole: the template rewrites the past,
 * and no one sequence has the texts that the model saw.
 */
export function maskConversation(chat: Chat, template: ChatTemplate, tokenizer: Tokenizer): MaskedTokens {
  const ids: number[] = [];
  const own: boolean[] = [];
  const add = (text: string, isOwn: boolean): void => {
    for (const id of tokenizer.encode(text)) {
      ids.push(id);
      own.push(isOwn);
    }
  };
  const whole = template.render(chat);
  let done = 0;
  for (const [index, { role }] of chat.messages.entries()) {
    if (role !== "assistant") continue;
    const before = renderPart(chat, index, template, true);
    const after = renderPart(chat, index + 1, template, false);
    checkPrefix(before, after, index);
    checkPrefix(after, whole, index);
    const end = endOfOwn(after, before.length, tokenizer.endOfTurn);
    add(whole.slice(done, before.length), false);
    add(whole.slice(before.length, end), true);
    done = end;
  }
  add(whole.slice(done), false);
  return { ids, own };
}

function renderPart(chat: Chat, turns: number, template: ChatTemplate, addGenerationPrompt: boolean): string {
  return template.render({ ...chat, messages: chat.messages.slice(0, turns) }, { addGenerationPrompt });
}

function endOfOwn(text: string, start: number, endOfTurn: string | undefined): number {
  const last = endOfTurn === undefined ? -1 : text.lastIndexOf(endOfTurn);
  return endOfTurn === undefined || last < start ? text.length : last + endOfTurn.length;
}

function checkPrefix(earlier: string, later: string, index: number): void {
  if (later.startsWith(earlier)) return;
  let same = 0;
  while (same < earlier.length && earlier[same] === later[same]) same++;
  throw new InputError({
    file: "chat template",
    at: `messages[${index}]`,
    expected: "turns that stay as they were when later ones follow",
    found: `${describe(later.slice(same, same + 30))} in place of ${describe(earlier.slice(same, same + 30))}`,
    hint: "the template rewrites earlier turns; train on single turns, or with a template that does not",
  });
}

/** Put the tokens of each picture, in order, in the place of the one that the rendered text has for it. */
export function expandPictures(
  tokens: MaskedTokens,
  place: number,
  pictures: readonly (readonly number[])[],
): MaskedTokens {
  const ids: number[] = [];
  const own: boolean[] = [];
  let picture = 0;
  for (const [index, id] of tokens.ids.entries())
    for (const each of id === place ? (pictures[picture++] ?? []) : [id]) {
      ids.push(each);
      own.push(tokens.own[index] === true);
    }
  if (picture !== pictures.length)
    throw new RangeError(`expandPictures: expected ${pictures.length} places for pictures, got ${picture}`);
  return { ids, own };
}
