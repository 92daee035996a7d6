/**
 * Low-rank adapters (Hu et al. 2022, arXiv 2106.09685): beside a frozen matrix W [out, in] two small ones train,
 * A [r, in] and B [out, r], and the layer computes x Wᵀ + (alpha / r) x Aᵀ Bᵀ. B begins at 0, so the model begins as
 * the base. Names, first values and the choice of modules are PEFT's.
 *
 * Deviations: dropout is always 0; each name of a list must fit a module, where PEFT asks that of the list as a whole.
 */
import { describe, InputError } from "../../errors.ts";
import { targetedModules } from "../weights/lora-targets.ts";
import { type Initialiser, kaimingUniform, zeros } from "./initialisers.ts";
import type { ArraySpec } from "./layout.ts";

export interface LoraOptions {
  /** Rank. */
  readonly r: number;
  readonly alpha: number;
  /** Which modules are adapted. */
  readonly targets: LoraTargetNames;
}

/**
 * Names, each of which fits a module of that name and any whose name ends in `.` and it (`q_proj`); or a regular
 * expression that must fit the whole name of a module (`model\.layers\.\d+\.self_attn\..*`).
 */
export type LoraTargetNames = string | readonly string[];

/** A matrix that gets an adapter. */
export interface LoraModule {
  /** Name of its weight without `.weight`. */
  readonly module: string;
  readonly outFeatures: number;
  readonly inFeatures: number;
}

/** What the product of A and B is scaled by. */
export function loraScaling({ alpha, r }: Pick<LoraOptions, "alpha" | "r">): number {
  return alpha / r;
}

/** Name of the weights of an adapter. */
export function loraNames(module: string): { readonly a: string; readonly b: string } {
  return { a: `${module}.lora_A.weight`, b: `${module}.lora_B.weight` };
}

export function isLoraName(name: string): boolean {
  return /\.lora_[AB]\.weight$/.test(name);
}

/**
 * The matrices of a model that the targets fit, in the model's order.
 *
 * @throws InputError where a target fits no matrix, or something that is none
 */
export function loraModules(parameters: readonly ArraySpec[], targets: LoraTargetNames): LoraModule[] {
  const weights = parameters.filter(({ name }) => name.endsWith(".weight") && !isLoraName(name));
  const modules = weights.map(({ name }) => moduleOf(name));
  const rules = typeof targets === "string" ? [targets] : targets.map((name) => [name]);
  for (const rule of rules) if (targeted(modules, rule).length === 0) throw noMatch(`${rule}`, modules);
  const chosen = new Set(targeted(modules, targets));
  return weights.filter(({ name }) => chosen.has(moduleOf(name))).map(loraModule);
}

function moduleOf(weight: string): string {
  return weight.slice(0, -".weight".length);
}

function targeted(modules: readonly string[], targetModules: LoraTargetNames): string[] {
  const all = { excludeModules: [], layersToTransform: [], layersPattern: [] };
  return targetedModules({ ...all, targetModules }, modules, "target modules");
}

function loraModule({ name, shape }: ArraySpec): LoraModule {
  const [outFeatures, inFeatures, ...more] = shape;
  if (outFeatures === undefined || inFeatures === undefined || more.length > 0) {
    throw new InputError({
      at: "target modules",
      expected: "modules with a matrix as weight",
      found: `${name} [${shape.join(", ")}]`,
      hint: "name the linear layers only",
    });
  }
  return { module: moduleOf(name), outFeatures, inFeatures };
}

function noMatch(rule: string, modules: readonly string[]): InputError {
  const kinds = new Set(modules.map((module) => module.split(".").at(-1)));
  return new InputError({
    at: "target modules",
    expected: "a module of the model",
    found: describe(rule),
    hint: `the model has ${[...kinds].slice(0, 12).join(", ")}`,
  });
}

/** The parameters that adapters add to a model: all of them train, and nothing else has to. */
export function loraParameters(
  parameters: readonly ArraySpec[],
  { r, alpha, targets }: LoraOptions,
): ArraySpec[] {
  if (!(Number.isInteger(r) && r > 0 && Number.isFinite(alpha))) {
    throw new RangeError(
      `loraParameters: expected a positive whole r and a finite alpha, got ${r} and ${alpha}`,
    );
  }
  return loraModules(parameters, targets).flatMap(({ module, outFeatures, inFeatures }) => {
    const { a, b } = loraNames(module);
    return [
      { name: a, shape: [r, inFeatures] },
      { name: b, shape: [outFeatures, r] },
    ];
  });
}

/** PEFT's first values: A Kaiming uniform, B zero. */
export function loraInitialiser({ name }: ArraySpec): Initialiser {
  return name.endsWith(".lora_B.weight") ? zeros : kaimingUniform;
}
