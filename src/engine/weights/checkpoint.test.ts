import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { InputError } from "../../errors.ts";
import { checkShapes, openCheckpoint, readWeight, readWeights, writeCheckpoint } from "./checkpoint.ts";
import { writeSafetensors } from "./safetensors-writer.ts";
import type { Tensor } from "./tensor.ts";

const tied = fileURLToPath(new URL("../../../test/golden/engine/qwen2_5_vl/tied/", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "benday-checkpoint-"));
afterAll(() => rmSync(root, { recursive: true }));
const newFolder = (): string => mkdtempSync(join(root, "folder-"));

const tensor = (...numbers: number[]): Tensor => ({
  shape: [numbers.length],
  data: Float32Array.from(numbers),
});

test("shards and their index hold the same weights as one file", async () => {
  const weights = await readWeights(await openCheckpoint(tied));
  const folder = newFolder();
  await writeCheckpoint(folder, weights, { maxShardBytes: 700_000 });
  expect(readdirSync(folder)).toEqual([
    "model-00001-of-00004.safetensors",
    "model-00002-of-00004.safetensors",
    "model-00003-of-00004.safetensors",
    "model-00004-of-00004.safetensors",
    "model.safetensors.index.json",
  ]);
  const index = JSON.parse(readFileSync(join(folder, "model.safetensors.index.json"), "utf8"));
  expect(index.metadata.total_size).toBe(2_496_192);
  expect(await readWeights(await openCheckpoint(folder))).toEqual(weights);
});

test("a tensor larger than a shard gets a shard of its own; few weights get one file", async () => {
  const weights = new Map([
    ["a", tensor(1)],
    ["b", tensor(1, 2, 3)],
    ["c", tensor(4)],
  ]);
  const folder = newFolder();
  await writeCheckpoint(folder, weights, { maxShardBytes: 8 });
  expect(readdirSync(folder)).toHaveLength(4);
  await writeCheckpoint(root, weights);
  expect(await readWeight(await openCheckpoint(root), "b")).toEqual(tensor(1, 2, 3));
});

async function sharded(weightMap: unknown): Promise<string> {
  const folder = newFolder();
  await writeSafetensors(join(folder, "one.safetensors"), new Map([["a", tensor(1)]]));
  writeFileSync(join(folder, "model.safetensors.index.json"), JSON.stringify({ weight_map: weightMap }));
  return folder;
}

test.each([
  [
    "a missing shard",
    { a: "two.safetensors" },
    /two\.safetensors: expected this shard, found no such file \(download/,
  ],
  ["a shard without its tensor", { b: "one.safetensors" }, /expected the tensor b/],
  ["a path above the folder", { a: "../one.safetensors" }, /names of safetensors files in the same folder/],
  ["an absolute path", { a: "/etc/one.safetensors" }, /in the same folder/],
  ["a path with backslashes", { a: "..\\one.safetensors" }, /in the same folder/],
  ["a file of another kind", { a: "config.json" }, /in the same folder/],
  ["a weight map that is no map", ["one.safetensors"], /weight_map/],
])("%s is an InputError", async (_, weightMap, message) => {
  const failure = await sharded(weightMap)
    .then(openCheckpoint)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InputError);
  expect(String(failure)).toMatch(message);
});

test("a folder without weights, a damaged index, an unknown name", async () => {
  const folder = newFolder();
  await expect(openCheckpoint(folder)).rejects.toThrow(
    /model\.safetensors\.index\.json, found neither \(point at/,
  );
  writeFileSync(join(folder, "model.safetensors.index.json"), "[".repeat(100_000));
  await expect(openCheckpoint(folder)).rejects.toThrow(/nested at most 64 deep/);
  copyFileSync(join(tied, "model.safetensors"), join(folder, "model.safetensors"));
  await expect(readWeight(await openCheckpoint(folder), "lm_head.weight")).rejects.toThrow(
    /expected a tensor named lm_head.weight, found 92 others \(the weights and config/,
  );
});

test("shapes are checked against what a model expects, under the engine's names", async () => {
  const checkpoint = await openCheckpoint(tied, (name) => name.replace("model.", "decoder."));
  expect((await readWeight(checkpoint, "decoder.norm.weight")).shape).toEqual([64]);
  checkShapes(checkpoint, new Map([["decoder.norm.weight", [64]]]));
  for (const [name, shape, message] of [
    [
      "decoder.norm.weight",
      [65],
      /model.norm.weight: expected a tensor \[65\], found \[64\] \(the weights and config/,
    ],
    ["lm_head.weight", [1056, 64], /lm_head.weight: expected a tensor \[1056, 64\], found none of that name/],
  ] as const) {
    const check = (): void => checkShapes(checkpoint, new Map([[name, shape]]));
    expect(check).toThrow(InputError);
    expect(check).toThrow(message);
  }
  await expect(openCheckpoint(tied, () => "same")).rejects.toThrow(/expected one tensor for same, found/);
});
