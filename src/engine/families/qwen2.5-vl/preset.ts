/**
 * `benday-tiny`: a Qwen2.5-VL of under 2 million parameters that a laptop trains from scratch.
 *
 * - Every part of the architecture is there: window and full attention over patches, 2-D rotary positions, merger,
 *   M-RoPE, grouped queries, tied embeddings. Pictures are cut up as Qwen2.5-VL does it (patches of 14 px, four a token).
 * - The tokenizer is trained on the texts given; no token stands for a box or what the caller forbids. Each number that a
 *   coordinate of a page can be is one token.
 * - Matrices are drawn with a deviation of 1 / sqrt(fan in), those that write into the residual stream smaller by the
 *   root of their number, so that activations of so small a model begin at about unit size. (transformers draws all
 *   with 0.02.) Numbers begin with sines and cosines of their value: near numbers look alike.
 */
import type { Json } from "../../../json.ts";
import type { Model } from "../../model/model.ts";
import { type Initialiser, initialise, normal, ones, zeros } from "../../optim/initialisers.ts";
import type { ArraySpec } from "../../optim/layout.ts";
import { createParameters, type ParameterStore, parameterOf } from "../../optim/parameters.ts";
import { type ChatTemplate, compileChatTemplate } from "../../weights/chat-template.ts";
import type { GenerationConfig } from "../../weights/model-folder.ts";
import { createTokenizer, type Tokenizer } from "../../weights/tokenizer.ts";
import { type TokenizerTraining, tokenizerFiles, trainTokenizer } from "../../weights/tokenizer-trainer.ts";
import type { Qwen25VlConfig } from "./config.ts";
import { qwen25VlArchitecture } from "./family.ts";
import { DEFAULT_IMAGE_PROCESSOR, type ImageProcessor } from "./image-processor.ts";
import { EMBEDDING, qwen25VlParameters, VISION } from "./parameters.ts";
import { TINY_PHRASES, TINY_TEMPLATE } from "./preset-template.ts";

export interface TinyModelOptions extends Pick<TokenizerTraining, "phrases" | "neverWhole"> {
  /** What the tokenizer learns from: prompts and answers, the more of the kind the better. */
  readonly texts: Iterable<string>;
  /** Descriptions of the tools that it will be offered, in the form of OpenAI's: the tokenizer learns their fixed text. */
  readonly tools?: readonly Json[] | undefined;
  /** Of the first values. */
  readonly seed: string | number;
  /** Most tokens in all, at least 703; 2,048 by default. */
  readonly vocabulary?: number | undefined;
  /** Largest area at which a picture is seen, square px; 150,528 (192 tokens) by default. */
  readonly maxPixels?: number | undefined;
}

const END_OF_TURN = "<|im_end|>";
const END_OF_TEXT = "<|endoftext|>";

const SPECIAL_TOKENS = { eos_token: END_OF_TURN, pad_token: END_OF_TEXT };

/** Measured over 24 drawn pages: their samples have about mean 0 and deviation 1. */
const PAGE_MEAN = [0.72, 0.67, 0.57] as const;
const PAGE_DEVIATION = [0.23, 0.22, 0.2] as const;

/** A model with first values, all of which train. The same options give the same model. */
export function createTinyModel(options: TinyModelOptions): Model {
  const { texts, tools = [], phrases = [], neverWhole, seed, vocabulary = 2048, maxPixels } = options;
  const template = compileChatTemplate(TINY_TEMPLATE, "chat_template.jinja", SPECIAL_TOKENS);
  const fixed = [...TINY_PHRASES, ...toolPhrases(tools), ...phrases];
  const learnt = [templateText(template, tools), ...fixed].map((text) =>
    Array<string>(FIXED_COPIES).fill(text),
  );
  const trained = trainTokenizer([...texts, ...learnt.flat()], {
    size: vocabulary,
    numbers: "up-to-three",
    wholeNumbers: LARGEST_NUMBER,
    phrases: fixed,
    neverWhole,
  });
  const files = tokenizerFiles(trained, TINY_TEMPLATE);
  const json: unknown = JSON.parse(files.get("tokenizer.json") ?? "");
  const tokenizer = createTokenizer(json, { specialTokens: SPECIAL_TOKENS, chatTemplate: undefined });
  const config = tinyConfig(tokenizer);
  const parameters = createParameters(qwen25VlParameters(config), () => true);
  initialise(parameters.trainable, seed, (spec) => initialiserOf(spec, config));
  placeNumbers(parameters, tokenizer);
  return {
    architecture: qwen25VlArchitecture(config, tinyProcessor(maxPixels)),
    tokenizer,
    template,
    generation: tinyGeneration(tokenizer),
    parameters,
    adapter: undefined,
    tokenizerFiles: files,
  };
}

/** The longer side of a page of 5:7 within the largest area, px: no coordinate of it is larger. */
const LARGEST_NUMBER = 448;

/** How often the tokenizer sees each phrase, and what the template itself writes. */
const FIXED_COPIES = 60;

/** A conversation of every kind of turn, without words of its own. */
function templateText(template: ChatTemplate, tools: readonly Json[]): string {
  const call = { name: "", arguments: {} };
  return template.render({
    messages: [
      { role: "system", content: "" },
      { role: "user", content: [{ type: "image" }] },
      { role: "assistant", content: "", tool_calls: [call] },
      { role: "tool", content: "" },
      { role: "assistant", content: "" },
    ],
    tools: tools.length === 0 ? [""] : tools,
  });
}

/** Descriptions of tools as the template writes them, between their numbers. */
function toolPhrases(tools: readonly Json[]): readonly string[] {
  const { render } = compileChatTemplate("{{ tools[0] | tojson }}");
  return tools
    .flatMap((tool) => render({ messages: [], tools: [tool] }).split(/\p{N}+/u))
    .filter((piece) => piece.trim().length > 1);
}

/**
 * Two things have to fit into the 16 pairs of a head. Places on a page of some 6 x 8 tokens are told by pairs that turn by 0.1 to 1
 * radian a token; words, which may stand anywhere in a prompt, are matched by pairs that hardly turn. With a base of 100, one pair for
 * time, four for height and the rest for width there are some of each: height turns by 0.75 to 0.32, width by 0.24 to 0.013. With
 * Qwen's large bases width turns by under 0.0032, and no box was found; with a base of 10 and sections of 4, 6 and 6 all turn by 0.12
 * or more: boxes are found as well (losses of `locate` after 1,000 steps 0.775 and 0.792), panels were not read (docs/LOG.md).
 */
const ROPE_THETA = 100;
const MROPE_SECTION = [1, 4, 11] as const;

function tinyConfig(tokenizer: Tokenizer): Qwen25VlConfig {
  const hiddenSize = 128;
  return {
    text: {
      vocabSize: tokenizer.size,
      hiddenSize,
      intermediateSize: 384,
      layers: 4,
      heads: 4,
      keyValueHeads: 2,
      headSize: 32,
      rmsNormEps: 1e-6,
      ropeTheta: ROPE_THETA,
      mropeSection: MROPE_SECTION,
      maxPositions: 4096,
    },
    vision: {
      depth: 3,
      hiddenSize: 96,
      intermediateSize: 256,
      heads: 3,
      channels: 3,
      patchSize: 14,
      mergeSize: 2,
      temporalPatchSize: 2,
      windowSize: 112,
      fullAttentionBlocks: [2],
      outputSize: hiddenSize,
    },
    tokens: {
      image: tokenizer.id("<|image_pad|>"),
      video: tokenizer.id("<|video_pad|>"),
      visionStart: tokenizer.id("<|vision_start|>"),
      visionEnd: tokenizer.id("<|vision_end|>"),
      bos: tokenizer.id(END_OF_TEXT),
      eos: [tokenizer.id(END_OF_TURN)],
    },
    tiedEmbeddings: true,
    initializerRange: 0.02,
  };
}

const tinyProcessor = (maxPixels = 192 * 28 * 28): ImageProcessor => ({
  ...DEFAULT_IMAGE_PROCESSOR,
  maxPixels,
  mean: PAGE_MEAN,
  deviation: PAGE_DEVIATION,
});

const tinyGeneration = (tokenizer: Tokenizer): GenerationConfig => ({
  eos: [tokenizer.id(END_OF_TURN), tokenizer.id(END_OF_TEXT)],
  pad: tokenizer.id(END_OF_TEXT),
  sample: false,
  temperature: undefined,
  topP: undefined,
  topK: undefined,
  repetitionPenalty: undefined,
});

/** Deviation of token embeddings: with a normed hidden state, logits begin with one of about 0.7. */
const EMBEDDING_DEVIATION = 0.06;

function initialiserOf({ name, shape }: ArraySpec, { text, vision }: Qwen25VlConfig): Initialiser {
  if (name.endsWith(".bias")) return zeros;
  if (shape.length === 1) return ones;
  if (name === EMBEDDING) return normal(EMBEDDING_DEVIATION);
  const fanIn = shape.slice(1).reduce((product, size) => product * size, 1);
  const layers = name.startsWith(VISION) ? vision.depth : text.layers;
  const writes = /\.(o_proj|down_proj|attn\.proj)\.weight$/.test(name);
  return normal(1 / Math.sqrt(fanIn * (writes ? 2 * layers : 1)));
}

/** Half of a number's embedding tells its value, the other half tells it from all other tokens. */
function placeNumbers(parameters: ParameterStore, tokenizer: Tokenizer): void {
  const { data, shape } = parameterOf(parameters, EMBEDDING);
  const width = shape[1] ?? 0;
  for (let id = 0; id < tokenizer.size; id++) {
    const text = tokenizer.decode([id]);
    if (/^(0|[1-9]\d{0,2})$/.test(text))
      placeNumber(data.subarray(id * width, (id + 1) * width), Number(text));
  }
}

/** The slowest pair turns by half a circle over all coordinates, the fastest by a sixth of one a pixel. */
function placeNumber(row: Float32Array, value: number): void {
  const pairs = row.length / 4;
  for (let pair = 0; pair < pairs; pair++) {
    const angle = ((value * Math.PI) / LARGEST_NUMBER) * 150 ** (pair / (pairs - 1));
    row[2 * pair] = EMBEDDING_DEVIATION * Math.SQRT2 * Math.sin(angle);
    row[2 * pair + 1] = EMBEDDING_DEVIATION * Math.SQRT2 * Math.cos(angle);
  }
}
