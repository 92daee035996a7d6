/**
 * Two namings of the same parameters. Files of the hub say `visual.*` and `model.*`; modules of transformers since 4.52,
 * and so PEFT adapters, say `model.visual.*` and `model.language_model.*`. The engine uses the module names.
 * https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/conversion_mapping.py
 */

/** The module name of a tensor named in either way. */
export function moduleName(name: string): string {
  if (name.startsWith("visual.")) return `model.${name}`;
  if (/^model\.(?!language_model\.|visual\.)/.test(name))
    return name.replace("model.", "model.language_model.");
  return name;
}

/** The hub's name of a tensor named in either way. */
export function hubName(name: string): string {
  return moduleName(name)
    .replace(/^model\.visual\./, "visual.")
    .replace(/^model\.language_model\./, "model.");
}
