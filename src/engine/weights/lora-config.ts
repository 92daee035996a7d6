/**
 * `adapter_config.json` of PEFT: what an adapter of low rank (Hu et al. 2021, https://arxiv.org/abs/2106.09685) adapts.
 * https://github.com/huggingface/peft/blob/v0.21.0/src/peft/tuners/lora/config.py
 *
 * Refused: DoRA, biases, saved modules, trainable tokens, expert parameters, transposed weights, other adapter types.
 */
import { z } from "zod";
import { checkInput, type Json } from "../../json.ts";
import { type LoraTargets, valueByPattern } from "./lora-targets.ts";

export interface LoraConfig extends LoraTargets {
  readonly rank: number;
  readonly alpha: number;
  /** Scale by `alpha / sqrt(rank)` in place of `alpha / rank`. */
  readonly rankStabilised: boolean;
  readonly dropout: number;
  /** Other ranks, by pattern. */
  readonly rankPattern: Readonly<Record<string, number>>;
  /** Other alphas, by pattern. */
  readonly alphaPattern: Readonly<Record<string, number>>;
  readonly baseModel: string | undefined;
}

export const DEFAULT_LORA_CONFIG: LoraConfig = {
  rank: 8,
  alpha: 8,
  rankStabilised: false,
  dropout: 0,
  targetModules: [],
  excludeModules: [],
  layersToTransform: [],
  layersPattern: [],
  rankPattern: {},
  alphaPattern: {},
  baseModel: undefined,
};

const rank = z
  .int()
  .min(1)
  .max(1 << 16);
const names = z.union([z.string(), z.array(z.string()).max(10_000)]);
const layer = z.int().min(0);
const none = z.union([z.null(), z.array(z.never())]).optional();
const off = z.literal(false).nullish();

const ConfigSchema = z.object({
  peft_type: z.literal("LORA"),
  r: rank,
  lora_alpha: z.number().positive(),
  lora_dropout: z.number().min(0).max(1).default(0),
  target_modules: names,
  exclude_modules: names.nullish(),
  layers_to_transform: z.union([layer, z.array(layer)]).nullish(),
  layers_pattern: names.nullish(),
  rank_pattern: z.record(z.string(), rank).nullish(),
  alpha_pattern: z.record(z.string(), z.number().positive()).nullish(),
  base_model_name_or_path: z.string().nullish(),
  use_rslora: z.boolean().nullish(),
  use_dora: off,
  use_qalora: off,
  lora_bias: off,
  fan_in_fan_out: off,
  bias: z.literal("none").default("none"),
  modules_to_save: none,
  target_parameters: none,
  trainable_token_indices: none,
  layer_replication: none,
});

const listOf = <T>(value: T | T[] | null | undefined): T[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Check the value of an `adapter_config.json`. Throws `InputError`. */
export function readLoraConfig(value: unknown, file: string): LoraConfig {
  const read = checkInput(ConfigSchema, value, file);
  return {
    rank: read.r,
    alpha: read.lora_alpha,
    rankStabilised: read.use_rslora ?? false,
    dropout: read.lora_dropout,
    targetModules: read.target_modules,
    excludeModules: read.exclude_modules ?? [],
    layersToTransform: listOf(read.layers_to_transform),
    layersPattern: listOf(read.layers_pattern),
    rankPattern: read.rank_pattern ?? {},
    alphaPattern: read.alpha_pattern ?? {},
    baseModel: read.base_model_name_or_path ?? undefined,
  };
}

/** An `adapter_config.json` that PEFT reads. */
export function writeLoraConfig(config: LoraConfig): Record<string, Json> {
  const orNull = <T extends { length: number }>(value: T): T | null => (value.length === 0 ? null : value);
  return {
    peft_type: "LORA",
    task_type: "CAUSAL_LM",
    base_model_name_or_path: config.baseModel ?? null,
    r: config.rank,
    lora_alpha: config.alpha,
    lora_dropout: config.dropout,
    use_rslora: config.rankStabilised,
    target_modules: config.targetModules,
    exclude_modules: orNull(config.excludeModules),
    layers_to_transform: orNull(config.layersToTransform),
    layers_pattern: orNull(config.layersPattern),
    rank_pattern: config.rankPattern,
    alpha_pattern: config.alphaPattern,
    bias: "none",
    fan_in_fan_out: false,
    init_lora_weights: true,
    inference_mode: true,
    modules_to_save: null,
    use_dora: false,
  };
}

/** Rank of the adapter of a module (its name as PEFT sees it, without `base_model.model.`). */
export const rankOf = (config: LoraConfig, module: string): number =>
  valueByPattern(config.rankPattern, module, config.rank, "rank_pattern");

/** What the product of B and A is multiplied by for a module. */
export function scalingOf(config: LoraConfig, module: string): number {
  const alpha = valueByPattern(config.alphaPattern, module, config.alpha, "alpha_pattern");
  const moduleRank = rankOf(config, module);
  return alpha / (config.rankStabilised ? Math.sqrt(moduleRank) : moduleRank);
}
