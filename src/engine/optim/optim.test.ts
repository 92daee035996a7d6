import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { addGradients, createAccumulator, takeMean } from "./accumulation.ts";
import { BLOCK_LENGTH } from "./kernels/block-kernels.ts";
import {
  arrayOf,
  type FlatArrays,
  type Layout,
  layoutOf,
  writeArray,
  writeArrays,
  zeroArrays,
} from "./layout.ts";
import { arrayNorms, findNonFinite, globalNorm } from "./norms.ts";
import { adamw, applyStep, initialState, type Optimiser, sgd } from "./optimiser.ts";
import { createParameters, feedsOf, gradientsFor, parameterOf, parametersOf } from "./parameters.ts";
import { constant, cosine, linear, type Schedule } from "./schedules.ts";
import { addDecayedWeights, matricesOnly, scaleByAdam, scaleByLearningRate, trace } from "./transforms.ts";

const Arrays = z.record(z.string(), z.array(z.number()));
const Goldens = z.object({
  shapes: z.record(z.string(), z.array(z.int())),
  optimisers: z.array(
    z.object({
      name: z.string(),
      before: Arrays,
      steps: z.array(z.object({ gradients: Arrays, norm: z.number(), after: Arrays })),
    }),
  ),
  schedules: z.record(z.string(), z.array(z.number())),
});
const goldenFile = new URL("../../../test/golden/engine/optim.json", import.meta.url);
const goldens = Goldens.parse(JSON.parse(readFileSync(goldenFile, "utf8")));

function filled(layout: Layout, arrays: z.infer<typeof Arrays>): FlatArrays {
  const result = zeroArrays(layout);
  for (const [name, values] of Object.entries(arrays)) writeArray(result, name, values);
  return result;
}

/** Largest distance, relative to the largest element of the array. */
function relativeError(got: FlatArrays, expected: z.infer<typeof Arrays>): number {
  const errors = Object.entries(expected).map(([name, values]) => {
    const { data } = arrayOf(got, name);
    const largest = Math.max(...values.map(Math.abs));
    return Math.max(...values.map((value, i) => Math.abs(value - (data[i] ?? Number.NaN)))) / largest;
  });
  return Math.max(...errors);
}

/** Some numbers of both signs, the same every time. */
function wave(layout: Layout, seed: number): FlatArrays {
  const result = zeroArrays(layout);
  for (let i = 0; i < layout.length; i++) result.data[i] = Math.sin(i * 12.9898 + seed * 78.233);
  return result;
}

describe("optimisers equal torch's", () => {
  const layout = layoutOf(Object.entries(goldens.shapes).map(([name, shape]) => ({ name, shape })));
  const all = () => true;
  const optimisers: Record<string, Optimiser> = {
    adamw: adamw({ rate: 1e-2, decays: all }),
    "adamw, clipped, masked, warmed up": adamw({
      rate: cosine({ rate: 3e-2, warmup: 2, steps: 8 }),
      betas: [0.8, 0.95],
      eps: 1e-6,
      weightDecay: 0.1,
      decays: matricesOnly,
      maxNorm: 1,
    }),
    sgd: sgd({ rate: 1e-2 }),
    "sgd, momentum, decay": sgd({ rate: 1e-2, momentum: 0.9, weightDecay: 0.05 }),
    "sgd, nesterov, clipped": sgd({ rate: 1e-2, momentum: 0.9, nesterov: true, maxNorm: 0.5 }),
  };

  test.each(goldens.optimisers)("$name, at every step of a run", ({ name, before, steps }) => {
    const optimiser = optimisers[name] ?? [];
    const parameters = filled(layout, before);
    const state = initialState(optimiser, layout);
    for (const { gradients, norm, after } of steps) {
      const report = applyStep(optimiser, state, parameters, filled(layout, gradients));
      expect(Math.abs(report.gradientNorm / norm - 1)).toBeLessThan(1e-6);
      expect(relativeError(parameters, after)).toBeLessThan(1e-6);
    }
    expect(state.step).toBe(steps.length);
  });

  test("all goldens have an optimiser here", () => {
    expect(goldens.optimisers.map(({ name }) => name)).toEqual(Object.keys(optimisers));
  });
});

describe("schedules equal transformers'", () => {
  const rate = 0.3;
  const schedules: Record<string, Schedule> = {
    constant: constant({ rate, warmup: 4 }),
    linear: linear({ rate, warmup: 4, steps: 20 }),
    "linear without warm-up": linear({ rate, steps: 20 }),
    cosine: cosine({ rate, warmup: 4, steps: 20 }),
    "cosine, 2 cycles": cosine({ rate, warmup: 4, steps: 20, cycles: 2 }),
  };

  test.each(Object.entries(goldens.schedules))("%s, beyond the end too", (name, rates) => {
    const schedule = schedules[name] ?? (() => Number.NaN);
    for (const [step, expected] of rates.entries()) expect(schedule(step)).toBeCloseTo(expected, 12);
  });
});

describe("a chain", () => {
  const layout = layoutOf([
    { name: "long", shape: [3, BLOCK_LENGTH] },
    { name: "vector", shape: [BLOCK_LENGTH + 1] },
    { name: "scalar", shape: [] },
  ]);

  test("does to every element what it does to one, whatever the block", () => {
    const optimiser = adamw({ rate: 0.1, weightDecay: 0.1 });
    const [parameters, gradients] = [wave(layout, 1), wave(layout, 2)];
    const [before, after] = [wave(layout, 1), parameters];
    applyStep(optimiser, initialState(optimiser, layout), parameters, gradients);
    for (const { name, offset, length, shape } of layout.slots) {
      const decay = shape.length > 1 ? 0.1 : 0;
      for (let i = offset; i < offset + length; i++) {
        const g = gradients.data[i] ?? 0;
        const p = before.data[i] ?? 0;
        const expected = p - 0.1 * (g / (Math.abs(g) + 1e-8) + decay * p);
        expect(Math.abs((after.data[i] ?? 0) - expected), `${name} ${i}`).toBeLessThan(1e-6);
      }
    }
  });

  test("may put the decay anywhere: before a transform that is not linear it is settled first", () => {
    const gradients = wave(layout, 2);
    const withPenalty = zeroArrays(layout);
    const start = wave(layout, 1);
    for (let i = 0; i < layout.length; i++)
      withPenalty.data[i] = (gradients.data[i] ?? 0) + 0.5 * (start.data[i] ?? 0);
    for (const transform of [scaleByAdam(), trace(0.5)]) {
      const [penalised, plain] = [wave(layout, 1), wave(layout, 1)];
      const chain = [addDecayedWeights(0.5), transform, scaleByLearningRate(0.1)];
      applyStep(chain, initialState(chain, layout), penalised, gradients);
      const without = chain.slice(1);
      applyStep(without, initialState(without, layout), plain, withPenalty);
      const difference = penalised.data.map((value, i) => Math.abs(value - (plain.data[i] ?? 0)));
      expect(Math.max(...difference)).toBeLessThan(1e-6);
    }
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    "refuses a gradient of %s by name, nothing changed",
    (bad) => {
      const optimiser = adamw({ rate: 0.1 });
      const parameters = wave(layout, 1);
      const state = initialState(optimiser, layout);
      const gradients = wave(layout, 2);
      arrayOf(gradients, "vector").data[5] = bad;
      expect(() => applyStep(optimiser, state, parameters, gradients)).toThrow(`got ${bad} at vector[5]`);
      expect(parameters).toEqual(wave(layout, 1));
      expect(state).toEqual(initialState(optimiser, layout));
    },
  );

  test("refuses gradients of other parameters, and the state of another chain", () => {
    const chain = sgd({ rate: 0.1, momentum: 0.9 });
    const state = initialState(chain, layout);
    const other = zeroArrays(layoutOf([{ name: "long", shape: [BLOCK_LENGTH, 3] }]));
    const step = (optimiser: Optimiser, gradients: FlatArrays) => () =>
      applyStep(optimiser, state, zeroArrays(layout), gradients);
    expect(step(chain, other)).toThrow(`expected long [3, ${BLOCK_LENGTH}], got long [${BLOCK_LENGTH}, 3]`);
    expect(step(adamw({ rate: 0.1 }), zeroArrays(layout))).toThrow("expected the state of scaleByAdam");
  });

  test("refuses settings that mean nothing", () => {
    expect(() => sgd({ rate: 1, momentum: 1 })).toThrow(RangeError);
    expect(() => adamw({ rate: 1, betas: [0.9, 1] })).toThrow(RangeError);
    expect(() => adamw({ rate: 1, maxNorm: 0 })).toThrow(RangeError);
    expect(() => adamw({ rate: 1, weightDecay: -1 })).toThrow(RangeError);
  });
});

describe("the parameter store", () => {
  const specs = [
    { name: "a", shape: [2, 3] },
    { name: "b", shape: [4] },
    { name: "c", shape: [] },
  ];

  test("keeps what trains apart from what does not, each in one buffer that the views share", () => {
    const store = createParameters(specs, (name) => name !== "b");
    expect(parametersOf(store).map(({ name, shape }) => [name, shape])).toEqual([
      ["a", [2, 3]],
      ["c", []],
      ["b", [4]],
    ]);
    parameterOf(store, "c").data[0] = 5;
    parameterOf(store, "b").data[3] = 7;
    expect([...store.trainable.data]).toEqual([0, 0, 0, 0, 0, 0, 5]);
    expect([...store.frozen.data]).toEqual([0, 0, 0, 7]);
    const { b, c } = feedsOf(store);
    parameterOf(store, "c").data[0] = 6;
    expect([b, c]).toEqual([Float32Array.of(0, 0, 0, 7), Float32Array.of(6)]);
    expect(gradientsFor(store).layout).toBe(store.trainable.layout);
  });

  test("refuses names that come twice, shapes that are none, unknown names, wrong sizes", () => {
    const trains = (name: string) => name === "a";
    expect(() => createParameters([...specs, { name: "b", shape: [1] }], trains)).toThrow("got b twice");
    expect(() => layoutOf([{ name: "a", shape: [2, 0] }])).toThrow("got [2,0]");
    const store = createParameters(specs, trains);
    expect(() => parameterOf(store, "d")).toThrow("got d");
    expect(() => writeArrays(store.trainable, () => undefined)).toThrow(
      "expected [2,3] for a, got 0 elements",
    );
    expect(() => writeArray(store.frozen, "b", [1, 2])).toThrow("expected [4] for b, got 2 elements");
  });
});

describe("norms", () => {
  test("are float64 sums over all arrays", () => {
    const floats = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 23,
    });
    fc.assert(
      fc.property(floats, floats, (a, b) => {
        const layout = layoutOf([
          { name: "a", shape: [a.length] },
          { name: "b", shape: [b.length] },
        ]);
        const arrays = filled(layout, { a, b });
        const expected = Math.hypot(...a, ...b);
        expect(Math.abs(globalNorm(arrays) - expected)).toBeLessThanOrEqual(expected * 1e-12);
        expect(Math.hypot(...arrayNorms(arrays).values())).toBeCloseTo(
          expected,
          -Math.log10(expected || 1) + 10,
        );
      }),
      { seed: 4 },
    );
  });

  test("name the first element that is not finite", () => {
    const arrays = zeroArrays(
      layoutOf([
        { name: "a", shape: [3] },
        { name: "b", shape: [2, 2] },
      ]),
    );
    expect(findNonFinite(arrays)).toBeUndefined();
    arrays.data[5] = Number.NEGATIVE_INFINITY;
    expect(findNonFinite(arrays)).toEqual({ name: "b", index: 2, value: Number.NEGATIVE_INFINITY });
    expect(globalNorm(arrays)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("accumulation", () => {
  const layout = layoutOf([{ name: "a", shape: [5] }]);

  test("gives the weighted mean and starts again from nothing", () => {
    const accumulator = createAccumulator(layout);
    const mean = zeroArrays(layout);
    for (const round of [0, 1]) {
      addGradients(accumulator, wave(layout, 1), 3);
      addGradients(accumulator, wave(layout, 2));
      expect(accumulator.weight).toBe(4);
      takeMean(accumulator, mean);
      const expected = wave(layout, 1).data.map((v, i) => (3 * v + (wave(layout, 2).data[i] ?? 0)) / 4);
      for (const [i, value] of expected.entries()) expect(mean.data[i], `${round}`).toBeCloseTo(value, 6);
    }
    expect(() => takeMean(accumulator, mean)).toThrow("expected added gradients, got none");
  });
});
