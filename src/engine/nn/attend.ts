/** What a decoder layer is given from outside: how its tokens see each other, and how positions turn its heads. */
import type { Tensor } from "../onnx/index.ts";

/** Rotated queries [T, heads * size], rotated keys and values [T, keyValueHeads * size] of one layer to [T, heads * size]. */
export type Attend = (layer: number, q: Tensor, k: Tensor, v: Tensor) => Tensor;

/** Rotary tables, `[T, headSize / 2]` each. */
export interface Rotation {
  readonly cos: Tensor;
  readonly sin: Tensor;
}
