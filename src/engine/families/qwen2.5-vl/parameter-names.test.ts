import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openCheckpoint } from "../../weights/checkpoint.ts";
import { hubName, moduleName } from "./parameter-names.ts";

test.each([
  ["visual.blocks.0.attn.qkv.weight", "model.visual.blocks.0.attn.qkv.weight"],
  ["model.layers.2.mlp.up_proj.weight", "model.language_model.layers.2.mlp.up_proj.weight"],
  ["model.embed_tokens.weight", "model.language_model.embed_tokens.weight"],
  ["lm_head.weight", "lm_head.weight"],
])("%s of the hub is %s of the modules", (hub, module) => {
  expect([moduleName(hub), moduleName(module)]).toEqual([module, module]);
  expect([hubName(hub), hubName(module)]).toEqual([hub, hub]);
});

test("every name of a checkpoint comes back", async () => {
  const tied = new URL("../../../../test/golden/engine/qwen2_5_vl/tied/", import.meta.url);
  const { tensors } = await openCheckpoint(fileURLToPath(tied));
  for (const name of tensors.keys()) expect(hubName(moduleName(name))).toBe(name);
});
