/** The weights of a model folder: one `model.safetensors`, or shards that `model.safetensors.index.json` lists. */
import { stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { describe, InputError } from "../../errors.ts";
import { checkInput } from "../../json.ts";
import { bytesOf } from "./dtypes.ts";
import { readJsonFile } from "./json-file.ts";
import { openSafetensors, readTensor, type SafetensorsFile } from "./safetensors.ts";
import { type WriteSafetensorsOptions, writeSafetensors } from "./safetensors-writer.ts";
import type { Tensor } from "./tensor.ts";

const SINGLE = "model.safetensors";
const INDEX = "model.safetensors.index.json";

/** A tensor of a checkpoint, unread. */
export interface StoredTensor {
  readonly file: SafetensorsFile;
  /** Its name in the file. */
  readonly name: string;
  readonly shape: readonly number[];
}

/** All tensors of a model folder by the engine's names; nothing but headers is read. */
export interface Checkpoint {
  readonly folder: string;
  readonly tensors: ReadonlyMap<string, StoredTensor>;
}

const IndexSchema = z.object({ weight_map: z.record(z.string(), z.string()) });

/**
 * Find the weights of a folder and check every header. `naming` turns the names of the files into the engine's. Throws
 * `InputError`: no weights, missing shard, damaged header.
 */
export async function openCheckpoint(
  folder: string,
  naming: (stored: string) => string = (stored) => stored,
): Promise<Checkpoint> {
  const tensors = new Map<string, StoredTensor>();
  for (const tensor of await storedTensors(folder)) {
    const name = naming(tensor.name);
    if (tensors.has(name))
      throw new InputError({
        file: tensor.file.file,
        expected: `one tensor for ${name}`,
        found: `${tensors.get(name)?.name} and ${tensor.name}`,
      });
    tensors.set(name, tensor);
  }
  return { folder, tensors };
}

async function storedTensors(folder: string): Promise<StoredTensor[]> {
  if (await isFile(join(folder, SINGLE))) {
    const file = await openSafetensors(join(folder, SINGLE));
    return [...file.tensors].map(([name, { shape }]) => ({ file, name, shape }));
  }
  if (await isFile(join(folder, INDEX))) return tensorsOfShards(folder);
  throw new InputError({
    file: folder,
    expected: `${SINGLE} or ${INDEX}`,
    found: "neither",
    hint: "point at a Hugging Face model folder with safetensors weights; convert .bin weights first",
  });
}

async function tensorsOfShards(folder: string): Promise<StoredTensor[]> {
  const index = join(folder, INDEX);
  const { weight_map } = checkInput(IndexSchema, await readJsonFile(index), index);
  const shards = new Map<string, SafetensorsFile>();
  for (const shard of new Set(Object.values(weight_map)))
    shards.set(shard, await openShard(folder, shard, index));
  return Object.entries(weight_map).map(([name, shard]) => {
    const file = shards.get(shard);
    const place = file?.tensors.get(name);
    if (file === undefined || place === undefined)
      throw new InputError({
        file: join(folder, shard),
        expected: `the tensor ${name}, as ${INDEX} says`,
        found: "no such tensor",
        hint: "download the folder again",
      });
    return { file, name, shape: place.shape };
  });
}

async function openShard(folder: string, shard: string, index: string): Promise<SafetensorsFile> {
  if (basename(shard) !== shard || /[\\\0]/.test(shard) || !shard.endsWith(".safetensors"))
    throw new InputError({
      file: index,
      at: "weight_map",
      expected: "names of safetensors files in the same folder",
      found: describe(shard),
    });
  if (!(await isFile(join(folder, shard))))
    throw new InputError({
      file: join(folder, shard),
      expected: "this shard",
      found: "no such file",
      hint: "download the missing shard",
    });
  return openSafetensors(join(folder, shard));
}

const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  );

const MISMATCH = "the weights and config.json do not belong together";

/**
 * Throws `InputError` unless the checkpoint holds every tensor of `shapes`, in that shape. Tensors that it holds besides
 * (a head that is tied, say) are no fault.
 */
export function checkShapes(
  { folder, tensors }: Checkpoint,
  shapes: ReadonlyMap<string, readonly number[]>,
): void {
  for (const [name, shape] of shapes) {
    const stored = tensors.get(name);
    if (stored?.shape.join() !== shape.join())
      throw new InputError({
        file: stored?.file.file ?? folder,
        at: stored?.name ?? name,
        expected: `a tensor [${shape.join(", ")}]`,
        found: stored === undefined ? "none of that name" : `[${stored.shape.join(", ")}]`,
        hint: MISMATCH,
      });
  }
}

/** Read one tensor as float32. Throws `InputError` for a name that the folder does not hold. */
export async function readWeight({ folder, tensors }: Checkpoint, name: string): Promise<Tensor> {
  const stored = tensors.get(name);
  if (stored === undefined)
    throw new InputError({
      file: folder,
      expected: `a tensor named ${name}`,
      found: `${tensors.size} others`,
      hint: MISMATCH,
    });
  return readTensor(stored.file, stored.name);
}

/** Read every tensor. */
export async function readWeights(checkpoint: Checkpoint): Promise<Map<string, Tensor>> {
  const weights = new Map<string, Tensor>();
  for (const name of checkpoint.tensors.keys()) weights.set(name, await readWeight(checkpoint, name));
  return weights;
}

export interface WriteCheckpointOptions extends WriteSafetensorsOptions {
  /** Largest shard, bytes of tensors; 5 GB by default, as in transformers. A larger tensor gets a shard of its own. */
  readonly maxShardBytes?: number | undefined;
}

/** Write weights into a folder: one file where they fit into one shard, else shards and their index. */
export async function writeCheckpoint(
  folder: string,
  weights: ReadonlyMap<string, Tensor>,
  options: WriteCheckpointOptions = {},
): Promise<void> {
  const { maxShardBytes = 5e9, dtype = "F32" } = options;
  const width = bytesOf(dtype);
  const shards = shardsOf(weights, (tensor) => tensor.data.length * width, maxShardBytes);
  if (shards.length === 1) return writeSafetensors(join(folder, SINGLE), weights, options);
  const weightMap: Record<string, string> = {};
  for (const [index, shard] of shards.entries()) {
    const name = `model-${numbered(index + 1)}-of-${numbered(shards.length)}.safetensors`;
    await writeSafetensors(join(folder, name), shard, options);
    for (const tensor of shard.keys()) weightMap[tensor] = name;
  }
  const total_size = [...weights.values()].reduce((sum, { data }) => sum + data.length * width, 0);
  const index = { metadata: { total_size }, weight_map: weightMap };
  await writeFile(join(folder, INDEX), `${JSON.stringify(index, null, 2)}\n`);
}

const numbered = (count: number): string => String(count).padStart(5, "0");

function shardsOf(
  weights: ReadonlyMap<string, Tensor>,
  bytes: (tensor: Tensor) => number,
  maxBytes: number,
): Map<string, Tensor>[] {
  let current = new Map<string, Tensor>();
  let filled = 0;
  const shards = [current];
  for (const [name, tensor] of [...weights].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (current.size > 0 && filled + bytes(tensor) > maxBytes) {
      current = new Map();
      filled = 0;
      shards.push(current);
    }
    current.set(name, tensor);
    filled += bytes(tensor);
  }
  return shards;
}
