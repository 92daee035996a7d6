/** Checking gradients against central finite differences in float64. */
import {
  buildProgram,
  type Graph,
  input,
  openSession,
  type Session,
  type Shape,
  type Tensor,
} from "../onnx/index.ts";
import { gradients } from "./gradients.ts";

/** A named input of the function under check, with the values at which to check. */
export interface CheckedInput {
  readonly shape: Shape;
  readonly values: Float64Array | Int32Array;
}

/** The step of the differences: their error is about step² of the third derivative, plus rounding over step. */
const STEP = 1e-5;
/** Inputs larger than this are checked at that many evenly spread elements. */
const MOST_ELEMENTS = 48;

/**
 * How far each float input's gradient of a scalar function lies from finite differences: ‖analytic − numeric‖ divided
 * by ‖numeric‖ (or by 1e-3 if that is smaller, so that a vanishing gradient is compared with zero).
 */
export async function gradientErrors(
  inputs: Readonly<Record<string, CheckedInput>>,
  loss: (tensors: Readonly<Record<string, Tensor>>, graph: Graph) => Tensor,
): Promise<ReadonlyMap<string, number>> {
  const checked = Object.keys(inputs).filter((name) => inputs[name]?.values instanceof Float64Array);
  const program = buildProgram("float64", (graph) => {
    const tensors = Object.fromEntries(
      Object.entries(inputs).map(([name, { shape, values }]) => [
        name,
        input(graph, name, shape, values instanceof Int32Array ? "int32" : "float"),
      ]),
    );
    const value = loss(tensors, graph);
    const wanted = checked.flatMap((name) => tensors[name] ?? []);
    const slopes = gradients(value, wanted).map((slope, at) => [`slope of ${checked[at]}`, slope] as const);
    return { loss: value, ...Object.fromEntries(slopes) };
  });
  const session = await openSession(program, { threads: 1 });
  try {
    const feeds = Object.fromEntries(
      Object.entries(inputs).map(([name, { values }]) => [name, values.slice()]),
    );
    const analytic: Readonly<Record<string, Float64Array>> = await session.run(feedsOf(session, feeds));
    const errors = new Map<string, number>();
    for (const name of checked) {
      const slope = analytic[`slope of ${name}`] ?? new Float64Array();
      errors.set(name, await inputError(session, feeds, name, slope));
    }
    return errors;
  } finally {
    await session.release();
  }
}

type Values = Readonly<Record<string, Float64Array | Int32Array>>;

/** Only what the program reads: an input that the loss ignores is no input of it. */
function feedsOf({ program }: Session<string, "float64">, values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => program.inputs.has(name)));
}

async function inputError(
  session: Session<string, "float64">,
  values: Values,
  name: string,
  analytic: Float64Array,
): Promise<number> {
  const varied = values[name];
  if (varied === undefined) throw new Error(`gradientErrors: expected values of ${name}, got none`);
  const lossAt = async (at: number, value: number): Promise<number> => {
    const kept = varied[at] ?? 0;
    varied[at] = value;
    const { loss } = await session.run(feedsOf(session, values));
    varied[at] = kept;
    return loss?.[0] ?? Number.NaN;
  };
  let [difference, size] = [0, 0];
  const stride = Math.max(1, Math.ceil(varied.length / MOST_ELEMENTS));
  for (let at = 0; at < varied.length; at += stride) {
    const x = varied[at] ?? 0;
    const numeric = ((await lossAt(at, x + STEP)) - (await lossAt(at, x - STEP))) / (2 * STEP);
    difference += (numeric - (analytic[at] ?? Number.NaN)) ** 2;
    size += numeric ** 2;
  }
  return Math.sqrt(difference) / Math.max(Math.sqrt(size), 1e-3);
}
