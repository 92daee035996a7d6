/** Writing safetensors: the same tensors give the same bytes; a file appears whole or not at all. */
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { bytesOf, encodeNumbers, type WrittenDtype } from "./dtypes.ts";
import { checkTensor, elementsOf, type Tensor } from "./tensor.ts";

export interface WriteSafetensorsOptions {
  /** Number format of all tensors; F32 by default. */
  readonly dtype?: WrittenDtype | undefined;
  /** `{ format: "pt" }` by default: transformers refuses files without it. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** Write tensors to a file, sorted by name, replacing it in one step. */
export async function writeSafetensors(
  file: string,
  tensors: ReadonlyMap<string, Tensor>,
  options: WriteSafetensorsOptions = {},
): Promise<void> {
  const { dtype = "F32", metadata = { format: "pt" } } = options;
  const sorted = [...tensors].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, tensor] of sorted) checkTensor(tensor, "writeSafetensors", name);
  await replaceFile(file, async (handle) => {
    await handle.writeFile(headerOf(sorted, dtype, metadata));
    for (const [, { data }] of sorted) await handle.writeFile(encodeNumbers(dtype, data));
  });
}

function headerOf(
  tensors: readonly (readonly [string, Tensor])[],
  dtype: WrittenDtype,
  metadata: Readonly<Record<string, string>>,
): Buffer {
  let end = 0;
  const entries = tensors.map(([name, { shape }]) => {
    const start = end;
    end += elementsOf(shape) * bytesOf(dtype);
    return [name, { dtype, shape, data_offsets: [start, end] }] as const;
  });
  const json = JSON.stringify(Object.fromEntries([["__metadata__", metadata], ...entries]));
  const text = Buffer.from(json);
  const padded = Buffer.alloc(8 + Math.ceil(text.length / 8) * 8, " ");
  padded.writeBigUInt64LE(BigInt(padded.length - 8));
  text.copy(padded, 8);
  return padded;
}

/** Fill a file beside `file` and put it in its place; when `fill` throws, `file` stays as it was. */
async function replaceFile(file: string, fill: (handle: FileHandle) => Promise<void>): Promise<void> {
  const fresh = `${file}.${process.pid}.part`;
  try {
    const handle = await open(fresh, "w");
    try {
      await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (cause) {
    await rm(fresh, { force: true });
    throw cause;
  }
}
