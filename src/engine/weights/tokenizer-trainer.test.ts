import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnMerges } from "./bpe-trainer.ts";
import { createTokenizer } from "./tokenizer.ts";
import { readTokenizerConfig } from "./tokenizer-config.ts";
import { CONTROL_TOKENS, tokenizerFiles, trainTokenizer } from "./tokenizer-trainer.ts";

const goldens = fileURLToPath(new URL("../../../test/golden/engine/tokenizer/", import.meta.url));
const chats: { qwen2_5_vl: { text: string }; hermes_tools: { text: string } }[] = JSON.parse(
  readFileSync(join(goldens, "chats.json"), "utf8"),
).chats;
const CALL = '<tool_call>\n{"name": "zoom", "arguments": {"bbox": [12, 340, 156, 999]}}\n</tool_call>';
const texts = chats
  .map(({ hermes_tools }) => hermes_tools.text)
  .concat(Array(50).fill(CALL), Array(50).fill("Answer: Yes"));
const phrases = ["You are a helpful assistant.", "assistant.\n"];
const trained = trainTokenizer(texts, { size: 600, phrases, neverWhole: ["zoom", "Yes", "bbox"] });

function tokenizerOf(trainedTokenizer: typeof trained) {
  const files = tokenizerFiles(trainedTokenizer);
  const read = (name: string): unknown => JSON.parse(files.get(name) ?? "");
  const config = readTokenizerConfig(read("tokenizer_config.json"), "tokenizer_config.json");
  return createTokenizer(read("tokenizer.json"), config);
}
const tokenizer = tokenizerOf(trained);
const tokens = Array.from({ length: tokenizer.size }, (_, id) => tokenizer.decode([id]));

test("the tokenizers library learns the same 508 merges from the same texts", () => {
  const reference = JSON.parse(readFileSync(join(goldens, "trained_merges.json"), "utf8"));
  const both = chats.flatMap(({ qwen2_5_vl, hermes_tools }) => [qwen2_5_vl.text, hermes_tools.text]);
  const { merges, pattern } = trainTokenizer(both, { size: reference.size });
  expect(pattern).toBe(reference.pattern);
  expect(merges).toHaveLength(508);
  expect(merges).toEqual(reference.merges);
});

test("classic example: low, lower, newest, widest", () => {
  const counts = new Map([
    ["low", 5],
    ["lower", 2],
    ["newest", 6],
    ["widest", 3],
  ]);
  const { merges } = learnMerges(counts, { size: 256 + 6, minCount: 2, allows: () => true });
  expect(merges.map((pair) => pair.join("+"))).toEqual(["e+s", "es+t", "l+o", "lo+w", "e+w", "n+ew"]);
});

test("a run of one character merges without overlaps", () => {
  const { merges, tokens: learned } = learnMerges(new Map([["aaaaa", 3]]), {
    size: 300,
    minCount: 2,
    allows: () => true,
  });
  expect(learned.slice(256)).toEqual(["aa", "aaa", "aaaaa"]);
  expect(merges).toHaveLength(3);
});

describe("what no token may be", () => {
  test("a number of several digits, or a digit with anything", () => {
    expect(tokens.filter((token) => /\p{N}/u.test(token) && token.length > 1)).toEqual([]);
    expect(trained.tokens.filter((token) => /[0-9]/.test(token))).toHaveLength(10);
  });

  test("a call, a box, or the name of a tool or an answer class", () => {
    for (const whole of ["zoom", "Yes", "bbox"])
      expect(tokens.filter((token) => token.trim().toLowerCase() === whole.toLowerCase())).toEqual([]);
    expect(tokens.filter((token) => /[[{(].*[\]})]/.test(token))).toEqual([]);
    expect(tokens.filter((token) => /tool_call.*>/.test(token))).toEqual([]);
    expect(tokenizer.encode(CALL).length).toBeGreaterThan(30);
    expect(tokenizer.encode("[12, 340, 156, 999]").length).toBeGreaterThanOrEqual(17);
  });
});

describe("numbers of up to three digits", () => {
  const numbered = tokenizerOf(
    trainTokenizer(texts, {
      size: 1100,
      phrases,
      numbers: "up-to-three",
      wholeNumbers: 448,
      neverWhole: ["12", "zoom"],
    }),
  );

  test("each is one token, and digits join nothing else", () => {
    for (let value = 0; value <= 448; value++) {
      const ids = numbered.encode(String(value));
      expect(ids.map((id) => numbered.decode([id]))).toEqual([String(value)]);
    }
    const words = Array.from({ length: numbered.size }, (_, id) => numbered.decode([id]));
    expect(words.filter((word) => /\p{N}/u.test(word) && !/^\p{N}{1,3}$/u.test(word))).toEqual([]);
    expect(numbered.encode("[12, 340, 156, 448]").length).toBeGreaterThanOrEqual(9);
  });

  test("a longer number is cut from its left, as Llama 3 does it", () => {
    const pieces = (text: string) => numbered.encode(text).map((id) => numbered.decode([id]));
    expect(pieces("1234")).toEqual(["123", "4"]);
    expect(pieces("2024407")).toEqual(["202", "440", "7"]);
  });

  test("any text with numbers comes back", () => {
    const part = fc.oneof(fc.nat(9999).map(String), fc.string({ unit: "binary", maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        expect(numbered.decode(numbered.encode(text))).toBe(text.normalize("NFC"));
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

test("a fixed phrase becomes one token, and a longer one wins over a shorter", () => {
  expect(tokenizer.encode("You are a helpful assistant.")).toHaveLength(1);
  expect(tokenizer.encode("You are a helpful assistant.\n")).toHaveLength(2);
});

test("control tokens stay whole and come last", () => {
  expect(tokenizer.size).toBe(600);
  expect(CONTROL_TOKENS.map((token) => tokenizer.encode(token))).toEqual(
    CONTROL_TOKENS.map((_, index) => [592 + index]),
  );
  expect(tokenizer.specialIds.size).toBe(CONTROL_TOKENS.length);
  expect(tokenizer.endOfTurn).toBe("<|im_end|>");
});

test("any text comes back (but for NFC)", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(tokenizer.decode(tokenizer.encode(text))).toBe(text.normalize("NFC"));
    }),
    { numRuns: 300, seed: 5 },
  );
});

test("the merges alone encode the training texts with few tokens", () => {
  const ids = texts.map((text) => tokenizer.encode(text).length).reduce((sum, length) => sum + length, 0);
  const bytes = texts.map((text) => Buffer.byteLength(text)).reduce((sum, length) => sum + length, 0);
  expect(bytes / ids).toBeGreaterThan(2);
});

test("the same texts give the same files, in any order of files and with the template", () => {
  const again = trainTokenizer(texts, {
    size: 600,
    phrases: [...phrases].reverse(),
    neverWhole: ["bbox", "Yes", "zoom"],
  });
  expect([...tokenizerFiles(again, "{{ x }}")]).toEqual([...tokenizerFiles(trained, "{{ x }}")]);
  expect([...tokenizerFiles(trained, "{{ x }}").keys()].sort()).toEqual([
    "chat_template.jinja",
    "merges.txt",
    "special_tokens_map.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "vocab.json",
  ]);
});

test("few texts give a smaller vocabulary than asked for", () => {
  const small = tokenizerOf(trainTokenizer(["ab ab"], { size: 1000 }));
  expect(small.size).toBe(256 + 1 + CONTROL_TOKENS.length);
  expect(small.encode("ab")).toHaveLength(1);
});

test.each([
  [{ size: 100 }, /expected a size of 264 to 65536, got 100/],
  [{ size: 300, phrases: ["page 1"] }, /phrases of text without digits, got "page 1"/],
  [{ size: 300, phrases: [" "] }, /phrases of text/],
  [{ size: 600, numbers: "up-to-three", wholeNumbers: 448 }, /expected a size of 703 to 65536, got 600/],
  [{ size: 2000, wholeNumbers: 448 }, /with numbers "up-to-three", got 448 with "digits"/],
  [{ size: 2000, numbers: "up-to-three", wholeNumbers: 1000 }, /wholeNumbers of 0 to 999/],
] as const)("%j is a mistake of the caller", (options, message) => {
  expect(() => trainTokenizer([], options)).toThrow(message);
});
