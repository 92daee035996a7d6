/**
 * The decoder.
 * https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/models/qwen2_5_vl/modeling_qwen2_5_vl.py
 *
 * How tokens see each other is the caller's: training masks a square, decoding reads a cache.
 */
import type { Attend, Rotation } from "../../nn/attend.ts";
import { dense, type GraphWeights } from "../../nn/weights.ts";
import { add, concat, rmsNorm, rotary, split, swiglu, type Tensor } from "../../onnx/index.ts";
import type { TextConfig } from "./config.ts";
import { TEXT } from "./parameters.ts";

/** Some rows of a matrix, in the order in which they are wanted. */
type RowChoice = (rows: Tensor) => Tensor;

/**
 * Embedded tokens [T, hidden] to hidden states [T, hidden], before the last norm.
 *
 * @param choose the rows that are wanted: behind the attention of the last layer no other is computed
 */
export function decoder(
  weights: GraphWeights,
  text: TextConfig,
  embedded: Tensor,
  rotation: Rotation,
  attend: Attend,
  choose?: RowChoice,
): Tensor {
  let x = embedded;
  for (let layer = 0; layer < text.layers; layer++)
    x = decoderLayer(weights, text, layer, x, rotation, attend, layer + 1 < text.layers ? undefined : choose);
  return x;
}

function decoderLayer(
  weights: GraphWeights,
  { heads, keyValueHeads, rmsNormEps }: TextConfig,
  layer: number,
  x: Tensor,
  { cos, sin }: Rotation,
  attend: Attend,
  choose?: RowChoice,
): Tensor {
  const name = `${TEXT}.layers.${layer}`;
  const norm = (input: Tensor, module: string): Tensor =>
    rmsNorm(input, weights.tensor(`${name}.${module}.weight`), rmsNormEps);
  const plain = (input: Tensor, module: string): Tensor =>
    dense(weights, input, `${name}.${module}`, "no bias");
  const h = norm(x, "input_layernorm");
  const project = (module: string): Tensor => dense(weights, h, `${name}.self_attn.${module}`, "bias");
  const q = rotary(project("q_proj"), cos, sin, heads);
  const k = rotary(project("k_proj"), cos, sin, keyValueHeads);
  const [kept, mixed] = chosenRows(x, attend(layer, q, k, project("v_proj")), choose);
  const attended = add(kept, plain(mixed, "self_attn.o_proj"));
  const g = norm(attended, "post_attention_layernorm");
  return add(attended, plain(swiglu(plain(g, "mlp.gate_proj"), plain(g, "mlp.up_proj")), "mlp.down_proj"));
}

/** The same rows of both, moved at once. */
function chosenRows(x: Tensor, mixed: Tensor, choose: RowChoice | undefined): readonly [Tensor, Tensor] {
  if (choose === undefined) return [x, mixed];
  const columns = [x, mixed].map(({ shape }) => shape[1] ?? 0);
  const [chosen = x, chosenMixed = mixed] = split(choose(concat([x, mixed], 1)), columns, 1);
  return [chosen, chosenMixed];
}

/** The last norm, which the head expects. */
export const finalNorm = (weights: GraphWeights, { rmsNormEps }: TextConfig, x: Tensor): Tensor =>
  rmsNorm(x, weights.tensor(`${TEXT}.norm.weight`), rmsNormEps);
