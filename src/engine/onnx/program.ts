/**
 * A program: a graph with named outputs, made ready to run. Only what the outputs need is kept, so gradients of frozen
 * weights and unused branches cost nothing.
 */
import { createGraph } from "./graph.ts";
import { createLowering } from "./lower.ts";
import { encodeModel, type ValueInfo } from "./model-proto.ts";
import { OPS } from "./ops/index.ts";
import { peakBytes } from "./peak-bytes.ts";
import { formatShape } from "./shape.ts";
import {
  type Application,
  type ApplicationOf,
  elementType,
  type FloatType,
  type Graph,
  type OpName,
  type Target,
  type Tensor,
} from "./vocabulary.ts";

/** A compiled description of a computation; `openSession` runs it. Plain data: it can be posted to a worker thread. */
export interface Program<Output extends string = string, Float extends FloatType = FloatType> {
  readonly float: Float;
  /** What a run must be fed, by name. */
  readonly inputs: ReadonlyMap<string, ValueInfo>;
  /** What a run gives; float all. */
  readonly outputs: ReadonlyMap<Output, ValueInfo>;
  /** The bytes of an `.onnx` file. */
  readonly model: Uint8Array;
  /** Multiplications and additions of all matrix products of a run (2mnk each); elementwise work is not counted. */
  readonly flops: number;
  /** About the memory of a run, inputs and outputs included; see `peakBytes`. */
  readonly bytes: number;
  /** How often each operation occurs. */
  readonly counts: Readonly<Partial<Record<OpName, number>>>;
}

/**
 * Traces a function into a program. The function declares inputs on the graph and gives the outputs by name; it never
 * asks for the float type, so the same one builds the float32 program that runs and the float64 program that checks.
 * @throws RangeError, TypeError or Error naming the operation, what it expected and what it got.
 */
export function buildProgram<Output extends string, Float extends FloatType>(
  float: Float,
  trace: (graph: Graph) => Readonly<Record<Output, Tensor>>,
  target: Target = "any",
): Program<Output, Float> {
  const graph = createGraph();
  const outputs = new Map<Output, Tensor>();
  const traced = trace(graph);
  for (const name in traced) outputs.set(name, traced[name]);
  checkOutputs(graph, outputs);
  const { live, read } = liveApplications(graph, [...outputs.values()]);
  const lowered = createLowering(float, target, read);
  for (const application of live) lowered.lower(application);
  const info = (name: string, { shape, dtype }: Tensor): ValueInfo => ({
    name,
    shape,
    type: elementType(dtype, float),
  });
  for (const [name, tensor] of outputs) lowered.rename(lowered.nameOf(tensor), name);
  const inputs = live.flatMap((each) =>
    each.op === "input" ? [info(each.attributes.name, each.outputs[0])] : [],
  );
  const results = [...outputs].map(([name, tensor]) => [name, info(name, tensor)] as const);
  const { nodes, initialisers } = lowered;
  return {
    float,
    inputs: new Map(inputs.map((each) => [each.name, each])),
    outputs: new Map(results),
    model: encodeModel({ nodes, initialisers, inputs, outputs: results.map(([, each]) => each) }),
    flops: live.reduce((total, application) => total + flopsOf(application), 0),
    bytes: peakBytes(live, [...outputs.values()], float),
    counts: countOps(live),
  };
}

function checkOutputs(graph: Graph, outputs: ReadonlyMap<string, Tensor>): void {
  if (outputs.size === 0) throw new Error("program: expected at least one output, got none");
  for (const [name, tensor] of outputs) {
    if (tensor.graph !== graph)
      throw new Error(`program: expected output ${name} of this graph, got another's`);
    if (tensor.dtype !== "float")
      throw new TypeError(
        `program: expected float outputs, got ${name}: ${tensor.dtype} ${formatShape(tensor.shape)}`,
      );
    if (graph.applications.some((each) => each.op === "input" && each.attributes.name === name))
      throw new Error(`program: expected an output name that no input has, got ${name}`);
  }
}

/** The applications that the wanted tensors depend on, in order of birth, and all tensors that they read. */
function liveApplications(graph: Graph, wanted: readonly Tensor[]) {
  const read = new Set<Tensor | undefined>(wanted);
  const live: Application[] = [];
  for (const application of graph.applications.toReversed()) {
    const outputs: readonly Tensor[] = application.outputs;
    if (!outputs.some((tensor) => read.has(tensor))) continue;
    for (const tensor of application.inputs) read.add(tensor);
    live.push(application);
  }
  return { live: live.reverse(), read };
}

function flopsOf<Name extends OpName>(application: ApplicationOf<Name>): number {
  return OPS[application.op].flops?.(application) ?? 0;
}

function countOps(applications: readonly Application[]): Partial<Record<OpName, number>> {
  const counts: Partial<Record<OpName, number>> = {};
  for (const { op } of applications) counts[op] = (counts[op] ?? 0) + 1;
  return counts;
}
