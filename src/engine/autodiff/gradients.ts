/** Reverse-mode differentiation, graph to graph. */
import { add, fill, formatShape, type Graph, sizeOf, type Tensor } from "../onnx/index.ts";
import type { Application, ApplicationOf, OpName } from "../onnx/vocabulary.ts";
import { RULES } from "./rules/index.ts";

/**
 * Appends to a graph the gradients of a scalar with respect to tensors of it (inputs, or anything in between), in
 * their order and of their shapes; zeros where the scalar does not depend on one. Gradients are tensors as any other:
 * compute on, name them as outputs, or differentiate again (but through `attention`, `rmsNorm` and `logProb`, whose
 * gradients read what they keep of the forward pass).
 * @throws RangeError unless the loss has one element; TypeError when a wanted tensor is not float; Error when a tensor
 * is of another graph.
 */
export function gradients(loss: Tensor, wanted: readonly Tensor[]): readonly Tensor[] {
  const { graph } = loss;
  if (sizeOf(loss.shape) !== 1)
    throw new RangeError(`gradients: expected a loss of one element, got ${formatShape(loss.shape)}`);
  for (const tensor of [loss, ...wanted]) checkWanted(graph, tensor);
  const path = dependents(graph, wanted);
  const slopes = new Map<Tensor, Tensor>([[loss, fill(graph, loss.shape, 1)]]);
  const accumulate = (tensor: Tensor, slope: Tensor): void => {
    const sofar = slopes.get(tensor);
    slopes.set(tensor, sofar === undefined ? slope : add(sofar, slope));
  };
  for (const application of graph.applications.toReversed()) {
    if (!onPath(application, path)) continue;
    for (const [tensor, slope] of pullBack(application, slopes)) {
      if (path.has(tensor)) accumulate(tensor, slope);
    }
  }
  return wanted.map((tensor) => slopes.get(tensor) ?? fill(graph, tensor.shape, 0));
}

function checkWanted(graph: Graph, tensor: Tensor): void {
  if (tensor.graph !== graph)
    throw new Error("gradients: expected tensors of the loss's graph, got another's");
  if (tensor.dtype !== "float")
    throw new TypeError(
      `gradients: expected float tensors, got ${tensor.dtype} ${formatShape(tensor.shape)}`,
    );
}

/** The wanted tensors and all that is computed from them: only through these must gradients flow. */
function dependents(graph: Graph, wanted: readonly Tensor[]): ReadonlySet<Tensor> {
  const path = new Set(wanted);
  for (const { inputs, outputs } of graph.applications) {
    const operands: readonly (Tensor | undefined)[] = inputs;
    if (operands.some((tensor) => tensor !== undefined && path.has(tensor)))
      for (const tensor of outputs) path.add(tensor);
  }
  return path;
}

function onPath({ inputs }: Application, path: ReadonlySet<Tensor>): boolean {
  const operands: readonly (Tensor | undefined)[] = inputs;
  return operands.some((tensor) => tensor !== undefined && path.has(tensor));
}

/** The gradients that one application hands to its operands; none when none has reached it. */
function pullBack<Name extends OpName>(
  application: ApplicationOf<Name>,
  slopes: ReadonlyMap<Tensor, Tensor>,
): readonly (readonly [Tensor, Tensor])[] {
  const outputs: readonly Tensor[] = application.outputs;
  const [first] = outputs;
  if (first === undefined || !outputs.some((tensor) => slopes.has(tensor))) return [];
  const g = slopes.get(first) ?? fill(first.graph, first.shape, 0);
  const operands: readonly (Tensor | undefined)[] = application.inputs;
  const asked = new Set([first]);
  const handed: readonly (Tensor | undefined)[] = RULES[application.op](application, g, (tensor) => {
    asked.add(tensor);
    return slopes.get(tensor);
  });
  if (outputs.some((tensor) => slopes.has(tensor) && !asked.has(tensor)))
    throw new Error(
      `gradients: expected a function of ${application.op}'s first output, got one of what its gradient reads: it has no second derivative here`,
    );
  return operands.flatMap((tensor, at) => {
    const slope = handed[at];
    return tensor === undefined || slope === undefined ? [] : [[tensor, slope] as const];
  });
}
