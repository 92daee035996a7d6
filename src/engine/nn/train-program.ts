/** Forward, loss and gradients as one program, and how its results reach the flat gradient buffer. */
import { gradients } from "../autodiff/index.ts";
import {
  buildProgram,
  type Feeds,
  type FloatType,
  type Graph,
  type Program,
  type Session,
  type Target,
  type Tensor,
} from "../onnx/index.ts";
import { type ArraySpec, arrayOf, arraysOf, type FlatArrays } from "../optim/layout.ts";
import { type GraphAdapters, type GraphWeights, graphWeights } from "./weights.ts";

export interface TrainProgramOptions {
  /** Of the model. */
  readonly parameters: readonly ArraySpec[];
  readonly adapters?: GraphAdapters | undefined;
  /** Which parameters get gradients; adapters always do. */
  readonly trains: (name: string) => boolean;
  /** The scalar that is made smaller, and whatever else is wanted of the forward pass, by name. */
  readonly objective: (
    graph: Graph,
    weights: GraphWeights,
  ) => { readonly loss: Tensor } & Readonly<Record<string, Tensor>>;
  /** `float64` for checks. */
  readonly float?: FloatType | undefined;
  readonly target?: Target | undefined;
}

const GRADIENT = "gradient:";

/**
 * A program with the objective's outputs and `gradient:<name>` for each trained parameter that the objective touches.
 * What it does not touch has no gradient and costs nothing.
 */
export function trainProgram(options: TrainProgramOptions): Program<string, "float32">;
export function trainProgram<Float extends FloatType>(
  options: TrainProgramOptions & { readonly float: Float },
): Program<string, Float>;
export function trainProgram(options: TrainProgramOptions): Program {
  const { parameters, adapters, trains, objective, float = "float32", target } = options;
  const trace = (graph: Graph) => {
    const weights = graphWeights(graph, parameters, adapters);
    const outputs = objective(graph, weights);
    const adapted = new Set(adapters?.specs.map(({ name }) => name));
    const trained = weights.declared().filter((name) => adapted.has(name) || trains(name));
    const slopes = gradients(outputs.loss, trained.map(weights.tensor));
    const named = trained.flatMap((name, at) =>
      slopes[at] === undefined ? [] : [[`${GRADIENT}${name}`, slopes[at]] as const],
    );
    return { ...outputs, ...Object.fromEntries(named) };
  };
  return buildProgram(float, trace, target);
}

/**
 * One run of a training program: gradients are written into the buffer, those that the program lacks as 0; gives the
 * other outputs.
 *
 * @throws RangeError for a gradient of a parameter that the buffer does not hold
 */
export async function runTraining(
  { program, run }: Session,
  feeds: Feeds,
  gradients: FlatArrays,
): Promise<Record<string, Float32Array>> {
  const results = await run(feeds, gradientTargets(program, gradients));
  return Object.fromEntries(Object.entries(results).filter(([name]) => !name.startsWith(GRADIENT)));
}

/**
 * Where a run is to write its gradients: views of the buffer, by output. What the program has no gradient for becomes 0.
 *
 * @throws RangeError for a gradient of a parameter that the buffer does not hold
 */
export function gradientTargets({ outputs }: Program, buffer: FlatArrays): Record<string, Float32Array> {
  for (const { name, data } of arraysOf(buffer)) if (!outputs.has(`${GRADIENT}${name}`)) data.fill(0);
  const names = [...outputs.keys()].filter((name) => name.startsWith(GRADIENT));
  return Object.fromEntries(
    names.map((name) => [name, arrayOf(buffer, name.slice(GRADIENT.length)).data] as const),
  );
}
