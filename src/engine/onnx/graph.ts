/** Building graphs: applying an operation infers its outputs' types and shares equal applications. */
import { OPS } from "./ops/index.ts";
import type {
  Application,
  Attributes,
  Graph,
  Inputs,
  OpName,
  Outputs,
  Tensor,
  TensorType,
} from "./vocabulary.ts";

export function createGraph(): Graph {
  return { applications: [], known: new Map(), tensors: 0 };
}

/** The written form under which equal applications are found again. */
function keyOf(op: OpName, inputs: readonly (Tensor | undefined)[], attributes: object): string {
  // JSON has no Infinity, so numbers are written out.
  const written = JSON.stringify(attributes, (_, value) =>
    typeof value === "number" ? String(value) : value,
  );
  return `${op}(${inputs.map((tensor) => tensor?.id).join()})${written}`;
}

/** New tensors of the given types. */
function createTensors<Name extends OpName>(
  graph: Graph,
  types: Outputs<Name, TensorType>,
): Outputs<Name, Tensor> {
  const list: readonly TensorType[] = types;
  const tensors: readonly Tensor[] = list.map(({ shape, dtype }) => ({
    graph,
    id: graph.tensors++,
    shape,
    dtype,
  }));
  // `Array.map` forgets how many there are.
  return tensors as Outputs<Name, Tensor>;
}

/**
 * Applies an operation; an equal application met before is given again, so sub-expressions are computed once.
 * @throws RangeError or TypeError naming the operation, what it expected and what it got; also when inputs belong to
 * different graphs.
 */
export function apply<Name extends OpName>(
  graph: Graph,
  op: Name,
  inputs: Inputs<Name, Tensor>,
  attributes: Attributes<Name>,
): Outputs<Name, Tensor> {
  const operands: readonly (Tensor | undefined)[] = inputs;
  if (operands.some((tensor) => tensor !== undefined && tensor.graph !== graph))
    throw new Error(`${op}: expected tensors of one graph, got one of another`);
  const key = keyOf(op, operands, attributes);
  const found = graph.known.get(key);
  // The key begins with the operation's name, so what is found is of this operation.
  if (found !== undefined) return found.outputs as Outputs<Name, Tensor>;
  const outputs = createTensors<Name>(graph, OPS[op].infer(inputs, attributes));
  // The compiler does not see that one operation's parts make an application of it.
  const application = { op, inputs, attributes, outputs } as Application;
  graph.applications.push(application);
  graph.known.set(key, application);
  return outputs;
}
