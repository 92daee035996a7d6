/** What every operation means: one table, total over the vocabulary. */
import type { OpName, OpRules } from "../vocabulary.ts";
import { attentionOps } from "./attention.ts";
import { elementwiseOps } from "./elementwise.ts";
import { indexOps } from "./indexing.ts";
import { layoutOps } from "./layout.ts";
import { productOps } from "./products.ts";
import { reductionOps } from "./reductions.ts";
import { sourceOps } from "./sources.ts";

export const OPS: OpRules<OpName> = {
  ...sourceOps,
  ...elementwiseOps,
  ...productOps,
  ...layoutOps,
  ...indexOps,
  ...reductionOps,
  ...attentionOps,
};
