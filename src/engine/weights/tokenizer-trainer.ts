/**
 * A small tokenizer of one's own in the layout of Qwen2.5: NFC, a splitting pattern, byte-level BPE, control tokens.
 * Pattern: https://huggingface.co/Qwen/Qwen2.5-VL-3B-Instruct/blob/main/tokenizer.json
 *
 * Deviations: fixed phrases are cut out before the pattern applies, so that a phrase may become one token; the pattern
 * spells its case-insensitive part out, which every regular expression engine reads alike; numbers may be split as Llama 3
 * does it; of Qwen's added tokens only those of turns and pictures exist: boxes and calls are plain text.
 */
import { type LearnedMerges, learnMerges } from "./bpe-trainer.ts";
import { BYTE_CHARACTERS } from "./tokenizer.ts";

/** Added tokens of a trained tokenizer, in the order of their ids (as in Qwen2.5). */
export const CONTROL_TOKENS = [
  "<|endoftext|>",
  "<|im_start|>",
  "<|im_end|>",
  "<|vision_start|>",
  "<|vision_end|>",
  "<|vision_pad|>",
  "<|image_pad|>",
  "<|video_pad|>",
] as const;

export type NumberSplitting = "digits" | "up-to-three";

export interface TokenizerTraining {
  /** Tokens in all, control tokens included: 264 (bytes alone) to 65,536. */
  readonly size: number;
  /**
   * Digits as in Qwen's tokenizer, each a token (default), or runs of up to three as in Llama 3's.
   * https://huggingface.co/meta-llama/Meta-Llama-3-8B/blob/main/tokenizer.json
   */
  readonly numbers?: NumberSplitting | undefined;
  /** Whole numbers from 0 to this, at most 999, are one token each whatever the texts hold; for "up-to-three". */
  readonly wholeNumbers?: number | undefined;
  /** Fixed texts that may become one token each, such as the sentences of a prompt; without digits. */
  readonly phrases?: readonly string[] | undefined;
  /**
   * Texts that no token may equal (but for spaces around it, and in any case): answer classes, tool names. It does not
   * hold for `wholeNumbers`.
   */
  readonly neverWhole?: readonly string[] | undefined;
}

export interface TrainedTokenizer extends LearnedMerges {
  /** Splits text into pre-tokens. */
  readonly pattern: string;
}

const CONTRACTIONS = "'[sStTmMdD]|'[rR][eE]|'[vV][eE]|'[lL][lL]";
const WORDS = "[^\\r\\n\\p{L}\\p{N}]?\\p{L}+";
const NUMBERS: Readonly<Record<NumberSplitting, string>> = { digits: "\\p{N}", "up-to-three": "\\p{N}{1,3}" };
const REST = " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

/** Larger than the count of any text. */
const FOREMOST = 2 ** 40;

/**
 * Train on texts (rendered prompts: control tokens in them stay whole). A digit joins other digits at most, so no token
 * holds a box; letters, punctuation and line ends never join but within `phrases`.
 * The same texts give the same tokenizer.
 */
export function trainTokenizer(texts: Iterable<string>, training: TokenizerTraining): TrainedTokenizer {
  const { size, phrases = [], neverWhole = [], numbers = "digits" } = training;
  const whole = wholeNumbersOf(training);
  const least = 256 + CONTROL_TOKENS.length + Math.max(0, whole.length - 10);
  if (!(Number.isInteger(size) && size >= least && size <= 65_536))
    throw new RangeError(`trainTokenizer: expected a size of ${least} to 65536, got ${size}`);
  const pattern = splittingPattern(phrases, numbers);
  const counts = countPreTokens(texts, pattern);
  for (const number of whole) counts.set(number, FOREMOST);
  const wanted = new Set(whole);
  const forbidden = new Set(neverWhole.map((text) => wholeOf(text.normalize("NFC"))));
  const merges = learnMerges(counts, {
    size: size - CONTROL_TOKENS.length,
    minCount: 2,
    allows: (token) => wanted.has(token) || !forbidden.has(wholeOf(textOfToken(token))),
  });
  return { ...merges, pattern };
}

function wholeNumbersOf({ numbers = "digits", wholeNumbers }: TokenizerTraining): readonly string[] {
  if (wholeNumbers === undefined) return [];
  if (
    numbers !== "up-to-three" ||
    !(Number.isInteger(wholeNumbers) && wholeNumbers >= 0 && wholeNumbers < 1000)
  )
    throw new RangeError(
      `trainTokenizer: expected wholeNumbers of 0 to 999 with numbers "up-to-three", got ${wholeNumbers} with "${numbers}"`,
    );
  return Array.from({ length: wholeNumbers + 1 }, (_, value) => String(value));
}

const wholeOf = (text: string): string => text.trim().toLowerCase();

function splittingPattern(phrases: readonly string[], numbers: NumberSplitting): string {
  for (const phrase of phrases)
    if (/\p{N}/u.test(phrase) || phrase.trim() === "")
      throw new RangeError(
        `trainTokenizer: expected phrases of text without digits, got ${JSON.stringify(phrase)}`,
      );
  const longestFirst = phrases
    .map((phrase) => phrase.normalize("NFC"))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const escaped = longestFirst.map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return [...new Set(escaped), CONTRACTIONS, WORDS, NUMBERS[numbers], REST].join("|");
}

function countPreTokens(texts: Iterable<string>, pattern: string): Map<string, number> {
  const splitter = new RegExp(pattern, "gu");
  const control = new RegExp(CONTROL_TOKENS.map((token) => token.replaceAll("|", "\\|")).join("|"));
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const part of text.normalize("NFC").split(control))
      for (const [preToken] of part.matchAll(splitter)) {
        const bytes = byteCharactersOf(preToken);
        counts.set(bytes, (counts.get(bytes) ?? 0) + 1);
      }
  return counts;
}

function byteCharactersOf(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => BYTE_CHARACTERS[byte]).join("");
}

function textOfToken(token: string): string {
  return new TextDecoder().decode(Uint8Array.from(token, (character) => BYTE_CHARACTERS.indexOf(character)));
}

/**
 * The tokenizer's files by name, as a model folder holds them: `tokenizer.json`, `tokenizer_config.json`,
 * `special_tokens_map.json`, `vocab.json`, `merges.txt` and, where a template is given, `chat_template.jinja`.
 */
export function tokenizerFiles(trained: TrainedTokenizer, chatTemplate?: string): Map<string, string> {
  const vocab = Object.fromEntries(trained.tokens.map((token, id) => [token, id]));
  const added = CONTROL_TOKENS.map((content, index) => ({
    id: trained.tokens.length + index,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  }));
  const named = { eos_token: "<|im_end|>", pad_token: "<|endoftext|>" };
  const additional = { additional_special_tokens: CONTROL_TOKENS.slice(1) };
  const config = {
    tokenizer_class: "PreTrainedTokenizerFast",
    model_max_length: 131_072,
    clean_up_tokenization_spaces: false,
    added_tokens_decoder: Object.fromEntries(added.map(({ id, ...token }) => [id, token])),
    ...named,
    ...additional,
  };
  const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
  const merges = trained.merges.map(([left, right]) => `${left} ${right}\n`).join("");
  const files = new Map([
    ["tokenizer.json", json(tokenizerJson(trained, vocab, added))],
    ["tokenizer_config.json", json(config)],
    ["special_tokens_map.json", json({ ...named, ...additional })],
    ["vocab.json", json(vocab)],
    ["merges.txt", `#version: 0.2\n${merges}`],
  ]);
  return chatTemplate === undefined ? files : files.set("chat_template.jinja", chatTemplate);
}

function tokenizerJson(
  { pattern, merges }: TrainedTokenizer,
  vocab: object,
  added: readonly object[],
): object {
  const byteLevel = { type: "ByteLevel", add_prefix_space: false, trim_offsets: false, use_regex: false };
  const split = { type: "Split", pattern: { Regex: pattern }, behavior: "Isolated", invert: false };
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: added,
    normalizer: { type: "NFC" },
    pre_tokenizer: { type: "Sequence", pretokenizers: [split, byteLevel] },
    post_processor: byteLevel,
    decoder: byteLevel,
    model: {
      type: "BPE",
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab,
      merges,
    },
  };
}
