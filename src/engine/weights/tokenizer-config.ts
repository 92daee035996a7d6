/** What `tokenizer_config.json` (and the older `chat_template.json`) says of special tokens and the chat template. */
import { z } from "zod";
import { checkInput } from "../../json.ts";
import { parseBoundedJson, readOptionalText } from "./json-file.ts";

export interface TokenizerConfig {
  /** The texts of `bos_token`, `eos_token`, `pad_token` and `unk_token`, where stated. */
  readonly specialTokens: Readonly<Record<string, string>>;
  /** Jinja source; of several named ones, the `default`. */
  readonly chatTemplate: string | undefined;
}

const NamedToken = z
  .union([z.string(), z.looseObject({ content: z.string() })])
  .nullish()
  .transform((token) => (typeof token === "object" ? token?.content : token));

const NamedTemplates = z.array(z.object({ name: z.string(), template: z.string() }));

const ConfigSchema = z.looseObject({
  chat_template: z.union([z.string(), NamedTemplates]).nullish(),
  bos_token: NamedToken,
  eos_token: NamedToken,
  pad_token: NamedToken,
  unk_token: NamedToken,
});

/** Check the value of the file; `file` is for messages. Throws `InputError`. */
export function readTokenizerConfig(value: unknown, file: string): TokenizerConfig {
  const { chat_template, bos_token, eos_token, pad_token, unk_token } = checkInput(ConfigSchema, value, file);
  const specialTokens: Record<string, string> = {};
  for (const [key, text] of Object.entries({ bos_token, eos_token, pad_token, unk_token }))
    if (typeof text === "string") specialTokens[key] = text;
  const chatTemplate =
    typeof chat_template === "string"
      ? chat_template
      : chat_template?.find(({ name }) => name === "default")?.template;
  return { specialTokens, chatTemplate };
}

/** {@link readTokenizerConfig} of a file; of `{}` where there is none. */
export async function loadTokenizerConfig(file: string): Promise<TokenizerConfig> {
  const text = await readOptionalText(file);
  return readTokenizerConfig(text === undefined ? {} : parseBoundedJson(text, file), file);
}
