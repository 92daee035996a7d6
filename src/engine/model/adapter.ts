/** Adapters of low rank on a loaded model: fresh ones, stored ones, and their way back into a folder. */
import { InputError } from "../../errors.ts";
import type { Architecture } from "../families/family.ts";
import type { GraphAdapters } from "../nn/weights.ts";
import { initialise } from "../optim/initialisers.ts";
import type { ArraySpec } from "../optim/layout.ts";
import { loraInitialiser, loraNames, loraParameters } from "../optim/lora.ts";
import { type ParameterStore, parameterOf } from "../optim/parameters.ts";
import { type LoraAdapter, type LoraPair, mergeLora, readLoraAdapter } from "../weights/lora.ts";
import { DEFAULT_LORA_CONFIG, type LoraConfig, scalingOf } from "../weights/lora-config.ts";

/** What stands beside the parameters of a model. */
export interface ModelAdapter extends GraphAdapters {
  readonly config: LoraConfig;
}

export interface FreshAdapter {
  /** r */
  readonly rank: number;
  readonly alpha: number;
  /** Last parts of module names, or one pattern for whole names. Default: the linear layers of the decoder's blocks. */
  readonly targets?: string | readonly string[] | undefined;
  /** Of the first values of A; B begins at 0, so the model begins as its base. */
  readonly seed: string | number;
}

export interface StoredAdapter {
  /** A folder in PEFT's layout. */
  readonly folder: string;
  /** Add it to the weights; by default it stays apart and trains. */
  readonly merge?: boolean | undefined;
}

const DECODER_LAYERS = String.raw`model\.language_model\.layers\.\d+\.(self_attn|mlp)\.\w+_proj`;

/** An adapter before it has values. */
export interface AdapterPlan {
  /** Parameters beside the model's; none where it is merged. */
  readonly apart: ModelAdapter | undefined;
  /** Write the first values, once the parameters are read. */
  readonly fill: (store: ParameterStore) => void;
}

/**
 * Find out what an adapter needs. Throws `InputError` where it is damaged, was made for other modules or sizes, or where
 * a target fits no linear layer.
 */
export async function planAdapter(
  { parameters, parameterName }: Pick<Architecture, "parameters" | "parameterName">,
  options: FreshAdapter | StoredAdapter | undefined,
): Promise<AdapterPlan> {
  if (options === undefined) return { apart: undefined, fill: () => {} };
  if (!("folder" in options)) return freshPlan(parameters, options);
  const { folder, merge = false } = options;
  const adapter = await readLoraAdapter(folder, parameterName);
  checkFits(adapter, parameters, folder);
  return merge
    ? { apart: undefined, fill: (store) => mergeInto(store, adapter) }
    : { apart: apartOf(adapter), fill: (store) => copyInto(store, adapter) };
}

function freshPlan(parameters: readonly ArraySpec[], options: FreshAdapter): AdapterPlan {
  const { rank, alpha, targets = DECODER_LAYERS, seed } = options;
  const config = { ...DEFAULT_LORA_CONFIG, rank, alpha, targetModules: targets };
  return {
    apart: withScaling(config, loraParameters(parameters, { r: rank, alpha, targets })),
    fill: ({ trainable }) => initialise(trainable, seed, loraInitialiser),
  };
}

const withScaling = (config: LoraConfig, specs: readonly ArraySpec[]): ModelAdapter => ({
  config,
  specs,
  scaling: (module) => scalingOf(config, module),
});

function checkFits({ config, pairs }: LoraAdapter, parameters: readonly ArraySpec[], file: string): void {
  const shapes = new Map(parameters.map(({ name, shape }) => [name, shape.join(" x ")]));
  for (const [module, { down, up }] of pairs) {
    const expected = shapes.get(`${module}.weight`);
    const found = `${up.shape[0]} x ${down.shape[1]}`;
    if (expected === found) continue;
    throw new InputError({
      file,
      at: module,
      expected: expected === undefined ? "a module of this model" : `factors of a matrix ${expected}`,
      found: expected === undefined ? "none of that name" : found,
      hint: `the adapter was made for ${config.baseModel ?? "another model"}`,
    });
  }
}

function apartOf({ config, pairs }: LoraAdapter): ModelAdapter {
  const specs = [...pairs].flatMap(([module, { down, up }]) => {
    const { a, b } = loraNames(module);
    return [
      { name: a, shape: down.shape },
      { name: b, shape: up.shape },
    ];
  });
  return withScaling(config, specs);
}

function copyInto(store: ParameterStore, { pairs }: LoraAdapter): void {
  for (const [module, { down, up }] of pairs) {
    const { a, b } = loraNames(module);
    parameterOf(store, a).data.set(down.data);
    parameterOf(store, b).data.set(up.data);
  }
}

/** Adds the adapter to the weights that it adapts. */
export function mergeInto(store: ParameterStore, { config, pairs }: LoraAdapter): void {
  for (const [module, pair] of pairs) {
    const weight = parameterOf(store, `${module}.weight`);
    weight.data.set(mergeLora(weight, pair, scalingOf(config, module)).data);
  }
}

/** The adapter with its present values, as PEFT stores it; views, not copies. */
export function storedAdapter(store: ParameterStore, { config, specs }: ModelAdapter): LoraAdapter {
  const modules = specs.flatMap(({ name }) => (isLoraA(name) ? [name.slice(0, -LORA_A.length)] : []));
  const pairOf = (module: string): LoraPair => {
    const { a, b } = loraNames(module);
    return { down: parameterOf(store, a), up: parameterOf(store, b) };
  };
  return { config, pairs: new Map(modules.map((module) => [module, pairOf(module)])) };
}

const LORA_A = ".lora_A.weight";
const isLoraA = (name: string): boolean => name.endsWith(LORA_A);
