/** A model in memory, from a Hugging Face folder and back into one. */
import type { WriteFolderOptions } from "../../store/index.ts";
import type { Architecture } from "../families/family.ts";
import { families } from "../families/index.ts";
import { isLoraName } from "../optim/lora.ts";
import { type ParameterStore, parametersOf } from "../optim/parameters.ts";
import { type ChatTemplate, loadChatTemplate } from "../weights/chat-template.ts";
import type { WriteCheckpointOptions } from "../weights/checkpoint.ts";
import { mergeAdapter, writeLoraAdapter } from "../weights/lora.ts";
import {
  type GenerationConfig,
  readModelFolder,
  readTokenizerFiles,
  writeGeneration,
  writeModelFolder,
} from "../weights/model-folder.ts";
import type { WriteSafetensorsOptions } from "../weights/safetensors-writer.ts";
import type { Tensor } from "../weights/tensor.ts";
import { loadTokenizer, type Tokenizer } from "../weights/tokenizer.ts";
import {
  type FreshAdapter,
  type ModelAdapter,
  planAdapter,
  type StoredAdapter,
  storedAdapter,
} from "./adapter.ts";
import { loadParameters } from "./parameters.ts";

export interface Model {
  readonly architecture: Architecture;
  readonly tokenizer: Tokenizer;
  readonly template: ChatTemplate;
  readonly generation: GenerationConfig;
  /** Of the base and of the adapter: what trains, and what does not. */
  readonly parameters: ParameterStore;
  /** Where one stands apart from the weights. */
  readonly adapter: ModelAdapter | undefined;
  /** The tokenizer's and the template's files by name, to be written into another folder. */
  readonly tokenizerFiles: ReadonlyMap<string, string>;
}

export interface LoadOptions {
  /** Which parameters may be trained; none by default. With an adapter that stays apart, it alone trains. */
  readonly trains?: "all" | "none" | ((name: string) => boolean) | undefined;
  readonly adapter?: FreshAdapter | StoredAdapter | undefined;
}

/**
 * Load a model folder. Throws `InputError` where a file is missing, damaged, or does not fit the others; weights are
 * read last, when everything else has been found right.
 */
export async function loadModel(
  folder: string,
  { trains = "none", adapter }: LoadOptions = {},
): Promise<Model> {
  const { config, preprocessor, generation, checkpoint } = await readModelFolder(folder, families);
  const tokenizer = await loadTokenizer(folder);
  const template = await loadChatTemplate(folder);
  const architecture = config({ folder, preprocessor, tokenizer });
  const { apart, fill } = await planAdapter(architecture, adapter);
  const parameters = await loadParameters(
    architecture.parameters,
    checkpoint,
    apart === undefined ? trainsBy(trains) : isLoraName,
    apart?.specs,
  );
  fill(parameters);
  const tokenizerFiles = await readTokenizerFiles(folder);
  return { architecture, tokenizer, template, generation, parameters, adapter: apart, tokenizerFiles };
}

function trainsBy(trains: NonNullable<LoadOptions["trains"]>): (name: string) => boolean {
  return typeof trains === "function" ? trains : () => trains === "all";
}

/**
 * Write a folder that transformers and vLLM load; it appears whole or not at all. An adapter is merged into what is
 * written; the model itself stays as it is.
 */
export async function saveModel(
  model: Model,
  target: string,
  options: WriteCheckpointOptions & WriteFolderOptions = {},
): Promise<void> {
  const { architecture, generation, tokenizerFiles } = model;
  const weights = [...wholeWeights(model)].map(
    ([name, tensor]) => [architecture.savedName(name), tensor] as const,
  );
  await writeModelFolder(
    target,
    {
      config: architecture.json,
      generation: writeGeneration(generation),
      preprocessor: architecture.pictures.json,
      tokenizer: tokenizerFiles,
      weights: new Map(weights),
    },
    options,
  );
}

/** Weights with the adapter merged in. */
function wholeWeights({ parameters, adapter }: Model): ReadonlyMap<string, Tensor> {
  const own = parametersOf(parameters).filter(({ name }) => !isLoraName(name));
  const weights = new Map<string, Tensor>(own.map((array) => [array.name, array]));
  return adapter === undefined ? weights : mergeAdapter(weights, storedAdapter(parameters, adapter));
}

/** Write the adapter alone, as a folder that PEFT loads. Throws `RangeError` where the model has none apart. */
export async function saveAdapter(
  { parameters, adapter }: Model,
  target: string,
  options: WriteSafetensorsOptions = {},
): Promise<void> {
  if (adapter === undefined) throw new RangeError("saveAdapter: expected a model with an adapter, got none");
  await writeLoraAdapter(target, storedAdapter(parameters, adapter), options);
}
