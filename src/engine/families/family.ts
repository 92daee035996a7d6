/**
 * What the engine needs of a family of models. A family is one folder here and one line in `index.ts`; loading, saving,
 * scoring and training know no more of it than this.
 */
import type { Size } from "../../geometry/index.ts";
import type { Json } from "../../json.ts";
import type { Raster } from "../../pixels/index.ts";
import type { SizeMemory } from "../nn/size-memory.ts";
import type { GraphWeights } from "../nn/weights.ts";
import type { Feeds, Tensor } from "../onnx/index.ts";
import type { ArraySpec } from "../optim/layout.ts";
import type { DecoderFamily } from "../sampling/decoder-family.ts";
import type { FamilyReader } from "../weights/model-folder.ts";
import type { Tokenizer } from "../weights/tokenizer.ts";

/** A picture as the vision tower takes it. */
export interface Picture {
  /** Columns and rows of pieces (patches, tiles), and how many frames of them. */
  readonly grid: { readonly time: number; readonly height: number; readonly width: number };
  /** Normalised samples, `[pieces, samples of a piece]`, in the family's own order. */
  readonly pixels: Float32Array;
}

/** A picture, and what the model knows of its size. */
export interface SizedPicture extends Picture {
  /** px; what the model sees, and the frame of the boxes that it speaks of. */
  readonly size: Size;
}

/**
 * Tokens of text and pictures. A sequence may be packed: a prefix that is computed once, and branches (rollouts) that
 * each continue it and do not see one another.
 */
export interface Sequence {
  /** Each picture's tokens stand in full, see {@link PictureReader.tokens}. */
  readonly tokens: ArrayLike<number>;
  /** In the order of their tokens. */
  readonly images: readonly Picture[];
  /** The branch of each token, ascending from 0, the prefix that all others continue; all 0 unless given. */
  readonly branches?: ArrayLike<number> | undefined;
}

/** A place whose hidden state is wanted: it predicts the token after it. */
export interface Position {
  readonly sequence: number;
  readonly token: number;
}

export interface Batch {
  readonly sequences: readonly Sequence[];
  /** In the order in which their hidden states are wanted. */
  readonly predicted: readonly Position[];
}

/** A batch on its way into a program. Batches of equal keys run in the same program. */
export interface BatchPlan {
  /** Names the static side: all sizes, rounded up. */
  readonly key: string;
  /** R: predicted positions, padding included. */
  readonly predicted: number;
  /** Hidden states [R, hidden] in a graph, normed for the head. */
  readonly hiddenStates: (weights: GraphWeights) => Tensor;
  /** All inputs but the parameters. */
  readonly feeds: () => Feeds;
}

/** How the sizes of batches become those of programs. */
export interface Rounding {
  /** Sizes are rounded up to so many buckets a doubling that few programs serve many batches; see `rounding.ts`. */
  readonly buckets?: number | undefined;
  /** Programs that were made for other batches; see `size-memory.ts`. Without it a batch alone decides its sizes. */
  readonly sizes?: SizeMemory | undefined;
}

/** Pictures into tokens. */
export interface PictureReader {
  /** `preprocessor_config.json`. */
  readonly json: Readonly<Record<string, Json>>;
  /** The token that the chat template writes once for each picture. */
  readonly place: number;
  /** Tokens that only pictures and films bring, {@link place} among them: text must not hold them. */
  readonly reserved: readonly number[];
  /** Sides become multiples of `factor` px, the area stays within the limits, square px. */
  readonly limits: { readonly factor: number; readonly minPixels: number; readonly maxPixels: number };
  /** The tokens that stand for a picture in its place. */
  readonly tokens: (picture: Picture) => readonly number[];
  /** The size, px, at which the model sees a picture. Throws `InputError` where it takes none of that shape. */
  readonly sizeOf: (size: Size, file?: string) => Size;
  /** Resize, normalise and cut up. Throws `InputError`, naming `file`, where the model takes no picture of that shape. */
  readonly read: (raster: Raster, file?: string) => SizedPicture;
}

/** A model without its weights. */
export interface Architecture {
  /** `config.json`. */
  readonly json: Readonly<Record<string, Json>>;
  /** Rows of the embedding; may exceed the tokenizer's ids. */
  readonly vocabSize: number;
  /** Longest sequence, tokens. */
  readonly maxPositions: number;
  /** All parameters, by the engine's names: those of modules, as PEFT knows them. */
  readonly parameters: readonly ArraySpec[];
  /** The engine's name of a parameter or module, of any name that files have for it. */
  readonly parameterName: (stored: string) => string;
  /** The name under which a parameter is saved. */
  readonly savedName: (name: string) => string;
  /** The parameter that turns hidden states into logits, [vocabulary, hidden]. */
  readonly head: string;
  readonly pictures: PictureReader;
  /** @throws RangeError where tokens and pictures do not belong together */
  readonly plan: (batch: Batch, rounding?: Rounding) => BatchPlan;
  /** For `createGenerator`. */
  readonly decoder: DecoderFamily<Picture>;
}

/** What else of a folder makes an architecture. */
export interface ArchitectureFiles {
  readonly folder: string;
  /** The value of `preprocessor_config.json`, unchecked; undefined where there is none. */
  readonly preprocessor: unknown;
  readonly tokenizer: Tokenizer;
}

/** A checked `config.json`; throws `InputError` where the other files do not fit it. */
export type ArchitectureMaker = (files: ArchitectureFiles) => Architecture;

export interface Family extends FamilyReader<ArchitectureMaker> {
  readonly parameterName: (stored: string) => string;
}
