/**
 * The configuration of a Qwen2.5-VL model, read from either `config.json` that transformers has written: text settings
 * at the top level (the hub's files, transformers below 4.52) or in `text_config` (transformers 5).
 * https://github.com/huggingface/transformers/blob/v5.18.0/src/transformers/models/qwen2_5_vl/configuration_qwen2_5_vl.py
 *
 * Refused, as the engine has no kernels for them: other activations than SiLU, sliding-window text attention, scaled
 * rotary positions (YaRN and the like), quantised weights. Sizes have no defaults: a folder must state them.
 */
import { z } from "zod";
import { InputError } from "../../../errors.ts";
import { checkInput, type Json } from "../../../json.ts";

export const QWEN2_5_VL = "qwen2_5_vl";

/** The decoder. Sizes are numbers of features unless they say otherwise. */
export interface TextConfig {
  /** Rows of the embedding; may exceed the tokenizer's ids. */
  readonly vocabSize: number;
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headSize: number;
  readonly rmsNormEps: number;
  readonly ropeTheta: number;
  /** Rotary pairs of a head that turn by temporal, height and width position; they sum to half of `headSize`. */
  readonly mropeSection: readonly [number, number, number];
  /** Longest sequence, tokens. */
  readonly maxPositions: number;
}

/** The vision tower. */
export interface VisionConfig {
  readonly depth: number;
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  readonly heads: number;
  readonly channels: number;
  /** px */
  readonly patchSize: number;
  /** Patches along a side that become one token. */
  readonly mergeSize: number;
  /** Frames a patch; still pictures are repeated. */
  readonly temporalPatchSize: number;
  /** px */
  readonly windowSize: number;
  /** Blocks that attend to the whole picture; the others attend within windows. */
  readonly fullAttentionBlocks: readonly number[];
  /** Features of a merged token: the decoder's hidden size. */
  readonly outputSize: number;
}

/** Ids of the tokens that the model itself has to know. */
export interface TokenIds {
  readonly image: number;
  readonly video: number;
  readonly visionStart: number;
  readonly visionEnd: number;
  readonly bos: number | undefined;
  readonly eos: readonly number[];
}

export interface Qwen25VlConfig {
  readonly text: TextConfig;
  readonly vision: VisionConfig;
  readonly tokens: TokenIds;
  /** The output head is the embedding. */
  readonly tiedEmbeddings: boolean;
  /** Standard deviation of fresh weights. */
  readonly initializerRange: number;
}

const size = z
  .int()
  .min(1)
  .max(1 << 24);
const id = z
  .int()
  .min(0)
  .max(1 << 24);
const ids = z.union([id, z.array(id)]).nullish();
const positive = z.number().positive();
const silu = z.literal("silu").default("silu");

const RopeSchema = z.object({
  mrope_section: z.tuple([id, id, id]),
  rope_theta: positive.optional(),
  type: z.enum(["mrope", "default"]).optional(),
  rope_type: z.enum(["mrope", "default"]).optional(),
});

const TextSchema = z.object({
  vocab_size: size,
  hidden_size: size,
  intermediate_size: size,
  num_hidden_layers: size.max(1024),
  num_attention_heads: size,
  num_key_value_heads: size.nullish(),
  hidden_act: silu,
  max_position_embeddings: size.default(32768),
  initializer_range: z.number().min(0).default(0.02),
  rms_norm_eps: positive.default(1e-5),
  rope_theta: positive.optional(),
  rope_scaling: RopeSchema.nullish(),
  rope_parameters: RopeSchema.nullish(),
  use_sliding_window: z.literal(false).nullish(),
  tie_word_embeddings: z.boolean().optional(),
  bos_token_id: id.nullish(),
  eos_token_id: ids,
});

const VisionSchema = z.object({
  depth: size.max(1024),
  hidden_size: size,
  intermediate_size: size,
  num_heads: size,
  hidden_act: silu,
  in_channels: size.optional(),
  in_chans: size.optional(),
  patch_size: size.default(14),
  spatial_merge_size: size.default(2),
  temporal_patch_size: size.default(2),
  window_size: size.default(112),
  fullatt_block_indexes: z.array(id).default([7, 15, 23, 31]),
  out_hidden_size: size,
});

const RootSchema = z.looseObject({
  model_type: z.literal(QWEN2_5_VL),
  vision_config: VisionSchema,
  tie_word_embeddings: z.boolean().default(false),
  image_token_id: id.default(151655),
  video_token_id: id.default(151656),
  vision_start_token_id: id.default(151652),
  vision_end_token_id: id.default(151653),
  quantization_config: z.null().optional(),
});

/** Check the value of a `config.json`; `file` is for messages. Throws `InputError`. */
export function readQwen25VlConfig(value: unknown, file: string): Qwen25VlConfig {
  const root = checkInput(RootSchema, value, file);
  const nested = root["text_config"];
  const text = checkInput(TextSchema, nested ?? value, file, nested === undefined ? "" : "text_config");
  const eos = text.eos_token_id ?? [];
  const config: Qwen25VlConfig = {
    text: textOf(text, file),
    vision: visionOf(root.vision_config),
    tokens: {
      image: root.image_token_id,
      video: root.video_token_id,
      visionStart: root.vision_start_token_id,
      visionEnd: root.vision_end_token_id,
      bos: text.bos_token_id ?? undefined,
      eos: Array.isArray(eos) ? eos : [eos],
    },
    tiedEmbeddings: root.tie_word_embeddings || text.tie_word_embeddings === true,
    initializerRange: text.initializer_range,
  };
  checkShapes(config, file);
  return config;
}

function textOf(text: z.output<typeof TextSchema>, file: string): TextConfig {
  const rope = text.rope_scaling ?? text.rope_parameters;
  if (rope === undefined || rope === null)
    throw new InputError({ file, expected: "rope_scaling or rope_parameters", found: "neither" });
  return {
    vocabSize: text.vocab_size,
    hiddenSize: text.hidden_size,
    intermediateSize: text.intermediate_size,
    layers: text.num_hidden_layers,
    heads: text.num_attention_heads,
    keyValueHeads: text.num_key_value_heads ?? text.num_attention_heads,
    headSize: text.hidden_size / text.num_attention_heads,
    rmsNormEps: text.rms_norm_eps,
    ropeTheta: rope.rope_theta ?? text.rope_theta ?? 1e6,
    mropeSection: rope.mrope_section,
    maxPositions: text.max_position_embeddings,
  };
}

function visionOf(vision: z.output<typeof VisionSchema>): VisionConfig {
  return {
    depth: vision.depth,
    hiddenSize: vision.hidden_size,
    intermediateSize: vision.intermediate_size,
    heads: vision.num_heads,
    channels: vision.in_channels ?? vision.in_chans ?? 3,
    patchSize: vision.patch_size,
    mergeSize: vision.spatial_merge_size,
    temporalPatchSize: vision.temporal_patch_size,
    windowSize: vision.window_size,
    fullAttentionBlocks: vision.fullatt_block_indexes,
    outputSize: vision.out_hidden_size,
  };
}

/** Sizes that have to fit each other. */
function checkShapes({ text, vision, tokens }: Qwen25VlConfig, file: string): void {
  const sections = text.mropeSection.reduce((sum, section) => sum + section, 0);
  const unit = vision.patchSize * vision.mergeSize;
  const rules: readonly (readonly [fits: boolean, expected: string, found: string])[] = [
    [
      text.headSize % 2 === 0,
      "hidden_size to be an even multiple of num_attention_heads",
      `heads of ${text.headSize}`,
    ],
    [
      text.heads % text.keyValueHeads === 0,
      `num_key_value_heads that divides ${text.heads}`,
      `${text.keyValueHeads}`,
    ],
    [sections * 2 === text.headSize, `mrope_section that sums to ${text.headSize / 2}`, `${sections}`],
    [
      (vision.hiddenSize / vision.heads) % 4 === 0,
      "vision heads of a multiple of 4 features",
      `${vision.hiddenSize / vision.heads}`,
    ],
    [vision.outputSize === text.hiddenSize, `out_hidden_size ${text.hiddenSize}`, `${vision.outputSize}`],
    [vision.windowSize % unit === 0, `window_size that is a multiple of ${unit}`, `${vision.windowSize}`],
    [vision.channels === 3, "3 channels", `${vision.channels}`],
    [
      vision.fullAttentionBlocks.every((block) => block < vision.depth),
      `fullatt_block_indexes below ${vision.depth}`,
      `${vision.fullAttentionBlocks}`,
    ],
    [tokens.image < text.vocabSize, `image_token_id below ${text.vocabSize}`, `${tokens.image}`],
  ];
  for (const [fits, expected, found] of rules) if (!fits) throw new InputError({ file, expected, found });
}

/** A `config.json` in the hub's layout, which every transformers since 4.49 reads. */
export function writeQwen25VlConfig({
  text,
  vision,
  tokens,
  ...config
}: Qwen25VlConfig): Record<string, Json> {
  return {
    architectures: ["Qwen2_5_VLForConditionalGeneration"],
    model_type: QWEN2_5_VL,
    attention_dropout: 0,
    bos_token_id: tokens.bos ?? null,
    eos_token_id: tokens.eos.length === 1 ? (tokens.eos[0] ?? null) : tokens.eos,
    vision_start_token_id: tokens.visionStart,
    vision_end_token_id: tokens.visionEnd,
    image_token_id: tokens.image,
    video_token_id: tokens.video,
    hidden_act: "silu",
    hidden_size: text.hiddenSize,
    initializer_range: config.initializerRange,
    intermediate_size: text.intermediateSize,
    max_position_embeddings: text.maxPositions,
    max_window_layers: text.layers,
    num_attention_heads: text.heads,
    num_hidden_layers: text.layers,
    num_key_value_heads: text.keyValueHeads,
    rms_norm_eps: text.rmsNormEps,
    rope_theta: text.ropeTheta,
    rope_scaling: { type: "mrope", mrope_section: text.mropeSection },
    sliding_window: null,
    tie_word_embeddings: config.tiedEmbeddings,
    torch_dtype: "float32",
    use_cache: true,
    use_sliding_window: false,
    vocab_size: text.vocabSize,
    vision_config: visionJson(vision),
  };
}

function visionJson(vision: VisionConfig): Json {
  return {
    model_type: QWEN2_5_VL,
    depth: vision.depth,
    hidden_act: "silu",
    hidden_size: vision.hiddenSize,
    intermediate_size: vision.intermediateSize,
    num_heads: vision.heads,
    in_chans: vision.channels,
    in_channels: vision.channels,
    out_hidden_size: vision.outputSize,
    patch_size: vision.patchSize,
    spatial_merge_size: vision.mergeSize,
    spatial_patch_size: vision.patchSize,
    window_size: vision.windowSize,
    fullatt_block_indexes: vision.fullAttentionBlocks,
    tokens_per_second: 2,
    temporal_patch_size: vision.temporalPatchSize,
  };
}
