/**
 * Graphs of tensor operations, made into ONNX models and run by onnxruntime.
 *
 * A computation is written once as a function of a graph and traced into a program; a session runs it:
 *
 * ```ts
 * const program = buildProgram("float32", (graph) => {
 *   const x = input(graph, "x", [8, 16]);              // fed at each run; static shape
 *   const labels = input(graph, "labels", [8], "int32");
 *   const weight = input(graph, "weight", [32, 16]);    // [out, in], PyTorch's layout; weights are inputs too
 *   const logits = linear(silu(mul(x, 0.5)), weight);
 *   const loss = neg(mean(logProb(logits, labels)));
 *   const [slope] = gradients(loss, [weight]);          // from ../autodiff: more operations of the same graph
 *   return { loss, slope };                             // named outputs, float; all else is pruned
 * });
 * const session = await openSession(program, { threads: 2 });
 * const { loss, slope } = await session.run({ x: new Float32Array(128), labels: new Int32Array(8), weight });
 * await session.release();
 * ```
 *
 * - Kinds are `float`, `int32` (indices, labels; an `Int32Array`) and `bool` (comparisons). `float` is generic: the same
 *   function built as `"float64"` checks the float32 program; it is fed and gives `Float64Array`s.
 * - A number may stand for an operand: `add(x, 1)`, `sub(1, x)`.
 * - Equal applications are shared, so writing an expression twice computes it once.
 * - Keep activations 2-D `[tokens, channels]`; only `attention` wants `[batch, heads, tokens, size]`
 *   (`transpose(reshape(x, [batch, tokens, heads, size]), [0, 2, 1, 3])`). `rotary` takes `[tokens, heads * size]` with
 *   one row of cos and sin `[tokens, size / 2]` a token, so that M-RoPE is a matter of tables.
 * - Masks are added to scores, from an input or a small constant; forbid with -1e9 rather than -Infinity.
 * - Image tokens enter a text by `permuteRows(concat([image, text], 0), order, inverse)`: no scatter in the gradient.
 * - Feed frozen weights and caches as inputs: `subarray` views are not copied. Outputs are copied: give out little.
 *   Build a forward program apart from the training program.
 * - `gradientErrors` of ../autodiff checks a new function's gradients against finite differences.
 * - `program.flops` counts matrix products (2mnk). Mistakes throw with the operation, what it expected and what it got.
 * - `createSessionCache` holds sessions for several shapes within a bound.
 */

export * from "./functions.ts";
export { OPS } from "./ops/index.ts";
export { buildProgram, type Program } from "./program.ts";
export {
  type Feeds,
  type FloatArray,
  openSession,
  type Session,
  type SessionOptions,
  type Targets,
} from "./session.ts";
export { createSessionCache, type SessionCache } from "./session-cache.ts";
export { formatShape, type Shape, sizeOf } from "./shape.ts";
export type { DType, FloatType, Graph, OpName, Relation, Target, Tensor } from "./vocabulary.ts";
