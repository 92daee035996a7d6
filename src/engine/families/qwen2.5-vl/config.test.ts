import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { InputError } from "../../../errors.ts";
import { readQwen25VlConfig, writeQwen25VlConfig } from "./config.ts";

const goldens = fileURLToPath(new URL("../../../../test/golden/engine/qwen2_5_vl/", import.meta.url));
const flat = JSON.parse(readFileSync(`${goldens}tied/config.json`, "utf8"));
const nested = JSON.parse(readFileSync(`${goldens}untied/config.json`, "utf8"));
const read = (json: unknown) => readQwen25VlConfig(json, "config.json");

test("the flat layout of the hub", () => {
  expect(read(flat)).toEqual({
    text: {
      vocabSize: 1056,
      hiddenSize: 64,
      intermediateSize: 160,
      layers: 3,
      heads: 4,
      keyValueHeads: 2,
      headSize: 16,
      rmsNormEps: 1e-6,
      ropeTheta: 1e6,
      mropeSection: [2, 3, 3],
      maxPositions: 4096,
    },
    vision: {
      depth: 4,
      hiddenSize: 80,
      intermediateSize: 108,
      heads: 4,
      channels: 3,
      patchSize: 14,
      mergeSize: 2,
      temporalPatchSize: 2,
      windowSize: 112,
      fullAttentionBlocks: [1, 3],
      outputSize: 64,
    },
    tokens: { image: 1012, video: 1013, visionStart: 1009, visionEnd: 1010, bos: 1000, eos: [1002] },
    tiedEmbeddings: true,
    initializerRange: 0.02,
  });
});

test("the nested layout of transformers 5 says the same but for the head", () => {
  expect(read(nested)).toEqual({ ...read(flat), tiedEmbeddings: false });
});

test("what is written is read as the same", () => {
  for (const json of [flat, nested]) expect(read(writeQwen25VlConfig(read(json)))).toEqual(read(json));
});

test("older and newer spellings: tied within text_config, channels, theta beside the scaling, several ends", () => {
  const text_config = { ...nested.text_config, tie_word_embeddings: true, eos_token_id: [1, 2] };
  expect(read({ ...nested, text_config })).toMatchObject({ tiedEmbeddings: true, tokens: { eos: [1, 2] } });
  expect(read({ ...flat, rope_theta: 5e5 }).text.ropeTheta).toBe(5e5);
  expect(read({ ...flat, num_key_value_heads: null }).text.keyValueHeads).toBe(4);
});

test.each([
  ["another family", { model_type: "qwen3_vl" }, /model_type: expected "qwen2_5_vl"/],
  ["no size", { hidden_size: undefined }, /hidden_size: expected/],
  ["a gigantic size", { intermediate_size: 2 ** 53 - 1 }, /intermediate_size/],
  ["a negative size", { vocab_size: -1 }, /vocab_size/],
  ["a million layers", { num_hidden_layers: 1e6 }, /num_hidden_layers/],
  ["heads that do not divide", { num_attention_heads: 5 }, /hidden_size to be an even multiple/],
  ["key-value heads that do not divide", { num_key_value_heads: 3 }, /num_key_value_heads that divides 4/],
  [
    "sections that do not sum",
    { rope_scaling: { type: "mrope", mrope_section: [2, 2, 2] } },
    /sums to 8, found 6/,
  ],
  [
    "scaled rotary positions",
    { rope_scaling: { rope_type: "yarn", mrope_section: [2, 3, 3] } },
    /rope_scaling.rope_type/,
  ],
  ["no rotary sections", { rope_scaling: null }, /expected rope_scaling or rope_parameters, found neither/],
  ["sliding windows", { use_sliding_window: true }, /use_sliding_window/],
  ["another activation", { hidden_act: "gelu" }, /hidden_act: expected "silu"/],
  ["quantised weights", { quantization_config: { bits: 4 } }, /quantization_config/],
  ["an image token without an embedding", { image_token_id: 5000 }, /image_token_id below 1056, found 5000/],
  ["no vision tower", { vision_config: undefined }, /vision_config/],
  [
    "another width",
    { vision_config: { ...flat.vision_config, out_hidden_size: 65 } },
    /out_hidden_size 64, found 65/,
  ],
  [
    "a window of half a token",
    { vision_config: { ...flat.vision_config, window_size: 100 } },
    /a multiple of 28/,
  ],
  [
    "a block that does not exist",
    { vision_config: { ...flat.vision_config, fullatt_block_indexes: [4] } },
    /below 4, found 4/,
  ],
])("%s is an InputError", (_, change, message) => {
  expect(() => read({ ...flat, ...change })).toThrow(InputError);
  expect(() => read({ ...flat, ...change })).toThrow(message);
});
