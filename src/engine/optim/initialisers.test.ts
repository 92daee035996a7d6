import { describe, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import {
  type Initialiser,
  initialise,
  kaimingUniform,
  normal,
  ones,
  transformerInitialiser,
  truncatedNormal,
  zeros,
} from "./initialisers.ts";
import { type ArraySpec, arrayOf, arraysOf, layoutOf, zeroArrays } from "./layout.ts";
import { isLoraName, loraInitialiser, loraModules, loraParameters, loraScaling } from "./lora.ts";

function initialised(specs: readonly ArraySpec[], choose: (spec: ArraySpec) => Initialiser, seed = "seed") {
  const arrays = zeroArrays(layoutOf(specs));
  initialise(arrays, seed, choose);
  return arrays;
}

function moments(initialiser: Initialiser) {
  const { data } = initialised([{ name: "a", shape: [100, 400] }], () => initialiser);
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const deviation = Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
  const furthest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { mean, deviation, furthest };
}

describe("initialisers", () => {
  test("have the deviation and the bounds that they say", () => {
    const gaussian = moments(normal(0.02));
    expect(Math.abs(gaussian.mean)).toBeLessThan(4 * (0.02 / 200));
    expect(gaussian.deviation / 0.02).toBeCloseTo(1, 1);
    expect(gaussian.furthest).toBeGreaterThan(0.07);
    const truncated = moments(truncatedNormal(0.02));
    expect(truncated.furthest).toBeLessThanOrEqual(Math.fround(0.04));
    expect(truncated.deviation / 0.02).toBeCloseTo(0.88, 1);
    const uniform = moments(kaimingUniform);
    expect(uniform.furthest).toBeLessThanOrEqual(0.05);
    expect(uniform.furthest).toBeGreaterThan(0.0499);
    expect(uniform.deviation).toBeCloseTo(0.05 / Math.sqrt(3), 3);
    expect(moments(ones)).toEqual({ mean: 1, deviation: 0, furthest: 1 });
    expect(moments(zeros).furthest).toBe(0);
  });

  test("draw by seed and name: another parameter or another order changes no other", () => {
    const [a, b] = [
      { name: "a", shape: [4] },
      { name: "b", shape: [2, 3] },
    ];
    const choose = () => normal(1);
    const alone = arrayOf(initialised([b], choose), "b");
    for (const specs of [
      [a, b],
      [b, a],
      [b, { name: "c", shape: [1] }],
    ]) {
      expect(arrayOf(initialised(specs, choose), "b")).toEqual(alone);
    }
    expect(initialised([b], choose, "other").data).not.toEqual(alone.data);
    expect(arrayOf(initialised([a, { ...a, name: "c" }], choose), "c").data).not.toEqual(
      arrayOf(initialised([a], choose), "a").data,
    );
  });

  test("give a transformer its usual beginning", () => {
    const arrays = initialised(
      [
        { name: "q_proj.weight", shape: [8, 8] },
        { name: "q_proj.bias", shape: [8] },
        { name: "norm.weight", shape: [8] },
      ],
      transformerInitialiser,
    );
    const [weight, bias, gain] = arraysOf(arrays);
    expect(weight?.data.every((value) => value !== 0 && Math.abs(value) < 0.2)).toBe(true);
    expect(bias?.data).toEqual(new Float32Array(8));
    expect(gain?.data).toEqual(new Float32Array(8).fill(1));
  });
});

describe("LoRA", () => {
  const model: ArraySpec[] = [
    { name: "model.embed_tokens.weight", shape: [100, 8] },
    { name: "model.layers.0.self_attn.q_proj.weight", shape: [8, 8] },
    { name: "model.layers.0.self_attn.q_proj.bias", shape: [8] },
    { name: "model.layers.0.mlp.up_proj.weight", shape: [24, 8] },
    { name: "model.layers.0.input_layernorm.weight", shape: [8] },
    { name: "visual.blocks.0.mlp.up_proj.weight", shape: [12, 6] },
    { name: "visual.patch_embed.proj.weight", shape: [6, 3, 2, 14, 14] },
  ];
  const modules = (targets: string | readonly string[]) =>
    loraModules(model, targets).map(({ module }) => module);

  test("finds modules as PEFT does: by the end of a name, or by a pattern for all of it", () => {
    expect(modules(["q_proj", "up_proj"])).toEqual([
      "model.layers.0.self_attn.q_proj",
      "model.layers.0.mlp.up_proj",
      "visual.blocks.0.mlp.up_proj",
    ]);
    expect(modules("model\\..*(q|up)_proj")).toEqual([
      "model.layers.0.self_attn.q_proj",
      "model.layers.0.mlp.up_proj",
    ]);
    expect(modules(["model.layers.0.mlp.up_proj"])).toEqual(["model.layers.0.mlp.up_proj"]);
    expect(() => modules("up_proj")).toThrow(InputError);
    expect(() => modules(["q_proj", "roj"])).toThrow('expected a module of the model, found "roj"');
  });

  test("refuses what is no matrix", () => {
    expect(() => modules(["proj"])).toThrow("found visual.patch_embed.proj.weight [6, 3, 2, 14, 14]");
    expect(() => modules(["input_layernorm"])).toThrow(InputError);
  });

  test("adds A and B, and B begins at 0", () => {
    const options = { r: 4, alpha: 8, targets: ["up_proj"] };
    const added = loraParameters(model, options);
    expect(added).toEqual([
      { name: "model.layers.0.mlp.up_proj.lora_A.weight", shape: [4, 8] },
      { name: "model.layers.0.mlp.up_proj.lora_B.weight", shape: [24, 4] },
      { name: "visual.blocks.0.mlp.up_proj.lora_A.weight", shape: [4, 6] },
      { name: "visual.blocks.0.mlp.up_proj.lora_B.weight", shape: [12, 4] },
    ]);
    const [a, b] = arraysOf(initialised(added, loraInitialiser));
    expect(a?.data.every((value) => value !== 0 && Math.abs(value) <= 1 / Math.sqrt(8))).toBe(true);
    expect(b?.data.every((value) => value === 0)).toBe(true);
    expect(loraScaling(options)).toBe(2);
    expect([...added, ...model].filter(({ name }) => isLoraName(name))).toEqual(added);
    expect(loraParameters([...model, ...added], options)).toEqual(added);
    expect(() => loraParameters(model, { ...options, r: 0 })).toThrow(RangeError);
  });
});
