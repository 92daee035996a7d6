/** What a family of decoders with pictures must give so that rows can be sampled from it. */
import type { Attend, Rotation } from "../nn/attend.ts";
import type { GraphWeights } from "../nn/weights.ts";
import type { Feeds, Tensor } from "../onnx/index.ts";
import type { ArraySpec } from "../optim/layout.ts";

export interface DecoderSizes {
  readonly layers: number;
  readonly heads: number;
  /** Heads of keys and values; `heads` is a multiple. */
  readonly keyValueHeads: number;
  readonly headSize: number;
  readonly hiddenSize: number;
  /** Tokens are below it. */
  readonly vocabSize: number;
  /** Longest sequence, tokens. */
  readonly maxPositions: number;
}

export interface DecoderFamily<Picture> {
  readonly parameters: readonly ArraySpec[];
  readonly sizes: DecoderSizes;
  /** Numbers that place a token: 3 for M-RoPE, else 1. */
  readonly positionAxes: number;
  /** Stands once for each token of a picture. */
  readonly imageToken: number;
  /** Embeddings [N, hidden] of int32 tokens [N]. */
  words(weights: GraphWeights, tokens: Tensor): Tensor;
  /** All layers: embeddings to hidden states, [N, hidden] both. */
  decode(weights: GraphWeights, embedded: Tensor, rotation: Rotation, attend: Attend): Tensor;
  /** Logits [N, vocabulary] of hidden states [N, hidden]. */
  logits(weights: GraphWeights, hidden: Tensor): Tensor;
  /** Positions of tokens in a sequence of their own. @throws RangeError where image tokens and pictures disagree */
  place(tokens: ArrayLike<number>, pictures: readonly Picture[]): Placement;
  /** Rotary tables `[N, headSize / 2]` of positions `[axes, N]`. */
  rotation(positions: Int32Array): { readonly cos: Float32Array; readonly sin: Float32Array };
  /** How pictures become embeddings: in few runs of few shapes. */
  pictureRuns(pictures: readonly Picture[]): readonly PictureRun<Picture>[];
}

export interface Placement {
  /** `[axes, tokens]`, from 0. A text token has the same position on all axes and is followed by the next. */
  readonly positions: Int32Array;
  /** How many positions on the next token comes. */
  readonly advance: number;
}

/** Some pictures that go through the vision tower together. */
export interface PictureRun<Picture> {
  /** Names the program: equal keys must mean equal programs. */
  readonly key: string;
  /** Embeddings [rows, hidden]. */
  build(weights: GraphWeights): Tensor;
  /** All inputs but the parameters. */
  readonly feeds: Feeds;
  /** Of each picture, the rows of its tokens in order. */
  readonly rows: ReadonlyMap<Picture, Int32Array>;
}
