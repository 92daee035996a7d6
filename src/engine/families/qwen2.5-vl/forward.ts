/** The whole model on a batch of sequences of text and pictures, as graph: what training and scoring share. */
import type { Attend } from "../../nn/attend.ts";
import { arrangeRows } from "../../nn/rows.ts";
import type { GraphWeights } from "../../nn/weights.ts";
import {
  attention,
  concat,
  type Graph,
  gatherRows,
  input,
  linear,
  reshape,
  type Tensor,
  transpose,
} from "../../onnx/index.ts";
import type { Qwen25VlConfig, TextConfig } from "./config.ts";
import { EMBEDDING, headName } from "./parameters.ts";
import { decoder, finalNorm } from "./text.ts";
import { type VisionShape, visionTower } from "./vision.ts";

/** The static side of a batch: one program serves all batches of a shape. */
export interface BatchShape {
  /** B */
  readonly sequences: number;
  /** S: tokens of a sequence, padding at the end included. */
  readonly length: number;
  /** W: tokens of text whose embeddings are looked up, padding at the end included; without pictures B S. */
  readonly words: number;
  /** Absent where there are no pictures. */
  readonly vision?: VisionShape | undefined;
  /** R: positions whose hidden states are wanted. */
  readonly predicted: number;
  /** One mask for all sequences (causal), or one each (packed branches). */
  readonly mask: "shared" | "each";
}

/**
 * Hidden states [R, hidden] of the predicted positions, normed for the head. Inputs: `tokens` int32 [W], `text.cos` and
 * `text.sin` [B S, headSize / 2], `mask` [1 or B, 1, S, S], `predicted` (rows), and with pictures `embedded` (rows) and
 * those of {@link visionTower}; see `batch.ts`, which makes them.
 */
export function hiddenStates(weights: GraphWeights, config: Qwen25VlConfig, shape: BatchShape): Tensor {
  const { graph } = weights;
  const { text } = config;
  const rows = shape.sequences * shape.length;
  const tables = [rows, text.headSize / 2];
  const rotation = { cos: input(graph, "text.cos", tables), sin: input(graph, "text.sin", tables) };
  const hidden = decoder(
    weights,
    text,
    embed(weights, config, shape),
    rotation,
    maskedAttention(graph, text, shape),
    (x) => arrangeRows(graph, "predicted", x, shape.predicted),
  );
  return finalNorm(weights, text, hidden);
}

/** Logits [R, vocabulary] of hidden states [R, hidden]. */
export const logitsOf = (weights: GraphWeights, config: Qwen25VlConfig, hidden: Tensor): Tensor =>
  linear(hidden, weights.tensor(headName(config)));

/**
 * Token embeddings with the pictures' tokens in their places: [B S, hidden]. Only words are looked up, since the gradient
 * of a lookup adds row by row and is slow.
 */
function embed(weights: GraphWeights, { vision }: Qwen25VlConfig, shape: BatchShape): Tensor {
  const { graph, tensor } = weights;
  const words = gatherRows(tensor(EMBEDDING), input(graph, "tokens", [shape.words], "int32"));
  if (shape.vision === undefined) return words;
  const pictures = visionTower(weights, vision, shape.vision);
  return arrangeRows(graph, "embedded", concat([pictures, words], 0), shape.sequences * shape.length);
}

/** Every token sees what the mask allows of its own sequence. */
function maskedAttention(graph: Graph, text: TextConfig, { sequences, length, mask }: BatchShape): Attend {
  const seen = input(graph, "mask", [mask === "each" ? sequences : 1, 1, length, length]);
  const byHead = (x: Tensor, heads: number): Tensor =>
    transpose(reshape(x, [sequences, length, heads, text.headSize]), [0, 2, 1, 3]);
  return (_layer, q, k, v) => {
    const [keys, values] = [byHead(k, text.keyValueHeads), byHead(v, text.keyValueHeads)];
    const mixed = attention(byHead(q, text.heads), keys, values, { mask: seen });
    return reshape(transpose(mixed, [0, 2, 1, 3]), [sequences * length, text.heads * text.headSize]);
  };
}
