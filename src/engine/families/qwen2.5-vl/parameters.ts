/** The parameters of a Qwen2.5-VL model: module names as in transformers (5.x), shapes as PyTorch stores them. */
import type { ArraySpec } from "../../optim/layout.ts";
import type { Qwen25VlConfig, TextConfig, VisionConfig } from "./config.ts";

export const VISION = "model.visual";
export const TEXT = "model.language_model";
export const EMBEDDING = `${TEXT}.embed_tokens.weight`;
const HEAD = "lm_head.weight";

/** The matrix that turns hidden states into logits, [vocabulary, hidden]; the embedding itself where they are tied. */
export const headName = ({ tiedEmbeddings }: Pick<Qwen25VlConfig, "tiedEmbeddings">): string =>
  tiedEmbeddings ? EMBEDDING : HEAD;

/** All parameters, in the order of the computation. */
export function qwen25VlParameters(config: Qwen25VlConfig): readonly ArraySpec[] {
  const { text, vision, tiedEmbeddings } = config;
  return [
    ...visionParameters(vision),
    matrix(EMBEDDING, text.vocabSize, text.hiddenSize),
    ...Array.from({ length: text.layers }, (_, layer) => textLayer(text, `${TEXT}.layers.${layer}`)).flat(),
    vector(`${TEXT}.norm.weight`, text.hiddenSize),
    ...(tiedEmbeddings ? [] : [matrix(HEAD, text.vocabSize, text.hiddenSize)]),
  ];
}

const vector = (name: string, size: number): ArraySpec => ({ name, shape: [size] });
const matrix = (name: string, rows: number, columns: number): ArraySpec => ({ name, shape: [rows, columns] });

/** A linear layer with a bias. */
const affine = (name: string, outputs: number, inputs: number): readonly ArraySpec[] => [
  matrix(`${name}.weight`, outputs, inputs),
  vector(`${name}.bias`, outputs),
];

function visionParameters(vision: VisionConfig): readonly ArraySpec[] {
  const { hiddenSize, channels, temporalPatchSize, patchSize, depth, mergeSize, outputSize } = vision;
  const merged = hiddenSize * mergeSize ** 2;
  return [
    {
      name: `${VISION}.patch_embed.proj.weight`,
      shape: [hiddenSize, channels, temporalPatchSize, patchSize, patchSize],
    },
    ...Array.from({ length: depth }, (_, block) => visionBlock(vision, `${VISION}.blocks.${block}`)).flat(),
    vector(`${VISION}.merger.ln_q.weight`, hiddenSize),
    ...affine(`${VISION}.merger.mlp.0`, merged, merged),
    ...affine(`${VISION}.merger.mlp.2`, outputSize, merged),
  ];
}

const visionBlock = ({ hiddenSize, intermediateSize }: VisionConfig, name: string): readonly ArraySpec[] => [
  vector(`${name}.norm1.weight`, hiddenSize),
  ...affine(`${name}.attn.qkv`, 3 * hiddenSize, hiddenSize),
  ...affine(`${name}.attn.proj`, hiddenSize, hiddenSize),
  vector(`${name}.norm2.weight`, hiddenSize),
  ...affine(`${name}.mlp.gate_proj`, intermediateSize, hiddenSize),
  ...affine(`${name}.mlp.up_proj`, intermediateSize, hiddenSize),
  ...affine(`${name}.mlp.down_proj`, hiddenSize, intermediateSize),
];

function textLayer(text: TextConfig, name: string): readonly ArraySpec[] {
  const { hiddenSize, heads, keyValueHeads, headSize, intermediateSize } = text;
  return [
    vector(`${name}.input_layernorm.weight`, hiddenSize),
    ...affine(`${name}.self_attn.q_proj`, heads * headSize, hiddenSize),
    ...affine(`${name}.self_attn.k_proj`, keyValueHeads * headSize, hiddenSize),
    ...affine(`${name}.self_attn.v_proj`, keyValueHeads * headSize, hiddenSize),
    matrix(`${name}.self_attn.o_proj.weight`, hiddenSize, heads * headSize),
    vector(`${name}.post_attention_layernorm.weight`, hiddenSize),
    matrix(`${name}.mlp.gate_proj.weight`, intermediateSize, hiddenSize),
    matrix(`${name}.mlp.up_proj.weight`, intermediateSize, hiddenSize),
    matrix(`${name}.mlp.down_proj.weight`, hiddenSize, intermediateSize),
  ];
}
