/** Text to token ids and back: `@huggingface/tokenizers` behind an interface of our own. Byte-level tokenizers only. */
import { join } from "node:path";
import { Tokenizer as HubTokenizer } from "@huggingface/tokenizers";
import { z } from "zod";
import { InputError, reasonOf } from "../../errors.ts";
import { checkInput } from "../../json.ts";
import { readJsonFile } from "./json-file.ts";
import { loadTokenizerConfig, type TokenizerConfig } from "./tokenizer-config.ts";

export interface DecodeOptions {
  /** Leave out tokens marked special (turn ends, image places); false by default. */
  readonly skipSpecial?: boolean | undefined;
}

export interface Tokenizer {
  /** One more than the largest id. A model's embedding may have more rows. */
  readonly size: number;
  /** Ids of tokens marked special. */
  readonly specialIds: ReadonlySet<number>;
  /** The token that ends a turn, where the folder names one. */
  readonly endOfTurn: string | undefined;
  /** Special tokens written in `text` become their ids; nothing is added around it. */
  encode(text: string): number[];
  /** Ids without a token (padding rows of an embedding) give nothing; broken UTF-8 gives U+FFFD. */
  decode(ids: readonly number[], options?: DecodeOptions): string;
  /** The id of a whole token, such as `<|image_pad|>`; throws `InputError` where there is none. */
  id(token: string): number;
  /** The UTF-8 bytes of a token; none for ids without a token. */
  bytes(id: number): Uint8Array;
}

const HINT = "the folder needs the tokenizer.json of its model (AutoTokenizer.save_pretrained writes one)";

/** Above any vocabulary in use (about 260,000 tokens). */
const tokenId = z
  .int()
  .min(0)
  .max(1 << 24);

const TokenizerSchema = z.looseObject({
  model: z.looseObject({
    type: z.literal("BPE").optional(),
    vocab: z.record(z.string(), tokenId),
    merges: z.array(z.unknown()),
  }),
  added_tokens: z
    .array(z.looseObject({ id: tokenId, content: z.string(), special: z.boolean() }))
    .default([]),
  decoder: z.looseObject({ type: z.literal("ByteLevel") }),
});

/** Load `tokenizer.json`, and `tokenizer_config.json` where present. Throws `InputError`. */
export async function loadTokenizer(folder: string): Promise<Tokenizer> {
  const file = join(folder, "tokenizer.json");
  const config = await loadTokenizerConfig(join(folder, "tokenizer_config.json"));
  return createTokenizer(await readJsonFile(file, HINT), config, file);
}

const NO_CONFIG: TokenizerConfig = { specialTokens: {}, chatTemplate: undefined };

/** A tokenizer of the value of `tokenizer.json`; `file` is for messages. Throws `InputError`. */
export function createTokenizer(json: unknown, config = NO_CONFIG, file = "tokenizer.json"): Tokenizer {
  const checked = checkInput(TokenizerSchema, json, file);
  const hub = openHub(checked, file);
  const added = new Map(checked.added_tokens.map((token) => [token.id, token]));
  const tokens = tokensById(checked);
  const id = (token: string): number => {
    const found = hub.token_to_id(token);
    if (found === undefined)
      throw new InputError({ file, expected: `the token ${token}`, found: "no such token" });
    return found;
  };
  return {
    size: tokens.length,
    specialIds: new Set([...added.values()].filter((token) => token.special).map((token) => token.id)),
    endOfTurn: config.specialTokens["eos_token"],
    encode: (text) => (text === "" ? [] : hub.encode(text, { add_special_tokens: false }).ids),
    decode: (ids, { skipSpecial = false } = {}) => {
      const known = ids.filter((each) => tokens[each] !== undefined);
      return known.length === 0
        ? ""
        : hub.decode(known, { skip_special_tokens: skipSpecial, clean_up_tokenization_spaces: false });
    },
    id,
    bytes: (each) => {
      const token = tokens[each];
      if (token === undefined) return new Uint8Array();
      return added.has(each) ? new TextEncoder().encode(token) : bytesOfToken(token);
    },
  };
}

function openHub(json: object, file: string): HubTokenizer {
  try {
    return new HubTokenizer(json, {});
  } catch (cause) {
    throw new InputError({ file, expected: "a tokenizer", found: reasonOf(cause), hint: HINT }, { cause });
  }
}

/** Sparse: ids without a token are undefined. */
function tokensById({ model, added_tokens }: z.output<typeof TokenizerSchema>): (string | undefined)[] {
  const tokens: (string | undefined)[] = [];
  for (const [token, id] of Object.entries(model.vocab)) tokens[id] = token;
  for (const { id, content } of added_tokens) tokens[id] = content;
  return tokens;
}

/**
 * The character that stands for each byte in a byte-level vocabulary: itself where it prints, else one from U+0100 on.
 * https://github.com/openai/gpt-2/blob/master/src/encoder.py (`bytes_to_unicode`)
 */
export const BYTE_CHARACTERS: readonly string[] = byteCharacters();

function byteCharacters(): string[] {
  const prints = (byte: number): boolean => (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte !== 0xad);
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => String.fromCodePoint(prints(byte) ? byte : next++));
}

const BYTE_OF_CHARACTER: ReadonlyMap<string, number> = new Map(
  BYTE_CHARACTERS.map((character, byte) => [character, byte]),
);

function bytesOfToken(token: string): Uint8Array {
  return Uint8Array.from(token, (character) => BYTE_OF_CHARACTER.get(character) ?? 0x3f);
}
