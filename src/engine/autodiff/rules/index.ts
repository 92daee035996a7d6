/** How gradients flow back through every operation: one table, total over the vocabulary. */
import type { OpName } from "../../onnx/vocabulary.ts";
import type { GradientRules } from "../rule.ts";
import { elementwiseRules } from "./elementwise.ts";
import { layoutRules } from "./layout.ts";
import { reductionRules } from "./reductions.ts";
import { transformerRules } from "./transformer.ts";

export const RULES: GradientRules<OpName> = {
  ...elementwiseRules,
  ...layoutRules,
  ...reductionRules,
  ...transformerRules,
};
