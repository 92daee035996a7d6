import { describe, expect, test } from "vitest";
import {
  add,
  attention,
  buildProgram,
  cast,
  clip,
  compare,
  concat,
  constant,
  createSessionCache,
  expand,
  type Graph,
  gatherRows,
  input,
  layerNorm,
  linear,
  logProb,
  matmul,
  maximum,
  mul,
  openSession,
  permuteRows,
  reshape,
  rmsNorm,
  rotary,
  type Shape,
  scatterRows,
  slice,
  split,
  sum,
  type Tensor,
  transpose,
} from "./index.ts";

/** y = 2x + b; x [2, 3], b [3]. */
const scaled = (graph: Graph) => ({ y: add(mul(input(graph, "x", [2, 3]), 2), input(graph, "b", [3])) });

describe("a session", () => {
  test("runs a program on fed arrays and on views of them", async () => {
    const session = await openSession(buildProgram("float32", scaled), { threads: 1 });
    const flat = Float32Array.from({ length: 12 }, (_, at) => at);
    const { y } = await session.run({ x: flat.subarray(3, 9), b: Float32Array.of(10, 20, 30) });
    expect([...y]).toEqual([16, 28, 40, 22, 34, 46]);
    // Views are read anew at each run.
    flat[3] = 100;
    expect((await session.run({ x: flat.subarray(3, 9), b: flat.subarray(0, 3) })).y[0]).toBe(200);
    await session.release();
  });

  test("writes outputs into given arrays and views of them", async () => {
    const session = await openSession(
      buildProgram("float32", (graph) => {
        const { y } = scaled(graph);
        return { y, total: sum(y), rows: sum(y, { axes: [0] }) };
      }),
      { threads: 1 },
    );
    const feeds = { x: Float32Array.of(0, 1, 2, 3, 4, 5), b: new Float32Array(3) };
    const flat = new Float32Array(8).fill(-1);
    const into = { y: flat.subarray(1, 7) };
    const { y, total, rows } = await session.run(feeds, into);
    expect(y).toBe(into.y);
    expect([...flat]).toEqual([-1, 0, 2, 4, 6, 8, 10, -1]);
    expect([[...total], [...rows]]).toEqual([[30], [6, 10, 14]]);
    expect((await session.run(feeds)).y).not.toBe(into.y);
    await expect(session.run(feeds, { y: flat })).rejects.toThrow(
      "run: expected output y: float32 [2, 3] of 6 values, got 8",
    );
    await expect(session.run(feeds, Object.assign({}, into, { z: flat }))).rejects.toThrow(
      "run: expected only the outputs y, total, rows, got z as well",
    );
    await session.release();
  });

  test("takes and gives float64 for a float64 program", async () => {
    const session = await openSession(buildProgram("float64", scaled), { threads: 1 });
    const { y } = await session.run({ x: new Float64Array(6).fill(1 / 3), b: new Float64Array(3) });
    expect([...y]).toEqual(new Array(6).fill(2 / 3));
    await session.release();
  });

  test("says what is wrong with its feeds before it runs", async () => {
    const session = await openSession(buildProgram("float32", scaled), { threads: 1 });
    const [x, b] = [new Float32Array(6), new Float32Array(3)];
    await expect(session.run({ x })).rejects.toThrow("run: expected input b: float32 [3], got nothing");
    await expect(session.run({ x, b, bias: b })).rejects.toThrow(
      "run: expected only the inputs x, b, got bias as well",
    );
    await expect(session.run({ x: b, b })).rejects.toThrow(
      "run: expected input x: float32 [2, 3] of 6 values, got 3",
    );
    await expect(session.run({ x, b: new Int32Array(3) })).rejects.toThrow(
      "run: expected input b: float32 [3] as Float32Array, got Int32Array",
    );
    expect((await session.run({ x, b })).y).toHaveLength(6);
    await session.release();
  });

  test("refuses an index outside its table, and stays usable", async () => {
    const gather = (graph: Graph) => ({
      y: gatherRows(input(graph, "table", [3, 2]), input(graph, "ids", [2], "int32")),
    });
    const session = await openSession(buildProgram("float32", gather), { threads: 1 });
    const table = Float32Array.of(0, 1, 2, 3, 4, 5);
    await expect(session.run({ table, ids: Int32Array.of(0, 3) })).rejects.toThrow("idx=3");
    expect([...(await session.run({ table, ids: Int32Array.of(2, 0) })).y]).toEqual([4, 5, 0, 1]);
    await session.release();
  });

  test("throws after its release, which may be repeated", async () => {
    const session = await openSession(buildProgram("float32", scaled), { threads: 1 });
    await session.release();
    await session.release();
    await expect(session.run({ x: new Float32Array(6), b: new Float32Array(3) })).rejects.toThrow(
      "session: expected an open session, got one that was released",
    );
  });
});

describe("a session cache", () => {
  const sized = (size: number) => () =>
    buildProgram("float32", (graph) => ({ y: sum(input(graph, "x", [size])) }));
  const total =
    (size: number) => async (session: { run(feeds: { x: Float32Array }): Promise<{ y: Float32Array }> }) =>
      (await session.run({ x: new Float32Array(size).fill(1) })).y[0];

  test("keeps the sessions used last, within its count", async () => {
    const cache = createSessionCache<"y">({ threads: 1, maxSessions: 2 });
    for (const size of [1, 2, 1, 3]) expect(await cache.use(`${size}`, sized(size), total(size))).toBe(size);
    expect(cache.keys()).toEqual(["1", "3"]);
    const rebuilt = () => {
      throw new Error("expected the held session");
    };
    expect(await cache.use("1", rebuilt, total(1))).toBe(1);
    await cache.clear();
    expect(cache.keys()).toEqual([]);
  });

  test("keeps within its bytes, and never releases a session in use", async () => {
    const cache = createSessionCache<"y">({ threads: 1, maxBytes: 1000 });
    const sums = await Promise.all(
      [200, 100, 150].map((size) => cache.use(`${size}`, sized(size), total(size))),
    );
    expect(sums).toEqual([200, 100, 150]);
    expect(cache.keys()).toEqual(["150"]);
    await cache.clear();
  });

  test("does not keep what failed to build", async () => {
    const cache = createSessionCache<"y">({ threads: 1 });
    const broken = () =>
      buildProgram("float32", (graph) => ({ y: matmul(input(graph, "x", [2, 3]), input(graph, "w", [2])) }));
    await expect(cache.use("broken", broken, total(1))).rejects.toThrow(
      "matmul: expected at least 2 axes, got [2]",
    );
    expect(cache.keys()).toEqual([]);
  });
});

describe("a program", () => {
  const build = (trace: (graph: Graph) => Tensor) =>
    buildProgram("float32", (graph) => ({ y: trace(graph) }));

  test("counts the products' operations, by hand", () => {
    const flops = (
      of: (...tensors: readonly [Tensor, Tensor, Tensor]) => Tensor,
      ...shapes: readonly Shape[]
    ) =>
      build((graph) => {
        const [a, b, c] = shapes.map((shape, at) => input(graph, `x${at}`, shape));
        const absent = constant(graph, [0]);
        return of(a ?? absent, b ?? absent, c ?? absent);
      }).flops;
    expect(flops((a, b) => matmul(a, b), [5, 7], [7, 11])).toBe(770);
    expect(flops((a, b) => matmul(a, b, { transposeA: true, transposeB: true }), [7, 5], [11, 7])).toBe(770);
    expect(flops((a, b) => matmul(a, b), [3, 1, 5, 7], [2, 7, 11])).toBe(4620);
    expect(flops((a, b, c) => linear(a, b, c), [5, 7], [11, 7], [11])).toBe(770);
    // Scores 2·(1·4)·3·5·8 = 960 and mixing 2·(1·4)·3·5·2 = 240.
    expect(flops((q, k, v) => attention(q, k, v), [1, 4, 3, 8], [1, 2, 5, 8], [1, 2, 5, 2])).toBe(1200);
    expect(flops((a, b) => add(a, b), [5, 7], [7])).toBe(0);
  });

  test("computes an expression once however often it is written, and prunes the rest", () => {
    const { counts, inputs } = build((graph) => {
      const [x, w, unused] = ["x", "w", "unused"].map((name) => input(graph, name, [4, 4]));
      if (x === undefined || w === undefined || unused === undefined) throw new Error("three inputs");
      matmul(unused, w);
      return add(mul(matmul(x, w), 2), mul(matmul(x, w), 2));
    });
    expect(counts).toEqual({ input: 2, constant: 1, matmul: 1, mul: 1, add: 1 });
    expect([...inputs.keys()]).toEqual(["x", "w"]);
  });

  test("never uses ScatterND, whose sums over repeated indices are wrong", () => {
    const { model } = build((graph) =>
      scatterRows(input(graph, "x", [4, 2]), constant(graph, [1, 1, 0, 1], [4], "int32"), 3),
    );
    const text = Buffer.from(model).toString("latin1");
    expect(text).toContain("ScatterElements");
    expect(text).not.toContain("ScatterND");
  });

  test("has the same bytes each time it is built", () => {
    expect(buildProgram("float32", scaled).model).toEqual(buildProgram("float32", scaled).model);
  });

  /** Every mistake names the operation, what it expected and what it got. */
  const mistakes: readonly (readonly [string, (float: (shape: Shape) => Tensor, ids: Tensor) => Tensor])[] = [
    ["add: expected shapes that broadcast, got [2, 3] and [2]", (f) => add(f([2, 3]), f([2]))],
    [
      "matmul: expected equal inner sizes for a·b, got [2, 3] and [2, 3]",
      (f) => matmul(f([2, 3]), f([2, 3])),
    ],
    [
      "matmul: expected equal inner sizes for a·bᵀ, got [2, 3] and [3, 2]",
      (f) => matmul(f([2, 3]), f([3, 2]), { transposeB: true }),
    ],
    ["linear: expected bias of shape [4], got [5]", (f) => linear(f([2, 3]), f([4, 3]), f([5]))],
    ["reshape: expected as many elements as [4], got [2, 3]", (f) => reshape(f([2, 3]), [4])],
    [
      "reshape: expected sizes that are whole numbers above 0, got [4, 1.5]",
      (f) => reshape(f([2, 3]), [4, -1]),
    ],
    ["transpose: expected a permutation of 2 axes, got [0, 0]", (f) => transpose(f([2, 3]), [0, 0])],
    [
      "concat: expected equal shapes but for axis 0, got [2, 3] and [2, 4]",
      (f) => concat([f([2, 3]), f([2, 4])], 0),
    ],
    ["split: expected axis 1 of size 1 + 1, got [2, 3]", (f) => split(f([2, 3]), [1, 1], 1)[0] ?? f([1])],
    ["slice: expected axis 1 to hold 1 to 4, got [2, 3]", (f) => slice(f([2, 3]), 1, 1, 4)],
    ["expand: expected a shape that stretches to [2], got [2, 3]", (f) => expand(f([2, 3]), [2])],
    ["sum: expected a shape with axis 2, got [2, 3]", (f) => sum(f([2, 3]), { axes: [2] })],
    ["maximum: expected a shape with axis -3, got [2, 3]", (f) => maximum(f([2, 3]), { axes: [-3] })],
    ["gatherRows: expected int32 operands, got float of shape [2]", (f) => gatherRows(f([2, 3]), f([2]))],
    ["gatherRows: expected float operands, got int32 of shape [2]", (_, ids) => gatherRows(ids, ids)],
    ["scatterRows: expected values of shape [2, 3], got [4, 3]", (f, ids) => scatterRows(f([4, 3]), ids, 9)],
    [
      "permuteRows: expected order of shape [3], got [2]",
      (f, ids) => permuteRows(f([3, 1]), ids, constant(ids.graph, [0, 1, 2], [3], "int32")),
    ],
    ["logProb: expected labels of shape [3], got [2]", (f, ids) => logProb(f([3, 4]), ids)],
    ["rmsNorm: expected weight of shape [3], got [2]", (f) => rmsNorm(f([2, 3]), f([2]))],
    ["layerNorm: expected bias of shape [3], got [2]", (f) => layerNorm(f([2, 3]), f([3]), f([2]))],
    [
      "rotary: expected columns that 2 heads of even size fill, got [3, 6]",
      (f) => rotary(f([3, 6]), f([3, 2]), f([3, 2]), 2),
    ],
    ["rotary: expected cos of shape [3, 2], got [1, 2]", (f) => rotary(f([3, 8]), f([1, 2]), f([1, 2]), 2)],
    [
      "attention: expected query heads that are a multiple of key heads, got [1, 3, 4, 8] and [1, 2, 4, 8]",
      (f) => attention(f([1, 3, 4, 8]), f([1, 2, 4, 8]), f([1, 2, 4, 8])),
    ],
    [
      "attention: expected a mask [S, K] or [B, 1, S, K], got [5, 4] and [1, 1, 4, 4]",
      (f) => attention(f([1, 1, 4, 8]), f([1, 1, 4, 8]), f([1, 1, 4, 8]), { mask: f([5, 4]) }),
    ],
    ["clip: expected low <= high, got 1 and 0", (f) => clip(f([2]), 1, 0)],
    [
      "compare: expected int32 operands, got float of shape [2]",
      (f, ids) => cast(compare(ids, "less", f([2])), "float"),
    ],
    ["constant: expected 2 values for [2], got 3", (_, ids) => constant(ids.graph, [1, 2, 3], [2])],
    ["program: expected float outputs, got y: int32 [2]", (_, ids) => ids],
    ["input: expected a new name, got ids again", (_, ids) => input(ids.graph, "ids", [2])],
    [
      "input x: expected sizes that are whole numbers above 0, got [0, 2]",
      (_, ids) => input(ids.graph, "x", [0, 2]),
    ],
    ["program: expected an output name that no input has, got y", (_, ids) => input(ids.graph, "y", [2])],
  ];
  test.each(mistakes)("refuses: %s", (message, of) => {
    const trace = (graph: Graph) => {
      let count = 0;
      return of((shape) => input(graph, `x${count++}`, shape), input(graph, "ids", [2], "int32"));
    };
    expect(() => build(trace)).toThrow(message);
  });

  test("refuses tensors of another graph", () => {
    const strays: Tensor[] = [];
    buildProgram("float32", (graph) => {
      const x = input(graph, "x", [2]);
      strays.push(x);
      return { y: mul(x, 2) };
    });
    for (const stray of strays) {
      expect(() => build((graph) => add(input(graph, "x", [2]), stray))).toThrow(
        "add: expected tensors of one graph, got one of another",
      );
      expect(() => build(() => stray)).toThrow("program: expected output y of this graph, got another's");
    }
    expect(strays).toHaveLength(1);
  });
});
