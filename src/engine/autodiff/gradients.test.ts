import { describe, expect, test } from "vitest";
import { seeded } from "../../random.ts";
import {
  add,
  attention,
  buildProgram,
  clip,
  constant,
  exp,
  type FloatType,
  type Graph,
  gatherRows,
  gelu,
  input,
  linear,
  logProb,
  matmul,
  min,
  mul,
  neg,
  openSession,
  reshape,
  rmsNorm,
  rotary,
  type Shape,
  scatterRows,
  sizeOf,
  square,
  stopGradient,
  sub,
  sum,
  swiglu,
  type Tensor,
  transpose,
} from "../onnx/index.ts";
import { type CheckedInput, gradientErrors } from "./finite-differences.ts";
import { gradients } from "./gradients.ts";

/** Sizes of a decoder with grouped keys, whose text is trained by a clipped policy loss. */
interface Sizes {
  readonly batch: number;
  readonly tokens: number;
  readonly width: number;
  readonly heads: number;
  readonly keyHeads: number;
  readonly inner: number;
  readonly vocabulary: number;
  readonly layers: number;
}
const MICRO: Sizes = {
  batch: 2,
  tokens: 4,
  width: 8,
  heads: 4,
  keyHeads: 2,
  inner: 6,
  vocabulary: 5,
  layers: 2,
};
/** Large enough for onnxruntime to share out its work over threads. */
const SMALL: Sizes = {
  batch: 4,
  tokens: 48,
  width: 64,
  heads: 4,
  keyHeads: 2,
  inner: 160,
  vocabulary: 200,
  layers: 2,
};

function shapesOf({
  width,
  inner,
  vocabulary,
  heads,
  keyHeads,
  layers,
}: Sizes): Readonly<Record<string, Shape>> {
  const keys = (width / heads) * keyHeads;
  const layer = (at: number) => ({
    [`${at}.norm`]: [width],
    [`${at}.q`]: [width, width],
    [`${at}.qBias`]: [width],
    [`${at}.k`]: [keys, width],
    [`${at}.v`]: [keys, width],
    [`${at}.o`]: [width, width],
    [`${at}.norm2`]: [width],
    [`${at}.gate`]: [inner, width],
    [`${at}.up`]: [inner, width],
    [`${at}.down`]: [width, inner],
  });
  const all = Array.from({ length: layers }, (_, at) => layer(at));
  return Object.assign({ embedding: [vocabulary, width], mixer: [width, width], last: [width] }, ...all);
}

function policyLoss(of: Readonly<Record<string, Tensor>>, graph: Graph, sizes: Sizes): Tensor {
  const { batch, tokens, width, heads, keyHeads, layers } = sizes;
  const get = (name: string): Tensor => {
    const tensor = of[name];
    if (tensor === undefined) throw new Error(`no ${name}`);
    return tensor;
  };
  const count = batch * tokens;
  const half = width / heads / 2;
  const angle = (at: number) => (Math.floor(at / half) % tokens) * 100 ** (-(at % half) / half);
  const table = (wave: (angle: number) => number) =>
    constant(
      graph,
      Array.from({ length: count * half }, (_, at) => wave(angle(at))),
      [count, half],
    );
  const [cos, sin] = [table(Math.cos), table(Math.sin)];
  const causal = Array.from({ length: tokens ** 2 }, (_, at) => (at % tokens > at / tokens ? -1e9 : 0));
  const mask = constant(graph, causal, [tokens, tokens]);
  const apart = (x: Tensor, of: number) => transpose(reshape(x, [batch, tokens, of, -1]), [0, 2, 1, 3]);
  let x = gelu(matmul(gatherRows(get("embedding"), get("ids")), get("mixer")));
  for (let at = 0; at < layers; at++) {
    const w = (name: string) => get(`${at}.${name}`);
    const h = rmsNorm(x, w("norm"));
    const q = apart(rotary(linear(h, w("q"), w("qBias")), cos, sin, heads), heads);
    const k = apart(rotary(linear(h, w("k")), cos, sin, keyHeads), keyHeads);
    const mixed = attention(q, k, apart(linear(h, w("v")), keyHeads), { mask });
    x = add(x, linear(reshape(transpose(mixed, [0, 2, 1, 3]), [count, width]), w("o")));
    const h2 = rmsNorm(x, w("norm2"));
    x = add(x, linear(swiglu(linear(h2, w("gate")), linear(h2, w("up"))), w("down")));
  }
  // A tied head, and the clipped objective of PPO and GRPO.
  const logits = linear(rmsNorm(x, get("last")), get("embedding"));
  const chosen = logProb(logits, get("labels"));
  const ratio = exp(sub(chosen, get("old")));
  const advantage = get("advantage");
  return neg(sum(min(mul(ratio, advantage), mul(clip(ratio, 0.8, 1.2), advantage))));
}

function drawInputs(sizes: Sizes): Readonly<Record<string, CheckedInput>> {
  const random = seeded("micro");
  const count = sizes.batch * sizes.tokens;
  const floats = (shape: Shape, size: number): CheckedInput => ({
    shape,
    values: Float64Array.from({ length: sizeOf(shape) }, () => random.range(-size, size)),
  });
  const ids = () => ({
    shape: [count],
    values: Int32Array.from({ length: count }, () => random.int(sizes.vocabulary)),
  });
  const weights = Object.entries(shapesOf(sizes)).map(([name, shape]) => {
    const drawn = floats(shape, shape.length === 1 ? 1.5 : 1.2 / Math.sqrt(shape[1] ?? 1));
    return [name, drawn] as const;
  });
  const old = { shape: [count], values: new Float64Array(count).fill(-Math.log(sizes.vocabulary)) };
  return { ...Object.fromEntries(weights), ids: ids(), labels: ids(), old, advantage: floats([count], 1) };
}

/** Loss and all weight gradients of one step. */
async function step(float: FloatType, sizes: Sizes, threads: number) {
  const inputs = drawInputs(sizes);
  const names = Object.keys(shapesOf(sizes));
  const program = buildProgram(float, (graph) => {
    const tensors = Object.fromEntries(
      Object.entries(inputs).map(([name, { shape, values }]) => [
        name,
        input(graph, name, shape, values instanceof Int32Array ? "int32" : "float"),
      ]),
    );
    const loss = policyLoss(tensors, graph, sizes);
    const slopes = gradients(
      loss,
      names.flatMap((name) => tensors[name] ?? []),
    );
    return { loss, ...Object.fromEntries(slopes.map((slope, at) => [`d ${names[at]}`, slope])) };
  });
  const session = await openSession<string, FloatType>(program, { threads });
  const cast = (values: Float64Array | Int32Array) =>
    values instanceof Float64Array && float === "float32" ? Float32Array.from(values) : values;
  const feeds = Object.fromEntries(Object.entries(inputs).map(([name, { values }]) => [name, cast(values)]));
  const results = await session.run(feeds);
  const again = await session.run(feeds);
  await session.release();
  return { results, again };
}

describe("a micro transformer", () => {
  test("has the gradients of finite differences in every weight", async () => {
    const errors = await gradientErrors(drawInputs(MICRO), (of, graph) => policyLoss(of, graph, MICRO));
    expect([...errors.keys()]).toEqual(
      expect.arrayContaining(["embedding", "1.down", "0.qBias", "advantage"]),
    );
    for (const [name, error] of errors) expect(error, name).toBeLessThan(1e-6);
  });

  test("gives in float32 what it gives in float64", async () => {
    const { results: single } = await step("float32", SMALL, 1);
    const { results: double } = await step("float64", SMALL, 1);
    for (const [name, exact] of Object.entries(double)) {
      const got = single[name] ?? [];
      const size = Math.hypot(...exact);
      const difference = Math.hypot(...exact.map((value, at) => value - (got[at] ?? Number.NaN)));
      expect(difference / size, name).toBeLessThan(1e-4);
    }
  });

  test("is equal bit for bit from run to run and for 1 and 2 threads", async () => {
    const one = await step("float32", SMALL, 1);
    const two = await step("float32", SMALL, 2);
    expect(one.again).toEqual(one.results);
    expect(two.results).toEqual(one.results);
    expect(two.again).toEqual(one.results);
  });
});

describe("indices that occur more than once", () => {
  const [rows, width, count] = [64, 96, 4096];
  const indices = Int32Array.from({ length: count }, (_, at) => (at * 7) % 5);
  // Whole numbers, so that sums are exact in any order.
  const values = Float32Array.from({ length: count * width }, (_, at) => (at % 13) - 6);
  const expected = new Float32Array(rows * width);
  values.forEach((value, at) => {
    const place = (indices[Math.floor(at / width)] ?? 0) * width + (at % width);
    expected[place] = (expected[place] ?? 0) + value;
  });

  test.each([1, 2, 4])("add up with %i threads (onnxruntime's ScatterND loses some)", async (threads) => {
    const program = buildProgram("float32", (graph) => {
      const table = input(graph, "table", [rows, width]);
      const ids = input(graph, "ids", [count], "int32");
      const weights = input(graph, "values", [count, width]);
      const [slope] = gradients(sum(mul(gatherRows(table, ids), weights)), [table]);
      return { slope: slope ?? table, scattered: scatterRows(weights, ids, rows) };
    });
    const session = await openSession(program, { threads });
    // The table's values do not matter for its gradient, and are pruned with the loss.
    for (let run = 0; run < 5; run++) {
      const { slope, scattered } = await session.run({ ids: indices, values });
      expect(slope).toEqual(expected);
      expect(scattered).toEqual(expected);
    }
    await session.release();
  });
});

describe("gradients", () => {
  test("keep only what reaches the wanted tensors", () => {
    const flops = (wanted: readonly string[]) =>
      buildProgram("float32", (graph) => {
        const x = input(graph, "x", [2, 3]);
        const of = { a: input(graph, "a", [3, 4]), b: input(graph, "b", [4, 5]) };
        const loss = sum(square(matmul(matmul(x, of.a), of.b)));
        const slopes = gradients(
          loss,
          wanted.flatMap((name) => (name === "a" ? of.a : of.b)),
        );
        return { loss, ...Object.fromEntries(slopes.map((slope, at) => [`d${wanted[at]}`, slope])) };
      }).flops;
    const [first, second] = [2 * 2 * 3 * 4, 2 * 2 * 4 * 5];
    expect(flops([])).toBe(first + second);
    // The second weight's gradient is one product of the second layer's size.
    expect(flops(["b"])).toBe(first + 2 * second);
    expect(flops(["a"])).toBe(2 * first + 2 * second);
    expect(flops(["a", "b"])).toBe(2 * first + 3 * second);
  });

  test("are zeros where the loss does not depend on a tensor", async () => {
    const program = buildProgram("float32", (graph) => {
      const [x, y] = [input(graph, "x", [2]), input(graph, "y", [3])];
      const [dx, dy, ds] = gradients(sum(square(x)), [x, y, stopGradient(x)]);
      return { dx: dx ?? x, dy: dy ?? x, ds: ds ?? x };
    });
    const session = await openSession(program, { threads: 1 });
    const { dx, dy, ds } = await session.run({ x: Float32Array.of(1, -2) });
    expect([...dx]).toEqual([2, -4]);
    expect([...dy]).toEqual([0, 0, 0]);
    expect([...ds]).toEqual([0, 0]);
    await session.release();
  });

  test("can be differentiated again", async () => {
    const program = buildProgram("float64", (graph) => {
      const x = input(graph, "x", [2]);
      const [first = x] = gradients(sum(mul(square(x), x)), [x]);
      const [second = x] = gradients(sum(first), [x]);
      return { first, second };
    });
    const session = await openSession(program, { threads: 1 });
    const { first, second } = await session.run({ x: Float64Array.of(2, -3) });
    expect([...first]).toEqual([12, 27]);
    expect([...second]).toEqual([12, -18]);
    await session.release();
  });

  test("refuse a second derivative that the first hides", () => {
    expect(() =>
      buildProgram("float32", (graph) => {
        const x = input(graph, "x", [2, 3]);
        const [first = x] = gradients(sum(square(rmsNorm(x, input(graph, "w", [3])))), [x]);
        return { second: gradients(sum(first), [x])[0] ?? x };
      }),
    ).toThrow("gradients: expected a function of rmsNorm's first output");
  });

  test("are the same in a program for any device as in one for the CPU", async () => {
    const trace = (graph: Graph) => {
      const [x, w] = [input(graph, "x", [64, 6]), input(graph, "w", [6])];
      const y = rmsNorm(x, w, 0.01);
      const [dx = x, dw = w] = gradients(sum(square(y)), [x, w]);
      return { y, dx, dw };
    };
    const feeds = {
      x: Float32Array.from({ length: 384 }, (_, at) => Math.sin(at)),
      w: Float32Array.of(1, 2, 3, 4, 5, 6),
    };
    const runs = (["any", "cpu"] as const).map(async (target) => {
      const session = await openSession(buildProgram("float32", trace, target), { threads: 1 });
      const results = await session.run(feeds);
      await session.release();
      return [...results.y, ...results.dx, ...results.dw];
    });
    const [any = [], cpu = []] = await Promise.all(runs);
    expect(any).toHaveLength(774);
    for (const [at, value] of any.entries()) expect(cpu[at]).toBeCloseTo(value, 3);
    const [portable, own] = (["any", "cpu"] as const).map((target) => buildProgram("float32", trace, target));
    expect(own?.model.length).toBeLessThan(portable?.model.length ?? 0);
  });

  test("refuse a loss of several elements and tensors that are not float", () => {
    expect(() =>
      buildProgram("float32", (graph) => {
        const x = input(graph, "x", [2]);
        return { slope: gradients(x, [x])[0] ?? x };
      }),
    ).toThrow("gradients: expected a loss of one element, got [2]");
    expect(() =>
      buildProgram("float32", (graph) => {
        const ids = input(graph, "ids", [2], "int32");
        const loss = sum(input(graph, "x", [2]));
        return { slope: gradients(loss, [ids])[0] ?? loss };
      }),
    ).toThrow("gradients: expected float tensors, got int32 [2]");
  });
});
