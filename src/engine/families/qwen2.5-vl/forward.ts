/** The whole model on a batch of sequences of text and pictures, as graph: what training and scoring share. */
import { arrangeRows } from "../../nn/rows.ts";
import type { GraphWeights } from "../../nn/weights.ts";
import { concat, gatherRows, input, linear, type Tensor } from "../../onnx/index.ts";
import type { Qwen25VlConfig } from "./config.ts";
import { type LayoutShape, rowsOf } from "./layout.ts";
import { EMBEDDING, headName } from "./parameters.ts";
import { layoutAttention } from "./sight.ts";
import { decoder, finalNorm } from "./text.ts";
import { type VisionShape, visionTower } from "./vision.ts";

/** The static side of a batch: one program serves all batches of a shape. */
export interface BatchShape extends LayoutShape {
  /** W: tokens of text whose embeddings are looked up, padding at the end included; without pictures all T. */
  readonly words: number;
  /** Absent where there are no pictures. */
  readonly vision?: VisionShape | undefined;
  /** R: positions whose hidden states are wanted. */
  readonly predicted: number;
}

/**
 * Hidden states [R, hidden] of the predicted positions, normed for the head; T rows are computed, see `layout.ts`.
 * Inputs: `tokens` int32 [W], `text.cos` and `text.sin` [T, headSize / 2], `predicted` (rows), those of
 * {@link layoutAttention}, and with pictures `embedded` (rows) and those of {@link visionTower}; `batch.ts` makes them.
 */
export function hiddenStates(weights: GraphWeights, config: Qwen25VlConfig, shape: BatchShape): Tensor {
  const { graph } = weights;
  const { text } = config;
  const tables = [rowsOf(shape), text.headSize / 2];
  const rotation = { cos: input(graph, "text.cos", tables), sin: input(graph, "text.sin", tables) };
  const hidden = decoder(
    weights,
    text,
    embed(weights, config, shape),
    rotation,
    layoutAttention(graph, text, shape),
    (x) => arrangeRows(graph, "predicted", x, shape.predicted),
  );
  return finalNorm(weights, text, hidden);
}

/** Logits [R, vocabulary] of hidden states [R, hidden]. */
export const logitsOf = (weights: GraphWeights, config: Qwen25VlConfig, hidden: Tensor): Tensor =>
  linear(hidden, weights.tensor(headName(config)));

/**
 * Token embeddings with the pictures' tokens in their places: [T, hidden]. Only words are looked up, since the gradient
 * of a lookup adds row by row and is slow.
 */
function embed(weights: GraphWeights, { vision }: Qwen25VlConfig, shape: BatchShape): Tensor {
  const { graph, tensor } = weights;
  const words = gatherRows(tensor(EMBEDDING), input(graph, "tokens", [shape.words], "int32"));
  if (shape.vision === undefined) return words;
  const pictures = visionTower(weights, vision, shape.vision);
  return arrangeRows(graph, "embedded", concat([pictures, words], 0), rowsOf(shape));
}
