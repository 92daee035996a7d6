/**
 * Checkpoints of a training run: folders `step-00000012/` from which a run goes on as if it had never stopped, bit
 * for bit.
 *
 *     training.json             step, random streams, progress, and what the other files hold, with their SHA-256
 *     parameters.safetensors    the parameters that train, by name
 *     optimiser.safetensors     the flat buffers of the optimiser, `<index>.<transform>.<buffer>`
 *     accumulator.safetensors   where gradients wait for their update: `sums`
 *
 * Frozen parameters are not written: they come from the base model, and a fingerprint tells another one.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError, reasonOf } from "../../errors.ts";
import { canonicalJson } from "../../json.ts";
import { FOLDER_MARKER, writeFolder } from "../../store/index.ts";
import { openSafetensors, readTensor } from "../weights/safetensors.ts";
import { writeSafetensors } from "../weights/safetensors-writer.ts";
import type { Tensor } from "../weights/tensor.ts";
import { checkManifest, type Manifest, manifestOf, readManifest } from "./checkpoint-manifest.ts";
import { arraysOf } from "./layout.ts";
import type { TrainingBuffers, TrainingProgress } from "./training-state.ts";

const MANIFEST = "training.json";

export interface SaveOptions {
  /** Keep only so many of the newest checkpoints, this one among them. Default: all. */
  readonly keep?: number | undefined;
}

/**
 * Write a checkpoint below `folder`, replacing one of the same step. It appears whole or not at all, and survives a
 * power cut once this resolves.
 *
 * @returns the checkpoint's own folder
 */
export async function saveCheckpoint(
  folder: string,
  buffers: TrainingBuffers,
  progress: TrainingProgress,
  { keep = Number.POSITIVE_INFINITY }: SaveOptions = {},
): Promise<string> {
  if (!(keep >= 1)) throw new RangeError(`saveCheckpoint: expected to keep at least 1, got ${keep}`);
  const target = join(folder, `step-${String(buffers.optimiser.step).padStart(8, "0")}`);
  await writeFolder(target, (fresh) => writeFiles(fresh, buffers, progress), { replace: true });
  await syncFolder(folder);
  const others = (await listCheckpoints(folder)).filter((checkpoint) => checkpoint !== target);
  const surplus = others.length + 1 - keep;
  for (const oldest of others.slice(0, Math.max(0, surplus))) await removeCheckpoint(oldest);
  return target;
}

/** The folders of the checkpoints below `folder`, oldest first; none where it does not exist. */
export async function listCheckpoints(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  const found: { readonly path: string; readonly step: number }[] = [];
  for (const name of names.filter((entry) => /^step-\d{8,}$/.test(entry))) {
    const path = join(folder, name);
    const files: readonly string[] = await readdir(path).catch(() => []);
    if (files.includes(MANIFEST) && files.includes(FOLDER_MARKER)) {
      found.push({ path, step: Number(name.slice("step-".length)) });
    }
  }
  return found.sort((a, b) => a.step - b.step).map(({ path }) => path);
}

/** Without its manifest a folder is no checkpoint any more, so a removal that is cut short leaves no torn one. */
async function removeCheckpoint(checkpoint: string): Promise<void> {
  await rm(join(checkpoint, MANIFEST));
  await rm(checkpoint, { recursive: true });
}

/**
 * Fill the buffers of a run, made as for a new one, from a checkpoint.
 *
 * @throws InputError where the checkpoint is damaged, or is one of another model, base or optimiser; the buffers have
 *   not changed then
 */
export async function restoreCheckpoint(
  checkpoint: string,
  buffers: TrainingBuffers,
): Promise<TrainingProgress> {
  const { optimiser, accumulator } = buffers;
  const manifest = await readManifest(join(checkpoint, MANIFEST));
  checkManifest(manifest, join(checkpoint, MANIFEST), buffers);
  const read = await readFiles(checkpoint, manifest, buffers);
  for (const { target, data } of read) target.set(data);
  optimiser.step = manifest.step;
  if (accumulator !== undefined) {
    accumulator.weight = manifest.accumulated;
    if (manifest.accumulated === 0) accumulator.sums.data.fill(0);
  }
  return { random: manifest.random, notes: manifest.notes };
}

interface CheckpointFile {
  readonly name: string;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

/** The files of a checkpoint, with the views of the run's buffers that they hold. */
function filesOf(
  { parameters, optimiser, accumulator }: TrainingBuffers,
  accumulated: number,
): CheckpointFile[] {
  const moments = optimiser.transforms.flatMap(({ name, buffers }, index) =>
    Object.entries(buffers).map(([buffer, data]) => [`${index}.${name}.${buffer}`, flat(data)] as const),
  );
  const waiting = accumulator !== undefined && accumulated > 0 ? [flat(accumulator.sums.data)] : [];
  const named = arraysOf(parameters.trainable).map((array) => [array.name, array] as const);
  return [
    { name: "parameters.safetensors", tensors: new Map(named) },
    { name: "optimiser.safetensors", tensors: new Map(moments) },
    ...waiting.map((sums) => ({ name: "accumulator.safetensors", tensors: new Map([["sums", sums]]) })),
  ];
}

function flat(data: Float32Array): Tensor {
  return { shape: [data.length], data };
}

async function writeFiles(
  folder: string,
  buffers: TrainingBuffers,
  progress: TrainingProgress,
): Promise<void> {
  const hashes: Record<string, string> = {};
  for (const { name, tensors } of filesOf(buffers, buffers.accumulator?.weight ?? 0)) {
    await writeSafetensors(join(folder, name), tensors);
    hashes[name] = await hashFile(join(folder, name));
  }
  const manifest = manifestOf(buffers, progress, hashes);
  await writeFile(join(folder, MANIFEST), `${canonicalJson(manifest, 1)}\n`, { flush: true });
  await syncFolder(folder);
}

interface ReadTensor {
  readonly target: Float32Array;
  readonly data: Float32Array;
}

async function readFiles(
  folder: string,
  { sha256, accumulated }: Manifest,
  buffers: TrainingBuffers,
): Promise<ReadTensor[]> {
  const read: ReadTensor[] = [];
  for (const { name, tensors } of filesOf(buffers, accumulated)) {
    const file = join(folder, name);
    await checkHash(file, sha256[name]);
    const opened = await openSafetensors(file);
    for (const [tensor, { shape, data: target }] of tensors) {
      const { data } = await readTensor(opened, tensor);
      if (data.length !== target.length) {
        const found = `${data.length} numbers`;
        throw new InputError({ file, at: tensor, expected: `[${shape.join(", ")}]`, found });
      }
      read.push({ target, data });
    }
  }
  return read;
}

async function checkHash(file: string, expected: string | undefined): Promise<void> {
  const found = await hashFile(file).catch((cause: unknown) => {
    throw new InputError({ file, expected: "a file of the checkpoint", found: reasonOf(cause) }, { cause });
  });
  if (found === expected) return;
  throw new InputError({
    file,
    expected: `SHA-256 ${expected ?? "in the manifest"}`,
    found,
    hint: "the file is damaged or was changed: resume from another checkpoint",
  });
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** Names of new files survive a power cut only once their folder is synced too. Windows cannot and need not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
