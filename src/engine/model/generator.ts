/** Sampling from a loaded model. */

import type { Picture } from "../families/family.ts";
import { createGenerator, type Generator, type GeneratorOptions } from "../sampling/generator.ts";
import type { Model } from "./model.ts";

/** A generator that reads the model's parameters, its adapter's among them, as they are at each run. */
export const modelGenerator = (
  { architecture, parameters, adapter }: Pick<Model, "architecture" | "parameters" | "adapter">,
  options: Omit<GeneratorOptions, "store" | "adapters"> = {},
): Generator<Picture> =>
  createGenerator(architecture.decoder, { ...options, store: parameters, adapters: adapter });
