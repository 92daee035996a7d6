import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { textStream } from "./text-stream.ts";
import { createTokenizer, loadTokenizer } from "./tokenizer.ts";

const goldens = fileURLToPath(new URL("../../../test/golden/engine/", import.meta.url));
const readJson = (file: string) => JSON.parse(readFileSync(join(goldens, file), "utf8"));

interface GoldenString {
  readonly text: string;
  readonly ids: number[];
  readonly decoded: string;
  readonly decoded_skip_special: string;
}

const strings: readonly GoldenString[] = readJson("tokenizer/strings.json").strings;
const tokenizer = await loadTokenizer(join(goldens, "qwen2_5_vl/tied"));
const legacy = createTokenizer(readJson("tokenizer/tokenizer_legacy_merges.json"));

function streamed(ids: readonly number[], skipSpecial: boolean): string[] {
  const stream = textStream(tokenizer, { skipSpecial });
  return [...ids.map((id) => stream.push(id)), stream.end()];
}

describe("against the reference library", () => {
  test("200 strings, with merges as pairs and as text: ids, and text again", () => {
    expect(strings).toHaveLength(200);
    for (const each of [tokenizer, legacy])
      for (const { text, ids, decoded, decoded_skip_special } of strings) {
        expect(each.encode(text), text).toEqual(ids);
        expect(each.decode(ids)).toBe(decoded);
        expect(each.decode(ids, { skipSpecial: true })).toBe(decoded_skip_special);
      }
  });

  test("200 strings, token by token", () => {
    for (const { ids, decoded, decoded_skip_special } of strings) {
      expect(streamed(ids, false).join("")).toBe(decoded);
      expect(streamed(ids, true).join("")).toBe(decoded_skip_special);
    }
  });
});

test("knows its special tokens", () => {
  expect(tokenizer.size).toBe(1026);
  expect(tokenizer.id("<|image_pad|>")).toBe(1012);
  expect(tokenizer.id("<|vision_start|>")).toBe(1009);
  expect(tokenizer.specialIds.has(1012)).toBe(true);
  expect(tokenizer.specialIds.has(tokenizer.id("<tool_call>"))).toBe(false);
  expect(tokenizer.endOfTurn).toBe("<|im_end|>");
  expect(() => tokenizer.id("<|nothing|>")).toThrow(/expected the token <\|nothing\|>/);
});

test("padding rows of an embedding, negative ids and fractions decode to nothing", () => {
  const [id = 0] = tokenizer.encode("a");
  expect(tokenizer.decode([id, 1050, -1, 0.5, id])).toBe("aa");
  expect(tokenizer.decode([1050])).toBe("");
  expect(tokenizer.bytes(1050)).toHaveLength(0);
});

describe("streams", () => {
  test("give no piece of a character: each piece is whole, and all together are the text", () => {
    const text = fc.string({ unit: "binary", minLength: 1 });
    fc.assert(
      fc.property(text, (value) => {
        const ids = tokenizer.encode(value);
        const pieces = streamed(ids, false);
        expect(pieces.join("")).toBe(tokenizer.decode(ids));
        if (!value.includes("\uFFFD")) expect(pieces.join("")).not.toContain("\uFFFD");
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  /** Any token, often a piece of an emoji or an added token. */
  const piece = fc.oneof(
    fc.nat(1055),
    fc.constantFrom(...tokenizer.encode("🦊")),
    fc.integer({ min: 1000, max: 1026 }),
  );

  test("give U+FFFD for any ids that are no text, as decoding whole does", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (ids, skipSpecial) => {
        expect(streamed(ids, skipSpecial).join("")).toBe(tokenizer.decode(ids, { skipSpecial }));
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test("hold back the bytes of an emoji until the last of them", () => {
    const ids = tokenizer.encode("🦊!");
    const pieces = streamed(ids, false);
    expect(ids.length).toBeGreaterThan(3);
    expect(pieces.filter((piece) => piece !== "")).toEqual(["🦊", "!"]);
  });
});

describe("damaged input", () => {
  const good = readJson("tokenizer/tokenizer_legacy_merges.json");

  test.each([
    ["no object", 5, /expected object/],
    ["no model", { ...good, model: undefined }, /model: expected object/],
    ["another kind of model", { ...good, model: { ...good.model, type: "Unigram" } }, /model.type/],
    ["an id that is no number", { ...good, model: { ...good.model, vocab: { a: "1" } } }, /model.vocab.a/],
    ["a gigantic id", { ...good, model: { ...good.model, vocab: { a: 2 ** 40 } } }, /model.vocab.a/],
    ["another decoder", { ...good, decoder: { type: "Metaspace" } }, /decoder.type/],
    ["an unknown splitter", { ...good, pre_tokenizer: { type: "Nothing" } }, /expected a tokenizer, found/],
    [
      "a broken pattern",
      {
        ...good,
        pre_tokenizer: { type: "Split", pattern: { Regex: "(" }, behavior: "Isolated", invert: false },
      },
      /expected a tokenizer, found/,
    ],
  ])("%s is an InputError", (_, json, message) => {
    expect(() => createTokenizer(json)).toThrow(message);
    expect(() => createTokenizer(json)).toThrow(InputError);
  });

  test("a folder without a tokenizer, a bomb, a file cut short", async () => {
    const folder = mkdtempSync(join(tmpdir(), "benday-tokenizer-"));
    const file = join(folder, "tokenizer.json");
    await expect(loadTokenizer(folder)).rejects.toThrow(/no such file \(the folder needs the tokenizer.json/);
    writeFileSync(file, "[".repeat(1_000_000));
    await expect(loadTokenizer(folder)).rejects.toThrow(/nested at most 64 deep/);
    writeFileSync(file, JSON.stringify(good).slice(0, 5000));
    await expect(loadTokenizer(folder)).rejects.toThrow(/valid JSON/);
    rmSync(folder, { recursive: true });
  });
});
