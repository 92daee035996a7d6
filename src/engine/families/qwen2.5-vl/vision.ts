/**
 * The vision tower: patches in window order to one token for each merge block.
 * https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/models/qwen2_5_vl/modeling_qwen2_5_vl.py
 *
 * Deviations: patches are fed in window order and tokens come out in it, since whoever puts them among the text moves
 * rows anyway; segments of different lengths are padded and masked instead of looped over; a still picture is fed once
 * and not as `temporalPatchSize` equal frames.
 */

import { type SegmentShape, segmentAttention } from "../../nn/segments.ts";
import { dense, type GraphWeights } from "../../nn/weights.ts";
import {
  add,
  gelu,
  input,
  linear,
  reshape,
  rmsNorm,
  rotary,
  split,
  sum,
  swiglu,
  type Tensor,
} from "../../onnx/index.ts";
import type { VisionConfig } from "./config.ts";
import { VISION } from "./parameters.ts";

/** The static side of some pictures. */
export interface VisionShape {
  /** Rows of the pixel tensor; those beyond the pictures are padding. A multiple of the merge block. */
  readonly patches: number;
  readonly windows: SegmentShape;
  readonly frames: SegmentShape;
}

const EPSILON = 1e-6;

/**
 * Tokens [patches / mergeSize², outputSize] in window order. Inputs: `pixels` [patches, features], `vision.cos` and
 * `vision.sin` [patches, headSize / 2], and those of the segments (`windows`, `frames`).
 */
export function visionTower(weights: GraphWeights, vision: VisionConfig, shape: VisionShape): Tensor {
  const { graph } = weights;
  const { hiddenSize, heads, depth, fullAttentionBlocks } = vision;
  const pairs = hiddenSize / heads / 2;
  const pixels = input(graph, "pixels", [shape.patches, patchFeatures(vision)]);
  const cos = input(graph, "vision.cos", [shape.patches, pairs]);
  const sin = input(graph, "vision.sin", [shape.patches, pairs]);
  const attendTo = {
    windows: segmentAttention(graph, "windows", shape.windows, heads),
    frames: segmentAttention(graph, "frames", shape.frames, heads),
  };
  let x = linear(pixels, stillKernel(weights, vision));
  for (let block = 0; block < depth; block++) {
    const attend = attendTo[fullAttentionBlocks.includes(block) ? "frames" : "windows"];
    x = visionBlock(weights, `${VISION}.blocks.${block}`, x, (q, k, v) =>
      attend(rotary(q, cos, sin, heads), rotary(k, cos, sin, heads), v),
    );
  }
  return mergePatches(weights, vision, x);
}

/** Samples of a patch of a still picture. */
export const patchFeatures = ({ channels, patchSize }: VisionConfig): number => channels * patchSize ** 2;

/** The patch embedding [hidden, channels, frames, size, size] for frames that are equal: summed over them, as a matrix. */
function stillKernel({ tensor }: GraphWeights, vision: VisionConfig): Tensor {
  const { hiddenSize, channels, temporalPatchSize, patchSize } = vision;
  const kernel = tensor(`${VISION}.patch_embed.proj.weight`);
  const byFrame = reshape(kernel, [hiddenSize * channels, temporalPatchSize, patchSize ** 2]);
  return reshape(sum(byFrame, { axes: [1] }), [hiddenSize, patchFeatures(vision)]);
}

type Attend = (q: Tensor, k: Tensor, v: Tensor) => Tensor;

function visionBlock(weights: GraphWeights, name: string, x: Tensor, attend: Attend): Tensor {
  const layer = (input: Tensor, module: string): Tensor => dense(weights, input, `${name}.${module}`, "bias");
  const norm = (input: Tensor, module: string): Tensor =>
    rmsNorm(input, weights.tensor(`${name}.${module}.weight`), EPSILON);
  const columns = x.shape[1] ?? 0;
  const [q = x, k = x, v = x] = split(layer(norm(x, "norm1"), "attn.qkv"), [columns, columns, columns], 1);
  const attended = add(x, layer(attend(q, k, v), "attn.proj"));
  const h = norm(attended, "norm2");
  return add(attended, layer(swiglu(layer(h, "mlp.gate_proj"), layer(h, "mlp.up_proj")), "mlp.down_proj"));
}

function mergePatches(weights: GraphWeights, { hiddenSize, mergeSize }: VisionConfig, x: Tensor): Tensor {
  const name = `${VISION}.merger`;
  const block = mergeSize ** 2;
  const normed = rmsNorm(x, weights.tensor(`${name}.ln_q.weight`), EPSILON);
  const blocks = reshape(normed, [(x.shape[0] ?? 0) / block, hiddenSize * block]);
  return dense(weights, gelu(dense(weights, blocks, `${name}.mlp.0`, "bias")), `${name}.mlp.2`, "bias");
}
