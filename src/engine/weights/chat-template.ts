/**
 * Conversations as the text that a model was trained on, by the Jinja template of its folder (`@huggingface/jinja`).
 *
 * Deviation from Python: a number that JSON wrote as `2.0` or `1e-06` prints as `2` and `0.000001`; JavaScript does not
 * keep the spelling.
 */
import { join } from "node:path";
import { Template } from "@huggingface/jinja";
import { describe, InputError, reasonOf } from "../../errors.ts";
import type { Json } from "../../json.ts";
import { readOptionalText } from "./json-file.ts";
import { loadTokenizerConfig } from "./tokenizer-config.ts";

/** A turn in the form of transformers; templates may read further fields (`tool_calls`, `name`, ...). */
export interface ChatMessage {
  readonly role: string;
  /** Text, or parts such as `{ type: "image" }` and `{ type: "text", text }`. */
  readonly content?: string | readonly { readonly [key: string]: Json }[] | null;
  readonly [key: string]: Json | undefined;
}

export interface Chat {
  readonly messages: readonly ChatMessage[];
  /** JSON descriptions of tools, in the form the template expects (OpenAI's as a rule). */
  readonly tools?: readonly Json[] | null | undefined;
  /** Further variables of the template, such as `add_vision_id`. */
  readonly variables?: Readonly<Record<string, Json>> | undefined;
}

export interface RenderOptions {
  /** End with the opening of an assistant's turn; false by default. */
  readonly addGenerationPrompt?: boolean | undefined;
}

export interface ChatTemplate {
  /** Jinja source, to be written into another folder. */
  readonly source: string;
  /** Throws `InputError` where the template refuses the conversation. */
  render(chat: Chat, options?: RenderOptions): string;
}

/** Far above the longest template in use (about 20 kB). */
const MAX_LENGTH = 1024 * 1024;
const HINT =
  "add the chat_template.jinja of the model that this one was trained from; base models without one cannot chat";

/**
 * The template of a folder: `chat_template.jinja`, else `chat_template.json`, else the one inside
 * `tokenizer_config.json` (there, of several the one named `default`). Throws `InputError` where there is none.
 */
export async function loadChatTemplate(folder: string): Promise<ChatTemplate> {
  const configFile = join(folder, "tokenizer_config.json");
  const config = await loadTokenizerConfig(configFile);
  const file = join(folder, "chat_template.jinja");
  const olderFile = join(folder, "chat_template.json");
  const places = [
    [file, await readOptionalText(file)],
    [olderFile, (await loadTokenizerConfig(olderFile)).chatTemplate],
    [configFile, config.chatTemplate],
  ] as const;
  for (const [place, source] of places)
    if (source !== undefined) return compileChatTemplate(source, place, config.specialTokens);
  throw new InputError({ file: folder, expected: "a chat template", found: "none", hint: HINT });
}

/** Compile Jinja source; `variables` are set in every rendering. Throws `InputError` for source that is no template. */
export function compileChatTemplate(
  source: string,
  file = "chat_template.jinja",
  variables: Readonly<Record<string, Json>> = {},
): ChatTemplate {
  if (source.length > MAX_LENGTH)
    throw new InputError({ file, expected: `at most ${MAX_LENGTH} characters`, found: `${source.length}` });
  const template = refusing(file, "a Jinja template", () => new Template(source));
  return {
    source,
    render: ({ messages, tools = null, variables: more = {} }, { addGenerationPrompt = false } = {}) =>
      refusing(
        file,
        `a conversation of this template (roles ${describe(messages.map(({ role }) => role))})`,
        () =>
          template.render({
            ...variables,
            ...more,
            messages,
            tools,
            documents: null,
            add_generation_prompt: addGenerationPrompt,
          }),
      ),
  };
}

function refusing<T>(file: string, expected: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw new InputError({ file, expected, found: reasonOf(cause) }, { cause });
  }
}
