import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../../../random.ts";
import {
  add,
  attention,
  div,
  exp,
  fill,
  type Graph,
  gatherRows,
  input,
  matmul,
  mul,
  type Shape,
  sizeOf,
  softmax,
  square,
  sub,
  sum,
  type Tensor,
} from "../../onnx/index.ts";
import { type CheckedInput, gradientErrors } from "../finite-differences.ts";

const SETTINGS = { seed: 20_261_121, numRuns: 12 };
const axis = fc.integer({ min: 1, max: 3 });

/** A shape and what is left of it when some axes are cut to 1 and some leading ones are dropped. */
const broadcastPair = fc
  .tuple(fc.array(fc.tuple(axis, fc.boolean()), { maxLength: 4 }), fc.nat({ max: 4 }))
  .map(([axes, dropped]): readonly [Shape, Shape] => [
    axes.map(([size]) => size),
    axes.slice(dropped).map(([size, cut]) => (cut ? 1 : size)),
  ]);

async function expectRight(
  shapes: readonly Shape[],
  seed: number,
  loss: (tensors: readonly Tensor[], graph: Graph) => Tensor,
): Promise<void> {
  const random = seeded(seed);
  const drawn = shapes.map((shape, at): readonly [string, CheckedInput] => [
    `x${at}`,
    { shape, values: Float64Array.from({ length: sizeOf(shape) }, () => random.range(0.5, 1.5)) },
  ]);
  const errors = await gradientErrors(Object.fromEntries(drawn), (of, graph) =>
    loss(Object.values(of), graph),
  );
  for (const [name, error] of errors) expect(error, name).toBeLessThan(1e-6);
}

test("broadcasting is undone for any pair of shapes", async () => {
  await fc.assert(
    fc.asyncProperty(broadcastPair, fc.nat(), async ([wide, narrow], seed) => {
      await expectRight([wide, narrow], seed, ([a, b], graph) => {
        const [x, y] = [a ?? fill(graph, [], 1), b ?? fill(graph, [], 1)];
        return sum(add(mul(exp(x), y), sub(div(y, x), div(square(x), y))));
      });
    }),
    SETTINGS,
  );
});

test("products are right for any sizes and transpositions", async () => {
  const sizes = fc.tuple(axis, axis, axis, axis, fc.boolean(), fc.boolean(), fc.nat());
  await fc.assert(
    fc.asyncProperty(sizes, async ([batch, m, k, n, transposeA, transposeB, seed]) => {
      const left = transposeA ? [batch, k, m] : [batch, m, k];
      await expectRight([left, transposeB ? [n, k] : [k, n]], seed, ([a, b], graph) => {
        const nothing = fill(graph, [1, 1], 1);
        return sum(square(softmax(matmul(a ?? nothing, b ?? nothing, { transposeA, transposeB }))));
      });
    }),
    SETTINGS,
  );
});

test("attention is right for any sizes and groups", async () => {
  const sizes = fc.tuple(axis, axis, axis, axis, axis, axis, fc.nat());
  await fc.assert(
    fc.asyncProperty(sizes, async ([batch, keyHeads, group, queries, keys, size, seed]) => {
      const shapes = [
        [batch, keyHeads * group, queries, size],
        [batch, keyHeads, keys, size],
        [batch, keyHeads, keys, 2],
        [queries, keys],
      ];
      await expectRight(shapes, seed, ([q, k, v, mask], graph) => {
        const nothing = fill(graph, [1, 1, 1, 1], 1);
        return sum(square(attention(q ?? nothing, k ?? nothing, v ?? nothing, { mask })));
      });
    }),
    SETTINGS,
  );
});

test("gathered rows are right for any indices", async () => {
  const table = fc.tuple(fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 }), axis, fc.nat());
  await fc.assert(
    fc.asyncProperty(table, async ([indices, width, seed]) => {
      const inputs = { ids: { shape: [indices.length], values: Int32Array.from(indices) } };
      const random = seeded(seed);
      const values = Float64Array.from({ length: 4 * width }, () => random.range(-1, 1));
      const errors = await gradientErrors(
        { ...inputs, table: { shape: [4, width], values } },
        ({ ids, table: rows }, graph) => {
          const found = rows ?? fill(graph, [4, width], 0);
          return sum(exp(gatherRows(found, ids ?? input(graph, "none", [1], "int32"))));
        },
      );
      for (const error of errors.values()) expect(error).toBeLessThan(1e-6);
    }),
    SETTINGS,
  );
});
