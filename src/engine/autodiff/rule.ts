import { reshape, type Shape, sum, type Tensor } from "../onnx/index.ts";
import type { ApplicationOf, Inputs, OpName } from "../onnx/vocabulary.ts";

/**
 * The reverse rule of an operation y = f(x₁, x₂, ...): from g = ∂L/∂y the gradients ∂L/∂xᵢ, written as operations of
 * the same graph. `undefined` says that none flows. Of several outputs g belongs to the first; `gradientOf` gives the
 * others'. What turns out not to be wanted is pruned with the rest of the graph.
 */
export type GradientRule<Name extends OpName> = (
  application: ApplicationOf<Name>,
  g: Tensor,
  gradientOf: (output: Tensor) => Tensor | undefined,
) => Inputs<Name, Tensor | undefined>;

/** Rules for some of the operations; the families together are total. */
export type GradientRules<Name extends OpName> = { readonly [Each in Name]: GradientRule<Each> };

/** Undoes a broadcast: sums a gradient over the axes along which its operand was stretched. */
export function sumTo(g: Tensor, shape: Shape): Tensor {
  const offset = g.shape.length - shape.length;
  const stretched = g.shape.flatMap((size, axis) =>
    axis < offset || (shape[axis - offset] === 1 && size !== 1) ? [axis] : [],
  );
  const summed = stretched.length === 0 ? g : sum(g, { axes: stretched, keep: true });
  return reshape(summed, shape);
}
