/** Against a model of transformers: a step of torch's AdamW, and the modules that PEFT adapts. */
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openSafetensors, readTensors } from "../weights/safetensors.ts";
import { type ArraySpec, arrayOf, layoutOf, writeArrays, zeroArrays } from "./layout.ts";
import { loraModules } from "./lora.ts";
import { adamw, applyStep, initialState } from "./optimiser.ts";

const golden = (name: string) =>
  openSafetensors(fileURLToPath(new URL(`../../../test/golden/engine/qwen2_5_vl/${name}`, import.meta.url)));

test("a step of AdamW on the gradients of a training batch", async () => {
  const batch = await readTensors(await golden("cases/train_tied.safetensors"));
  const model = await readTensors(await golden("tied/model.safetensors"));
  const stepped = [...model].filter(([name]) => batch.has(`after_step.${name}`));
  const layout = layoutOf(stepped.map(([name, { shape }]) => ({ name, shape })));
  const [parameters, gradients] = [zeroArrays(layout), zeroArrays(layout)];
  writeArrays(parameters, (name) => model.get(name)?.data);
  writeArrays(gradients, (name) => batch.get(`grad.${name}`)?.data);
  const optimiser = adamw({ rate: 1e-3, weightDecay: 0.01, decays: () => true });
  applyStep(optimiser, initialState(optimiser, layout), parameters, gradients);

  expect(layout.slots.length).toBeGreaterThan(10);
  for (const { name } of layout.slots) {
    const expected = batch.get(`after_step.${name}`)?.data ?? new Float32Array();
    const { data } = arrayOf(parameters, name);
    const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const furthest = expected.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (data[i] ?? Number.NaN))),
      0,
    );
    expect(furthest / largest, name).toBeLessThan(1e-6);
  }
});

const projections = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"];

test.each([
  ["lora_by_name", projections],
  ["lora_language", `.*language_model.*\\.(${projections.join("|")})`],
])("the modules of the adapter %s", async (adapter, targets) => {
  const { tensors } = await golden(`${adapter}/adapter_model.safetensors`);
  const adapted = [...tensors.keys()].map((name) =>
    name.replace("base_model.model.", "").replace(/\.lora_[AB]\.weight$/, ""),
  );
  const model: ArraySpec[] = [...(await golden("tied/model.safetensors")).tensors].map(
    ([name, { shape }]) => ({
      // The file has the names of the hub, the adapter those of the classes in Python.
      name: name.startsWith("visual.") ? `model.${name}` : name.replace(/^model\./, "model.language_model."),
      shape,
    }),
  );
  const modules = loraModules(model, targets).map(({ module }) => module);
  expect(modules.toSorted()).toEqual([...new Set(adapted)].sort());
});
