/**
 * Adapters of low rank in PEFT's layout: `adapter_config.json` and `adapter_model.safetensors` with the tensors
 * `base_model.model.<module>.lora_A.weight` and `.lora_B.weight`.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, InputError } from "../../errors.ts";
import { readJsonFile } from "./json-file.ts";
import { type LoraConfig, rankOf, readLoraConfig, scalingOf, writeLoraConfig } from "./lora-config.ts";
import { openSafetensors, readTensor, type SafetensorsFile } from "./safetensors.ts";
import { type WriteSafetensorsOptions, writeSafetensors } from "./safetensors-writer.ts";
import { checkTensor, type Tensor } from "./tensor.ts";

const CONFIG = "adapter_config.json";
const WEIGHTS = "adapter_model.safetensors";
const PREFIX = "base_model.model.";

/** The two factors that adapt one linear module: W becomes W + scaling B A. */
export interface LoraPair {
  /** A: `[rank, inputs]`. */
  readonly down: Tensor;
  /** B: `[outputs, rank]`; zero in a fresh adapter. */
  readonly up: Tensor;
}

export interface LoraAdapter {
  readonly config: LoraConfig;
  /** By module name (`model.language_model.layers.0.mlp.up_proj`), sorted. */
  readonly pairs: ReadonlyMap<string, LoraPair>;
}

/** Read an adapter folder. `naming` turns the module names of other versions into the engine's. Throws `InputError`. */
export async function readLoraAdapter(
  folder: string,
  naming: (name: string) => string = (name) => name,
): Promise<LoraAdapter> {
  const configFile = join(folder, CONFIG);
  const hint = "point at the folder that PEFT's save_pretrained wrote";
  const config = readLoraConfig(await readJsonFile(configFile, hint), configFile);
  const weights = await openSafetensors(join(folder, WEIGHTS));
  const pairs = new Map<string, LoraPair>();
  for (const stored of adaptedModules(weights)) {
    const pair = await readPair(weights, stored);
    const module = naming(stored.slice(PREFIX.length));
    checkPair(pair, rankOf(config, module), weights.file, stored);
    pairs.set(module, pair);
  }
  return { config, pairs: new Map([...pairs].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function adaptedModules({ file, tensors }: SafetensorsFile): Set<string> {
  const modules = new Set<string>();
  for (const name of tensors.keys()) {
    const match = /^(base_model\.model\..+)\.lora_[AB]\.weight$/.exec(name);
    if (match?.[1] === undefined)
      throw new InputError({
        file,
        expected: `tensors named ${PREFIX}<module>.lora_A.weight or .lora_B.weight`,
        found: describe(name),
        hint: "merge the adapter with PEFT first",
      });
    modules.add(match[1]);
  }
  return modules;
}

async function readPair(weights: SafetensorsFile, module: string): Promise<LoraPair> {
  return {
    down: await readTensor(weights, `${module}.lora_A.weight`),
    up: await readTensor(weights, `${module}.lora_B.weight`),
  };
}

function checkPair({ down, up }: LoraPair, rank: number, file: string, module: string): void {
  const fits =
    down.shape.length === 2 && up.shape.length === 2 && down.shape[0] === rank && up.shape[1] === rank;
  if (!fits)
    throw new InputError({
      file,
      at: module,
      expected: `A [${rank}, inputs] and B [outputs, ${rank}]`,
      found: `[${down.shape.join(", ")}] and [${up.shape.join(", ")}]`,
    });
}

/** Write an adapter folder that PEFT loads; files of the same names are replaced. */
export async function writeLoraAdapter(
  folder: string,
  { config, pairs }: LoraAdapter,
  options: WriteSafetensorsOptions = {},
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const tensors = [...pairs].flatMap(([module, { down, up }]) => [
    [`${PREFIX}${module}.lora_A.weight`, down] as const,
    [`${PREFIX}${module}.lora_B.weight`, up] as const,
  ]);
  await writeSafetensors(join(folder, WEIGHTS), new Map(tensors), options);
  await writeFile(join(folder, CONFIG), `${JSON.stringify(writeLoraConfig(config), null, 2)}\n`);
}

/** W + scaling B A as a new tensor; sums run in float64 and are rounded once. Throws `RangeError` for other shapes. */
export function mergeLora(weight: Tensor, pair: LoraPair, scaling: number): Tensor {
  const { down, up } = pair;
  for (const [name, tensor] of Object.entries({ weight, A: down, B: up }))
    checkTensor(tensor, "mergeLora", name);
  if (!fits(weight, pair))
    throw new RangeError(
      `mergeLora: expected W [o, i], A [r, i], B [o, r], got ${shapesOf(weight, down, up)}`,
    );
  const inputs = weight.shape[1] ?? 0;
  const rank = down.shape[0] ?? 0;
  const row = new Float64Array(inputs);
  const data = weight.data.slice();
  for (let start = 0, factors = 0; start < data.length; start += inputs, factors += rank) {
    row.fill(0);
    for (let factor = 0; factor < rank; factor++)
      addScaled(row, down.data, factor * inputs, (up.data[factors + factor] ?? 0) * scaling);
    for (let input = 0; input < inputs; input++)
      data[start + input] = (data[start + input] ?? 0) + (row[input] ?? 0);
  }
  return { shape: weight.shape, data };
}

/** `sum += coefficient * from[start ..]`, over the length of `sum`. */
function addScaled(sum: Float64Array, from: Float32Array, start: number, coefficient: number): void {
  for (let index = 0; index < sum.length; index++)
    sum[index] = (sum[index] ?? 0) + coefficient * (from[start + index] ?? 0);
}

function fits(weight: Tensor, { down, up }: LoraPair): boolean {
  const [outputs, inputs] = weight.shape;
  const rank = down.shape[0];
  return (
    weight.shape.length === 2 && up.shape[0] === outputs && down.shape[1] === inputs && up.shape[1] === rank
  );
}

const shapesOf = (...tensors: readonly Tensor[]): string =>
  tensors.map(({ shape }) => `[${shape.join(", ")}]`).join(", ");

/**
 * The weights with an adapter merged in; other tensors are the same objects. `weights` are named by module plus
 * `.weight`. Throws `InputError` where the adapter adapts a module that the weights lack.
 */
export function mergeAdapter(
  weights: ReadonlyMap<string, Tensor>,
  { config, pairs }: LoraAdapter,
): Map<string, Tensor> {
  const merged = new Map(weights);
  for (const [module, pair] of pairs) {
    const name = `${module}.weight`;
    const weight = weights.get(name);
    if (weight === undefined || !fits(weight, pair))
      throw new InputError({
        file: WEIGHTS,
        at: module,
        expected: weight === undefined ? "a module of this model" : `factors of ${shapesOf(weight)}`,
        found: weight === undefined ? "none of that name" : shapesOf(pair.down, pair.up),
        hint: `the adapter was made for ${config.baseModel ?? "another model"}`,
      });
    merged.set(name, mergeLora(weight, pair, scalingOf(config, module)));
  }
  return merged;
}
