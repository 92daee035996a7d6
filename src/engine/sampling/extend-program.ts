/** The one program of sampling: rows with new tokens, be they a prompt, an inserted result or the last drawn token. */
import { type GraphAdapters, type GraphWeights, graphWeights } from "../nn/weights.ts";
import {
  buildProgram,
  concat,
  gatherRows,
  input,
  logSumExp,
  type Program,
  reshape,
  type Tensor,
} from "../onnx/index.ts";
import { cachedAttention, type ExtendShape } from "./cached-attention.ts";
import type { DecoderFamily } from "./decoder-family.ts";

export type ExtendOutput = "keyValues" | "logits" | "normalisers";

/**
 * Gives the new tokens' keys and values only, `[2 layers, rows fresh, keyValueHeads headSize]`, and `logits` [rows,
 * vocabulary] after each row's last token with their log Σ exp, `normalisers` [rows]. Inputs, beside those of {@link cachedAttention} and the parameters: int32
 * `tokens` [rows fresh], `text.cos` and `text.sin` [rows fresh, headSize / 2]; for several new tokens int32 `last`
 * [rows], where a row's last token stands; with pictures `pictures` [pictures, hidden] and int32 `embedded` [rows
 * fresh], for each token its row among the pictures' embeddings and, after them, the words'.
 */
export function extendProgram<Picture>(
  family: DecoderFamily<Picture>,
  adapters: GraphAdapters | undefined,
  shape: ExtendShape,
): Program<ExtendOutput, "float32"> {
  return buildProgram("float32", (graph) => {
    const weights = graphWeights(graph, family.parameters, adapters);
    const rows = shape.groups * shape.rollouts;
    const tables = [rows * shape.fresh, family.sizes.headSize / 2];
    const rotation = { cos: input(graph, "text.cos", tables), sin: input(graph, "text.sin", tables) };
    const attend = cachedAttention(graph, family.sizes, shape);
    const fresh: Tensor[] = [];
    const hidden = family.decode(weights, embed(weights, family, shape), rotation, (layer, q, k, v) => {
      fresh.push(k, v);
      return attend(layer, q, k, v);
    });
    const last = shape.fresh === 1 ? hidden : gatherRows(hidden, input(graph, "last", [rows], "int32"));
    const [first = hidden, ...others] = fresh.map((each) => reshape(each, [1, ...each.shape]));
    const logits = family.logits(weights, last);
    return { keyValues: concat([first, ...others], 0), logits, normalisers: logSumExp(logits) };
  });
}

function embed<Picture>(
  weights: GraphWeights,
  family: DecoderFamily<Picture>,
  { groups, rollouts, fresh, pictures }: ExtendShape,
): Tensor {
  const { graph } = weights;
  const count = groups * rollouts * fresh;
  const words = family.words(weights, input(graph, "tokens", [count], "int32"));
  if (pictures === 0) return words;
  const seen = input(graph, "pictures", [pictures, family.sizes.hiddenSize]);
  return gatherRows(concat([seen, words], 0), input(graph, "embedded", [count], "int32"));
}
