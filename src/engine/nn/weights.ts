/** The parameters of a model inside a graph: each an input, declared when a layer first asks for it. */
import { add, type Graph, input, linear, mul, type Shape, type Tensor } from "../onnx/index.ts";
import type { ArraySpec } from "../optim/layout.ts";
import { loraNames } from "../optim/lora.ts";

/** Low-rank adapters beside some linear layers. */
export interface GraphAdapters {
  /** Shapes of `<module>.lora_A.weight` and `<module>.lora_B.weight`. */
  readonly specs: readonly ArraySpec[];
  /** What the product of B and A is multiplied by for a module: alpha / r as a rule. */
  readonly scaling: (module: string) => number;
}

export interface GraphWeights {
  readonly graph: Graph;
  /** The parameter as an input of the graph under its own name. @throws RangeError for a name the model lacks. */
  readonly tensor: (name: string) => Tensor;
  /** Names asked for so far. */
  readonly declared: () => readonly string[];
  readonly hasAdapter: (module: string) => boolean;
  readonly scaling: GraphAdapters["scaling"];
}

export function graphWeights(
  graph: Graph,
  parameters: readonly ArraySpec[],
  adapters: GraphAdapters = { specs: [], scaling: () => 0 },
): GraphWeights {
  const shapes = new Map<string, Shape>(
    [...parameters, ...adapters.specs].map(({ name, shape }) => [name, shape]),
  );
  const declared = new Map<string, Tensor>();
  const tensor = (name: string): Tensor => {
    const known = declared.get(name);
    if (known !== undefined) return known;
    const shape = shapes.get(name);
    if (shape === undefined)
      throw new RangeError(`graphWeights: expected a parameter of the model, got ${name}`);
    const made = input(graph, name, shape);
    declared.set(name, made);
    return made;
  };
  return {
    graph,
    tensor,
    declared: () => [...declared.keys()],
    hasAdapter: (module) => shapes.has(loraNames(module).a),
    scaling: adapters.scaling,
  };
}

/** The linear layer `module`: x [N, in] to [N, out], with its bias where it has one and its adapter where one trains. */
export function dense(weights: GraphWeights, x: Tensor, module: string, bias: "bias" | "no bias"): Tensor {
  const { tensor, hasAdapter, scaling } = weights;
  const base = linear(x, tensor(`${module}.weight`), bias === "bias" ? tensor(`${module}.bias`) : undefined);
  if (!hasAdapter(module)) return base;
  const { a, b } = loraNames(module);
  return add(base, mul(linear(linear(x, tensor(a)), tensor(b)), scaling(module)));
}
