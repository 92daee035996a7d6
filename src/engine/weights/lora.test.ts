import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { moduleName } from "../families/qwen2.5-vl/parameter-names.ts";
import { openCheckpoint, readWeights } from "./checkpoint.ts";
import { type LoraAdapter, mergeAdapter, mergeLora, readLoraAdapter, writeLoraAdapter } from "./lora.ts";
import { DEFAULT_LORA_CONFIG, rankOf, readLoraConfig, scalingOf, writeLoraConfig } from "./lora-config.ts";
import { targetedModules } from "./lora-targets.ts";
import { openSafetensors, readTensors } from "./safetensors.ts";
import { writeSafetensors } from "./safetensors-writer.ts";
import type { Tensor } from "./tensor.ts";

const goldens = fileURLToPath(new URL("../../../test/golden/engine/qwen2_5_vl/", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "benday-lora-"));
afterAll(() => rmSync(root, { recursive: true }));
const newFolder = (): string => mkdtempSync(join(root, "adapter-"));

const base = await readWeights(await openCheckpoint(join(goldens, "tied"), moduleName));
const modules = [...base.keys()].filter((name) => name.endsWith(".weight")).map((name) => name.slice(0, -7));

describe.each([
  ["lora_language", 21],
  ["lora_by_name", 33],
])("the golden adapter %s", (name, count) => {
  test("adapts the modules that its config names", async () => {
    const { config, pairs } = await readLoraAdapter(join(goldens, name));
    expect(pairs.size).toBe(count);
    expect(targetedModules(config, modules, name).sort()).toEqual([...pairs.keys()]);
    expect(scalingOf(config, "model.visual.blocks.0.mlp.up_proj")).toBe(2);
  });

  test("merges to the weights of PEFT", async () => {
    const merged = mergeAdapter(base, await readLoraAdapter(join(goldens, name)));
    const reference = await readTensors(await openSafetensors(join(goldens, `cases/${name}.safetensors`)));
    let compared = 0;
    for (const [key, { data, shape }] of reference) {
      if (!key.startsWith("merged_weight.")) continue;
      const ours = merged.get(moduleName(key.slice("merged_weight.".length)));
      expect(ours?.shape).toEqual(shape);
      for (const [index, value] of data.entries())
        if (Math.abs(value - (ours?.data[index] ?? Number.NaN)) > 1e-7)
          expect.unreachable(`${key}[${index}]`);
      compared++;
    }
    expect(compared).toBe(2);
    const untouched = "model.language_model.norm.weight";
    expect(merged.get(untouched)).toBe(base.get(untouched));
  });

  test("is written as it was read: equal tensors, equal config", async () => {
    const adapter = await readLoraAdapter(join(goldens, name));
    const folder = newFolder();
    await writeLoraAdapter(folder, adapter);
    expect(readdirSync(folder)).toEqual(["adapter_config.json", "adapter_model.safetensors"]);
    expect(readFileSync(join(folder, "adapter_model.safetensors"))).toEqual(
      readFileSync(join(goldens, name, "adapter_model.safetensors")),
    );
    expect(await readLoraAdapter(folder)).toEqual(adapter);
    const theirs = JSON.parse(readFileSync(join(goldens, name, "adapter_config.json"), "utf8"));
    const ours = JSON.parse(readFileSync(join(folder, "adapter_config.json"), "utf8"));
    for (const [key, value] of Object.entries(ours)) expect(theirs[key] ?? null, key).toEqual(value);
  });
});

describe("targets, as PEFT matches them", () => {
  const layer = (index: number) => `model.language_model.layers.${index}.mlp.up_proj`;
  const all = [
    layer(0),
    layer(1),
    "model.visual.blocks.1.mlp.up_proj",
    "model.visual.merger.mlp.0",
    "lm_head",
  ];
  const targets = {
    targetModules: ["up_proj"],
    excludeModules: [],
    layersToTransform: [],
    layersPattern: [],
  };

  test.each([
    [{}, [0, 1, 2]],
    [{ targetModules: "up_proj" }, []],
    [{ targetModules: ".*up_proj" }, [0, 1, 2]],
    [{ targetModules: "model\\.(visual|none)\\..*" }, [2, 3]],
    [{ targetModules: "(?P<part>lm)_head" }, [4]],
    [{ targetModules: ["p_proj"] }, []],
    [{ targetModules: ["mlp.up_proj", "lm_head"] }, [0, 1, 2, 4]],
    [{ excludeModules: ".*visual.*" }, [0, 1]],
    [{ excludeModules: ["mlp.up_proj"] }, []],
    [{ layersToTransform: [1] }, [1, 2]],
    [{ layersToTransform: [1], layersPattern: ["layers"] }, [1]],
    [{ layersToTransform: [0, 1], layersPattern: ["layers", "blocks"] }, [0, 1, 2]],
    [{ layersToTransform: [7] }, []],
  ])("%j", (change, found) => {
    expect(targetedModules({ ...targets, ...change }, all, "x")).toEqual(found.map((index) => all[index]));
  });

  test("ranks and alphas by pattern", () => {
    const config = {
      ...DEFAULT_LORA_CONFIG,
      rankPattern: { "layers.1.mlp.up_proj": 4, up_proj: 16 },
      alphaPattern: { "visual.*": 32 },
    };
    expect(all.map((module) => rankOf(config, module))).toEqual([16, 4, 16, 8, 8]);
    expect(all.map((module) => scalingOf(config, module))).toEqual([0.5, 2, 2, 4, 1]);
    expect(scalingOf({ ...config, rankStabilised: true }, layer(1))).toBe(4);
  });

  test("a broken or gigantic pattern is an InputError", () => {
    expect(() => targetedModules({ ...targets, targetModules: "(" }, all, "x")).toThrow(InputError);
    expect(() => targetedModules({ ...targets, targetModules: "a".repeat(3000) }, all, "x")).toThrow(
      InputError,
    );
  });
});

test("W + scaling B A, against the sum written out", () => {
  const side = fc.integer({ min: 1, max: 5 });
  const matrix = (rows: number, columns: number): fc.Arbitrary<Tensor> =>
    fc
      .array(fc.integer({ min: -9, max: 9 }), { minLength: rows * columns, maxLength: rows * columns })
      .map((numbers) => ({ shape: [rows, columns], data: Float32Array.from(numbers) }));
  const shapes = fc.tuple(side, side, side);
  const input = shapes.chain(([o, i, r]) => fc.tuple(matrix(o, i), matrix(r, i), matrix(o, r)));
  fc.assert(
    fc.property(input, ([weight, down, up]) => {
      const [o = 0, i = 0] = weight.shape;
      const merged = mergeLora(weight, { down, up }, 0.5);
      for (let row = 0; row < o; row++)
        for (let column = 0; column < i; column++) {
          let sum = weight.data[row * i + column] ?? 0;
          const rank = down.shape[0] ?? 0;
          for (let k = 0; k < rank; k++)
            sum += 0.5 * (up.data[row * rank + k] ?? 0) * (down.data[k * i + column] ?? 0);
          expect(merged.data[row * i + column]).toBe(sum);
        }
      const zero = { ...up, data: new Float32Array(up.data.length) };
      expect(mergeLora(weight, { down, up: zero }, 3)).toEqual(weight);
    }),
    { numRuns: 100, seed: 8 },
  );
});

test("factors of other shapes: a mistake of the caller, or an adapter of another model", () => {
  const ones = (...shape: number[]): Tensor => ({
    shape,
    data: new Float32Array(shape.reduce((a, b) => a * b, 1)),
  });
  expect(() => mergeLora(ones(2, 3), { down: ones(1, 2), up: ones(2, 1) }, 1)).toThrow(RangeError);
  const adapter: LoraAdapter = {
    config: DEFAULT_LORA_CONFIG,
    pairs: new Map([["x", { down: ones(1, 2), up: ones(2, 1) }]]),
  };
  expect(() => mergeAdapter(new Map([["x.weight", ones(2, 3)]]), adapter)).toThrow(
    /x: expected factors of \[2, 3\]/,
  );
  expect(() => mergeAdapter(new Map(), adapter)).toThrow(InputError);
});

describe("damaged input", () => {
  const good = writeLoraConfig({ ...DEFAULT_LORA_CONFIG, targetModules: ["x"] });

  test.each([
    [{ peft_type: "IA3" }, /peft_type: expected "LORA"/],
    [{ r: 0 }, /: r: /],
    [{ r: 2 ** 53 }, /: r: /],
    [{ use_dora: true }, /use_dora/],
    [{ bias: "all" }, /bias/],
    [{ modules_to_save: ["lm_head"] }, /modules_to_save/],
    [{ target_modules: null }, /target_modules/],
    [{ rank_pattern: { x: -1 } }, /rank_pattern.x/],
  ])("config %j", (change, message) => {
    expect(() => readLoraConfig({ ...good, ...change }, "adapter_config.json")).toThrow(message);
    expect(() => readLoraConfig({ ...good, ...change }, "adapter_config.json")).toThrow(InputError);
  });

  test.each([
    ["a tensor of another kind", { "base_model.model.x.weight": [1, 1] }, /expected tensors named/],
    [
      "half a pair",
      { "base_model.model.x.lora_A.weight": [8, 2] },
      /expected a tensor named base_model.model.x.lora_B/,
    ],
    [
      "another rank",
      { "base_model.model.x.lora_A.weight": [4, 2], "base_model.model.x.lora_B.weight": [2, 4] },
      /expected A \[8, inputs\]/,
    ],
  ])("weights: %s", async (_, shapes, message) => {
    const folder = newFolder();
    writeFileSync(join(folder, "adapter_config.json"), JSON.stringify(good));
    const tensors = Object.entries(shapes).map(
      ([name, shape]) => [name, { shape, data: new Float32Array(shape.reduce((a, b) => a * b, 1)) }] as const,
    );
    await writeSafetensors(join(folder, "adapter_model.safetensors"), new Map(tensors));
    await expect(readLoraAdapter(folder)).rejects.toThrow(message);
  });

  test("no adapter at all", async () => {
    await expect(readLoraAdapter(newFolder())).rejects.toThrow(
      /no such file \(point at the folder that PEFT/,
    );
  });
});
