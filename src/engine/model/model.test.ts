import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { seeded } from "../../random.ts";
import { GOLDENS } from "../families/qwen2.5-vl/fixtures/goldens.ts";
import { parameterOf } from "../optim/parameters.ts";
import { readLoraAdapter } from "../weights/lora.ts";
import { openSafetensors, readTensors } from "../weights/safetensors.ts";
import { writeSafetensors } from "../weights/safetensors-writer.ts";
import { ownTargets, readConversation, readPrompt } from "./conversation.ts";
import { type LoadOptions, loadModel, type Model, saveAdapter, saveModel } from "./model.ts";
import { createScorer } from "./scorer.ts";

const tied = `${GOLDENS}tied`;
const adapterFolder = `${GOLDENS}lora_language`;
const root = mkdtempSync(join(tmpdir(), "benday-model-"));
afterAll(() => rmSync(root, { recursive: true }));

function noise(width: number, height: number) {
  const random = seeded(`${width}x${height}`);
  return { width, height, data: Uint8Array.from({ length: width * height * 3 }, () => random.int(256)) };
}

const chat = {
  messages: [
    { role: "user", content: [{ type: "image" }, { type: "text", text: "Who is it?" }] },
    { role: "assistant", content: "A fox." },
  ],
};

/** Log-probabilities of an answer about a picture. */
async function scoresOf(model: Model): Promise<readonly number[]> {
  const scorer = createScorer(model, { threads: 2 });
  const { logProbs = [] } = await scorer.score(ownTargets([readConversation(model, chat, [noise(90, 61)])]));
  await scorer.release();
  return Array.from(logProbs);
}

function expectClose(got: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(got.length).toBe(expected.length);
  for (const [at, value] of expected.entries())
    expect(Math.abs((got[at] ?? Number.NaN) - value)).toBeLessThan(tolerance);
}

const load = (options?: LoadOptions) => loadModel(tied, options);
const base = await load();
const baseScores = await scoresOf(base);

test("what trains is chosen when a model is loaded", async () => {
  const { trainable, frozen } = base.parameters;
  expect([trainable.layout.length, frozen.layout.slots.length]).toEqual([0, 92]);
  const whole = await load({ trains: "all" });
  expect(whole.parameters.frozen.layout.length).toBe(0);
  const decoder = await load({ trains: (name) => name.includes("language_model") });
  expect(decoder.parameters.trainable.layout.slots.some(({ name }) => name.includes("visual"))).toBe(false);
  expect(await scoresOf(decoder)).toEqual(baseScores);
});

test("a saved model is the same model, with the same files", async () => {
  const target = join(root, "saved");
  await saveModel(base, target);
  expect(readdirSync(target).sort()).toEqual([...readdirSync(tied), ".benday.json"].sort());
  const again = await loadModel(target);
  expect(again.architecture.json).toEqual(base.architecture.json);
  expect(again.architecture.pictures.json).toEqual(base.architecture.pictures.json);
  expect(again.generation).toEqual(base.generation);
  expect(again.parameters.frozen.data).toEqual(base.parameters.frozen.data);
  expect(await scoresOf(again)).toEqual(baseScores);
  await expect(saveModel(base, target)).rejects.toThrow(InputError);
});

describe("adapters", () => {
  test("a stored one gives the same apart, merged when loaded, and merged when saved", async () => {
    const apart = await load({ adapter: { folder: adapterFolder } });
    expect(apart.parameters.trainable.layout.slots.every(({ name }) => name.includes(".lora_"))).toBe(true);
    const scores = await scoresOf(apart);
    expect(Math.abs((scores[0] ?? 0) - (baseScores[0] ?? 0))).toBeGreaterThan(1e-3);
    const merged = await load({ adapter: { folder: adapterFolder, merge: true } });
    expect(merged.adapter).toBeUndefined();
    expectClose(await scoresOf(merged), scores, 1e-4);
    await saveModel(apart, join(root, "merged"));
    expect(await scoresOf(await loadModel(join(root, "merged")))).toEqual(await scoresOf(merged));
  });

  test("a saved one is the one that was read", async () => {
    const apart = await load({ adapter: { folder: adapterFolder } });
    await saveAdapter(apart, join(root, "adapter"));
    const [got, expected] = await Promise.all(
      [join(root, "adapter"), adapterFolder].map((folder) =>
        readLoraAdapter(folder, base.architecture.parameterName),
      ),
    );
    expect(got?.config).toEqual(expected?.config);
    const numbers = (adapter: typeof got) =>
      [...(adapter?.pairs ?? [])].map(([module, { down, up }]) => [module, [...down.data], [...up.data]]);
    expect(numbers(got)).toEqual(numbers(expected));
    await expect(saveAdapter(base, join(root, "none"))).rejects.toThrow(RangeError);
  });

  test("a fresh one begins as the base, the same for the same seed", async () => {
    const fresh = (seed: number) => load({ adapter: { rank: 4, alpha: 8, seed } });
    const [one, same, other] = [await fresh(1), await fresh(1), await fresh(2)];
    expectClose(await scoresOf(one), baseScores, 1e-6);
    expect(one.parameters.trainable.data).toEqual(same.parameters.trainable.data);
    expect(one.parameters.trainable.data).not.toEqual(other.parameters.trainable.data);
    expect(one.parameters.trainable.layout.slots.length).toBe(3 * 7 * 2);
    expect(one.adapter?.scaling("model.language_model.layers.0.mlp.up_proj")).toBe(2);
    await expect(load({ adapter: { rank: 4, alpha: 8, seed: 1, targets: ["nowhere"] } })).rejects.toThrow(
      InputError,
    );
  });

  test("one of another model is refused", async () => {
    const folder = join(root, "foreign");
    cpSync(adapterFolder, folder, { recursive: true });
    const file = join(folder, "adapter_model.safetensors");
    const tensors = new Map(await readTensors(await openSafetensors(file)));
    const [name = ""] = [...tensors.keys()].filter((each) => each.endsWith("lora_B.weight"));
    tensors.set(name, { shape: [3, 8], data: new Float32Array(24) });
    await writeSafetensors(file, tensors);
    await expect(load({ adapter: { folder } })).rejects.toThrow(/expected factors of a matrix .* found 3 x/);
  });
});

/** A copy of the golden folder with something broken in it. */
function damaged(breakIt: (folder: string) => void): string {
  const folder = mkdtempSync(join(root, "damaged-"));
  cpSync(tied, folder, { recursive: true });
  breakIt(folder);
  return folder;
}

const edit = (name: string, change: (json: Record<string, unknown>) => object) => (folder: string) => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")))));
};

/** The header's JSON changed; the bytes stay. */
const editHeader = (change: (text: string) => string) => (folder: string) => {
  const file = join(folder, "model.safetensors");
  const bytes = readFileSync(file);
  const end = 8 + Number(bytes.readBigUInt64LE());
  const header = Buffer.from(change(bytes.toString("utf8", 8, end)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  writeFileSync(file, Buffer.concat([length, header, bytes.subarray(end)]));
};

const headerLength = (length: bigint) => (folder: string) => {
  const file = join(folder, "model.safetensors");
  const bytes = readFileSync(file);
  bytes.writeBigUInt64LE(length);
  writeFileSync(file, bytes);
};

const shards = (map: Record<string, string>) => (folder: string) => {
  rmSync(join(folder, "model.safetensors"));
  writeFileSync(join(folder, "model.safetensors.index.json"), JSON.stringify({ weight_map: map }));
};

const remove = (name: string) => (folder: string) => rmSync(join(folder, name));

const noTemplate = (folder: string) => {
  remove("chat_template.jinja")(folder);
  edit("tokenizer_config.json", ({ chat_template: _, ...rest }) => rest)(folder);
};

const DAMAGES: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
  [
    "truncated weights",
    (folder) => truncateSync(join(folder, "model.safetensors"), 100_000),
    /model\.safetensors/,
  ],
  [
    "a header that was cut off",
    (folder) => truncateSync(join(folder, "model.safetensors"), 60),
    /header length/,
  ],
  [
    "an empty file",
    (folder) => truncateSync(join(folder, "model.safetensors"), 0),
    /expected 8 bytes, found 0 bytes/,
  ],
  [
    "a header of 2^63 bytes",
    headerLength(2n ** 63n),
    /header length: expected at most \d+ bytes, found 9223372036854775808/,
  ],
  ["a header of no JSON", headerLength(0n), /expected a JSON object/],
  [
    "a huge shape",
    editHeader((text) => text.replace(/"shape":\s*\[\d+/, '"shape":[9007199254740991')),
    /model\.safetensors/,
  ],
  ["weights of an unknown dtype", editHeader((text) => text.replace(/"F32"/, '"F8"')), /F8/],
  [
    "quantised weights",
    editHeader((text) => text.replace(/"dtype":\s*"F32"/, '"dtype":"I32"')),
    /expected weights in F64, F32, F16, BF16, found I32/,
  ],
  [
    "a renamed tensor",
    editHeader((text) => text.replace("visual.merger.ln_q.weight", "visual.merger.ln_x.weight")),
    /visual\.merger\.ln_q\.weight: expected a tensor \[\d+\], found none of that name/,
  ],
  [
    "a missing shard",
    shards({ "model.norm.weight": "model-00001-of-00001.safetensors" }),
    /expected this shard, found no such file .*download/s,
  ],
  [
    "a shard outside the folder",
    shards({ "model.norm.weight": "../tied/model.safetensors" }),
    /expected names of safetensors files in the same folder/,
  ],
  [
    "no weights",
    remove("model.safetensors"),
    /expected model\.safetensors or model\.safetensors\.index\.json, found neither/,
  ],
  [
    "another family",
    edit("config.json", (json) => ({ ...json, model_type: "mamba" })),
    /model_type: expected one of qwen2_5_vl, found "mamba"/,
  ],
  [
    "a family of JavaScript's own",
    edit("config.json", (json) => ({ ...json, model_type: "constructor" })),
    /model_type: expected one of/,
  ],
  [
    "other sizes than the weights",
    edit("config.json", (json) => ({ ...json, intermediate_size: 200 })),
    /expected a tensor \[200, 64\], found \[160, 64\]/,
  ],
  ["absurd sizes", edit("config.json", (json) => ({ ...json, vocab_size: 2 ** 40 })), /vocab_size/],
  ["a config that is no JSON", (folder) => writeFileSync(join(folder, "config.json"), "{"), /config\.json/],
  [
    "a config of brackets",
    (folder) => writeFileSync(join(folder, "config.json"), "[".repeat(1_000_000)),
    /nested at most/,
  ],
  ["no config", remove("config.json"), /config\.json.*point at a folder/s],
  ["no tokenizer", remove("tokenizer.json"), /tokenizer\.json.*AutoTokenizer/s],
  ["no template", noTemplate, /expected a chat template, found none .*chat_template\.jinja/s],
  [
    "a template that is none",
    (folder) => writeFileSync(join(folder, "chat_template.jinja"), "{% for %}"),
    /expected a Jinja template/,
  ],
  [
    "a tokenizer with more ids than the embedding",
    edit("config.json", (json) => ({ ...json, vocab_size: 1020 })),
    /tokenizer\.json.*expected ids below 1020/s,
  ],
  [
    "a processor of other patches",
    edit("preprocessor_config.json", (json) => ({ ...json, patch_size: 16 })),
    /patch_size: expected 14, as config\.json says, found 16/,
  ],
];

test.each(DAMAGES)("%s: a clear error", async (_, breakIt, message) => {
  const error: unknown = await loadModel(damaged(breakIt)).then(
    () => "loaded",
    (cause) => cause,
  );
  expect(error).toBeInstanceOf(InputError);
  expect(String(error)).toMatch(message);
});

test("a folder that does not exist", async () => {
  await expect(loadModel(join(root, "nowhere"))).rejects.toThrow(InputError);
});

describe("pictures of any size", () => {
  const question = { messages: chat.messages.slice(0, 1) };

  test("one px is enlarged, 30,000 px are reduced", () => {
    const { pictures } = base.architecture;
    const [image] = readPrompt(base, question, [noise(1, 1)]).images;
    expect(image?.size).toEqual({ width: 56, height: 56 });
    const long = readPrompt(base, question, [noise(30_000, 150)]);
    expect(long.images[0]?.size).toEqual({ width: 3164, height: 28 });
    expect(long.tokens.filter((id) => id === pictures.place).length).toBe(113);
  });

  test("a line of 30,000 px is refused, and so are pictures without places and places without pictures", () => {
    expect(() => readPrompt(base, question, [noise(30_000, 1)])).toThrow(
      /picture 1: expected a long side of at most 200 times the short one, found 30000 x 1 px .*crop or pad/s,
    );
    expect(() => readPrompt(base, question, [])).toThrow(/expected places for 0 pictures, found 1/);
    const forged = { messages: [{ role: "user", content: "<|image_pad|>" }] };
    expect(() => readPrompt(base, forged, [])).toThrow(InputError);
  });

  test("a conversation beyond the context is refused", () => {
    const text = "word ".repeat(5000);
    expect(() => readPrompt(base, { messages: [{ role: "user", content: text }] })).toThrow(
      /at most 4096 tokens/,
    );
  });
});

test("a prompt is the beginning of the conversation, and none of it is the assistant's", () => {
  const prompt = readPrompt(base, { messages: chat.messages.slice(0, 1) }, [noise(90, 61)]);
  const whole = readConversation(base, chat, [noise(90, 61)]);
  expect(whole.tokens.slice(0, prompt.tokens.length)).toEqual(prompt.tokens);
  expect(prompt.own.some((own) => own)).toBe(false);
  const own = whole.tokens.filter((_, at) => whole.own[at]);
  expect(base.tokenizer.decode(own)).toBe("A fox.<|im_end|>");
});

test("the store's arrays are those of the folder", async () => {
  const tensors = await readTensors(await openSafetensors(join(tied, "model.safetensors")));
  const { data } = parameterOf(base.parameters, "model.language_model.norm.weight");
  expect([...data]).toEqual([...(tensors.get("model.norm.weight")?.data ?? [])]);
});
