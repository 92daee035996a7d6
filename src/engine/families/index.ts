/** The families of models that the engine runs, by `model_type` of `config.json`. */
import type { Family } from "./family.ts";
import { QWEN2_5_VL } from "./qwen2.5-vl/config.ts";
import { qwen25Vl } from "./qwen2.5-vl/family.ts";

export const families: Readonly<Record<string, Family>> = {
  [QWEN2_5_VL]: qwen25Vl,
};
