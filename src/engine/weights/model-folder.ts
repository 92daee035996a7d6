/** A Hugging Face model folder: read what a model needs besides its weights, and write a whole folder. */
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { describe, InputError, reasonOf } from "../../errors.ts";
import { checkInput, type Json } from "../../json.ts";
import { type WriteFolderOptions, writeFolder } from "../../store/index.ts";
import {
  type Checkpoint,
  openCheckpoint,
  type WriteCheckpointOptions,
  writeCheckpoint,
} from "./checkpoint.ts";
import type { WrittenDtype } from "./dtypes.ts";
import { parseBoundedJson, readJsonFile, readOptionalText, readTextFile } from "./json-file.ts";
import type { Tensor } from "./tensor.ts";

/** How the folders of a family are read. */
export interface FamilyReader<C> {
  /** Check the value of `config.json`; `file` is for messages. */
  readonly readConfig: (config: unknown, file: string) => C;
  /** The engine's name of a parameter, of any name that files have for it. */
  readonly parameterName?: ((stored: string) => string) | undefined;
}

/** By `model_type`. */
export type FamilyReaders<C> = Readonly<Record<string, FamilyReader<C>>>;

/** How a model's makers decode with it; what the file leaves out is undefined. */
export interface GenerationConfig {
  /** Tokens that end a reply. */
  readonly eos: readonly number[];
  readonly pad: number | undefined;
  readonly sample: boolean | undefined;
  readonly temperature: number | undefined;
  readonly topP: number | undefined;
  readonly topK: number | undefined;
  readonly repetitionPenalty: number | undefined;
}

export interface ModelFolder<C> {
  readonly folder: string;
  /** `model_type` of `config.json`. */
  readonly family: string;
  readonly config: C;
  readonly generation: GenerationConfig;
  /** The value of `preprocessor_config.json`, unchecked; undefined where there is none. */
  readonly preprocessor: unknown;
  readonly checkpoint: Checkpoint;
}

const RootSchema = z.looseObject({ model_type: z.string() });

const id = z.int().min(0);
const GenerationSchema = z.object({
  eos_token_id: z.union([id, z.array(id)]).nullish(),
  pad_token_id: id.nullish(),
  do_sample: z.boolean().nullish(),
  temperature: z.number().min(0).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  top_k: z.int().min(0).nullish(),
  repetition_penalty: z.number().positive().nullish(),
});

/**
 * Open a model folder: every JSON file and every weight header is checked, no weight is read. Throws `InputError` for a
 * folder that is none, a family not in `families`, and damaged files.
 */
export async function readModelFolder<C>(
  folder: string,
  families: FamilyReaders<C>,
): Promise<ModelFolder<C>> {
  const file = join(folder, "config.json");
  const json = await readJsonFile(file, "point at a folder that holds a model, as save_pretrained writes it");
  const family = checkInput(RootSchema, json, file).model_type;
  const reader = Object.hasOwn(families, family) ? families[family] : undefined;
  if (reader === undefined)
    throw new InputError({
      file,
      at: "model_type",
      expected: `one of ${Object.keys(families).join(", ")}`,
      found: describe(family),
      hint: "the engine runs these families; serve others with vLLM and reach them as a provider",
    });
  return {
    folder,
    family,
    config: reader.readConfig(json, file),
    generation: readGeneration(await optionalJson(folder, "generation_config.json"), folder),
    preprocessor: await optionalJson(folder, "preprocessor_config.json"),
    checkpoint: await openCheckpoint(folder, reader.parameterName),
  };
}

async function optionalJson(folder: string, name: string): Promise<unknown> {
  const file = join(folder, name);
  const text = await readOptionalText(file);
  return text === undefined ? undefined : parseBoundedJson(text, file);
}

function readGeneration(json: unknown, folder: string): GenerationConfig {
  const read = checkInput(GenerationSchema, json ?? {}, join(folder, "generation_config.json"));
  const eos = read.eos_token_id ?? [];
  return {
    eos: Array.isArray(eos) ? eos : [eos],
    pad: read.pad_token_id ?? undefined,
    sample: read.do_sample ?? undefined,
    temperature: read.temperature ?? undefined,
    topP: read.top_p ?? undefined,
    topK: read.top_k ?? undefined,
    repetitionPenalty: read.repetition_penalty ?? undefined,
  };
}

/** A `generation_config.json`; what is undefined is left out. */
export function writeGeneration(config: GenerationConfig): Record<string, Json> {
  const stated = {
    eos_token_id: config.eos.length > 1 ? config.eos : config.eos[0],
    pad_token_id: config.pad,
    do_sample: config.sample,
    temperature: config.temperature,
    top_p: config.topP,
    top_k: config.topK,
    repetition_penalty: config.repetitionPenalty,
  };
  return Object.fromEntries(
    Object.entries(stated).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

const TOKENIZER_FILES: ReadonlySet<string> = new Set([
  "tokenizer.json",
  "tokenizer_config.json",
  "special_tokens_map.json",
  "added_tokens.json",
  "vocab.json",
  "merges.txt",
  "chat_template.jinja",
  "chat_template.json",
]);

/** The tokenizer's and the chat template's files of a folder by name, word for word, to be written into another. */
export async function readTokenizerFiles(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new InputError({ file: folder, expected: "a model folder", found: reasonOf(cause) }, { cause });
  });
  const files = new Map<string, string>();
  for (const name of names.sort())
    if (TOKENIZER_FILES.has(name)) files.set(name, await readTextFile(join(folder, name)));
  return files;
}

/** What makes a model folder; the values are written as they are. */
export interface ModelFiles {
  /** `config.json`; its dtype is set to what the weights are written in. */
  readonly config: Readonly<Record<string, Json>>;
  readonly generation?: Readonly<Record<string, Json>> | undefined;
  readonly preprocessor?: Readonly<Record<string, Json>> | undefined;
  /** By file name, as {@link readTokenizerFiles} gives them. */
  readonly tokenizer: ReadonlyMap<string, string>;
  readonly weights: ReadonlyMap<string, Tensor>;
}

const TORCH_DTYPES = { F32: "float32", F16: "float16", BF16: "bfloat16" } as const satisfies Record<
  WrittenDtype,
  string
>;

/** Write a model folder that transformers and vLLM load; it appears whole or not at all. Throws as `writeFolder` does. */
export async function writeModelFolder(
  target: string,
  { config, generation, preprocessor, tokenizer, weights }: ModelFiles,
  options: WriteCheckpointOptions & WriteFolderOptions = {},
): Promise<void> {
  for (const name of tokenizer.keys())
    if (!TOKENIZER_FILES.has(name))
      throw new RangeError(`writeModelFolder: expected tokenizer files, got ${name}`);
  const torchDtype = TORCH_DTYPES[options.dtype ?? "F32"];
  const dtypes = "dtype" in config ? { dtype: torchDtype } : { torch_dtype: torchDtype };
  const json = {
    "config.json": { ...config, ...dtypes },
    "generation_config.json": generation,
    "preprocessor_config.json": preprocessor,
  };
  const fill = async (folder: string): Promise<void> => {
    for (const [name, value] of Object.entries(json))
      if (value !== undefined) await writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
    for (const [name, text] of tokenizer) await writeFile(join(folder, name), text);
    await writeCheckpoint(folder, weights, options);
  };
  await writeFolder(target, fill, { replace: options.replace });
}
