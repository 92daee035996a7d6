import { describe, expect, test } from "vitest";
import { seeded } from "../../../random.ts";
import {
  add,
  addAtColumns,
  attention,
  buildProgram,
  cast,
  clip,
  compare,
  concat,
  constant,
  crossEntropy,
  div,
  erf,
  exp,
  expand,
  type FloatType,
  fill,
  gatherColumns,
  gatherRows,
  gelu,
  input,
  layerNorm,
  linear,
  linearLogProb,
  log,
  logProb,
  logSumExp,
  matmul,
  max,
  maximum,
  mean,
  min,
  mul,
  neg,
  type OpName,
  openSession,
  pad,
  permuteRows,
  pow,
  reshape,
  rmsNorm,
  rotary,
  rsqrt,
  type Shape,
  scatterRows,
  sigmoid,
  silu,
  sizeOf,
  slice,
  softmax,
  split,
  sqrt,
  square,
  stopGradient,
  sub,
  sum,
  swiglu,
  type Tensor,
  tanh,
  transpose,
  where,
} from "../../onnx/index.ts";
import { type CheckedInput, gradientErrors } from "../finite-differences.ts";
import { gradients } from "../gradients.ts";

/** A function of float tensors of the given shapes; `positive` draws from [0.5, 2) instead of around 0. */
interface Case {
  readonly shapes: readonly Shape[];
  readonly positive?: boolean;
  readonly of: (...tensors: readonly [Tensor, Tensor, Tensor, Tensor]) => Tensor;
}

const x34: readonly Shape[] = [[3, 4]];
const ints = (near: Tensor, ...values: readonly number[]) =>
  constant(near.graph, values, [values.length], "int32");

function unaryCases(of: (x: Tensor) => Tensor, positive = false): readonly Case[] {
  return [
    { shapes: x34, of, positive },
    { shapes: [[]], of, positive },
    { shapes: [[2, 1, 3]], of, positive },
  ];
}

/** Same shapes, each side stretched, both stretched, and a scalar. */
function binaryCases(of: (a: Tensor, b: Tensor) => Tensor, positive = false): readonly Case[] {
  const pairs: readonly (readonly [Shape, Shape])[] = [
    [
      [3, 4],
      [3, 4],
    ],
    [[3, 4], [4]],
    [[1], [2, 3]],
    [
      [2, 1, 3],
      [4, 1],
    ],
    [[], [2, 2]],
  ];
  return pairs.map((shapes) => ({ shapes, of, positive }));
}

const attentionCase = (heads: number, keyHeads: number, maskShape?: Shape): Case => ({
  shapes: [
    [2, heads, 3, 4],
    [2, keyHeads, 5, 4],
    [2, keyHeads, 5, 2],
    ...(maskShape === undefined ? [] : [maskShape]),
  ],
  of: (q, k, v, mask) => attention(q, k, v, maskShape === undefined ? {} : { mask }),
});

/** Total over the vocabulary; an operation without a gradient says why. */
const CASES: Readonly<Record<OpName, readonly Case[] | string>> = {
  input: "a source; every other case differentiates with respect to inputs",
  constant: "a source without operands",
  fill: "a source without operands",
  neg: unaryCases(neg),
  exp: unaryCases(exp),
  log: unaryCases(log, true),
  sqrt: unaryCases(sqrt, true),
  rsqrt: unaryCases(rsqrt, true),
  square: unaryCases(square),
  pow: [...unaryCases((x) => pow(x, 2.5), true), ...unaryCases((x) => pow(x, -1), true)],
  tanh: unaryCases(tanh),
  erf: unaryCases(erf),
  sigmoid: unaryCases(sigmoid),
  silu: unaryCases(silu),
  gelu: [...unaryCases((x) => gelu(x)), ...unaryCases((x) => gelu(x, "tanh"))],
  clip: unaryCases((x) => clip(x, -0.4, 0.6)),
  stopGradient: "its gradient is 0 by definition, unlike its slope: see its own test",
  cast: "between kinds, a step function: see its own test",
  add: binaryCases(add),
  sub: binaryCases(sub),
  mul: binaryCases(mul),
  div: binaryCases(div, true),
  max: binaryCases(max),
  min: binaryCases(min),
  compare: "gives bool",
  where: binaryCases((a, b) => where(compare(stopGradient(a), "less", 0.2), a, b)),
  swiglu: [{ shapes: [...x34, ...x34], of: swiglu }],
  matmul: [
    ...[false, true].flatMap((transposeA) =>
      [false, true].map(
        (transposeB): Case => ({
          shapes: [transposeA ? [3, 2] : [2, 3], transposeB ? [4, 3] : [3, 4]],
          of: (a, b) => matmul(a, b, { transposeA, transposeB, scale: 0.7 }),
        }),
      ),
    ),
    ...[false, true].flatMap((transposeA) =>
      [false, true].map(
        (transposeB): Case => ({
          shapes: [
            [2, 1, ...(transposeA ? [3, 2] : [2, 3])],
            [3, ...(transposeB ? [4, 3] : [3, 4])],
          ],
          of: (a, b) => matmul(a, b, { transposeA, transposeB, scale: 0.7 }),
        }),
      ),
    ),
    {
      shapes: [
        [2, 3, 4],
        [4, 2],
      ],
      of: (a, b) => matmul(a, b),
    },
  ],
  linear: [{ shapes: [[3, 4], [2, 4], [2]], of: linear }],
  reshape: [{ shapes: x34, of: (x) => reshape(x, [2, -1]) }],
  expand: [
    { shapes: [[2, 1, 3]], of: (x) => expand(x, [2, 4, 3]) },
    { shapes: [[]], of: (x) => expand(x, [2, 2]) },
  ],
  transpose: [{ shapes: [[2, 3, 4]], of: (x) => transpose(x, [2, 0, 1]) }],
  concat: [
    {
      shapes: [
        [2, 3],
        [2, 1],
        [2, 2],
      ],
      of: (a, b, c) => concat([a, b, c, a], 1),
    },
  ],
  split: [
    { shapes: [[2, 6]], of: (x) => mulParts(split(x, [3, 3], -1)) },
    { shapes: [[2, 6]], of: (x) => split(x, [1, 2, 3], 1)[1] ?? x },
  ],
  slice: [{ shapes: [[3, 5]], of: (x) => slice(x, 1, 1, 3) }],
  pad: [{ shapes: x34, of: (x) => pad(x, 0, 2, 1) }],
  gatherRows: [
    { shapes: [[4, 3]], of: (x) => gatherRows(x, ints(x, 0, 2, 2, 1, 2)) },
    { shapes: [[4]], of: (x) => gatherRows(x, ints(x, 3, 3, 0)) },
    { shapes: [[3, 2, 2]], of: (x) => gatherRows(x, ints(x, 1, 1)) },
  ],
  scatterRows: [{ shapes: [[3, 2]], of: (x) => scatterRows(x, ints(x, 4, 1, 4), 6) }],
  permuteRows: [{ shapes: x34, of: (x) => permuteRows(x, ints(x, 2, 0, 1), ints(x, 1, 2, 0)) }],
  gatherColumns: [{ shapes: x34, of: (x) => gatherColumns(x, ints(x, 3, 0, 3)) }],
  addAtColumns: [{ shapes: [[3, 4], [3]], of: (x, v) => addAtColumns(x, ints(x, 3, 0, 3), v) }],
  sum: [{ shapes: x34, of: (x) => sum(x) }, ...axisCases(sum)],
  mean: [{ shapes: x34, of: (x) => mean(x) }, ...axisCases(mean)],
  maximum: [{ shapes: x34, of: (x) => maximum(x) }, ...axisCases(maximum)],
  softmax: unaryCases(softmax).filter(({ shapes }) => shapes[0]?.length !== 0),
  logSumExp: unaryCases(logSumExp).filter(({ shapes }) => shapes[0]?.length !== 0),
  logProb: [
    { shapes: x34, of: (x) => logProb(x, ints(x, 1, 1, 3)) },
    { shapes: [[3, 4], [3]], of: (x, w) => crossEntropy(x, ints(x, 0, 1, 3), w) },
    {
      shapes: [
        [5, 3],
        [4, 3],
      ],
      of: (x, w) => linearLogProb(x, w, ints(x, 1, 1, 3, 0, 2), 2),
    },
  ],
  rmsNorm: [
    { shapes: [[3, 4], [4]], of: (x, w) => rmsNorm(x, w, 0.01) },
    { shapes: [[2, 2, 4], [4]], of: (x, w) => rmsNorm(x, w) },
  ],
  layerNorm: [
    { shapes: [[3, 4], [4], [4]], of: (x, w, b) => layerNorm(x, w, b, 0.01) },
    { shapes: [[2, 2, 4], [4], [4]], of: (x, w, b) => layerNorm(x, w, b) },
  ],
  rotary: [
    {
      shapes: [[3, 8]],
      of: (x) => rotary(x, angles(x, Math.cos), angles(x, Math.sin), 2),
    },
  ],
  attention: [
    attentionCase(2, 2),
    attentionCase(4, 2),
    attentionCase(4, 2, [3, 5]),
    attentionCase(4, 1, [2, 1, 3, 5]),
    attentionCase(2, 2, [1, 1, 1, 5]),
  ],
};

function axisCases(reduce: typeof sum): readonly Case[] {
  return [
    { shapes: [[2, 3, 2]], of: (x) => reduce(x, { axes: [1] }) },
    { shapes: [[2, 3, 2]], of: (x) => reduce(x, { axes: [-1, 0], keep: true }) },
  ];
}

function mulParts(parts: readonly Tensor[]): Tensor {
  return parts.reduce((product, part) => mul(product, part));
}

function angles(near: Tensor, of: (angle: number) => number): Tensor {
  return constant(
    near.graph,
    Array.from({ length: 6 }, (_, at) => of(at * at * 0.3)),
    [3, 2],
  );
}

/** The case's result, weighted by fixed numbers so that every element matters differently. */
function weighted(y: Tensor): Tensor {
  const weights = Array.from({ length: sizeOf(y.shape) }, (_, at) => Math.sin(at * 1.7 + 0.5));
  return sum(mul(y, constant(y.graph, weights, y.shape)));
}

function draw({ shapes, positive = false }: Case, seed: string): Readonly<Record<string, CheckedInput>> {
  const random = seeded(seed);
  const value = () => (positive ? random.range(0.5, 2) : random.range(-1.5, 1.5));
  return Object.fromEntries(
    shapes.map((shape, at) => [
      `x${at}`,
      { shape, values: Float64Array.from({ length: sizeOf(shape) }, value) },
    ]),
  );
}

describe("gradients agree with float64 finite differences", () => {
  for (const [op, cases] of Object.entries(CASES)) {
    if (typeof cases === "string") continue;
    test(op, async () => {
      for (const [at, each] of cases.entries()) {
        const errors = await gradientErrors(draw(each, `${op} ${at}`), ({ x0, x1, x2, x3 }, graph) => {
          const absent = fill(graph, [], 0);
          return weighted(each.of(x0 ?? absent, x1 ?? absent, x2 ?? absent, x3 ?? absent));
        });
        for (const [name, error] of errors) expect(error, `${op} case ${at}, ${name}`).toBeLessThan(1e-6);
      }
    });
  }
});

/** Value and slopes of a case, computed in one float type. */
async function evaluate(float: FloatType, each: Case, seed: string): Promise<readonly number[]> {
  const inputs = draw(each, seed);
  const program = buildProgram(float, (graph) => {
    const tensors = Object.entries(inputs).map(([name, { shape }]) => input(graph, name, shape));
    const absent = fill(graph, [], 0);
    const [x0 = absent, x1 = absent, x2 = absent, x3 = absent] = tensors;
    const y = each.of(x0, x1, x2, x3);
    const slopes = gradients(weighted(y), tensors).map((slope, at) => [`slope ${at}`, slope] as const);
    return { y: mul(y, 1), ...Object.fromEntries(slopes) };
  });
  const session = await openSession<string, FloatType>(program, { threads: 1 });
  const used = Object.entries(inputs).filter(([name]) => program.inputs.has(name));
  const feeds = used.map(([name, { values }]) => [
    name,
    float === "float32" ? Float32Array.from(values) : Float64Array.from(values),
  ]);
  const results = await session.run(Object.fromEntries(feeds));
  await session.release();
  return Object.values(results).flatMap((values) => [...values]);
}

describe("float32 kernels agree with the float64 definitions, in values and gradients", () => {
  for (const [op, cases] of Object.entries(CASES)) {
    if (typeof cases === "string") continue;
    test(op, async () => {
      for (const [at, each] of cases.entries()) {
        const single = await evaluate("float32", each, `${op} ${at}`);
        const double = await evaluate("float64", each, `${op} ${at}`);
        const size = Math.hypot(...double);
        const difference = Math.hypot(...double.map((value, place) => value - (single[place] ?? Number.NaN)));
        expect(difference / size, `${op} case ${at}`).toBeLessThan(1e-5);
      }
    });
  }
});

test("no gradient flows through stopGradient and cast", async () => {
  const inputs = { x: { shape: [2], values: Float64Array.of(0.3, -2) } };
  const through = (of: (x: Tensor) => Tensor) =>
    gradientErrors(inputs, ({ x }, graph) => {
      const value = x ?? fill(graph, [2], 0);
      return sum(mul(of(value), of(value)));
    });
  // The numeric slope of x² is not 0, so an error of 1 says that the analytic one is.
  expect((await through(stopGradient)).get("x")).toBeCloseTo(1, 9);
  expect((await through((x) => cast(compare(x, "less", 0), "float"))).get("x")).toBe(0);
});
