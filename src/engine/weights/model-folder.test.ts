import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { readQwen25VlConfig, writeQwen25VlConfig } from "../families/qwen2.5-vl/config.ts";
import { readImageProcessor, writeImageProcessor } from "../families/qwen2.5-vl/image-processor.ts";
import { hubName, moduleName } from "../families/qwen2.5-vl/parameter-names.ts";
import { readWeights } from "./checkpoint.ts";
import { readModelFolder, readTokenizerFiles, writeGeneration, writeModelFolder } from "./model-folder.ts";

const tied = fileURLToPath(new URL("../../../test/golden/engine/qwen2_5_vl/tied/", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "benday-model-"));
afterAll(() => rmSync(root, { recursive: true }));
const families = { qwen2_5_vl: { readConfig: readQwen25VlConfig, parameterName: moduleName } };

test("a folder is read, written and read again without loss", async () => {
  const model = await readModelFolder(tied, families);
  expect(model.family).toBe("qwen2_5_vl");
  expect(model.generation).toEqual({
    eos: [1002, 1000],
    pad: 1000,
    sample: true,
    temperature: 1e-6,
    topP: undefined,
    topK: undefined,
    repetitionPenalty: 1.05,
  });
  const weights = await readWeights(model.checkpoint);
  expect(weights.has("model.language_model.embed_tokens.weight")).toBe(true);
  const target = join(root, "written");
  const files = {
    config: writeQwen25VlConfig(model.config),
    generation: JSON.parse(readFileSync(join(tied, "generation_config.json"), "utf8")),
    preprocessor: writeImageProcessor(readImageProcessor(model.preprocessor, "x")),
    tokenizer: await readTokenizerFiles(tied),
    weights: new Map([...weights].map(([name, tensor]) => [hubName(name), tensor])),
  };
  await writeModelFolder(target, files);
  const names = [...readdirSync(tied), ".benday.json"].sort();
  expect(readdirSync(target).sort()).toEqual(names);
  for (const name of ["model.safetensors", "tokenizer.json", "chat_template.jinja"])
    expect(readFileSync(join(target, name)).equals(readFileSync(join(tied, name))), name).toBe(true);
  const again = await readModelFolder(target, families);
  expect(again.config).toEqual(model.config);
  expect(again.generation).toEqual(model.generation);
  expect(readImageProcessor(again.preprocessor, "x")).toEqual(readImageProcessor(model.preprocessor, "x"));

  await expect(writeModelFolder(target, files)).rejects.toThrow(InputError);
  await writeModelFolder(target, files, { replace: true, dtype: "BF16", maxShardBytes: 500_000 });
  expect(JSON.parse(readFileSync(join(target, "config.json"), "utf8")).torch_dtype).toBe("bfloat16");
  expect((await readModelFolder(target, families)).checkpoint.tensors.size).toBe(92);
});

test("how a model decodes is written as it was read; what is not known is left out", async () => {
  const { generation } = await readModelFolder(tied, families);
  const stored = JSON.parse(readFileSync(join(tied, "generation_config.json"), "utf8"));
  expect({ bos_token_id: 1000, ...writeGeneration(generation) }).toEqual(stored);
  const unknown = { pad: undefined, sample: false, temperature: undefined, topP: undefined };
  const rest = { topK: undefined, repetitionPenalty: undefined };
  expect(writeGeneration({ eos: [], ...unknown, ...rest })).toEqual({ do_sample: false });
  expect(writeGeneration({ eos: [7], ...unknown, ...rest })).toEqual({ do_sample: false, eos_token_id: 7 });
});

test("a file that is none of a tokenizer's is not written", async () => {
  const tokenizer = new Map([["../escape.json", "{}"]]);
  const files = { config: {}, tokenizer, weights: new Map() };
  await expect(writeModelFolder(join(root, "escape"), files)).rejects.toThrow(RangeError);
});

function folderWith(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(root, "folder-"));
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  return folder;
}

const config = JSON.parse(readFileSync(join(tied, "config.json"), "utf8"));

test.each([
  [
    "an unknown family",
    { "config.json": { model_type: "llama" } },
    /model_type: expected one of qwen2_5_vl, found "llama" \(/,
  ],
  [
    "a family named like a method",
    { "config.json": { model_type: "toString" } },
    /expected one of qwen2_5_vl/,
  ],
  ["no family", { "config.json": {} }, /model_type: expected string/],
  ["a list", { "config.json": [] }, /config.json/],
  ["no config", {}, /no such file \(point at a folder that holds a model/],
  ["a bomb", { "config.json": "[".repeat(100_000) }, /nested at most 64 deep/],
  ["half a config", { "config.json": JSON.stringify(config).slice(0, 200) }, /valid JSON/],
  ["no weights", { "config.json": config }, /model.safetensors.index.json, found neither/],
  [
    "damaged weights",
    { "config.json": config, "model.safetensors": "abc" },
    /expected 8 bytes, found 3 bytes/,
  ],
  [
    "a damaged generation config",
    { "config.json": config, "generation_config.json": { top_p: 7 } },
    /generation_config.json: top_p/,
  ],
])("%s is an InputError", async (_, files, message) => {
  const failure = await readModelFolder(folderWith(files), families).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  expect(String(failure)).toMatch(message);
});
