/**
 * Which modules an adapter adapts, and with what rank: the matching rules of PEFT.
 * https://github.com/huggingface/peft/blob/v0.21.0/src/peft/tuners/tuners_utils.py (`check_target_module_exists`),
 * https://github.com/huggingface/peft/blob/v0.21.0/src/peft/utils/other.py (`get_pattern_key`)
 *
 * Deviation: patterns are JavaScript's regular expressions (with `(?P<name>` turned into `(?<name>`), not Python's, and
 * at most 2,000 characters long.
 */
import { describe, InputError, reasonOf } from "../../errors.ts";

const MAX_PATTERN = 2000;

export interface LoraTargets {
  /** Last parts of module names, or one pattern for whole names. */
  readonly targetModules: string | readonly string[];
  readonly excludeModules: string | readonly string[];
  /** Only layers of these numbers; all where empty. */
  readonly layersToTransform: readonly number[];
  /** What stands before the layer number; anything where empty. */
  readonly layersPattern: readonly string[];
}

/** The modules (`model.language_model.layers.0.mlp.up_proj`) out of `modules` that are adapted, in their order. */
export function targetedModules(targets: LoraTargets, modules: readonly string[], file: string): string[] {
  const targeted = nameMatcher(targets.targetModules, file);
  const excluded = nameMatcher(targets.excludeModules, file);
  const layered = layerMatcher(targets, file);
  return modules.filter((module) => !excluded(module) && targeted(module) && layered(module));
}

function nameMatcher(names: string | readonly string[], file: string): (module: string) => boolean {
  if (typeof names === "string") {
    const pattern = wholePattern(names, file);
    return (module) => pattern.test(module);
  }
  return (module) => names.some((name) => module === name || module.endsWith(`.${name}`));
}

/** Layer numbers count only beside a list of names, as there. */
function layerMatcher(targets: LoraTargets, file: string): (module: string) => boolean {
  const { layersToTransform, layersPattern, targetModules } = targets;
  if (layersToTransform.length === 0 || typeof targetModules === "string") return () => true;
  const patterns =
    layersPattern.length === 0
      ? [/^.*?\.[^.]*\.(\d+)\./]
      : layersPattern.map((pattern) => regExp(`^(?:|.*?\\.)(?:${pattern})\\.(\\d+)\\.`, file));
  return (module) => {
    const layer = patterns
      .map((pattern) => pattern.exec(module)?.at(-1))
      .find((found) => found !== undefined);
    return layer !== undefined && layersToTransform.includes(Number(layer));
  };
}

/** The value of the first pattern that a module's name ends with (after a dot), else `otherwise`. */
export function valueByPattern(
  patterns: Readonly<Record<string, number>>,
  module: string,
  otherwise: number,
  file: string,
): number {
  for (const [pattern, value] of Object.entries(patterns))
    if (wholePattern(`(?:.*\\.)?(?:${pattern})`, file).test(module)) return value;
  return otherwise;
}

const wholePattern = (source: string, file: string): RegExp => regExp(`^(?:${source})$`, file);

function regExp(source: string, file: string): RegExp {
  if (source.length > MAX_PATTERN)
    throw new InputError({
      file,
      expected: `a pattern of at most ${MAX_PATTERN} characters`,
      found: describe(source),
    });
  try {
    return new RegExp(source.replaceAll("(?P<", "(?<"));
  } catch (cause) {
    throw new InputError({ file, expected: "a regular expression", found: reasonOf(cause) }, { cause });
  }
}
